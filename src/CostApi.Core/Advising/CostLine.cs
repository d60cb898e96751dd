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
    /// <param name="nowPerGb">What one GB of this traffic uses in the bill.</param>
    /// <param name="nowGb">GB of this traffic in the bill: the line starts where the pools would stand without them.</param>
    public CostLine(decimal fixedCost, IReadOnlyDictionary<Charge, decimal> perGb, Bill bill, IReadOnlyDictionary<Charge, decimal> nowPerGb, decimal nowGb)
    {
        Fixed = fixedCost;
        Charges = [.. perGb.Keys];
        _pools = new (Schedule, decimal, decimal, decimal?)[perGb.Count];
        var i = 0;
        foreach (var (charge, quantity) in perGb)
        {
            var schedule = bill.Card.For(charge);
            var start = Math.Max(0, bill.Pools.GetValueOrDefault(charge) - nowPerGb.GetValueOrDefault(charge) * nowGb);
            _pools[i++] = (schedule, start, quantity, schedule.Cost(start));
        }
    }

    public decimal Fixed { get; }

    /// <summary>The charges that each GB adds to.</summary>
    public IReadOnlyList<Charge> Charges { get; }

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
