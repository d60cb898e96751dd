using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Routing;

/// <summary>A service by the one name that endpoints and flows are matched by, with what the catalogue knows of it.</summary>
/// <param name="Name">The suffix where the catalogue knows the service, else the name as given.</param>
/// <param name="Known">The catalogue's entry; null for unknown services and names of the caller's own.</param>
/// <param name="IsPrivate">Only an endpoint reaches it.</param>
public readonly record struct ServiceKey(string Name, EndpointService? Known, bool IsPrivate)
{
    public static ServiceKey Of(string name, Region region, ServiceCatalogue catalogue) => catalogue.Find(name, region) switch
    {
        // A FIPS variant keeps its own name: an endpoint for one does not carry the other's traffic.
        ServiceMatch.Known known => new(known.Service.Fips.FirstOrDefault(fips => name == fips || name.EndsWith('.' + fips, StringComparison.Ordinal)) ?? known.Service.Service, known.Service, false),
        ServiceMatch.Unknown unknown => new(name, null, unknown.IsPrivate),
        _ => new(name, null, false),
    };

    public static ServiceKey Of(Endpoint endpoint, Region region, ServiceCatalogue catalogue) =>
        endpoint.Type is EndpointType.Gateway or EndpointType.Interface
            ? Of(endpoint.Service, region, catalogue)
            : new(endpoint.Service, null, true);
}

/// <summary>An endpoint where it stands.</summary>
public sealed class EndpointSite(VpcSite vpc, Endpoint endpoint, ServiceKey service, int ordinal)
{
    public VpcSite Vpc => vpc;

    public Endpoint Endpoint => endpoint;

    public ServiceKey Service => service;

    /// <summary>Names the endpoint within its VPC: <c>interface/sqs</c>, and <c>interface/sqs#2</c> for a second one.</summary>
    public string Resource { get; } = $"{TypeName(endpoint.Type)}/{endpoint.Service}{(ordinal > 1 ? $"#{ordinal}" : "")}";

    public IReadOnlyList<string> Zones => endpoint.AvailabilityZones ?? vpc.Zones;

    /// <summary>Whether the service's public name leads here: asked for, and the service has it (DynamoDB has none, rule 1.18).</summary>
    public bool HasPrivateDns => (endpoint.PrivateDns ?? true) && (service.Known?.PrivateDns ?? true);

    /// <summary>Whether clients in the VPC come here without being told to: by private DNS, or by their endpoint URL.</summary>
    public bool CapturesTraffic => endpoint.EndpointUrl || endpoint.Shared || HasPrivateDns && !endpoint.PrivateDnsOnlyForInboundResolver;

    private static string TypeName(EndpointType type) => type switch
    {
        EndpointType.Gateway => "gateway",
        EndpointType.Interface => "interface",
        EndpointType.GatewayLoadBalancer => "gatewayLoadBalancer",
        EndpointType.Resource => "resource",
        _ => "serviceNetwork",
    };
}
