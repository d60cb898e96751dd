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
        where companion.Required || companion.Bundle is not null
        let way = WayTo(companion, use.Vpc, layout.Topology)
        where way is not (Path.ByGatewayEndpoint or Path.ByInterfaceEndpoint or Path.BySharedEndpoint)
        group (use.Service.Name, companion, way) by (use.Vpc, companion.Service) into missing
        // What does not work at all is told before what one workload misses.
        let first = missing.MaxBy(one => one.companion.Required)
        let names = missing.Where(one => (one.companion.Required, one.companion.Bundle) == (first.companion.Required, first.companion.Bundle)).Select(one => one.Name).Distinct().ToArray()
        select Of(missing.Key.Vpc, first.companion, first.way, names) with
        {
            Service = missing.Key.Service,
            Endpoints = [.. names.SelectMany(missing.Key.Vpc.EndpointsFor)],
        };

    // An endpoint serves the VPC that it stands in; a shared one those that send traffic to it.
    private static IEnumerable<(VpcSite Vpc, ServiceKey Service)> UsesOf(PricedLayout layout) =>
        layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .Where(site => site.Endpoint is { Type: EndpointType.Interface, Shared: false })
            .Select(site => (site.Vpc, site.Service))
            .Concat(layout.Routes.Where(route => route.Path is Path.BySharedEndpoint).Select(route => (route.From, ((Path.BySharedEndpoint)route.Path).Endpoint.Service)));

    private static Path WayTo(Companion companion, VpcSite vpc, Topology topology) =>
        Router.PathTo(new Destination.ToService(ServiceKey.Of(companion.Service, topology.Region, topology.Catalogue)), vpc, topology);

    private static Finding Of(VpcSite vpc, Companion companion, Path way, string[] services)
    {
        var type = companion.Type == ServiceEndpointType.Gateway ? "a gateway endpoint, which is free," : "an interface endpoint";
        var (has, remedy) = vpc.EndpointsFor(companion.Service).Any()
            ? ($"the endpoint for it in {vpc.Name} takes no traffic", "Let the traffic come to it")
            : ($"{vpc.Name} has no endpoint for it", $"Add {type} for {companion.Service}");
        return new Finding
        {
            Code = FindingCodes.CompanionMissing,
            Severity = companion.Required ? Severity.Warning : Severity.Info,
            Vpc = vpc.Name,
            Message = $"{(companion.Bundle is { } bundle ? $"For {bundle}, " : "")}{string.Join(", ", services)} {(services.Length == 1 ? "needs" : "need")} {companion.Service} too{(companion.Note is { } note ? $" ({note})" : "")}, and {has}: {(way is Path.Nowhere ? "it will not work" : "that traffic goes on by a paid way")}. {remedy}.",
        };
    }
}
