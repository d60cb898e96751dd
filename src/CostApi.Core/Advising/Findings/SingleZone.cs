using CostApi.Core.Layouts;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising.Findings;

/// <summary>What stands in one zone of several fails with that zone.</summary>
internal static class SingleZone
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        layout.Topology.Vpcs.Where(vpc => vpc.Zones.Count > 1).SelectMany(vpc => OfNats(vpc).Concat(OfEndpoints(vpc)));

    private static IEnumerable<Finding> OfNats(VpcSite vpc) =>
        from nat in vpc.Nats
        where nat.Zones.Count == 1
        let name = NatNames.Of(nat.Kind)
        select Of(
            vpc,
            nat.Units[0].Resource,
            $"The {name} is in only one of {vpc.Zones.Count} Availability Zones, {Zone(nat.Zones[0])}. "
                + $"If that zone fails, the other zones cannot use the {name} either.");

    private static IEnumerable<Finding> OfEndpoints(VpcSite vpc) =>
        from site in vpc.Endpoints
        where site.Endpoint.Type == EndpointType.Interface && site.Zones.Count == 1
        select Of(
            vpc,
            site.Resource,
            $"The interface endpoint for {site.Service.Name} is in only one of {vpc.Zones.Count} Availability Zones, "
                + $"{Zone(site.Zones[0])}. "
                + "Clients in the other zones can use it without a charge for cross-zone data transfer, but not if that zone fails.");

    private static string Zone(string label) => label.StartsWith("zone ", StringComparison.Ordinal) ? label : $"zone {label}";

    private static Finding Of(VpcSite vpc, string resource, string message) =>
        new() { Code = FindingCodes.SingleZone, Severity = Severity.Info, Vpc = vpc.Name, Resource = resource, Message = message };
}
