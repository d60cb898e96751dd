using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Layouts.Checks;

internal static class LayoutCheck
{
    public static void Check(Layout layout, Region? region, ServiceCatalogue services, JsonPath path, Problems problems)
    {
        Must.BeName(layout.Name, path.Member("name"), problems);
        var vpcsPath = path.Member("vpcs");
        Must.HoldFrom(layout.Vpcs.Count, 1, Limits.Vpcs, "VPC", vpcsPath, problems);
        var vpcs = Must.NotBeNull(layout.Vpcs, vpcsPath, problems).ToArray();
        Must.Differ(vpcs.Select(vpc => (vpc.Value.Name, vpc.Path.Member("name"))), "VPC", problems);
        foreach (var (vpc, at) in vpcs) VpcCheck.Check(vpc, region, services, at, problems);

        var names = vpcs.Select(vpc => vpc.Value.Name).ToHashSet(StringComparer.Ordinal);
        if (layout.TransitGateway is { } gateway) CheckTransitGateway(gateway, names, path.Member("transitGateway"), problems);
        CheckPeerings(layout.Peerings, names, path.Member("peerings"), problems);
        CheckEgress(layout, vpcs, problems);
    }

    private static void CheckTransitGateway(TransitGateway gateway, HashSet<string> vpcs, JsonPath path, Problems problems)
    {
        var attachmentsPath = path.Member("attachments");
        var attachments = Must.NotBeNull(gateway.Attachments, attachmentsPath, problems).ToArray();
        if (gateway.Attachments.Count == 0) problems.Add(attachmentsPath, "must name at least one VPC; leave transitGateway out where there is none.");
        Must.Differ(attachments, "attachment", problems);
        foreach (var (vpc, at) in attachments.Where(attachment => !vpcs.Contains(attachment.Value)))
            problems.AddReference(at, $"'{vpc}' is not a VPC of the layout, which has {Must.List(vpcs)}.");
        var paid = Must.NotBeNull(gateway.AlreadyPaid, path.Member("alreadyPaid"), problems).ToArray();
        Must.Differ(paid, "attachment", problems);
        foreach (var (vpc, at) in paid.Where(one => !gateway.Attachments.Contains(one.Value)))
            problems.AddReference(at, $"'{vpc}' is not one of the attachments: {Must.List(gateway.Attachments)}.");
    }

    private static void CheckPeerings(IReadOnlyList<IReadOnlyList<string>> peerings, HashSet<string> vpcs, JsonPath path, Problems problems)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (pair, at) in Must.NotBeNull(peerings, path, problems))
        {
            var named = Must.NotBeNull(pair, at, problems).ToArray();
            if (pair.Count != 2)
            {
                problems.Add(at, $"must name two VPCs, not {pair.Count}.");
                continue;
            }

            foreach (var (vpc, one) in named.Where(one => !vpcs.Contains(one.Value)))
                problems.AddReference(one, $"'{vpc}' is not a VPC of the layout, which has {Must.List(vpcs)}.");
            if (named.Length < 2) continue;
            if (pair[0] == pair[1]) problems.Add(at, $"joins '{pair[0]}' with itself; a peering joins two VPCs.");
            else if (!seen.Add((pair[0], pair[1])) | !seen.Add((pair[1], pair[0]))) problems.Add(at, $"'{pair[0]}' and '{pair[1]}' are peered already.");
        }
    }

    // Central egress: the other VPC stands on the same Transit Gateway and has a NAT (rule 2.15).
    private static void CheckEgress(Layout layout, (Vpc Value, JsonPath Path)[] vpcs, Problems problems)
    {
        var byName = vpcs.DistinctBy(vpc => vpc.Value.Name).ToDictionary(vpc => vpc.Value.Name, vpc => vpc.Value);
        var attached = layout.TransitGateway?.Attachments ?? [];
        foreach (var (vpc, path) in vpcs)
        {
            if (vpc.EgressVia is not { } via) continue;
            var at = path.Member("egressVia");
            if (!byName.TryGetValue(via, out var target))
            {
                problems.AddReference(at, $"'{via}' is not a VPC of the layout, which has {Must.List(byName.Keys)}.");
                continue;
            }

            if (Cycle(vpc, byName) is { } cycle)
                problems.Add(at, $"leads in a circle, {cycle}: egressVia names a VPC that gets out by a NAT of its own.");
            else if (target is { NatGateway: null, NatInstance: null })
                problems.AddReference(at, $"'{via}' has neither a natGateway nor a natInstance.");
            if (!attached.Contains(vpc.Name) || !attached.Contains(via))
                problems.AddReference(at, $"'{vpc.Name}' and '{via}' must both be attachments of the layout's transitGateway; a NAT is not reachable otherwise.");
        }
    }

    private static string? Cycle(Vpc start, Dictionary<string, Vpc> byName)
    {
        var way = new List<string> { start.Name };
        for (var vpc = start; vpc.EgressVia is { } next && byName.TryGetValue(next, out vpc!);)
        {
            way.Add(next);
            if (next == start.Name) return string.Join(" → ", way);
            if (way.Count > byName.Count) return null;
        }

        return null;
    }
}
