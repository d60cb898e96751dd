using CostApi.Core.Prices;

namespace CostApi.Core.Layouts.Checks;

internal static class VpcCheck
{
    public static void Check(Vpc vpc, Region? region, ServiceNames services, JsonPath path, Problems problems)
    {
        Must.BeName(vpc.Name, path.Member("name"), problems);
        var zonesPath = path.Member("availabilityZones");
        Must.HoldFrom(vpc.AvailabilityZones.Count, 1, Limits.Zones, "zone", zonesPath, problems);
        var named = Must.NotBeNull(vpc.AvailabilityZones, Limits.Zones, zonesPath, problems).ToArray();
        foreach (var (zone, at) in named) Must.BeName(zone, at, problems);
        Must.Differ(named, "zone", problems);
        var zones = Must.Searchable(vpc.AvailabilityZones);

        if (vpc.NatGateway is { } gateway) CheckNatGateway(gateway, zones, path.Member("natGateway"), problems);
        if (vpc.NatInstance is { } instance)
        {
            var at = path.Member("natInstance");
            Must.BeInRange(instance.PricePerHour, 0, Limits.UnitPrice, at.Member("pricePerHour"), problems);
            Must.BeZonesOf(instance.AvailabilityZones, zones, at.Member("availabilityZones"), problems);
            Must.BeInRange(instance.PublicIpv4PerZone, 0, Limits.AddressesPerZone, at.Member("publicIpv4PerZone"), problems);
        }

        if (vpc.InternetGateway is { } internet)
            Must.BeInRange(internet.PublicIpv4Addresses, 0, Limits.Addresses, path.Member("internetGateway").Member("publicIpv4Addresses"), problems);

        if (vpc.ElasticIpAddresses is { } held)
        {
            var at = path.Member("elasticIpAddresses");
            Must.BeInRange(held.InUse, 0, Limits.Addresses, at.Member("inUse"), problems);
            Must.BeInRange(held.Idle, 0, Limits.Addresses, at.Member("idle"), problems);
        }

        var endpointsPath = path.Member("endpoints");
        Must.HoldFrom(vpc.Endpoints.Count, 0, Limits.Endpoints, "endpoint", endpointsPath, problems);
        foreach (var (endpoint, at) in Must.NotBeNull(vpc.Endpoints, Limits.Endpoints, endpointsPath, problems))
            EndpointCheck.Check(endpoint, zones, region, services, at, problems);
    }

    private static void CheckNatGateway(NatGateway gateway, IReadOnlyCollection<string> zones, JsonPath path, Problems problems)
    {
        Must.BeZonesOf(gateway.AvailabilityZones, zones, path.Member("availabilityZones"), problems);
        if (gateway.PublicIpv4PerZone is not { } addresses) return;
        var at = path.Member("publicIpv4PerZone");
        Must.BeInRange(addresses, 0, Limits.AddressesPerZone, at, problems);
        if (gateway.Mode == NatMode.Private && addresses > 0)
            problems.Add(at, "must be 0 or omitted, because a private NAT gateway has no public IPv4 addresses.");
    }
}
