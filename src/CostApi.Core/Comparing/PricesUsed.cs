using CostApi.Core.Prices;

namespace CostApi.Core.Comparing;

/// <summary>Which prices an answer was made from.</summary>
/// <param name="Source">`query-api` or `offer-files` for AWS's own price lists, `snapshot` for the prices that the service ships. Where that source lacks a charge, another one completes it: each line names its own.</param>
/// <param name="Version">Identifies the edition: equal versions hold equal prices.</param>
/// <param name="PublishedAt">When AWS published the newest price list that the answer used; null where it used shipped prices only.</param>
/// <param name="RetrievedAt">When the service last read that list, or found it unchanged; null where the answer used shipped prices only.</param>
/// <param name="Stale">Whether a rate that the answer used was last seen in a price list longer ago than the service is configured to accept (`Prices__StaleAfter`, 30 days by default).</param>
/// <param name="OldestRate">The rate among those used that was last seen in a price list the longest time ago; null where no rate of known date was used. Your own `pricing.unitPrices` are not rates of a price list.</param>
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
/// <param name="UsageType">Usage type, as in `NatGateway-Hours`; of several rates of one day, the first by name.</param>
/// <param name="Source">Where the rate comes from: `query-api`, `offer-files` or `snapshot`.</param>
/// <param name="AsOf">The day (UTC) on which the price was last seen in a list, as in `2025-10-28`; of a shipped price the month or the year where no more is known.</param>
public sealed record OldestRate(string UsageType, string Source, string AsOf)
{
    public static OldestRate? Of(IEnumerable<Quote.Priced> rates) => rates
        .Where(quote => quote.LastSeen is not null)
        .OrderBy(quote => quote.LastSeen!.To.UtcDateTime.Date).ThenBy(quote => quote.Rate.UsageType, StringComparer.Ordinal)
        .Select(quote => new OldestRate(quote.Rate.UsageType, quote.Edition.Source, quote.LastSeen!.Text))
        .FirstOrDefault();
}
