using CostApi.Core.Comparing;

namespace CostApi.Core.Reporting;

/// <summary>What every report says at its end.</summary>
internal static class ReportNotes
{
    public const string Rounded = "Amounts are rounded to the cent. The CSV and JSON formats contain the exact amounts.";

    public static string Id(string id) => $"ID of the request and its prices: {id}.";

    /// <param name="prices">The prices.</param>
    /// <param name="region">Their Region; null where the answer is of one.</param>
    public static string Prices(PricesUsed prices, string? region) =>
        $"Prices{(region is null ? "" : $" of {region}")}: {prices.Source}, edition {prices.Version}"
        + (prices.PublishedAt is { } published ? $", published {published:yyyy-MM-dd}, last read {prices.RetrievedAt:yyyy-MM-dd}" : "")
        + (prices.OldestRate is { } oldest ? $". Oldest rate used: {oldest.UsageType} ({oldest.Source}, last seen in a price list {oldest.AsOf})" : "")
        + (prices.Stale ? "; rates are stale, verify those that matter." : ".");
}
