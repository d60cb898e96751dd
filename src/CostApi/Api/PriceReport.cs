using CostApi.Core.Comparing;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using CostApi.PriceSources;
using Microsoft.Extensions.Options;

namespace CostApi.Api;

/// <summary>The prices that the service uses.</summary>
/// <param name="Sources">The sources of prices, in the order in which they are used.</param>
/// <param name="Regions">All Regions.</param>
public sealed record PricesState(IReadOnlyList<string> Sources, IReadOnlyList<RegionState> Regions);

/// <summary>The prices of a Region.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Source">Main source of the edition in effect.</param>
/// <param name="Version">The edition in effect.</param>
/// <param name="PublishedAt">When the newest price list in the edition was published; null if only shipped prices are in effect.</param>
/// <param name="RetrievedAt">
/// When the prices were last read from their source or confirmed to be unchanged; null if only shipped prices are in effect.
/// </param>
/// <param name="AgeSeconds">Seconds since `retrievedAt`; null if `retrievedAt` is null.</param>
/// <param name="Stale">Whether `oldestRate` was last seen in a price list longer ago than the service is configured to accept.</param>
/// <param name="OldestRate">
/// The rate of the Region's own price lists that was last seen there the longest time ago; null if there is none. Rates that
/// are the same in every Region, such as hosted zones, are not included.
/// </param>
/// <param name="InUse">Whether the Region is in use, so that its prices are refreshed.</param>
/// <param name="Priced">Number of charges with a known rate, including data transfer to other Regions.</param>
/// <param name="PricedBySource">Number of charges with a known rate, by source.</param>
/// <param name="Unpriced">Charges that a layout can have but that have no known rate.</param>
/// <param name="HeldBack">
/// Rates that changed by a large factor, or are new and very different from those of other Regions. They are not used until
/// another edition of the price list confirms them.
/// </param>
/// <param name="Refused">Rows of the price lists that could not be used.</param>
/// <param name="Vanished">Rates that a source no longer lists.</param>
/// <param name="AttemptedAt">When the service last read the live sources; null if it has not since it started.</param>
/// <param name="Errors">
/// Errors of the latest attempt, sources that could not be read, and damaged files on disk; empty if there are none.
/// </param>
/// <param name="LastError">The last error, even if it no longer exists; null if there was none since the service started.</param>
public sealed record RegionState(
    string Region, string Source, string Version, DateTimeOffset? PublishedAt, DateTimeOffset? RetrievedAt, long? AgeSeconds, bool Stale, OldestRate? OldestRate, bool InUse,
    int Priced, IReadOnlyDictionary<string, int> PricedBySource, IReadOnlyList<UnpricedCharge> Unpriced, IReadOnlyList<HeldBackRate> HeldBack,
    IReadOnlyList<RefusedRow> Refused, IReadOnlyList<VanishedRate> Vanished, DateTimeOffset? AttemptedAt, IReadOnlyList<string> Errors, SourceFailure? LastError);

/// <summary>A rate that is not used until another edition of the price list confirms it.</summary>
/// <param name="Source">Source of the rate.</param>
/// <param name="UsageType">Usage type.</param>
/// <param name="Tiers">The price tiers as read.</param>
/// <param name="InForce">The price tiers that remain in effect until then; null if there are none.</param>
public sealed record HeldBackRate(string Source, string UsageType, IReadOnlyList<Tier> Tiers, IReadOnlyList<Tier>? InForce);

/// <summary>A row of a price list that could not be used.</summary>
/// <param name="Source">Source of the price list.</param>
/// <param name="Charge">Usage type without the Region prefix; null if it could not be read.</param>
/// <param name="Reason">Why the row could not be used.</param>
public sealed record RefusedRow(string Source, string? Charge, string Reason);

/// <summary>A rate that a source no longer lists.</summary>
/// <param name="Source">The source.</param>
/// <param name="UsageType">Usage type.</param>
/// <param name="LastSeen">The last day (UTC) on which the source listed it.</param>
/// <param name="Reason">The effect on answers.</param>
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
