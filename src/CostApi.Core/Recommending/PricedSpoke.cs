namespace CostApi.Core.Recommending;

/// <summary>How a VPC stands: whether it is attached to the hub, and its way out.</summary>
/// <param name="IsAttached">Whether the hub's endpoints are there for it.</param>
/// <param name="Way">Index of its way out.</param>
/// <param name="Standing">What it costs to stand so.</param>
/// <param name="NeedsHubNat">Whether the way out is the hub's.</param>
internal readonly record struct State(bool IsAttached, int Way, decimal Standing, bool NeedsHubNat);

/// <summary>
/// VPCs that are alike, priced by straight lines. Once it is known which services the hub holds, each state's cost is a
/// sum over services of the least of their ways, and the best state is found by trying them all.
/// </summary>
internal sealed class PricedSpoke
{
    private readonly decimal[] _local, _hub;
    private readonly decimal[][] _out;
    private readonly int _most;

    // More than any state costs that works: one endpoint too many at this toll, and another state is better.
    private readonly decimal _steepest;

    public PricedSpoke(Spoke spoke, Tariff tariff, int most, decimal never)
    {
        _most = most;
        Services = [.. spoke.Cells.Select(cell => cell.Service)];
        _local = [.. spoke.Cells.Select(cell => Cost(cell, Ways.Local, most == 0 ? null : cell.Local))];
        _hub = [.. spoke.Cells.Select(cell => Cost(cell, Ways.Hub, cell.Hub))];
        _out = [.. Enumerable.Range(0, spoke.Ways.Count).Select(way => spoke.Cells.Select(cell => Cost(cell, Ways.Out, cell.Out[way])).ToArray())];
        var states = new List<State>();
        foreach (var isAttached in new[] { false, true })
            for (var way = 0; way < spoke.Ways.Count; way++)
            {
                if (spoke.Ways[way].IsCentral && !isAttached || spoke.Ways[way].Uses is not { } uses || tariff.Price(uses) is not { } standing) continue;
                if (isAttached && tariff.Price(spoke.Attachment) is { } attachment) standing += attachment;
                else if (isAttached) continue;
                states.Add(new State(isAttached, way, standing, spoke.Ways[way].IsCentral));
            }

        All = [.. states];
        _steepest = states.Select(state => state.Standing).DefaultIfEmpty(0).Max() + Enumerable.Range(0, Services.Length)
            .Sum(cell => _out.Select(costs => costs[cell]).Append(_local[cell]).Append(_hub[cell]).Where(cost => cost < never).DefaultIfEmpty(0).Max());
        decimal Cost(Cell cell, Ways way, Amounts? uses) => (cell.Allowed & way) == 0 || uses is null ? never : tariff.Price(uses) ?? never;
    }

    /// <summary>How many VPCs are like this one.</summary>
    public int Weight { get; set; } = 1;

    public int[] Services { get; }

    /// <summary>Every state that has a price.</summary>
    public State[] All { get; }

    /// <summary>Whether two VPCs have the same choices at the same costs, so that what is best for one is best for the other.</summary>
    public bool IsLike(PricedSpoke other) =>
        Services.AsSpan().SequenceEqual(other.Services) && All.AsSpan().SequenceEqual(other.All)
        && _local.AsSpan().SequenceEqual(other._local) && _hub.AsSpan().SequenceEqual(other._hub)
        && _out.Length == other._out.Length && !_out.Where((costs, i) => !costs.AsSpan().SequenceEqual(other._out[i])).Any();

    public int Likeness()
    {
        var hash = new HashCode();
        foreach (var service in Services) hash.Add(service);
        foreach (var cost in _local) hash.Add(cost);
        foreach (var state in All) hash.Add(state);
        return hash.ToHashCode();
    }

    /// <summary>Interface endpoints that the VPC may hold at most; those that it cannot reach count for nothing.</summary>
    public int Most => _most;

    /// <summary>Cost of a service's traffic in a state, as if the VPC could hold any number of endpoints at a toll for each.</summary>
    public decimal Cost(State state, int cell, bool isOpen, decimal toll = 0) => Math.Min(_local[cell] + toll, Other(state, cell, isOpen));

    /// <summary>The toll for each endpoint at which the VPC wants no more than it may have: what the first that it must do without would save.</summary>
    public decimal Toll(State state, bool[] open)
    {
        if (Services.Length <= _most) return 0;
        var savings = new List<decimal>();
        for (var cell = 0; cell < Services.Length; cell++)
            if (Other(state, cell, open[Services[cell]]) - _local[cell] is > 0 and var saving) savings.Add(saving);
        if (savings.Count <= _most) return 0;
        savings.Sort();
        return Math.Min(savings[^(_most + 1)], _steepest);
    }

    /// <summary>Cost of a state where the hub holds these services, within the most endpoints that the VPC may have.</summary>
    public decimal Cost(State state, bool[] open, bool[]? local = null)
    {
        var cost = state.Standing;
        var (count, savings) = (0, default(List<(decimal Saving, int Cell)>));
        if (Services.Length > _most) savings = [];
        for (var cell = 0; cell < Services.Length; cell++)
        {
            var (own, other) = (_local[cell], Other(state, cell, open[Services[cell]]));
            var isLocal = own < other;
            cost += isLocal ? own : other;
            if (local is not null) local[cell] = isLocal;
            if (!isLocal) continue;
            count++;
            savings?.Add((other - own, cell));
        }

        if (savings is null || count <= _most) return cost;
        foreach (var (saving, cell) in savings.OrderBy(item => item.Saving).Take(count - _most))
        {
            cost += saving;
            if (local is not null) local[cell] = false;
        }

        return cost;
    }

    /// <summary>The best of some states where the hub holds these services.</summary>
    public (decimal Cost, int State) Best(bool[] open, IReadOnlyList<int> states)
    {
        var (best, index) = (decimal.MaxValue, -1);
        foreach (var state in states)
        {
            var cost = Cost(All[state], open);
            if (cost < best) (best, index) = (cost, state);
        }

        return (best, index);
    }

    /// <summary>The states of some that are the best for some choice of services: the others are never needed.</summary>
    public int[] Undominated(IEnumerable<int> states)
    {
        var kept = states.ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
            if (kept.Where((_, j) => j != i).Any(other => Dominates(All[other], All[kept[i]]))) kept.RemoveAt(i);
        return [.. kept];
    }

    // However the services are opened, and whichever endpoints the VPC has, the first costs no more.
    private bool Dominates(State first, State second)
    {
        var least = second.Standing - first.Standing;
        for (var cell = 0; cell < Services.Length && least >= 0; cell++)
            least += Math.Min(Lead(cell, false), Lead(cell, true));
        return least >= 0;

        decimal Lead(int cell, bool isOpen) => Services.Length > _most
            ? Math.Min(0, Other(second, cell, isOpen) - Other(first, cell, isOpen))
            : Cost(second, cell, isOpen) - Cost(first, cell, isOpen);
    }

    // Names resolve to the hub's endpoint wherever one is in reach, and the traffic does not ask for the NAT then.
    private decimal Other(State state, int cell, bool isOpen) => state.IsAttached && isOpen ? _hub[cell] : _out[state.Way][cell];
}
