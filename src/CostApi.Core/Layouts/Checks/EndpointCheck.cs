using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Layouts.Checks;

internal static class EndpointCheck
{
    public static void Check(Endpoint endpoint, IReadOnlyCollection<string> zones, Region? region, ServiceNames services, JsonPath path, Problems problems)
    {
        var match = CheckService(endpoint, region, services, path.Member("service"), problems);
        Must.BeZonesOf(endpoint.AvailabilityZones, zones, path.Member("availabilityZones"), problems);
        Must.BeInRange(endpoint.GbPerMonth, 0, Limits.Gb, path.Member("gbPerMonth"), problems);

        foreach (var (member, given, types, why) in OnlyFor(endpoint))
            if (given && !types.Contains(endpoint.Type)) problems.Add(path.Member(member), why);
        if (endpoint.PrivateDnsOnlyForInboundResolver && !MayHaveInboundResolver(endpoint, match, region))
            problems.Add(path.Member("privateDnsOnlyForInboundResolver"), "must be false. Only interface endpoints for S3 support it.");

        var configurations = path.Member("resourceConfigurations");
        if (endpoint.ResourceConfigurations is { } count) Must.BeInRange(count, 0, Limits.ResourceConfigurations, configurations, problems);
        else if (endpoint.Type == EndpointType.ServiceNetwork)
            problems.Add(configurations, "is required for service network endpoints. Each resource configuration is billed per hour.");
    }

    private static IEnumerable<(string Member, bool Given, EndpointType[] Types, string Why)> OnlyFor(Endpoint endpoint)
    {
        EndpointType[] zoned = [EndpointType.Interface, EndpointType.GatewayLoadBalancer, EndpointType.Resource, EndpointType.ServiceNetwork];
        EndpointType[] unrouted = [EndpointType.GatewayLoadBalancer, EndpointType.Resource, EndpointType.ServiceNetwork];
        yield return (
            "availabilityZones", endpoint.AvailabilityZones is not null, zoned,
            "must be omitted. A gateway endpoint is associated with route tables, not with zones.");
        yield return (
            "shared", endpoint.Shared, [EndpointType.Interface],
            "must be false. Only interface endpoints can be shared with other VPCs.");
        yield return (
            "endpointUrl", endpoint.EndpointUrl, [EndpointType.Interface],
            "must be false. Only interface endpoints have DNS names that clients can be configured to use.");
        yield return (
            "gbPerMonth", endpoint.GbPerMonth != 0, unrouted,
            "must be omitted. The GB through gateway and interface endpoints are calculated from the flows in traffic.");
        yield return (
            "resourceConfigurations", endpoint.ResourceConfigurations is not null, [EndpointType.ServiceNetwork],
            "must be omitted. Only service network endpoints have resource configurations.");
    }

    // Which service it is cannot be told of a name that is reported itself, nor of a full one in a Region that is.
    private static bool MayHaveInboundResolver(Endpoint endpoint, ServiceMatch? match, Region? region) =>
        endpoint.Type == EndpointType.Interface && match switch
        {
            ServiceMatch.Known known => known.Service.Service == "s3",
            ServiceMatch.Unknown => region is null,
            _ => true,
        };

    private static ServiceMatch? CheckService(Endpoint endpoint, Region? region, ServiceNames services, JsonPath path, Problems problems)
    {
        if (!Must.BeText(endpoint.Service, Limits.ServiceNameLength, path, problems) || endpoint.Type is not (EndpointType.Gateway or EndpointType.Interface)) return null;
        var match = services.Find(endpoint.Service, region, problems);
        switch (match)
        {
            case ServiceMatch.Invalid invalid:
                problems.Add(path, invalid.Message);
                break;
            case ServiceMatch.Known { Service.HasGateway: false } when endpoint.Type == EndpointType.Gateway:
                var having = string.Join(", ", services.All.Where(service => service.HasGateway).Select(service => service.Service));
                problems.Add(path, $"'{endpoint.Service}' has no gateway endpoint. Only {having} have one. Use type 'interface'.");
                break;
            case ServiceMatch.Known { Service: { HasInterface: false } known } when endpoint.Type == EndpointType.Interface:
                problems.Add(path, $"'{known.Service}' has no interface endpoint. Use type 'gateway'.");
                break;
            case ServiceMatch.Unknown when endpoint.Type == EndpointType.Gateway && region is not null:
                problems.Add(path, $"'{endpoint.Service}' is not known to have gateway endpoints. Use type 'interface'.");
                break;
        }

        return match;
    }
}
