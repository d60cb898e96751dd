using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Units;

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
            if (!before.TryGetValue(vpc.Name, out var was))
            {
                var zones = Figures.Named("zone", vpc.AvailabilityZones);
                yield return new LayoutChange(vpc.Name, ChangeAction.Add, "vpc", $"Create a hub VPC for shared resources in {zones}.");
            }
            foreach (var change in Of(was ?? new Vpc { Name = vpc.Name, AvailabilityZones = vpc.AvailabilityZones }, vpc, facts)) yield return change;
        }

        foreach (var gone in current.Vpcs.Where(vpc => !after.Contains(vpc.Name)))
        {
            yield return new LayoutChange(gone.Name, ChangeAction.Remove, "vpc", "This traffic does not need the VPC.");
            foreach (var change in Of(gone, new Vpc { Name = gone.Name, AvailabilityZones = gone.AvailabilityZones }, facts)) yield return change;
        }

        var (attached, attaches) = (current.TransitGateway?.Attachments ?? [], layout.TransitGateway?.Attachments ?? []);
        foreach (var vpc in attaches.Except(attached))
            yield return new LayoutChange(vpc, ChangeAction.Add, "transitGateway", "Attach the VPC to the Transit Gateway.");
        foreach (var vpc in attached.Except(attaches))
            yield return new LayoutChange(vpc, ChangeAction.Remove, "transitGateway", "This traffic does not need the attachment.");
    }

    private static IEnumerable<LayoutChange> Of(Vpc before, Vpc after, Facts facts)
    {
        var (was, becomes) = (Nat(before), Nat(after));
        var resourceBefore = before.NatGateway is null ? "natInstance" : "natGateway";
        if (was is null && becomes is not null)
            yield return new LayoutChange(after.Name, ChangeAction.Add, "natGateway", $"Create {becomes}.");
        else if (was is not null && becomes is null)
            yield return new LayoutChange(after.Name, ChangeAction.Remove, resourceBefore, $"Remove {was}.");
        else if (was != becomes)
            yield return new LayoutChange(after.Name, ChangeAction.Change, "natGateway", $"Replace {was} with {becomes}.");
        if (before.EgressVia != after.EgressVia) yield return Egress(before.EgressVia, after);

        var (there, wanted) = (Endpoints(before), Endpoints(after));
        foreach (var (resource, where) in wanted.Where(endpoint => !there.ContainsKey(endpoint.Key)))
            yield return new LayoutChange(after.Name, ChangeAction.Add, resource, $"Create the endpoint{where}.");
        foreach (var (resource, where) in there.Where(endpoint => !wanted.ContainsKey(endpoint.Key)))
            yield return new LayoutChange(after.Name, ChangeAction.Remove, resource, $"Remove the endpoint{where}.");
        foreach (var (resource, where) in wanted.Where(endpoint => there.TryGetValue(endpoint.Key, out var old) && old != endpoint.Value))
        {
            var detail = $"The endpoint is{there[resource]}. Change it to be{where}.";
            yield return new LayoutChange(after.Name, ChangeAction.Change, resource, detail);
        }

        Dictionary<string, string> Endpoints(Vpc vpc) => new Routing.VpcSite(vpc, facts.Book.Region, facts.Services).Endpoints
            .ToDictionary(site => site.Resource, Where);
    }

    private static LayoutChange Egress(string? before, Vpc after)
    {
        if (after.EgressVia is not { } via)
            return new LayoutChange(after.Name, ChangeAction.Remove, "egressVia", $"Stop routing outbound traffic through {before}.");
        var action = before is null ? ChangeAction.Add : ChangeAction.Change;
        return new LayoutChange(after.Name, action, "egressVia", $"Route outbound traffic through the NAT gateway of {via}.");
    }

    private static string Where(Routing.EndpointSite site) => site.Endpoint.Type == EndpointType.Gateway
        ? ""
        : $" in {Sorted(site.Zones)}{(site.Endpoint.Shared ? ", shared with a private hosted zone" : "")}";

    private static string? Nat(Vpc vpc) => vpc switch
    {
        { NatGateway: { } gateway } => Nats(gateway.Mode, gateway.AvailabilityZones ?? vpc.AvailabilityZones),
        { NatInstance: { } instance } => Nats("NAT instance", instance.AvailabilityZones ?? vpc.AvailabilityZones),
        _ => null,
    };

    private static string Nats(NatMode mode, IReadOnlyList<string> zones) => mode switch
    {
        NatMode.Regional => $"1 regional NAT gateway in {Sorted(zones)}",
        NatMode.Private => Nats("private NAT gateway", zones),
        _ => Nats("zonal NAT gateway", zones),
    };

    private static string Nats(string noun, IReadOnlyList<string> zones) => $"{Figures.Count(zones.Count, noun)} in {Sorted(zones)}";

    private static string Sorted(IReadOnlyList<string> zones) => Figures.Named("zone", [.. zones.Order(StringComparer.Ordinal)]);
}
