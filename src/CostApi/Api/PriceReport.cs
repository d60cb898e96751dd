using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using CostApi.PriceSources;
using Microsoft.Extensions.Options;

namespace CostApi.Api;

/// <summary>The prices that the service answers from.</summary>
/// <param name="Sources">Where prices are taken from, the source that goes first at the front.</param>
/// <param name="Regions">Every Region.</param>
public sealed record PricesState(IReadOnlyList<string> Sources, IReadOnlyList<RegionState> Regions);

/// <summary>A Region's prices.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Source">Source that leads the edition in force.</param>
/// <param name="Version">The edition in force.</param>
/// <param name="PublishedAt">When its newest list was published.</param>
/// <param name="RetrievedAt">When its prices were last taken from their source, or found there unchanged.</param>
/// <param name="AgeSeconds">How long ago that was.</param>
/// <param name="Stale">Whether that is longer than the service is configured to call fresh.</param>
/// <param name="InUse">Whether the Region is kept fresh.</param>
/// <param name="Priced">Number of charges with a rate, transfer to other Regions among them.</param>
/// <param name="PricedBySource">The same by the source of each rate.</param>
/// <param name="Unpriced">Charges that a layout can have and no rate is known for.</param>
/// <param name="HeldBack">Rates that moved so far that a second reading must confirm them.</param>
/// <param name="Refused">Rows of the price lists that could not be used.</param>
/// <param name="AttemptedAt">When the live sources were last asked; null for not since the start.</param>
/// <param name="Errors">What failed in the latest attempt, and what is wrong with the files on disk; empty where nothing is.</param>
/// <param name="LastError">The last failure, even if it is mended now; null where there was none since the start.</param>
public sealed record RegionState(
    string Region, string Source, string Version, DateTimeOffset PublishedAt, DateTimeOffset RetrievedAt, long AgeSeconds, bool Stale, bool InUse,
    int Priced, IReadOnlyDictionary<string, int> PricedBySource, IReadOnlyList<UnpricedCharge> Unpriced, IReadOnlyList<HeldBackRate> HeldBack,
    IReadOnlyList<RefusedRow> Refused, DateTimeOffset? AttemptedAt, IReadOnlyList<string> Errors, SourceFailure? LastError);

/// <summary>A rate that is not taken yet.</summary>
/// <param name="Source">Source that says so.</param>
/// <param name="UsageType">Usage type.</param>
/// <param name="Tiers">The tiers as read.</param>
/// <param name="InForce">The tiers that stay in force meanwhile; null where there are none.</param>
public sealed record HeldBackRate(string Source, string UsageType, IReadOnlyList<Tier> Tiers, IReadOnlyList<Tier>? InForce);

/// <summary>A row of a price list that could not be used.</summary>
/// <param name="Source">Source that has it.</param>
/// <param name="Charge">Usage type without the Region prefix; null where not even that could be read.</param>
/// <param name="Reason">Why not.</param>
public sealed record RefusedRow(string Source, string? Charge, string Reason);

/// <summary>Tells of each Region's prices.</summary>
internal sealed class PriceReport(Snapshot snapshot, PriceBooks books, PriceStore store, TimeProvider time, IOptions<PricesOptions> options)
{
    public PricesState State() => new(options.Value.SourceList, [.. snapshot.Regions.Keys.Order(StringComparer.Ordinal).Select(StateOf)]);

    private RegionState StateOf(string region)
    {
        var prices = books[region];
        var (book, readings) = (prices.Book, prices.Readings);
        var now = time.GetUtcNow();
        return new RegionState(
            region, book.Edition.Source, book.Edition.Version, book.Edition.PublishedAt, book.Edition.RetrievedAt,
            // A clock that was set back makes nothing younger than new.
            Math.Max(0, (long)(now - book.Edition.RetrievedAt).TotalSeconds), options.Value.IsStale(book.Edition.RetrievedAt, now), books.IsInUse(region),
            book.Quotes.Count(), book.Quotes.CountBy(quote => quote.Edition.Source).OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary(),
            UnpricedCharge.Of(book),
            [.. readings.SelectMany(reading => reading.HeldBack.Select(held => new HeldBackRate(reading.Source, held.Rate.UsageType, held.Rate.Tiers, held.LastGood?.Tiers)))],
            [.. readings.SelectMany(reading => reading.Refusals.Select(refusal => new RefusedRow(reading.Source, refusal.Charge, refusal.Reason))
                .Concat(reading.Problems.Select(problem => new RefusedRow(reading.Source, null, problem))))],
            prices.AttemptedAt,
            [.. readings.Where(reading => reading.Error is not null).Select(reading => $"{reading.Source}, {reading.ServiceCode}: {reading.Error}"), .. store.ProblemsOf(region)],
            prices.LastError);
    }
}
