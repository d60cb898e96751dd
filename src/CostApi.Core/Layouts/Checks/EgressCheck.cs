namespace CostApi.Core.Layouts.Checks;

/// <summary>Central egress: the other VPC stands on the same Transit Gateway and has a NAT (rule 2.15).</summary>
internal static class EgressCheck
{
    public static void Check((Vpc Value, JsonPath Path)[] vpcs, Dictionary<string, Vpc> byName, HashSet<string> attached, Problems problems)
    {
        foreach (var (vpc, path) in vpcs)
        {
            if (vpc.EgressVia is not { } via) continue;
            var at = path.Member("egressVia");
            if (!byName.TryGetValue(via, out var target))
            {
                if (problems.TakesReference(Named.Vpc, at)) problems.Add(at, $"'{via}' is not a VPC of the layout, which has {Must.List(byName.Keys)}.");
                continue;
            }

            if (Cycle(vpc, byName) is { } cycle)
                problems.Add(at, $"forms a loop: {cycle}. Specify a VPC that has its own NAT gateway or NAT instance.");
            else if (target is { NatGateway: null, NatInstance: null })
                problems.Add(at, $"'{via}' has neither a NAT gateway nor a NAT instance.");
            if (!(attached.Contains(vpc.Name) && attached.Contains(via)) && problems.TakesReference(Named.Vpc | Named.Attachment, at))
                problems.Add(at, $"'{vpc.Name}' and '{via}' must both be attached to the Transit Gateway of the layout.");
        }
    }

    private static string? Cycle(Vpc start, Dictionary<string, Vpc> byName)
    {
        var way = new List<string> { start.Name };
        for (var vpc = start; vpc.EgressVia is { } next && byName.TryGetValue(next, out vpc!);)
        {
            way.Add(next);
            if (next == start.Name) return Shown(way);
            if (way.Count > Math.Min(byName.Count, Limits.Vpcs)) return null;
        }

        return null;
    }

    private static string Shown(List<string> way) =>
        string.Join(" → ", (way.Count <= 10 ? way : [.. way[..8], "…", way[^1]]).Select(Must.Cut));
}
