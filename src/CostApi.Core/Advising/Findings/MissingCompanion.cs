using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Advising.Findings;

/// <summary>Endpoints that do not do their work without another one: ECR without S3 (image layers), and so on.</summary>
internal static class MissingCompanion
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from use in UsesOf(layout).Distinct()
        from companion in use.Service.Known?.Companions ?? []
        where companion.Required
        let way = WayTo(companion, use.Vpc, layout.Topology)
        where way is not (Path.ByGatewayEndpoint or Path.ByInterfaceEndpoint or Path.BySharedEndpoint)
        group (use.Service.Name, companion, way) by (use.Vpc, companion.Service) into missing
        select Of(missing.Key.Vpc, missing.First().companion, missing.First().way, [.. missing.Select(one => one.Name).Distinct()]) with
        {
            Service = missing.Key.Service,
            Endpoints = [.. missing.Select(one => one.Name).Distinct().SelectMany(missing.Key.Vpc.EndpointsFor)],
        };

    // An endpoint serves the VPC that it stands in; a shared one those that send traffic to it.
    private static IEnumerable<(VpcSite Vpc, ServiceKey Service)> UsesOf(PricedLayout layout) =>
        layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .Where(site => site.Endpoint is { Type: EndpointType.Interface, Shared: false })
            .Select(site => (site.Vpc, site.Service))
            .Concat(layout.Routes.Where(route => route.Path is Path.BySharedEndpoint).Select(route => (route.From, ((Path.BySharedEndpoint)route.Path).Endpoint.Service)));

    private static Path WayTo(Companion companion, VpcSite vpc, Topology topology) =>
        Router.PathTo(new Destination.ToService(ServiceKey.Of(companion.Service, topology.Region, topology.Catalogue)), vpc, topology);

    private static Finding Of(VpcSite vpc, Companion companion, Path way, IReadOnlyList<string> services)
    {
        var type = companion.Type == ServiceEndpointType.Gateway ? "a gateway endpoint, which is free," : "an interface endpoint";
        var (has, remedy) = vpc.EndpointsFor(companion.Service).Any()
            ? ($"the endpoint for it in {vpc.Name} takes no traffic", "Let the traffic come to it")
            : ($"{vpc.Name} has no endpoint for it", $"Add {type} for {companion.Service}");
        return new Finding
        {
            Code = FindingCodes.CompanionMissing,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Message = $"{string.Join(", ", services)} {(services.Count == 1 ? "needs" : "need")} {companion.Service} too{(companion.Note is { } note ? $" ({note})" : "")}, and {has}: {(way is Path.Nowhere ? "it will not work" : "that traffic goes on by a paid way")}. {remedy}.",
        };
    }
}
