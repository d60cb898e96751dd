using CostApi.Core.Units;

namespace CostApi.Core.Layouts.Checks;

/// <summary>Checks a list of flows against the layouts that must carry them.</summary>
internal sealed class FlowCheck
{
    // JSON writers spell a third with 15 to 17 digits; what differs by more is a mistake.
    private const decimal SharesTolerance = 0.000001m;

    // The zones of each VPC, by layout and by name.
    private readonly (string Layout, Dictionary<string, IReadOnlyCollection<string>> Vpcs)[] _carriers;

    private FlowCheck(IEnumerable<Layout> layouts)
    {
        _carriers = [.. layouts.Select(layout => (layout.Name, layout.Vpcs.Where(vpc => vpc is not null).DistinctBy(vpc => vpc.Name).ToDictionary(vpc => vpc.Name, vpc => Must.Searchable(vpc.AvailabilityZones))))];
    }

    /// <param name="flows">The flows.</param>
    /// <param name="layouts">The layouts that must carry them.</param>
    /// <param name="targets">Checks where they go to.</param>
    /// <param name="path">Path of the list.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(IReadOnlyList<Flow> flows, IReadOnlyList<Layout> layouts, FlowTargetsCheck targets, JsonPath path, Problems problems)
    {
        Must.HoldFrom(flows.Count, 0, Limits.Flows, "flow", path, problems);
        var check = new FlowCheck(layouts);
        foreach (var (flow, at) in Must.NotBeNull(flows, Limits.Flows, path, problems))
        {
            targets.Check(flow, at, problems);
            CheckGb(flow, at, problems);
            CheckShares(flow, at.Member("zones"), problems);
            // One layout that cannot carry the flow is enough to name: the others mostly say the same.
            foreach (var (layout, vpcs) in check._carriers)
                if (!CanCarry(flow, layout, vpcs, at, problems)) break;
        }
    }

    private static void CheckGb(Flow flow, JsonPath path, Problems problems)
    {
        if (flow.SentGb is null && flow.ReceivedGb is null)
            problems.Add(path, "must have sentGb or receivedGb, in GB per month. If one of them is omitted, it is 0.");
        Must.BeInRange(flow.SentGb ?? 0, 0, Limits.Gb, path.Member("sentGb"), problems);
        Must.BeInRange(flow.ReceivedGb ?? 0, 0, Limits.Gb, path.Member("receivedGb"), problems);
    }

    private static void CheckShares(Flow flow, JsonPath path, Problems problems)
    {
        if (flow.Zones is not { } shares) return;
        Must.HoldFrom(shares.Count, 0, Limits.Zones, "zone", path, problems);
        if (shares.Count > Limits.Zones) return;
        foreach (var (zone, share) in shares) Must.BeInRange(share, 0, 1, path.Member(zone), problems);
        if (shares.Values.All(share => share is >= 0 and <= 1) && Math.Abs(shares.Values.Sum() - 1) > SharesTolerance)
            problems.Add(path, $"must have shares that add up to 1, not {Figures.Show(shares.Values.Sum())}.");
    }

    private static bool CanCarry(Flow flow, string layout, Dictionary<string, IReadOnlyCollection<string>> vpcs, JsonPath path, Problems problems)
    {
        // A layout without VPCs is reported as such.
        if (vpcs.Count == 0) return true;
        var from = flow.From ?? (vpcs.Count == 1 ? vpcs.Keys.First() : null);
        if (from is null || !vpcs.TryGetValue(from, out var zones))
        {
            var at = path.Member("from");
            if (problems.TakesReference(Named.Vpc, at))
                problems.Add(at, from is null
                    ? $"is required because layout '{Must.Cut(layout)}' has {vpcs.Count} VPCs: {Must.List(vpcs.Keys)}."
                    : $"'{from}' is not a VPC of layout '{Must.Cut(layout)}', which has {Must.List(vpcs.Keys)}. "
                        + "If the traffic of this layout differs, specify traffic in the layout.");
            return false;
        }

        // A target VPC that the layout lacks is no mistake: the layout does not carry that flow, and says so.
        if (flow.To == FlowTargets.VpcPrefix + from && problems.TakesReference(Named.Vpc, path))
            problems.Add(path.Member("to"), $"must not be '{from}', because the traffic starts there.");
        var fits = true;
        foreach (var zone in flow.Zones?.Keys.Take(Limits.Zones).Where(zone => !zones.Contains(zone)) ?? [])
        {
            fits = false;
            var at = path.Member("zones").Member(zone);
            if (problems.TakesReference(Named.Zone, at))
                problems.Add(
                    at, $"'{zone}' is not a zone of VPC '{Must.Cut(from)}' in layout '{Must.Cut(layout)}', which has {Must.List(zones)}.");
        }

        return fits;
    }
}
