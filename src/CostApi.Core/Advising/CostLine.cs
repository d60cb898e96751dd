using CostApi.Core.Metering;
using CostApi.Core.Rating;

namespace CostApi.Core.Advising;

/// <summary>Cost a month as a function of GB: a fixed part, and pools that grow with each GB from where they stand.</summary>
public sealed class CostLine
{
    private readonly IReadOnlyList<(Schedule Schedule, decimal Start, decimal PerGb)> _pools;

    /// <param name="fixedCost">Cost at 0 GB.</param>
    /// <param name="perGb">What one GB uses.</param>
    /// <param name="bill">The bill whose pools the GB join.</param>
    /// <param name="alreadyIn">GB of this traffic that the bill's pools hold already.</param>
    public CostLine(decimal fixedCost, IEnumerable<Usage> perGb, Bill bill, decimal alreadyIn)
    {
        Fixed = fixedCost;
        _pools = [.. perGb
            .Where(usage => usage.OwnPrice is null)
            .GroupBy(usage => usage.Charge, usage => usage.Quantity)
            .Select(pool => (bill.Card.For(pool.Key), Math.Max(0, bill.Pools.GetValueOrDefault(pool.Key) - pool.Sum() * alreadyIn), pool.Sum()))];
    }

    public decimal Fixed { get; }

    /// <summary>Where a tier ends, so that the line bends.</summary>
    public IEnumerable<decimal> Bends =>
        from pool in _pools
        where pool.PerGb > 0
        from end in pool.Schedule.Tiers.Select(tier => tier.To).OfType<decimal>()
        let gb = (end - pool.Schedule.Start - pool.Start) / pool.PerGb
        where gb > 0
        select gb;

    /// <summary>Cost at a number of GB; null where a price is not known.</summary>
    public decimal? At(decimal gb)
    {
        var cost = Fixed;
        foreach (var (schedule, start, perGb) in _pools)
        {
            if (schedule.Cost(start + perGb * gb) is not { } after || schedule.Cost(start) is not { } before) return null;
            cost += after - before;
        }

        return cost;
    }
}
