using CostApi.Core.Comparing;
using CostApi.Core.Layouts;

namespace CostApi.Core.Recommending;

/// <summary>What turns one layout into another.</summary>
internal static class Changes
{
    public static ChangeFromCurrent From(Layout current, RecommendationRequest request, Layout layout, Facts facts)
    {
        // Whatever the layouts are called, the one that is there stands first.
        var there = current with { Name = "current", Traffic = layout.Traffic };
        var comparison = Comparer.Compare(Recommender.Question(request, there, layout with { Name = "recommended" }), facts);
        var (before, after) = (comparison.Layouts[0], comparison.Layouts[1]);
        return new ChangeFromCurrent(before.MonthlyCost, before.Feasible, after.Difference.Amount, after.Difference.Percent, [.. Of(current, layout, facts)]);
    }

    private static IEnumerable<LayoutChange> Of(Layout current, Layout layout, Facts facts)
    {
        var before = current.Vpcs.ToDictionary(vpc => vpc.Name, StringComparer.Ordinal);
        var after = layout.Vpcs.Select(vpc => vpc.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var vpc in layout.Vpcs)
        {
            if (!before.TryGetValue(vpc.Name, out var was)) yield return new LayoutChange(vpc.Name, ChangeAction.Add, "vpc", $"A VPC of its own for what the others share, in zones {string.Join(", ", vpc.AvailabilityZones)}.");
            foreach (var change in Of(was ?? new Vpc { Name = vpc.Name, AvailabilityZones = vpc.AvailabilityZones }, vpc, facts)) yield return change;
        }

        foreach (var gone in current.Vpcs.Where(vpc => !after.Contains(vpc.Name)))
        {
            yield return new LayoutChange(gone.Name, ChangeAction.Remove, "vpc", "Not needed for this traffic.");
            foreach (var change in Of(gone, new Vpc { Name = gone.Name, AvailabilityZones = gone.AvailabilityZones }, facts)) yield return change;
        }

        var (attached, attaches) = (current.TransitGateway?.Attachments ?? [], layout.TransitGateway?.Attachments ?? []);
        foreach (var vpc in attaches.Except(attached)) yield return new LayoutChange(vpc, ChangeAction.Add, "transitGateway", "Attach it to the Transit Gateway.");
        foreach (var vpc in attached.Except(attaches)) yield return new LayoutChange(vpc, ChangeAction.Remove, "transitGateway", "This traffic needs no attachment.");
    }

    private static IEnumerable<LayoutChange> Of(Vpc before, Vpc after, Facts facts)
    {
        var (was, becomes) = (Nat(before), Nat(after));
        if (was is null && becomes is not null) yield return new LayoutChange(after.Name, ChangeAction.Add, "natGateway", $"{becomes}.");
        else if (was is not null && becomes is null) yield return new LayoutChange(after.Name, ChangeAction.Remove, before.NatGateway is null ? "natInstance" : "natGateway", $"{was}.");
        else if (was != becomes) yield return new LayoutChange(after.Name, ChangeAction.Change, "natGateway", $"{was} becomes {becomes}.");
        if (before.EgressVia != after.EgressVia)
            yield return new LayoutChange(after.Name, before.EgressVia is null ? ChangeAction.Add : after.EgressVia is null ? ChangeAction.Remove : ChangeAction.Change, "egressVia", after.EgressVia is { } via ? $"Route the way out to the NAT of {via}." : $"No longer by the NAT of {before.EgressVia}.");

        var (there, wanted) = (Endpoints(before), Endpoints(after));
        foreach (var (resource, zones) in wanted.Where(endpoint => !there.ContainsKey(endpoint.Key))) yield return new LayoutChange(after.Name, ChangeAction.Add, resource, zones);
        foreach (var (resource, zones) in there.Where(endpoint => !wanted.ContainsKey(endpoint.Key))) yield return new LayoutChange(after.Name, ChangeAction.Remove, resource, zones);
        foreach (var (resource, zones) in wanted.Where(endpoint => there.TryGetValue(endpoint.Key, out var old) && old != endpoint.Value)) yield return new LayoutChange(after.Name, ChangeAction.Change, resource, $"{there[resource]} becomes: {zones}");

        Dictionary<string, string> Endpoints(Vpc vpc) => new Routing.VpcSite(vpc, facts.Book.Region, facts.Services).Endpoints
            .ToDictionary(site => site.Resource, site => site.Endpoint.Type == EndpointType.Gateway ? "Free." : $"{(site.Endpoint.Shared ? "Shared, with a private hosted zone, in" : "In")} zones {string.Join(", ", site.Zones.Order(StringComparer.Ordinal))}.");
    }

    private static string? Nat(Vpc vpc) => vpc switch
    {
        { NatGateway: { } gateway } => $"{gateway.Mode} NAT gateway in zones {string.Join(", ", (gateway.AvailabilityZones ?? vpc.AvailabilityZones).Order(StringComparer.Ordinal))}",
        { NatInstance: { } instance } => $"NAT instances in zones {string.Join(", ", (instance.AvailabilityZones ?? vpc.AvailabilityZones).Order(StringComparer.Ordinal))}",
        _ => null,
    };
}
