using CostApi.Core.Prices;

namespace CostApi.Core.Comparing;

/// <summary>The prices that an answer is based on.</summary>
/// <param name="Source">
/// `query-api` or `offer-files` for AWS's price lists, or `snapshot` for the shipped prices. If this source does not have a
/// charge, another source is used: each line item has its own source.
/// </param>
/// <param name="Version">Identifier of the edition. Equal versions have equal prices.</param>
/// <param name="PublishedAt">When AWS published the newest price list that the answer uses; null if it uses shipped prices only.</param>
/// <param name="RetrievedAt">
/// When the service last read that price list or confirmed that it is unchanged; null if the answer uses shipped prices only.
/// </param>
/// <param name="Stale">
/// Whether a rate that the answer uses was last seen in a price list longer ago than the service is configured to accept
/// (`Prices__StaleAfter`, 30 days by default).
/// </param>
/// <param name="OldestRate">
/// The rate that was last seen in a price list the longest time ago, of those that the answer uses; null if none of them has a
/// known date. Your own `pricing.unitPrices` are not included.
/// </param>
public sealed record PricesUsed(string Source, string Version, DateTimeOffset? PublishedAt, DateTimeOffset? RetrievedAt, bool Stale, OldestRate? OldestRate)
{
    /// <param name="facts">The facts that the answer was made from.</param>
    /// <param name="used">The rates of the book that it used.</param>
    public static PricesUsed Of(Facts facts, IReadOnlyCollection<Quote.Priced> used)
    {
        var newest = used.Select(quote => quote.Edition).Where(edition => !edition.IsShipped).MaxBy(edition => (edition.PublishedAt, edition.RetrievedAt));
        return new PricesUsed(
            facts.Book.Edition.Source, facts.Book.Edition.Version, newest?.PublishedAt, newest?.RetrievedAt,
            used.Any(quote => quote.IsStale(facts.Freshness)), OldestRate.Of(used));
    }
}

/// <summary>The rate that was last seen in a price list the longest time ago.</summary>
/// <param name="UsageType">
/// Usage type, for example `NatGateway-Hours`. If several rates have the same date, the first in alphabetical order.
/// </param>
/// <param name="Source">Source of the rate: `query-api`, `offer-files` or `snapshot`.</param>
/// <param name="AsOf">
/// The day (UTC) on which the price was last seen in a price list, for example `2025-10-28`. For a shipped price, only the
/// month or the year if no more is known.
/// </param>
public sealed record OldestRate(string UsageType, string Source, string AsOf)
{
    public static OldestRate? Of(IEnumerable<Quote.Priced> rates) => rates
        .Where(quote => quote.LastSeen is not null)
        .OrderBy(quote => quote.LastSeen!.To.UtcDateTime.Date).ThenBy(quote => quote.Rate.UsageType, StringComparer.Ordinal)
        .Select(quote => new OldestRate(quote.Rate.UsageType, quote.Edition.Source, quote.LastSeen!.Text))
        .FirstOrDefault();
}
