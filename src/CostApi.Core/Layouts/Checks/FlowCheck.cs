using CostApi.Core.Units;

namespace CostApi.Core.Layouts.Checks;

internal static class FlowCheck
{
    // JSON writers spell a third with 15 to 17 digits; what differs by more is a mistake.
    private const decimal SharesTolerance = 0.000001m;

    /// <param name="flows">The flows.</param>
    /// <param name="layouts">The layouts that must carry them.</param>
    /// <param name="targets">Checks where they go to.</param>
    /// <param name="path">Path of the list.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(IReadOnlyList<Flow> flows, IReadOnlyList<Layout> layouts, FlowTargetsCheck targets, JsonPath path, Problems problems)
    {
        Must.HoldFrom(flows.Count, 0, Limits.Flows, "flow", path, problems);
        var carriers = layouts.Select(layout => (layout.Name, Vpcs: layout.Vpcs.Where(vpc => vpc is not null).DistinctBy(vpc => vpc.Name).ToDictionary(vpc => vpc.Name))).ToArray();
        foreach (var (flow, at) in Must.NotBeNull(flows, path, problems))
        {
            targets.Check(flow, at, problems);
            CheckGb(flow, at, problems);
            CheckShares(flow, at.Member("zones"), problems);
            // One layout that cannot carry the flow is enough to name: the others mostly say the same.
            _ = carriers.FirstOrDefault(carrier => !CanCarry(flow, carrier.Name, carrier.Vpcs, at, problems));
        }
    }

    private static void CheckGb(Flow flow, JsonPath path, Problems problems)
    {
        if (flow.SentGb is null && flow.ReceivedGb is null) problems.Add(path, "needs sentGb or receivedGb, GB a month; the one left out counts as 0.");
        Must.BeInRange(flow.SentGb ?? 0, 0, Limits.Gb, path.Member("sentGb"), problems);
        Must.BeInRange(flow.ReceivedGb ?? 0, 0, Limits.Gb, path.Member("receivedGb"), problems);
    }

    private static void CheckShares(Flow flow, JsonPath path, Problems problems)
    {
        if (flow.Zones is not { } shares) return;
        foreach (var (zone, share) in shares) Must.BeInRange(share, 0, 1, path.Member(zone), problems);
        if (shares.Values.All(share => share is >= 0 and <= 1) && Math.Abs(shares.Values.Sum() - 1) > SharesTolerance)
            problems.Add(path, $"the shares add up to {Figures.Show(shares.Values.Sum())}, not 1.");
    }

    private static bool CanCarry(Flow flow, string layout, Dictionary<string, Vpc> vpcs, JsonPath path, Problems problems)
    {
        var from = flow.From is { } name ? vpcs.GetValueOrDefault(name) : vpcs.Count == 1 ? vpcs.Values.First() : null;
        if (from is null)
        {
            problems.AddReference(path.Member("from"), flow.From is null
                ? $"is required: layout '{layout}' has {vpcs.Count} VPCs, {Must.List(vpcs.Keys)}."
                : $"'{flow.From}' is not a VPC of layout '{layout}', which has {Must.List(vpcs.Keys)}. Give the layout traffic of its own if it differs.");
            return false;
        }

        // A VPC that the layout lacks is no mistake: the layout does not carry that flow.
        if (flow.To == FlowTargets.VpcPrefix + from.Name) problems.AddReference(path.Member("to"), $"leads from '{from.Name}' to itself.");
        var strange = flow.Zones?.Keys.Where(zone => !from.AvailabilityZones.Contains(zone)).ToArray() ?? [];
        foreach (var zone in strange)
            problems.AddReference(path.Member("zones").Member(zone), $"'{zone}' is not a zone of VPC '{from.Name}' in layout '{layout}', which has {Must.List(from.AvailabilityZones)}.");
        return strange.Length == 0;
    }
}
