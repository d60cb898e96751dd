using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Metering;

/// <summary>Meters what a layout uses by standing there, whatever its traffic.</summary>
public static class StandingMeter
{
    public static IEnumerable<Usage> Of(Topology topology, decimal hours)
    {
        foreach (var vpc in topology.Vpcs)
        {
            foreach (var usage in vpc.Endpoints.SelectMany(endpoint => OfEndpoint(endpoint, hours))) yield return usage;
            foreach (var usage in vpc.Nats.SelectMany(nat => OfNat(nat, hours))) yield return usage;
            if (vpc.Vpc.InternetGateway is { PublicIpv4Addresses: > 0 and var addresses })
                yield return Hours(vpc.Name, "internetGateway", Charges.PublicIpv4InUse, addresses, "address", hours, "Public IPv4 addresses of workloads");
            foreach (var usage in OfElasticIps(vpc, hours)) yield return usage;
        }

        foreach (var usage in OfTransitGateway(topology, hours)) yield return usage;
    }

    /// <summary>Hours and, for the types that no flow is routed to, GB of an endpoint.</summary>
    public static IEnumerable<Usage> OfEndpoint(EndpointSite site, decimal hours)
    {
        var (vpc, resource, endpoint, zones) = (site.Vpc.Name, site.Resource, site.Endpoint, site.Zones.Count);
        switch (endpoint.Type)
        {
            case EndpointType.Gateway:
                yield return new Usage(vpc, resource, Charges.GatewayEndpointBytes, 0, GatewayEndpointDescription, OwnPrice: 0);
                break;
            case EndpointType.Interface:
                yield return Hours(vpc, resource, Charges.InterfaceEndpointHours, zones, "zone", hours, "Interface endpoint hours");
                if (endpoint.Shared)
                    yield return new Usage(vpc, resource, Charges.HostedZone, 1, "Private hosted zone of the endpoint", "1 hosted zone");
                break;
            case EndpointType.GatewayLoadBalancer:
                yield return Hours(vpc, resource, Charges.GatewayLoadBalancerEndpointHours, zones, "zone", hours, "Gateway Load Balancer endpoint hours");
                yield return Gigabytes(vpc, resource, Charges.GatewayLoadBalancerEndpointBytes, endpoint.GbPerMonth, "Gateway Load Balancer endpoint data processing");
                break;
            case EndpointType.Resource:
                // One charge whatever its zones: that hours multiply by zone is not proven (rule 1.24).
                yield return Hours(vpc, resource, Charges.ResourceEndpointHours, 1, "endpoint", hours, "Resource endpoint hours");
                yield return Gigabytes(vpc, resource, Charges.ResourceEndpointBytes, endpoint.GbPerMonth, "Resource endpoint data processing");
                break;
            default:
                yield return Hours(
                    vpc, resource, Charges.ServiceNetworkHours, endpoint.ResourceConfigurations ?? 0, "resource configuration", hours,
                    "Service network resource hours");
                yield return Gigabytes(vpc, resource, Charges.ServiceNetworkBytes, endpoint.GbPerMonth, "Service network data processing");
                break;
        }
    }

    /// <summary>Hours and public addresses of NAT gateways or instances.</summary>
    public static IEnumerable<Usage> OfNat(NatSite nat, decimal hours)
    {
        foreach (var unit in nat.Units)
        {
            var zones = Figures.Named("zone", unit.Zones);
            yield return nat.Kind switch
            {
                NatKind.Instance => Hours(nat.Vpc.Name, unit.Resource, Charges.NatInstanceHours, unit.Zones.Count, "instance", hours, $"NAT instance hours, {zones}") with { OwnPrice = nat.PricePerHour },
                NatKind.Regional => Hours(nat.Vpc.Name, unit.Resource, Charges.RegionalNatGatewayHours, unit.Zones.Count, "zone", hours, $"Regional NAT gateway hours, {zones}"),
                NatKind.Private => Hours(nat.Vpc.Name, unit.Resource, Charges.NatGatewayHours, 1, "zone", hours, $"Private NAT gateway hours, {zones}"),
                _ => Hours(nat.Vpc.Name, unit.Resource, Charges.NatGatewayHours, 1, "zone", hours, $"NAT gateway hours, {zones}"),
            };
            if (nat.PublicIpv4PerZone > 0)
                yield return Hours(
                    nat.Vpc.Name, unit.Resource, Charges.PublicIpv4InUse, nat.PublicIpv4PerZone * unit.Zones.Count, "address", hours,
                    $"Public IPv4 addresses of the {nat.Noun}, {zones}");
        }
    }

    /// <summary>Resource of the addresses that something uses.</summary>
    public const string ElasticIpsInUse = "elasticIp/inUse";

    /// <summary>Resource of the addresses that nothing uses.</summary>
    public const string ElasticIpsIdle = "elasticIp/idle";

    /// <summary>Hours of Elastic IP addresses.</summary>
    public static IEnumerable<Usage> OfElasticIps(VpcSite vpc, decimal hours)
    {
        if (vpc.Vpc.ElasticIpAddresses is not { } held) yield break;
        if (held.InUse > 0) yield return Hours(vpc.Name, ElasticIpsInUse, Charges.PublicIpv4InUse, held.InUse, "address", hours, "Elastic IP addresses in use");
        if (held.Idle > 0)
            yield return Hours(vpc.Name, ElasticIpsIdle, Charges.PublicIpv4Idle, held.Idle, "address", hours, "Idle Elastic IP addresses");
    }

    internal const string GatewayEndpointDescription = "Gateway endpoint, free of charge";

    // By attachment, whatever the number of zones (rule 3.1).
    private static IEnumerable<Usage> OfTransitGateway(Topology topology, decimal hours) =>
        (topology.Layout.TransitGateway?.Attachments ?? [])
        .Where(vpc => !topology.Layout.TransitGateway!.AlreadyPaid.Contains(vpc))
        .Select(vpc => Hours(vpc, "transitGateway", Charges.TransitGatewayHours, 1, "attachment", hours, "Transit Gateway attachment hours"));

    private static Usage Hours(string vpc, string resource, Charge charge, int count, string noun, decimal hours, string description)
    {
        var billed = charge.BillsWholeHours ? decimal.Ceiling(hours) : hours;
        return new Usage(vpc, resource, charge, count * billed, description, $"{Figures.Count(count, noun)} × {Figures.Show(billed)} h");
    }

    private static Usage Gigabytes(string vpc, string resource, Charge charge, decimal gb, string description) =>
        new(vpc, resource, charge, gb, description);
}
