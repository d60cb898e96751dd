using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Rating;

namespace CostApi.Core.Advising;

/// <summary>Cost a month as a function of GB: a fixed part, and pools that grow with each GB from where they stand.</summary>
public sealed class CostLine
{
    private readonly (Schedule Schedule, decimal Start, decimal PerGb, decimal? Before)[] _pools;

    /// <param name="fixedCost">Cost at 0 GB.</param>
    /// <param name="perGb">What one GB uses.</param>
    /// <param name="bill">The bill whose pools the GB join.</param>
    /// <param name="alreadyIn">GB of this traffic that the bill's pools hold already.</param>
    public CostLine(decimal fixedCost, IEnumerable<Usage> perGb, Bill bill, decimal alreadyIn)
    {
        Fixed = fixedCost;
        var pools = new Dictionary<Charge, decimal>();
        foreach (var usage in perGb)
            if (usage.OwnPrice is null) pools[usage.Charge] = pools.GetValueOrDefault(usage.Charge) + usage.Quantity;
        _pools = [.. pools.Select(pool =>
        {
            var (schedule, start) = (bill.Card.For(pool.Key), Math.Max(0, bill.Pools.GetValueOrDefault(pool.Key) - pool.Value * alreadyIn));
            return (schedule, start, pool.Value, schedule.Cost(start));
        })];
    }

    public decimal Fixed { get; }

    /// <summary>Where a tier ends, so that the line bends.</summary>
    public IReadOnlyList<decimal> Bends
    {
        get
        {
            var bends = new List<decimal>();
            foreach (var (schedule, start, perGb, _) in _pools)
            {
                if (perGb <= 0) continue;
                foreach (var tier in schedule.Tiers)
                    if (tier.To is { } end && end > schedule.Start + start) bends.Add((end - schedule.Start - start) / perGb);
            }

            return bends;
        }
    }

    /// <summary>Cost at a number of GB; null where a price is not known.</summary>
    public decimal? At(decimal gb)
    {
        var cost = Fixed;
        foreach (var (schedule, start, perGb, known) in _pools)
        {
            if (known is not { } before || schedule.Cost(start + perGb * gb) is not { } after) return null;
            cost += after - before;
        }

        return cost;
    }
}
