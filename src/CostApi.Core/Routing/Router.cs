using CostApi.Core.Layouts;
using CostApi.Core.Prices;

namespace CostApi.Core.Routing;

/// <summary>Which way each flow goes: the first that applies, as DNS and route tables would have it.</summary>
public static class Router
{
    public static IReadOnlyList<Route> RouteAll(Topology topology, IReadOnlyList<Flow> flows, IReadOnlyDictionary<string, Region> regions)
    {
        // Ten thousand flows mostly name a few targets, so each way is looked up once.
        var ways = new Dictionary<(VpcSite, string, string?), (Destination, Path)>();
        var routes = new Route[flows.Count];
        for (var i = 0; i < flows.Count; i++)
        {
            var (flow, from) = (flows[i], topology.Vpc(flows[i].From));
            if (!ways.TryGetValue((from, flow.To, flow.Region), out var way))
            {
                var destination = DestinationOf(flow, topology, regions);
                ways.Add((from, flow.To, flow.Region), way = (destination, PathTo(destination, from, topology)));
            }

            routes[i] = new Route(flow, from, way.Item1, way.Item2);
        }

        return routes;
    }

    /// <param name="destination">Where it goes to.</param>
    /// <param name="from">Where it starts.</param>
    /// <param name="topology">The layout.</param>
    /// <param name="without">An endpoint to look past, to see which way traffic would go if it were not there.</param>
    public static Path PathTo(Destination destination, VpcSite from, Topology topology, EndpointSite? without = null) => destination switch
    {
        Destination.ToVpc { Vpc: { } vpc } => ToVpc(from, vpc, topology),
        Destination.ToVpc to => new Path.Nowhere($"the layout has no VPC '{to.Name}'"),
        Destination.ToService to => ByEndpoint(to.Service, from, topology, without) ?? WayOut(destination, from, topology),
        _ => WayOut(destination, from, topology),
    };

    /// <summary>The way of traffic that no endpoint takes.</summary>
    public static Path WayOut(Destination destination, VpcSite from, Topology topology)
    {
        // Somebody's own endpoint service has no public address that a NAT could reach.
        if (destination is Destination.ToService { Service.IsPrivate: true } to)
            return new Path.Nowhere(
                $"{to.Service.Name} is reachable only through an interface endpoint with private DNS or whose DNS name the clients use");

        var toInternet = destination is Destination.ToInternet;
        if (from.Nats.FirstOrDefault(Reaches) is { } own) return new Path.ByNat(own);
        if (from.Vpc.EgressVia is { } via && topology.Vpc(via).Nats.FirstOrDefault(Reaches) is { } shared) return new Path.BySharedNat(shared);
        if (from.Vpc.InternetGateway is not null) return new Path.ByInternetGateway();
        return new Path.Nowhere((toInternet, from.Nats.Count, from.Vpc.EgressVia) switch
        {
            (true, > 0, null) => "a private NAT gateway does not provide access to the internet",
            (true, _, { } hub) => $"the NAT gateway of {hub} is private and does not provide access to the internet",
            (true, _, _) => "the VPC has no NAT gateway or NAT instance, no central egress and no internet gateway",
            _ => "the VPC has no endpoint for this traffic, no NAT gateway or NAT instance, no central egress and no internet gateway",
        });

        bool Reaches(NatSite nat) => !toInternet || nat.ReachesInternet;
    }

    private static Path? ByEndpoint(ServiceKey service, VpcSite from, Topology topology, EndpointSite? without)
    {
        var local = LocalEndpoint(service, from, without);
        if (local is not null)
            return local.Endpoint.Type == EndpointType.Gateway ? new Path.ByGatewayEndpoint(local) : new Path.ByInterfaceEndpoint(local);

        var shared = topology.SharedEndpointsFor(service.Name).Where(endpoint => endpoint != without);
        if (shared.FirstOrDefault(endpoint => topology.ShareTransitGateway(from, endpoint.Vpc)) is { } overTransitGateway)
            return new Path.BySharedEndpoint(overTransitGateway, OverTransitGateway: true);
        return shared.FirstOrDefault(endpoint => topology.ArePeered(from, endpoint.Vpc)) is { } overPeering
            ? new Path.BySharedEndpoint(overPeering, OverTransitGateway: false)
            : null;
    }

    private static EndpointSite? LocalEndpoint(ServiceKey service, VpcSite from, EndpointSite? without)
    {
        EndpointSite? best = null;
        var bestOrder = int.MaxValue;
        foreach (var endpoint in from.EndpointsFor(service.Name))
        {
            var order = endpoint == without ? int.MaxValue : Order(endpoint);
            if (order < bestOrder) (best, bestOrder) = (endpoint, order);
        }

        return best;
    }

    // Lower comes first. S3 with private DNS comes before the gateway endpoint because its names resolve to the
    // endpoint's addresses, so the route of the gateway endpoint is never asked (rule 1.17).
    private static int Order(EndpointSite site) => site.Endpoint switch
    {
        { Type: EndpointType.Interface, EndpointUrl: true } => 0,
        { Type: EndpointType.Interface, PrivateDnsOnlyForInboundResolver: false } when site.Service.Known is { HasGateway: true } && site.HasPrivateDns => 1,
        { Type: EndpointType.Gateway } => 2,
        { Type: EndpointType.Interface } when site.CapturesTraffic => 3,
        _ => int.MaxValue,
    };

    private static Path ToVpc(VpcSite from, VpcSite to, Topology topology)
    {
        if (topology.ArePeered(from, to)) return new Path.ByPeering(to);
        return topology.ShareTransitGateway(from, to)
            ? new Path.ByTransitGateway(to)
            : new Path.Nowhere($"neither a VPC peering connection nor a Transit Gateway connects {from.Name} and {to.Name}");
    }

    private static Destination DestinationOf(Flow flow, Topology topology, IReadOnlyDictionary<string, Region> regions)
    {
        if (flow.To == FlowTargets.Internet) return new Destination.ToInternet();
        if (flow.To.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal))
        {
            var name = flow.To[FlowTargets.VpcPrefix.Length..];
            return new Destination.ToVpc(name, topology.FindVpc(name));
        }

        return flow.Region is { } code && code != topology.Region.Code
            ? new Destination.ToOtherRegion(ServiceKey.Of(flow.To, regions[code], topology.Catalogue), regions[code])
            : new Destination.ToService(ServiceKey.Of(flow.To, topology.Region, topology.Catalogue));
    }
}
