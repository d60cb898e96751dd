using System.Text.Json.Serialization;

using CostApi.Core.Prices;

namespace CostApi.Core.Services;

/// <summary>The types of endpoint that an AWS service can have.</summary>
public enum ServiceEndpointType
{
    Gateway,
    Interface,
}

/// <summary>Another endpoint that a workload needs in addition to this one.</summary>
/// <param name="Service">Endpoint service suffix of the service.</param>
/// <param name="Type">The type of endpoint to add.</param>
/// <param name="Required">True if this endpoint does not work without the other one; false if only some features need it.</param>
/// <param name="Note">What the other endpoint is needed for.</param>
/// <param name="Bundle">The workload that needs both endpoints, if other workloads need only the first one. Otherwise omitted.</param>
public sealed record Companion(
    string Service, ServiceEndpointType Type, bool Required, string? Note = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Bundle = null);

/// <summary>An AWS service that has VPC endpoints.</summary>
/// <param name="Service">Endpoint service suffix, as in <c>ecr.dkr</c>.</param>
/// <param name="Name">The service's name.</param>
/// <param name="ServiceName">Full name with <c>{region}</c> as a placeholder; null where the service makes the endpoint itself.</param>
/// <param name="Types">The kinds of endpoint that it has.</param>
/// <param name="PrivateDns">Whether an interface endpoint can take over the service's public name.</param>
/// <param name="PublicHosts">The public names, with placeholders.</param>
public sealed record EndpointService(
    string Service,
    string Name,
    string? ServiceName,
    IReadOnlyList<ServiceEndpointType> Types,
    bool PrivateDns,
    IReadOnlyList<string> PublicHosts)
{
    /// <summary>Suffixes of the FIPS variants, which are interface endpoint services of their own.</summary>
    public IReadOnlyList<string> Fips { get => field ?? []; init; }

    /// <summary>What a workload needs beside this endpoint.</summary>
    public IReadOnlyList<Companion> Companions { get => field ?? []; init; }

    /// <summary>What surprises about the service.</summary>
    public string? Note { get; init; }

    public bool HasGateway => Types.Contains(ServiceEndpointType.Gateway);

    public bool HasInterface => Types.Contains(ServiceEndpointType.Interface);

    /// <summary>Full names of the interface endpoint service in Regions that do not name it as all others do, by Region code.</summary>
    // AWS CDK's vpc-endpoint.ts has them; in China most begin with "cn.", and one also ends in ".cn".
    public IReadOnlyDictionary<string, string> NamesElsewhere { get => field ?? new Dictionary<string, string>(); init; }

    /// <summary>The full service name in a Region.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="type">The type of endpoint: gateway endpoint services have one form of name everywhere.</param>
    public string? ServiceNameIn(Region region, ServiceEndpointType type) =>
        type == ServiceEndpointType.Interface && NamesElsewhere.TryGetValue(region.Code, out var name)
            ? name
            : ServiceName?.Replace("{region}", region.Code, StringComparison.Ordinal);
}
