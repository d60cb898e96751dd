namespace CostApi.Core.Rating;

/// <summary>One line's share of a pool.</summary>
/// <param name="Schedule">The pool's schedule.</param>
/// <param name="Tiers">The line's part of each tier that the pool reaches.</param>
/// <param name="ListCost">Before the discount.</param>
/// <param name="Cost">After it.</param>
/// <param name="Unpriced">The line's part of what no known tier holds.</param>
internal readonly record struct Share(Schedule Schedule, IReadOnlyList<TierCost> Tiers, decimal ListCost, decimal Cost, decimal Unpriced);

/// <summary>
/// All usage of one charge. Shares are differences of a running total that is rounded at each line, so that they are
/// never negative and add up to the rounded cost of the whole, however many lines there are.
/// </summary>
internal sealed class Pool(Schedule schedule)
{
    // A flow's thirds do not add up to it again in the last of 28 digits, and differently in another order; money that
    // lies on the edge of two roundings would feel that.
    private const int QuantityDecimals = 15;

    private IReadOnlyList<Slice> _slices = [];
    private decimal[] _given = [];
    private decimal _taken, _list, _net;

    public decimal Quantity { get; set; }

    public void Cut()
    {
        Quantity = Settled(Quantity);
        _slices = schedule.Cut(Quantity);
        _given = new decimal[_slices.Count];
    }

    /// <summary>The share of the next line. Every line of the pool takes once.</summary>
    public Share Take(decimal quantity)
    {
        _taken += quantity;
        var taken = Settled(_taken);
        var part = Quantity == 0 ? 0 : taken / Quantity;
        var tiers = new List<TierCost>(_slices.Count);
        var (cost, unpriced) = (0m, 0m);
        for (var i = 0; i < _slices.Count; i++)
        {
            var (tier, slice) = _slices[i];
            var own = _slices.Count == 1 ? quantity : quantity * (slice / Quantity);
            if (tier is null)
            {
                unpriced = own;
                continue;
            }

            var running = Schedule.Round(tier.Price * (_slices.Count == 1 ? taken : slice * part));
            tiers.Add(new TierCost(tier.From, tier.To, Schedule.Round(own), tier.Price, running - _given[i]));
            cost += running - _given[i];
            _given[i] = running;
        }

        _list += cost;
        var net = Schedule.Round(_list * schedule.Payable);
        (var share, _net) = (net - _net, net);
        return new Share(schedule, tiers, cost, share, unpriced);
    }

    private static decimal Settled(decimal quantity) => decimal.Round(quantity, QuantityDecimals, MidpointRounding.AwayFromZero);
}
