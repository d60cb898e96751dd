using CostApi.Core.Advising;

namespace CostApi.Core.Planning;

/// <summary>Advice that overlaps, directly or by way of other advice.</summary>
/// <param name="Sets">The largest sets that can be followed together; together they hold all of the advice.</param>
/// <param name="IsCalm">Whether all of it can be followed together.</param>
/// <param name="NeedsNat">Whether some of it adds traffic to a NAT.</param>
internal sealed record Cluster(IReadOnlyList<IReadOnlyList<Advice>> Sets, bool IsCalm, bool NeedsNat);

/// <summary>Parts advice into clusters that do not touch each other.</summary>
internal static class Clusters
{
    public static IReadOnlyList<Cluster> Of(IReadOnlyList<Advice> advice)
    {
        Advice[] ordered = [.. advice.OrderByDescending(one => one.Saving)];
        var at = new Dictionary<Advice, int>(ReferenceEqualityComparer.Instance);
        var parent = Enumerable.Range(0, ordered.Length).ToArray();
        var changes = new Dictionary<object, int>();
        for (var i = 0; i < ordered.Length; i++)
            foreach (var key in ordered[i].Changes)
                if (!changes.TryAdd(key, i)) Join(i, changes[key]);
        for (var i = 0; i < ordered.Length; i++)
        {
            foreach (var key in ordered[i].Uses)
                if (changes.TryGetValue(key, out var owner)) Join(i, owner);
            foreach (var key in ordered[i].Together.SelectMany(other => other.Changes))
                if (changes.TryGetValue(key, out var owner)) Join(i, owner);
        }

        return [.. Enumerable.Range(0, ordered.Length).GroupBy(Root, i => ordered[i]).Select(members => Make([.. members]))];

        void Join(int one, int other) => parent[Root(one)] = Root(other);

        int Root(int one)
        {
            while (parent[one] != one) one = parent[one] = parent[parent[one]];
            return one;
        }
    }

    private static Cluster Make(Advice[] members)
    {
        var sets = new List<IReadOnlyList<Advice>>();
        var held = new HashSet<Advice>(ReferenceEqualityComparer.Instance);
        var removals = members.Where(member => member.NeedsNat).ToDictionary(member => member.Changes[0]);
        foreach (var seed in members)
        {
            if (!held.Add(seed)) continue;
            var set = new CompatibleSet(removals);
            set.TryAdd(seed);
            foreach (var other in members) set.TryAdd(other);
            if (set.Chosen.Count > 0) sets.Add([.. set.Chosen]);
            held.UnionWith(set.Chosen);
        }

        return new Cluster(sets, sets.Count == 1 && sets[0].Count == members.Length, members.Any(one => one.NeedsNat));
    }

    /// <summary>Advice that can be followed together.</summary>
    /// <param name="removals">Advice to remove an endpoint, by the endpoint.</param>
    private sealed class CompatibleSet(Dictionary<object, Advice> removals)
    {
        private readonly HashSet<object> _changed = [];
        private readonly HashSet<object> _used = [];

        public HashSet<Advice> Chosen { get; } = new(ReferenceEqualityComparer.Instance);

        // Of what has to be done together, all or nothing.
        public void TryAdd(Advice advice)
        {
            // What gives traffic to a NAT waits until all that takes traffic off it is done.
            if (Chosen.Count > 0 && advice.NeedsNat != Chosen.First().NeedsNat) return;
            var others = advice.Together.Select(other => removals[other.Changes[0]]);
            var added = others.Prepend(advice).Where(one => !Chosen.Contains(one)).ToArray();
            if (!added.All(Fits)) return;
            foreach (var one in added)
            {
                Chosen.Add(one);
                _changed.UnionWith(one.Changes);
                _used.UnionWith(one.Uses);
            }
        }

        private bool Fits(Advice one) =>
            !one.Changes.Any(key => _changed.Contains(key) || _used.Contains(key)) && !one.Uses.Any(_changed.Contains);
    }
}
