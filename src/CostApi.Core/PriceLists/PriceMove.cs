using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>How far a price has moved.</summary>
public static class PriceMove
{
    /// <summary>The largest factor between the two rates at any quantity, at least 1; null where a price came from or went to nothing.</summary>
    public static decimal? Factor(Rate from, Rate to)
    {
        var factor = 1m;
        foreach (var quantity in from.Tiers.Concat(to.Tiers).Select(tier => tier.From).Distinct())
        {
            if (At(from, quantity) is not { } before || At(to, quantity) is not { } after || before == after) continue;
            if (before == 0 || after == 0) return null;
            factor = Math.Max(factor, Math.Max(before, after) / Math.Min(before, after));
        }

        return factor;
    }

    private static decimal? At(Rate rate, decimal quantity) =>
        rate.Tiers.FirstOrDefault(tier => tier.From <= quantity && (tier.To is null || quantity < tier.To))?.Price;
}
