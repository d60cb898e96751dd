namespace CostApi.Core.Recommending;

/// <summary>
/// A bound on the cost of all choices within a part of the search. What a VPC gains from each opened service grows from
/// state to state; where the states form such a chain, the choice is one of closure, and a least cut finds it exactly.
/// Where they do not, each is given at least the gains of the one before: cheaper than true, so the cut bounds the truth.
/// </summary>
internal sealed class Relaxation
{
    private readonly IReadOnlyList<PricedSpoke> _spokes;
    private readonly List<(decimal Standing, decimal[] Gains)>[] _levels;

    /// <param name="spokes">The VPCs.</param>
    /// <param name="states">The states that each may be in.</param>
    /// <param name="opening">Cost of each service's endpoint in the hub.</param>
    /// <param name="isOpen">Whether the hub holds each service; null where that is open.</param>
    public Relaxation(IReadOnlyList<PricedSpoke> spokes, IReadOnlyList<int[]> states, decimal[] opening, bool?[] isOpen)
    {
        _spokes = spokes;
        _levels = [.. spokes.Select((spoke, i) => Levels(spoke, states[i], isOpen))];
        Open = new bool[opening.Length];
        var (cut, cost) = (new MinCut(), (decimal[])opening.Clone());
        for (var i = 0; i < spokes.Count; i++)
        {
            var (standing, gains) = _levels[i][0];
            Bound += spokes[i].Weight * standing;
            for (var cell = 0; cell < gains.Length; cell++) cost[spokes[i].Services[cell]] -= spokes[i].Weight * gains[cell];
        }

        var nodes = new int[opening.Length];
        for (var service = 0; service < opening.Length; service++)
        {
            // What is decided costs its opening; what it saves is in the levels already.
            if (isOpen[service] is { } decided)
            {
                Open[service] = decided;
                if (decided) Bound += opening[service];
            }
            else
            {
                nodes[service] = cut.Add(cost[service]);
            }
        }

        for (var i = 0; i < spokes.Count; i++) AddLevels(cut, spokes[i], _levels[i], nodes);
        Bound += cut.Solve();
        for (var service = 0; service < opening.Length; service++)
            if (isOpen[service] is null) Open[service] = cut.IsSet(nodes[service]);
    }

    /// <summary>No choice costs less.</summary>
    public decimal Bound { get; }

    /// <summary>The services that it would open.</summary>
    public bool[] Open { get; }

    /// <summary>What the bound counts for one of the VPCs.</summary>
    public decimal CountedFor(int spoke)
    {
        var least = decimal.MaxValue;
        foreach (var (standing, gains) in _levels[spoke])
        {
            var cost = standing;
            for (var cell = 0; cell < gains.Length; cell++)
                if (Open[_spokes[spoke].Services[cell]]) cost -= gains[cell];
            least = Math.Min(least, cost);
        }

        return least;
    }

    private static void AddLevels(MinCut cut, PricedSpoke spoke, List<(decimal Standing, decimal[] Gains)> levels, int[] nodes)
    {
        var before = -1;
        for (var level = 1; level < levels.Count; level++)
        {
            var (standing, gains) = levels[level];
            var (lower, less) = levels[level - 1];
            var (total, more) = (0m, new decimal[gains.Length]);
            for (var cell = 0; cell < gains.Length; cell++) total += more[cell] = spoke.Weight * (gains[cell] - less[cell]);
            var node = cut.Add(spoke.Weight * (standing - lower) - total);
            for (var cell = 0; cell < gains.Length; cell++) cut.Require(node, nodes[spoke.Services[cell]], more[cell]);
            if (before >= 0) cut.Require(node, before, decimal.MaxValue / 4);
            before = node;
        }
    }

    // By state: the cost with every undecided service closed, and what opening each would save.
    private static List<(decimal Standing, decimal[] Gains)> Levels(PricedSpoke spoke, int[] states, bool?[] isOpen)
    {
        var all = new List<(decimal Standing, decimal[] Gains)>(states.Length);
        foreach (var index in states)
        {
            var (state, gains) = (spoke.All[index], new decimal[spoke.Services.Length]);
            var standing = state.Standing;
            for (var cell = 0; cell < gains.Length; cell++)
            {
                var decided = isOpen[spoke.Services[cell]];
                var closed = spoke.Cost(state, cell, decided ?? false);
                standing += closed;
                if (decided is null) gains[cell] = closed - spoke.Cost(state, cell, true);
            }

            all.Add((standing, gains));
        }

        // One state alone is as it is; in a chain, a loss is counted as no gain.
        return all.Count == 1 ? all : Chain(all);
    }

    private static List<(decimal Standing, decimal[] Gains)> Chain(List<(decimal Standing, decimal[] Gains)> states)
    {
        var chain = new List<(decimal Standing, decimal[] Gains)>();
        foreach (var (standing, gains) in states.OrderBy(state => state.Gains.Sum(gain => Math.Max(gain, 0))).ThenByDescending(state => state.Standing))
        {
            for (var cell = 0; cell < gains.Length; cell++) gains[cell] = Math.Max(gains[cell], 0);
            while (chain.Count > 0 && chain[^1].Standing >= standing && !gains.Where((gain, cell) => gain < chain[^1].Gains[cell]).Any()) chain.RemoveAt(chain.Count - 1);
            if (chain.Count > 0)
                for (var cell = 0; cell < gains.Length; cell++) gains[cell] = Math.Max(gains[cell], chain[^1].Gains[cell]);
            // As many gains as the one below, for less.
            while (chain.Count > 0 && chain[^1].Standing >= standing) chain.RemoveAt(chain.Count - 1);
            chain.Add((standing, gains));
        }

        return chain;
    }
}
