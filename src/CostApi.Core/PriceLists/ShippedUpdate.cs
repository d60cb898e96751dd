using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>Brings shipped files up to date with live rates. A row that says what the list says is left as it is, so that a diff shows what moved.</summary>
public static class ShippedUpdate
{
    /// <summary>The Region's file with the live rates in it. What the list lacks stays.</summary>
    public static PriceFile.RegionPrices Of(PriceFile.RegionPrices file, IEnumerable<Rate> live)
    {
        var rows = file.Rates.ToDictionary(row => row.Charge, StringComparer.Ordinal);
        foreach (var rate in live.Where(rate => rate.Charge is { IsGlobal: false, ToRegion: null }))
        {
            if (!rows.TryGetValue(rate.Charge.UsageType, out var row) || !Says(row, rate)) rows[rate.Charge.UsageType] = RowOf(rate);
        }

        return file with { Rates = [.. rows.Values.OrderBy(row => row.Charge, StringComparer.Ordinal)] };
    }

    /// <summary>The file of rates between Regions with a Region's live rates in it.</summary>
    public static PriceFile.InterRegionPrices Of(PriceFile.InterRegionPrices file, Region from, IEnumerable<Rate> live)
    {
        var rows = file.Rates.ToDictionary(row => (row.From, row.To));
        // The file is in one currency, and a rate in it is flat.
        foreach (var rate in live.Where(rate => rate.Charge.ToRegion is not null && from.Currency == file.Currency && rate.Tiers is [{ To: null }]))
        {
            var key = (from.Code, rate.Charge.ToRegion!);
            if (rows.TryGetValue(key, out var row) && row.Price == rate.Tiers[0].Price && row.Confidence == rate.Confidence) continue;
            rows[key] = new PriceFile.InterRegionRow(from.Code, key.Item2, rate.UsageType, rate.Tiers[0].Price, rate.AsOf ?? "", rate.Confidence, rate.Source);
        }

        return file with { Rates = [.. rows.Values.OrderBy(row => row.From, StringComparer.Ordinal).ThenBy(row => row.To, StringComparer.Ordinal)] };
    }

    private static bool Says(PriceFile.RateRow row, Rate rate) =>
        row.Unit == rate.Unit && row.Sku == rate.Sku && row.Confidence == rate.Confidence
        && row.Tiers.Select(tier => (tier.From, tier.To, tier.Price)).SequenceEqual(rate.Tiers.Select(tier => (tier.From, tier.To, tier.Price)));

    private static PriceFile.RateRow RowOf(Rate rate) => new(
        rate.Charge.UsageType, rate.UsageType, rate.Unit, rate.Sku, rate.AsOf, rate.Confidence, rate.Source,
        [.. rate.Tiers.Select(tier => new PriceFile.TierRow(tier.From, tier.To, tier.Price, tier.RateCode))]);
}
