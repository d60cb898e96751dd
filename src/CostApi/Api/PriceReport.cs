using CostApi.Core.Comparing;
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
/// <param name="PublishedAt">When the newest price list in the edition was published; null while only shipped prices are in force.</param>
/// <param name="RetrievedAt">When its prices were last read from their source, or found there unchanged; null while only shipped prices are in force.</param>
/// <param name="AgeSeconds">How long ago that was; null where `retrievedAt` is.</param>
/// <param name="Stale">Whether `oldestRate` was last seen in a price list longer ago than the service is configured to accept.</param>
/// <param name="OldestRate">The rate of the Region's own price lists that was last seen there the longest time ago; null where there is none. Rates that are the same in every Region, such as hosted zones, are not counted.</param>
/// <param name="InUse">Whether the Region is kept fresh.</param>
/// <param name="Priced">Number of charges with a rate, transfer to other Regions among them.</param>
/// <param name="PricedBySource">The same by the source of each rate.</param>
/// <param name="Unpriced">Charges that a layout can have and no rate is known for.</param>
/// <param name="HeldBack">Rates that moved so far, or are new and so far from those of other Regions, that another edition of the list must confirm them.</param>
/// <param name="Refused">Rows of the price lists that could not be used.</param>
/// <param name="Vanished">Rates that a source no longer lists.</param>
/// <param name="AttemptedAt">When the live sources were last asked; null for not since the start.</param>
/// <param name="Errors">What failed in the latest attempt, which sources could not be asked and why, and what is wrong with the files on disk; empty where nothing is.</param>
/// <param name="LastError">The last failure, even if it is mended now; null where there was none since the start.</param>
public sealed record RegionState(
    string Region, string Source, string Version, DateTimeOffset? PublishedAt, DateTimeOffset? RetrievedAt, long? AgeSeconds, bool Stale, OldestRate? OldestRate, bool InUse,
    int Priced, IReadOnlyDictionary<string, int> PricedBySource, IReadOnlyList<UnpricedCharge> Unpriced, IReadOnlyList<HeldBackRate> HeldBack,
    IReadOnlyList<RefusedRow> Refused, IReadOnlyList<VanishedRate> Vanished, DateTimeOffset? AttemptedAt, IReadOnlyList<string> Errors, SourceFailure? LastError);

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

/// <summary>A rate that a source listed once and does not list any more.</summary>
/// <param name="Source">The source.</param>
/// <param name="UsageType">Usage type.</param>
/// <param name="LastSeen">The day (UTC) on which it was last listed there.</param>
/// <param name="Reason">What that means for answers.</param>
public sealed record VanishedRate(string Source, string UsageType, string LastSeen, string Reason);

/// <summary>Tells of each Region's prices.</summary>
internal sealed class PriceReport(Snapshot snapshot, PriceBooks books, PriceStore store, TimeProvider time, IOptions<PricesOptions> options)
{
    public PricesState State() => new(options.Value.SourceList, [.. snapshot.Regions.Keys.Order(StringComparer.Ordinal).Select(StateOf)]);

    private RegionState StateOf(string region)
    {
        var prices = books[region];
        var (book, readings) = (prices.Book, prices.Readings);
        var now = time.GetUtcNow();
        var edition = RateEdition.Of(book.Edition);
        // What no Region's list has, no reading confirms.
        Quote.Priced[] own = [.. book.Quotes.Where(quote => !quote.Rate.Charge.IsGlobal)];
        return new RegionState(
            region, edition.Source, edition.Version, edition.PublishedAt, edition.RetrievedAt,
            // A clock that was set back makes nothing younger than new.
            edition.RetrievedAt is { } retrieved ? Math.Max(0, (long)(now - retrieved).TotalSeconds) : null,
            own.Any(quote => quote.IsStale(options.Value.FreshnessAt(now))), OldestRate.Of(own), books.IsInUse(region),
            book.Quotes.Count(), book.Quotes.CountBy(quote => quote.Edition.Source).OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary(),
            UnpricedCharge.Of(book),
            [.. readings.SelectMany(reading => reading.HeldBack.Select(held => new HeldBackRate(reading.Source, held.Rate.UsageType, held.Rate.Tiers, held.LastGood?.Tiers)))],
            [.. readings.SelectMany(reading => reading.Refusals.Select(refusal => new RefusedRow(reading.Source, refusal.Charge, refusal.Reason))
                .Concat(reading.Problems.Select(problem => new RefusedRow(reading.Source, null, problem))))],
            [.. readings.SelectMany(reading => reading.Vanished.Select(gone => new VanishedRate(reading.Source, gone.Rate.UsageType, gone.LastSeen!.Text, Reading.ReasonOf(gone))))],
            prices.AttemptedAt,
            [.. Errors(readings), .. store.ProblemsOf(region)],
            prices.LastError);
    }

    // A source that cannot be asked fails for all of its lists alike.
    private static IEnumerable<string> Errors(IEnumerable<Reading> readings) => readings
        .Where(reading => reading.Error is not null)
        .GroupBy(reading => (reading.Source, reading.Error), (error, lists) => $"{error.Source}, {string.Join(", ", lists.Select(list => list.ServiceCode))}: {error.Error}");
}
