using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Advising;

/// <summary>An endpoint that needs another one, seen from a VPC that uses it.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Endpoint">The endpoint that it uses.</param>
/// <param name="Companion">What that needs.</param>
/// <param name="Way">The way to that from the VPC.</param>
internal readonly record struct Companionship(VpcSite Vpc, EndpointSite Endpoint, Companion Companion, Path Way)
{
    /// <summary>Whether an endpoint takes the traffic.</summary>
    public bool IsMet => Way is Path.ByGatewayEndpoint or Path.ByInterfaceEndpoint or Path.BySharedEndpoint;

    /// <summary>What every endpoint in use needs: without it, it does not work at all, or not for one of its workloads.</summary>
    public static IEnumerable<Companionship> Of(PricedLayout layout) =>
        from use in UsesOf(layout).Distinct()
        from companion in use.Endpoint.Service.Known?.Companions ?? []
        where companion.Required || companion.Bundle is not null
        select new Companionship(use.Vpc, use.Endpoint, companion, WayTo(companion, use.Vpc, layout.Topology));

    /// <summary>
    /// Endpoints that do not work without another one that is not there, by the NAT that leads to its service instead: that traffic needs
    /// the NAT, whether it is given or not.
    /// </summary>
    public static ILookup<NatSite, EndpointSite> ByNat(PricedLayout layout) =>
        Of(layout).Where(need => need.Companion.Required && NatTraffic.NatOf(need.Way) is not null)
            .ToLookup(need => NatTraffic.NatOf(need.Way)!, need => need.Endpoint);

    // An endpoint serves the VPC that it stands in; a shared one those that send traffic to it.
    private static IEnumerable<(VpcSite Vpc, EndpointSite Endpoint)> UsesOf(PricedLayout layout) =>
        layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .Where(site => site.Endpoint is { Type: EndpointType.Interface, Shared: false })
            .Select(site => (site.Vpc, site))
            .Concat(layout.Routes.Where(route => route.Path is Path.BySharedEndpoint)
                .Select(route => (route.From, ((Path.BySharedEndpoint)route.Path).Endpoint)));

    private static Path WayTo(Companion companion, VpcSite vpc, Topology topology) =>
        Router.PathTo(new Destination.ToService(ServiceKey.Of(companion.Service, topology.Region, topology.Catalogue)), vpc, topology);
}
