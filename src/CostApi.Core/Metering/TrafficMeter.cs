using CostApi.Core.Prices;
using CostApi.Core.Routing;

namespace CostApi.Core.Metering;

/// <summary>Meters what a flow uses on its way. Linear in GB, so that half a flow uses half of each.</summary>
public static class TrafficMeter
{
    private const string CrossZone = "Data transfer between Availability Zones";
    private const string Peering = "VPC peering data transfer between Availability Zones";
    /// <param name="route">The flow and its way.</param>
    /// <param name="crossZoneSides">How many sides of a byte that crosses zones are billed, 1 or 2 (rule 2.7).</param>
    public static IEnumerable<Usage> Of(Route route, int crossZoneSides)
    {
        var from = route.From.Name;
        return route.Path switch
        {
            Path.ByGatewayEndpoint by => [new(from, by.Endpoint.Resource, Charges.GatewayEndpointBytes, route.Gb, StandingMeter.GatewayEndpointDescription, OwnPrice: 0)],
            Path.ByInterfaceEndpoint by => [OfEndpoint(by.Endpoint, route.Gb)],
            Path.BySharedEndpoint { OverTransitGateway: true } by => [OfTransitGateway(from, route.Gb), OfEndpoint(by.Endpoint, route.Gb)],
            Path.BySharedEndpoint by => [OfEndpoint(by.Endpoint, route.Gb)],
            Path.ByNat by => OfNat(route, by.Nat).Concat(OfCrossZone(route, by.Nat, crossZoneSides)).Concat(OfLeaving(route, from)),
            Path.BySharedNat by => OfNat(route, by.Nat).Prepend(OfTransitGateway(from, route.Gb)).Concat(OfLeaving(route, by.Nat.Vpc.Name)),
            Path.ByInternetGateway => OfLeaving(route, from),
            Path.ByPeering by => OfPeering(route, by.To, crossZoneSides),
            Path.ByTransitGateway => [OfTransitGateway(from, route.Gb)],
            _ => [],
        };
    }

    // Both directions, each byte once (rule 1.3), and nothing for crossing zones (rule 1.8).
    private static Usage OfEndpoint(EndpointSite endpoint, decimal gb) =>
        new(endpoint.Vpc.Name, endpoint.Resource, Charges.InterfaceEndpointBytes, gb, "Interface endpoint data processing");

    // Both directions: the spoke sends the request into the gateway, the other side the response (rule 3.2).
    private static Usage OfTransitGateway(string from, decimal gb) =>
        new(from, "transitGateway", Charges.TransitGatewayBytes, gb, "Transit Gateway data processing");

    // Every byte, in both directions (rule 2.2). An instance processes for nothing (rule 2.13).
    private static IEnumerable<Usage> OfNat(Route route, NatSite nat)
    {
        if (nat.Kind == NatKind.Instance) yield break;
        if (nat.Kind == NatKind.Regional)
        {
            yield return new(nat.Vpc.Name, nat.Units[0].Resource, Charges.RegionalNatGatewayBytes, route.Gb, "Regional NAT gateway data processing");
            yield break;
        }

        var spread = ZoneShares.Sum(route, zone => !nat.Covers(zone)) / nat.Units.Count;
        foreach (var unit in nat.Units)
        {
            var own = ZoneShares.Sum(route, zone => zone == unit.Zones[0]);
            yield return new(nat.Vpc.Name, unit.Resource, Charges.NatGatewayBytes, own + spread, "NAT gateway data processing");
        }
    }

    // Out of one zone and into another, each side billed, for requests and responses alike (rule 2.7).
    private static IEnumerable<Usage> OfCrossZone(Route route, NatSite nat, int sides)
    {
        var crossing = ZoneShares.Sum(route, zone => !nat.Covers(zone));
        if (crossing > 0)
        {
            var description = nat.Kind == NatKind.Instance
                ? $"{CrossZone}, to and from the NAT instance"
                : $"{CrossZone}, to and from the NAT gateway";
            yield return new(route.From.Name, "crossZone/nat", Charges.CrossZone, crossing * sides, description, Sides: sides);
        }
    }

    // Received bytes are free; to services of the own Region, sent ones are too (rules 2.3 to 2.6, 4.5).
    private static IEnumerable<Usage> OfLeaving(Route route, string vpc)
    {
        switch (route.Destination)
        {
            case Destination.ToInternet:
                yield return new(vpc, "internet", Charges.InternetOut, route.Sent, "Data transfer out to the internet");
                break;
            case Destination.ToOtherRegion to:
                yield return new(vpc, $"region/{to.Region.Code}", Charges.InterRegionOut(to.Region), route.Sent, $"Data transfer out to {to.Region.Code}");
                break;
        }
    }

    // Each zone's traffic is spread over the other VPC's zones; what stays in one zone is free (rule 3.8).
    private static IEnumerable<Usage> OfPeering(Route route, VpcSite to, int sides)
    {
        var staying = ZoneShares.Sum(route, zone => to.Zones.Contains(zone)) / to.Zones.Count;
        var crossing = route.Gb - staying;
        var resource = $"peering/{to.Name}";
        yield return new(route.From.Name, resource, Charges.PeeringOut, crossing, $"{Peering}, out");
        if (sides == 2) yield return new(route.From.Name, resource, Charges.PeeringIn, crossing, $"{Peering}, in");
    }
}
