using System.Text;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Rating;

/// <summary>
/// Turns quantities into money. Every charge is one pool: it is rated on its whole quantity, and the cost is shared out
/// to the lines by their quantity, so that equal lines cost the same and the shares add up to the pool exactly.
/// </summary>
public static class Rater
{
    public static Bill Rate(IReadOnlyList<Usage> usages, RateCard card)
    {
        var pools = PoolsOf(usages, card);
        var lines = new List<LineItem>(usages.Count);
        var costs = new decimal?[usages.Count];
        for (var i = 0; i < usages.Count; i++)
        {
            var share = pools[(usages[i].Charge, usages[i].OwnPrice)].Take(usages[i].Quantity);
            costs[i] = share.Unpriced > 0 ? null : share.Cost;
            if (share.Unpriced < usages[i].Quantity || usages[i].Quantity == 0) lines.Add(Priced(usages[i], share, card));
            if (share.Unpriced > 0) lines.Add(Unpriced(usages[i], share, card));
        }

        return new Bill(card, lines, costs, pools.Where(pool => pool.Key.Item2 is null).ToDictionary(pool => pool.Key.Item1, pool => pool.Value.Quantity));
    }

    /// <summary>What <see cref="Rate"/> adds up to, without the lines; null where a part is unpriced.</summary>
    public static decimal? Total(IReadOnlyList<Usage> usages, RateCard card)
    {
        decimal total = 0;
        foreach (var pool in PoolsOf(usages, card).Values)
        {
            var whole = pool.Take(pool.Quantity);
            if (whole.Unpriced > 0) return null;
            total += whole.Cost;
        }

        return total;
    }

    private static Dictionary<(Charge, decimal?), Pool> PoolsOf(IReadOnlyList<Usage> usages, RateCard card)
    {
        var pools = new Dictionary<(Charge, decimal?), Pool>();
        foreach (var usage in usages)
        {
            var key = (usage.Charge, usage.OwnPrice);
            if (!pools.TryGetValue(key, out var pool)) pools.Add(key, pool = new Pool(card.For(usage.Charge, usage.OwnPrice)));
            pool.Quantity += usage.Quantity;
        }

        foreach (var pool in pools.Values) pool.Cut();
        return pools;
    }

    private static LineItem Priced(Usage usage, Share share, RateCard card) => new()
    {
        Vpc = usage.Vpc,
        Resource = usage.Resource,
        Category = usage.Charge.Category,
        IsByUsage = usage.Charge.Unit == ChargeUnit.Gigabytes,
        Description = usage.Description,
        UsageType = UsageType(usage, share, card),
        Unit = Unit(usage, share),
        Quantity = Schedule.Round(usage.Quantity - share.Unpriced),
        Tiers = share.Tiers,
        Cost = share.Cost,
        ListCost = share.ListCost,
        Sku = share.Schedule.Rate?.Sku,
        PriceSource = share.Schedule.Source,
        PriceAsOf = share.Schedule.Rate?.AsOf,
        PriceConfidence = share.Schedule.Rate?.Confidence,
        Formula = FormulaOf(usage, share),
    };

    private static LineItem Unpriced(Usage usage, Share share, RateCard card) => new()
    {
        Vpc = usage.Vpc,
        Resource = usage.Resource,
        Category = usage.Charge.Category,
        IsByUsage = usage.Charge.Unit == ChargeUnit.Gigabytes,
        Description = usage.Description,
        UsageType = UsageType(usage, share, card),
        Unit = Unit(usage, share),
        Quantity = Schedule.Round(share.Unpriced),
        Tiers = [],
        Cost = null,
        ListCost = null,
        Sku = share.Schedule.Rate?.Sku,
        PriceSource = null,
        PriceAsOf = null,
        PriceConfidence = null,
        Formula = usage.Formula ?? Quantity(usage, share.Unpriced),
        Unpriced = share.Schedule.Unpriced,
    };

    private static string? UsageType(Usage usage, Share share, RateCard card) =>
        share.Schedule.Rate?.UsageType ?? (usage.Charge.ServiceCode is null ? null : card.Book.Region.UsageTypeOf(usage.Charge));

    private static string Unit(Usage usage, Share share) => share.Schedule.Rate?.Unit ?? usage.Charge.UnitNames[0];

    private static string FormulaOf(Usage usage, Share share)
    {
        var text = new StringBuilder();
        if (share.Tiers.Count == 0) text.Append(Quantity(usage, usage.Quantity)).Append(" × 0");
        foreach (var tier in share.Tiers)
        {
            if (text.Length > 0) text.Append(" + ");
            text.Append(share.Tiers.Count == 1 && usage.Formula is { } formula && share.Unpriced == 0 ? formula : Quantity(usage, tier.Quantity))
                .Append(" × ").Append(Figures.Show(tier.UnitPrice));
        }

        if (share.Schedule.DiscountPercent > 0) text.Append(", less ").Append(Figures.Show(share.Schedule.DiscountPercent)).Append(" %");
        return text.ToString();
    }

    private static string Quantity(Usage usage, decimal quantity) => usage.Charge.Unit switch
    {
        ChargeUnit.Gigabytes when usage.Sides > 1 => $"{Figures.Gb(quantity / usage.Sides)} × {usage.Sides} sides",
        ChargeUnit.Gigabytes => Figures.Gb(quantity),
        ChargeUnit.Hours => $"{Figures.Show(quantity)} h",
        _ => $"{Figures.Show(quantity)} hosted {(quantity == 1 ? "zone" : "zones")}",
    };
}
