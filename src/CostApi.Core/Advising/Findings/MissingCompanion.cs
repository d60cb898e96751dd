using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Advising.Findings;

/// <summary>Endpoints that do not do their work without another one: ECR without S3 (image layers), and so on.</summary>
internal static class MissingCompanion
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from vpc in layout.Topology.Vpcs
        from endpoint in vpc.Endpoints
        where endpoint.Endpoint is { Type: EndpointType.Interface, Shared: false }
        from companion in endpoint.Service.Known?.Companions ?? []
        where companion.Required
        let way = WayTo(companion, vpc, layout.Topology)
        where way is not (Path.ByGatewayEndpoint or Path.ByInterfaceEndpoint or Path.BySharedEndpoint)
        group (endpoint.Service.Name, companion, way) by (vpc, companion.Service) into missing
        select Of(missing.Key.vpc, missing.First().companion, missing.First().way, [.. missing.Select(one => one.Name).Distinct()]);

    private static Path WayTo(Companion companion, VpcSite vpc, Topology topology) =>
        Router.PathTo(new Destination.ToService(ServiceKey.Of(companion.Service, topology.Region, topology.Catalogue)), vpc, topology);

    private static Finding Of(VpcSite vpc, Companion companion, Path way, IReadOnlyList<string> services)
    {
        var type = companion.Type == ServiceEndpointType.Gateway ? "gateway endpoint, which is free," : "interface endpoint";
        return new Finding
        {
            Code = FindingCodes.CompanionMissing,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Message = $"{string.Join(", ", services)} {(services.Count == 1 ? "needs" : "need")} {companion.Service} too{(companion.Note is { } note ? $" ({note})" : "")}, and {vpc.Name} has no endpoint for it: {(way is Path.Nowhere ? "it will not work" : "that traffic goes on by a paid way")}. Add a {type} for {companion.Service}.",
        };
    }
}
