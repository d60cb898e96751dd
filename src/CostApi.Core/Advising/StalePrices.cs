using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Advising;

/// <summary>What to say of rates that were not seen in a price list for long: once for an answer.</summary>
public static class StalePrices
{
    private const int MostRates = 6;

    /// <summary>Names the stale rates and what refreshes them; null where none is stale.</summary>
    public static Finding? Of(IReadOnlyCollection<Quote.Priced> used, Freshness freshness)
    {
        Quote.Priced[] stale =
        [
            .. used.Where(quote => quote.IsStale(freshness))
                .OrderBy(quote => quote.LastSeen!.To).ThenBy(quote => quote.Rate.UsageType, StringComparer.Ordinal),
        ];
        return stale.Length == 0 ? null : new Finding
        {
            Code = FindingCodes.PricesStale,
            Severity = Severity.Info,
            Message = $"{Figures.Count(stale.Length, "rate")} in this answer {(stale.Length == 1 ? "is" : "are")} more than {Span(freshness.StaleAfter)} old, "
                + $"by the day on which the price was last seen in an AWS price list: {Listed(stale)}. {string.Join(" ", Remedies(stale))}",
        };
    }

    private static string Listed(Quote.Priced[] stale)
    {
        var days = stale.Take(MostRates).GroupBy(quote => (quote.LastSeen!.Text, quote.Edition.Source))
            .Select(day => $"{string.Join(", ", day.Select(quote => quote.Rate.UsageType))} ({day.Key.Text}, {Where(day.Key.Source)})");
        return $"{string.Join("; ", days)}{(stale.Length > MostRates ? $"; and {stale.Length - MostRates} more" : "")}";
    }

    private static string Where(string source) => source == PriceEdition.Shipped ? "shipped prices" : source;

    private static IEnumerable<string> Remedies(Quote.Priced[] stale)
    {
        Quote.Priced[] shipped = [.. stale.Where(quote => quote.Edition.IsShipped)];
        Rate[] listed = [.. shipped.Select(quote => quote.Rate).Where(rate => !rate.Charge.IsGlobal)];
        var isNat = (Rate rate) => rate.Charge.ServiceCode == Charges.NatGatewayHours.ServiceCode;
        if (listed.Any(isNat))
            yield return "For current NAT gateway rates, give the service AWS credentials with the permission pricing:GetProducts, or set Prices__OfferFiles__Ec2=true.";
        if (!listed.All(isNat))
            yield return $"For {(listed.Any(isNat) ? "the other" : "current")} rates, let the service read the sources query-api or offer-files (Prices__Sources).";
        if (shipped.Length > listed.Length)
            yield return "Rates that are the same in every Region, such as hosted zones, are updated by a new release only.";
        if (shipped.Length < stale.Length)
            yield return "GET /v1/prices shows why a source has not confirmed its rates since.";
    }

    private static string Span(TimeSpan span) => span.TotalDays >= 1 ? Figures.Count((int)span.TotalDays, "day") : Figures.Count((int)Math.Ceiling(span.TotalHours), "hour");
}
