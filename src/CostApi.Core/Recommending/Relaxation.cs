namespace CostApi.Core.Recommending;

/// <summary>
/// A bound on the cost of all choices within a part of the search. What a VPC gains from each opened service grows from
/// state to state; where the states form such a chain, the choice is one of closure, and a least cut finds it exactly.
/// Where they do not, gains are bent until they do, never above the true cost, and not at all at one choice of services,
/// the anchor: a cut that opens just those is as good as exact.
/// </summary>
internal sealed class Relaxation
{
    private readonly IReadOnlyList<PricedSpoke> _spokes;
    private readonly List<Level>[] _levels;

    /// <param name="priced">The problem.</param>
    /// <param name="states">The states that each VPC may be in.</param>
    /// <param name="isOpen">Whether the hub holds each service; null where that is undecided.</param>
    /// <param name="anchor">The services at which the bound is not to be bent.</param>
    /// <param name="hasTolls">Whether VPCs that want more endpoints than they may have pay a toll for each, and get back that of as many as they may.</param>
    /// <param name="toll">What each opened service pays extra, for the hub to hold no more than it may: given back as often as it may.</param>
    public Relaxation(PricedProblem priced, IReadOnlyList<int[]> states, bool?[] isOpen, bool[] anchor, bool hasTolls, decimal toll)
    {
        _spokes = priced.Spokes;
        _levels = [.. _spokes.Select((spoke, i) => Chain(spoke, states[i], isOpen, anchor, hasTolls))];
        Open = new bool[isOpen.Length];
        var (cut, cost) = (new MinCut(), Array.ConvertAll(priced.Opening, opening => opening + toll));
        Bound = -toll * priced.Most;
        for (var i = 0; i < _spokes.Count; i++)
        {
            var (standing, gains) = _levels[i][0];
            Bound += _spokes[i].Weight * standing;
            for (var cell = 0; cell < gains.Length; cell++) cost[_spokes[i].Services[cell]] -= _spokes[i].Weight * gains[cell];
        }

        var nodes = new int[isOpen.Length];
        for (var service = 0; service < isOpen.Length; service++)
        {
            // What is decided costs its opening; what it saves is in the levels already.
            Open[service] = isOpen[service] ?? false;
            if (Open[service]) Bound += priced.Opening[service] + toll;
            else if (isOpen[service] is null) nodes[service] = cut.Add(cost[service]);
        }

        for (var i = 0; i < _spokes.Count; i++) AddLevels(cut, _spokes[i], _levels[i], nodes);
        Bound += cut.Solve();
        for (var service = 0; service < isOpen.Length; service++)
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

    private static void AddLevels(MinCut cut, PricedSpoke spoke, List<Level> levels, int[] nodes)
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

    private static List<Level> Chain(PricedSpoke spoke, int[] states, bool?[] isOpen, bool[] anchor, bool hasTolls)
    {
        var levels = states.Select(state => Line(spoke, spoke.All[state], isOpen, anchor, hasTolls)).OrderBy(level => level.Gains.Sum()).ThenByDescending(level => level.Standing).ToArray();
        for (var cell = 0; cell < spoke.Services.Length; cell++)
        {
            // Of an anchored service the lower states are told to save less, so that closing it seems to cost less; of the
            // others, the higher ones to save more.
            if (anchor[spoke.Services[cell]])
            {
                for (var level = levels.Length - 2; level >= 0; level--)
                {
                    var bent = Math.Min(levels[level].Gains[cell], levels[level + 1].Gains[cell]);
                    levels[level] = levels[level] with { Standing = levels[level].Standing - (levels[level].Gains[cell] - bent) };
                    levels[level].Gains[cell] = bent;
                }
            }
            else
            {
                for (var level = 1; level < levels.Length; level++)
                    levels[level].Gains[cell] = Math.Max(levels[level].Gains[cell], levels[level - 1].Gains[cell]);
            }
        }

        var chain = new List<Level>();
        foreach (var level in levels)
        {
            // As many gains as the one below, for less.
            while (chain.Count > 0 && chain[^1].Standing >= level.Standing) chain.RemoveAt(chain.Count - 1);
            chain.Add(level);
        }

        return chain;
    }

    // The cost with every undecided service closed, and what opening each would save.
    private static Level Line(PricedSpoke spoke, State state, bool?[] isOpen, bool[] anchor, bool hasTolls)
    {
        var (toll, gains) = (hasTolls ? spoke.Toll(state, anchor) : 0, new decimal[spoke.Services.Length]);
        var standing = state.Standing - toll * spoke.Most;
        for (var cell = 0; cell < gains.Length; cell++)
        {
            var decided = isOpen[spoke.Services[cell]];
            var closed = spoke.Cost(state, cell, decided ?? false, toll);
            standing += closed;
            if (decided is null) gains[cell] = closed - spoke.Cost(state, cell, true, toll);
        }

        return new Level(standing, gains);
    }

    private readonly record struct Level(decimal Standing, decimal[] Gains);
}
