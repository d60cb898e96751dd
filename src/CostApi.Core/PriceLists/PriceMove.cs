using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>How far a price has moved.</summary>
public static class PriceMove
{
    /// <summary>The largest factor between the two rates at any quantity, at least 1; null where a price came from or went to nothing, or next to it.</summary>
    public static decimal? Factor(Rate from, Rate to)
    {
        var factor = 1m;
        foreach (var quantity in from.Tiers.Concat(to.Tiers).Select(tier => tier.From).Distinct())
        {
            if (At(from, quantity) is not { } before || At(to, quantity) is not { } after || before == after) continue;
            var (low, high) = (Math.Min(before, after), Math.Max(before, after));
            // A factor beyond what a decimal holds.
            if (low <= high / decimal.MaxValue) return null;
            factor = Math.Max(factor, high / low);
        }

        return factor;
    }

    private static decimal? At(Rate rate, decimal quantity) =>
        rate.Tiers.FirstOrDefault(tier => tier.From <= quantity && (tier.To is null || quantity < tier.To))?.Price;
}
