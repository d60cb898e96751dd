namespace CostApi.Core.Recommending;

/// <summary>
/// The cheapest choice with a hub: parts of the search, best bound first, are split until the bound of the best part left
/// is what the best choice costs. Mostly the first bound is: the chain of states only breaks where a NAT's best zone
/// depends on what goes through it, where a VPC may have fewer endpoints than services, or where the hub is a detour.
/// </summary>
internal sealed class HubSearch
{
    private const int MostRounds = 8, TollSteps = 16;

    private readonly PricedProblem _priced;
    private readonly Incumbent _incumbent;
    private readonly CancellationToken _cancellation;
    private readonly bool _hasNat;
    private readonly decimal _base;
    private readonly int[][] _states;
    private readonly PriorityQueue<Part, decimal> _queue = new();
    private decimal _settled = decimal.MaxValue;
    private decimal _toll;
    private readonly bool _mayWantMore;

    public HubSearch(PricedProblem priced, bool hasNat, Incumbent incumbent, CancellationToken cancellation)
    {
        (_priced, _hasNat, _incumbent, _cancellation) = (priced, hasNat, incumbent, cancellation);
        _mayWantMore = priced.Opening.Length > priced.Most;
        _base = priced.HubCost(hasNat) is { } hub ? priced.Base + hub : decimal.MaxValue;
        _states = [.. priced.Spokes.Select(spoke => spoke.Undominated(Enumerable.Range(0, spoke.All.Length).Where(index => hasNat || !spoke.All[index].NeedsHubNat)))];
    }

    public int Nodes { get; private set; }

    private decimal Ceiling => Math.Min(_incumbent.Ceiling, _priced.Never);

    /// <summary>A bound on all choices with a hub; what the best of them costs, unless the time ran out or a better one without a hub is known.</summary>
    public decimal Run()
    {
        if (_base == decimal.MaxValue || _states.Any(states => states.Length == 0)) return decimal.MaxValue;
        bool?[] undecided = [.. _priced.Opening.Select(opening => opening >= _priced.Never ? false : default(bool?))];
        SetToll(undecided);
        Add(_states, undecided, new bool[undecided.Length], decimal.MinValue);
        while (_queue.TryDequeue(out var part, out var bound))
        {
            if (_cancellation.IsCancellationRequested) return Math.Min(_settled, bound);
            if (bound >= Ceiling) Settle(bound);
            else Split(part, bound);
        }

        return _settled;
    }

    private void Add(int[][] states, bool?[] isOpen, bool[] anchor, decimal least)
    {
        var (bound, relaxed) = (least, default(Relaxation));
        // Anchored where the last cut went, the bound only rises; mostly the second cut goes there again. Where VPCs want more
        // endpoints than they may have, tolls tell them so, which is exact at the anchor and may be far off elsewhere: both are tried.
        foreach (var hasTolls in _mayWantMore ? new[] { false, true } : [false])
            for (var round = 0; round < MostRounds; round++)
            {
                Nodes++;
                var next = new Relaxation(_priced, states, isOpen, anchor, hasTolls, hasTolls ? _toll : 0);
                if (round == 0 || _base + next.Bound > bound) relaxed = next;
                bound = Math.Max(bound, _base + next.Bound);
                var offered = Offer(next.Open);
                if (bound >= Ceiling || offered.AsSpan().SequenceEqual(anchor) || _cancellation.IsCancellationRequested) break;
                anchor = offered;
            }

        if (bound >= Ceiling) Settle(bound);
        else if (isOpen.All(decided => decided is not null)) Settle(Math.Max(bound, Exact(relaxed!.Open, states)));
        else _queue.Enqueue(new Part(states, isOpen, relaxed!), bound);
    }

    // The least toll at which no more services are worth opening than the hub may hold, halved out between none and one
    // that nothing is worth.
    private void SetToll(bool?[] undecided)
    {
        if (undecided.Length <= _priced.Most || Opened(0).Count(isOpen => isOpen) <= _priced.Most) return;
        var (low, high) = (0m, _priced.Never / 10);
        for (var step = 0; step < TollSteps && !_cancellation.IsCancellationRequested; step++)
        {
            // First in strides of ten: the toll is mostly far below all costs together.
            var middle = low == 0 ? high / 10 : (low + high) / 2;
            var open = Opened(middle);
            Offer(open);
            if (open.Count(isOpen => isOpen) > _priced.Most) low = middle;
            else high = middle;
        }

        _toll = high;

        bool[] Opened(decimal toll) => new Relaxation(_priced, _states, undecided, new bool[undecided.Length], false, toll).Open;
    }

    private void Settle(decimal bound)
    {
        if (bound < _priced.Never) _settled = Math.Min(_settled, bound);
    }

    private void Split(Part part, decimal bound)
    {
        var (worst, missing, chosen) = (-1, Incumbent.Settled, -1);
        var blame = new decimal[_priced.Opening.Length];
        for (var i = 0; i < _priced.Spokes.Count; i++)
        {
            var (cost, state) = _priced.Spokes[i].Best(part.Relaxed.Open, part.States[i]);
            var gap = (cost - part.Relaxed.CountedFor(i)) * _priced.Spokes[i].Weight;
            foreach (var service in _priced.Spokes[i].Services) blame[service] += gap;
            if (part.States[i].Length > 1 && gap > missing) (worst, missing, chosen) = (i, gap, state);
        }

        if (worst >= 0)
        {
            Add(With(part.States, worst, [chosen]), part.IsOpen, part.Relaxed.Open, bound);
            Add(With(part.States, worst, [.. part.States[worst].Where(state => state != chosen)]), part.IsOpen, part.Relaxed.Open, bound);
            return;
        }

        var undecided = Enumerable.Range(0, blame.Length).Where(service => part.IsOpen[service] is null).MaxBy(service => (blame[service], part.Relaxed.Open[service]));
        foreach (var decided in new[] { true, false })
        {
            var isOpen = (bool?[])part.IsOpen.Clone();
            isOpen[undecided] = decided;
            Add(part.States, isOpen, part.Relaxed.Open, bound);
        }
    }

    private decimal Exact(bool[] open, int[][] states) => open.Count(isOpen => isOpen) > _priced.Most ? decimal.MaxValue : CostOf(open, states);

    private decimal CostOf(bool[] open, int[][] states)
    {
        var cost = _base;
        for (var service = 0; service < open.Length; service++)
            if (open[service]) cost += _priced.Opening[service];
        for (var i = 0; i < states.Length; i++) cost += _priced.Spokes[i].Weight * _priced.Spokes[i].Best(open, states[i]).Cost;
        return cost;
    }

    // The services that a bound would open are mostly the best, and where they are too many, the most useful of them.
    private bool[] Offer(bool[] opened)
    {
        var open = (bool[])opened.Clone();
        var tooMany = open.Count(isOpen => isOpen) - _priced.Most;
        if (tooMany > 0)
            foreach (var service in Enumerable.Range(0, open.Length).Where(service => open[service]).OrderBy(service => CostOf(Without(opened, service), _states)).Take(tooMany)) open[service] = false;
        if (CostOf(open, _states) >= _priced.Never) return open;
        int[] states = [.. _priced.Spokes.Select((spoke, i) => spoke.Best(open, _states[i]).State)];
        _incumbent.Offer(_priced.ChoiceOf(states, open, hasHub: true, _hasNat));
        return open;
    }

    private static bool[] Without(bool[] open, int service)
    {
        var copy = (bool[])open.Clone();
        copy[service] = false;
        return copy;
    }

    private static int[][] With(int[][] states, int spoke, int[] left)
    {
        var copy = (int[][])states.Clone();
        copy[spoke] = left;
        return copy;
    }

    private sealed record Part(int[][] States, bool?[] IsOpen, Relaxation Relaxed);
}
