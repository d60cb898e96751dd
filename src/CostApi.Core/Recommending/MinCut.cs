namespace CostApi.Core.Recommending;

/// <summary>
/// The least cut of a network (Dinic): which variables to set so that a sum of costs of single variables, and of pairs
/// that cost something where the first is set and the second is not, is least. Exact, being decimal.
/// </summary>
internal sealed class MinCut
{
    private const int Source = 0, Sink = 1;

    private readonly List<(int To, decimal Room)> _edges = [];
    private readonly List<List<int>> _from = [[], []];
    private int[] _level = [], _next = [];

    /// <summary>Cost of all variables unset, less what cannot be avoided: starts at what was added.</summary>
    public decimal Constant { get; private set; }

    public int Add(decimal costIfSet)
    {
        _from.Add([]);
        var node = _from.Count - 1;
        if (costIfSet < 0)
        {
            Constant += costIfSet;
            Join(Source, node, -costIfSet);
        }
        else if (costIfSet > 0)
        {
            Join(node, Sink, costIfSet);
        }

        return node;
    }

    /// <summary>Costs something where the first is set and the second is not.</summary>
    public void Require(int first, int second, decimal cost)
    {
        if (cost > 0) Join(first, second, cost);
    }

    /// <summary>The least cost; afterwards <see cref="IsSet"/> tells which variables bring it about.</summary>
    public decimal Solve()
    {
        var least = Constant;
        while (Layer())
        {
            _next = new int[_from.Count];
            while (Push(Source, decimal.MaxValue) is > 0 and var pushed) least += pushed;
        }

        return least;
    }

    public bool IsSet(int node) => _level[node] >= 0;

    private void Join(int from, int to, decimal room)
    {
        _from[from].Add(_edges.Count);
        _edges.Add((to, room));
        _from[to].Add(_edges.Count);
        _edges.Add((from, 0));
    }

    private bool Layer()
    {
        _level = new int[_from.Count];
        Array.Fill(_level, -1);
        _level[Source] = 0;
        var queue = new Queue<int>([Source]);
        while (queue.TryDequeue(out var node))
            foreach (var edge in _from[node])
            {
                var (to, room) = _edges[edge];
                if (room <= 0 || _level[to] >= 0) continue;
                _level[to] = _level[node] + 1;
                queue.Enqueue(to);
            }

        return _level[Sink] >= 0;
    }

    private decimal Push(int node, decimal most)
    {
        if (node == Sink) return most;
        for (; _next[node] < _from[node].Count; _next[node]++)
        {
            var edge = _from[node][_next[node]];
            var (to, room) = _edges[edge];
            if (room <= 0 || _level[to] != _level[node] + 1) continue;
            var pushed = Push(to, Math.Min(most, room));
            if (pushed == 0) continue;
            _edges[edge] = (to, room - pushed);
            var (back, there) = _edges[edge ^ 1];
            _edges[edge ^ 1] = (back, there + pushed);
            return pushed;
        }

        return 0;
    }
}
