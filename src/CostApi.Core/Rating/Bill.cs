using CostApi.Core.Metering;
using CostApi.Core.Prices;

namespace CostApi.Core.Rating;

/// <summary>What a layout costs a month, line by line, at one rate card.</summary>
/// <param name="Card">The rate card.</param>
/// <param name="Lines">The lines, in the order of the metered ones; a pool that outgrows the known tiers adds an unpriced line to each.</param>
/// <param name="LineCosts">Cost after discounts by index of the metered line; null where a part is unpriced.</param>
/// <param name="Pools">Quantity of each charge in all.</param>
public sealed record Bill(
    RateCard Card, IReadOnlyList<LineItem> Lines, IReadOnlyList<decimal?> LineCosts, IReadOnlyDictionary<Charge, decimal> Pools)
{
    public decimal MonthlyCost { get; } = Lines.Sum(line => line.Cost ?? 0);

    public decimal ListMonthlyCost { get; } = Lines.Sum(line => line.ListCost ?? 0);

    public bool IsComplete { get; } = Lines.All(line => line.Cost is not null);

    /// <summary>How much the bill would change with these uses less and those more; null where a price is not known.</summary>
    public decimal? Change(IEnumerable<Usage> less, IEnumerable<Usage> more)
    {
        decimal change = 0;
        var pooled = new Dictionary<Charge, decimal>();
        foreach (var (usage, sign) in less.Select(usage => (usage, -1)).Concat(more.Select(usage => (usage, 1))))
        {
            if (usage.OwnPrice is { } price) change += sign * (Card.For(usage.Charge, price).Cost(usage.Quantity) ?? 0);
            else pooled[usage.Charge] = pooled.GetValueOrDefault(usage.Charge) + sign * usage.Quantity;
        }

        foreach (var (charge, quantity) in pooled.Where(pool => pool.Value != 0))
        {
            var (schedule, before) = (Card.For(charge), Pools.GetValueOrDefault(charge));
            if (schedule.Cost(before + quantity) is not { } after || schedule.Cost(before) is not { } now) return null;
            change += after - now;
        }

        return Schedule.Round(change);
    }

    /// <summary>The pools of the bill with these uses less and those more, to look up further changes in; it has no lines.</summary>
    public Bill After(IEnumerable<Usage> less, IEnumerable<Usage> more)
    {
        var pools = new Dictionary<Charge, decimal>(Pools);
        foreach (var (usage, sign) in less.Select(usage => (usage, -1)).Concat(more.Select(usage => (usage, 1))))
            if (usage.OwnPrice is null) pools[usage.Charge] = pools.GetValueOrDefault(usage.Charge) + sign * usage.Quantity;
        return new Bill(Card, [], [], pools);
    }
}
