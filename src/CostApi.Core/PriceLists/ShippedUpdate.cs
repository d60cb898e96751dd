using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>Brings shipped files up to date with live rates: their prices, and the day on which these were seen.</summary>
public static class ShippedUpdate
{
    /// <summary>The Region's file with the live rates in it. What the list lacks stays, with the day on which it was last seen.</summary>
    public static PriceFile.RegionPrices Of(PriceFile.RegionPrices file, IEnumerable<Quote.Priced> live)
    {
        var rows = file.Rates.ToDictionary(row => row.Charge, StringComparer.Ordinal);
        foreach (var quote in live.Where(quote => quote.Rate.Charge is { IsGlobal: false, ToRegion: null })) rows[quote.Rate.Charge.UsageType] = RowOf(quote);
        return file with { Rates = [.. rows.Values.OrderBy(row => row.Charge, StringComparer.Ordinal)] };
    }

    /// <summary>The file of rates between Regions with a Region's live rates in it.</summary>
    public static PriceFile.InterRegionPrices Of(PriceFile.InterRegionPrices file, Region from, IEnumerable<Quote.Priced> live)
    {
        var rows = file.Rates.ToDictionary(row => (row.From, row.To));
        // The file is in one currency, and a rate in it is flat.
        foreach (var quote in live.Where(quote => quote.Rate.Charge.ToRegion is not null && from.Currency == file.Currency && quote.Rate.Tiers is [{ To: null }]))
        {
            var (rate, to) = (quote.Rate, quote.Rate.Charge.ToRegion!);
            rows[(from.Code, to)] = new PriceFile.InterRegionRow(from.Code, to, rate.UsageType, rate.Tiers[0].Price, SeenOn(quote) ?? "", rate.Confidence, rate.Source);
        }

        return file with { Rates = [.. rows.Values.OrderBy(row => row.From, StringComparer.Ordinal).ThenBy(row => row.To, StringComparer.Ordinal)] };
    }

    private static PriceFile.RateRow RowOf(Quote.Priced quote)
    {
        var rate = quote.Rate;
        return new PriceFile.RateRow(
            rate.Charge.UsageType, rate.UsageType, rate.Unit, rate.Sku, SeenOn(quote), rate.Confidence, rate.Source,
            [.. rate.Tiers.Select(tier => new PriceFile.TierRow(tier.From, tier.To, tier.Price, tier.RateCode))]);
    }

    // The day of the reading: a price in a list of long ago is today's, as long as that list is the current one.
    private static string? SeenOn(Quote.Priced quote) => quote.LastSeen?.Text;
}
