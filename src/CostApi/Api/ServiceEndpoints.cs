using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Prices;
using CostApi.Core.Services;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CostApi.Api;

/// <summary>The services with VPC endpoints.</summary>
/// <param name="Services">The services, in the order of their suffixes.</param>
public sealed record ServiceSummaries(IReadOnlyList<ServiceSummary> Services);

/// <summary>A service with VPC endpoints.</summary>
/// <param name="Service">Endpoint service suffix, as requests use it.</param>
/// <param name="Name">The service's name.</param>
/// <param name="Types">The types of endpoint that it supports.</param>
/// <param name="PrivateDns">Whether its interface endpoints support private DNS.</param>
public sealed record ServiceSummary(string Service, string Name, IReadOnlyList<ServiceEndpointType> Types, bool PrivateDns);

/// <summary>A service with VPC endpoints, and what its endpoints require.</summary>
/// <param name="Service">Endpoint service suffix, as requests use it.</param>
/// <param name="Name">The service's name.</param>
/// <param name="Region">The Region that the request specifies in `region` or in the full service name; null if it specifies none.</param>
/// <param name="ServiceName">
/// The full service name of the first type in `endpoints`, with `{region}` if the request specifies no Region; null if the
/// service creates the endpoint itself.
/// </param>
/// <param name="Endpoints">The endpoint of each type, and what it requires.</param>
/// <param name="Fips">Suffixes of the FIPS variants.</param>
/// <param name="Companions">Other endpoints that a workload needs in addition to this one.</param>
/// <param name="Note">What to note about the service.</param>
public sealed record ServiceDetails(
    string Service, string Name, string? Region, string? ServiceName, IReadOnlyList<EndpointDetails> Endpoints,
    IReadOnlyList<string> Fips, IReadOnlyList<Companion> Companions, string? Note);

/// <summary>An endpoint of one type for a service.</summary>
/// <param name="Type">`gateway` or `interface`.</param>
/// <param name="ServiceName">
/// The full service name for this type of endpoint, with `{region}` if the request specifies no Region. In the China Regions,
/// the names of many interface endpoint services begin with `cn.com.amazonaws.`, and those of gateway endpoint services with
/// `com.amazonaws.`.
/// </param>
/// <param name="PrivateDns">Whether it supports private DNS.</param>
/// <param name="DnsNames">
/// The DNS names of the endpoint, with placeholders in `{}`; empty for a gateway endpoint, for which clients use the public DNS
/// name.
/// </param>
/// <param name="Needs">What the endpoint requires: subnets and a security group, or route tables, and an endpoint policy.</param>
public sealed record EndpointDetails(
    ServiceEndpointType Type, string? ServiceName, bool PrivateDns, IReadOnlyList<string> DnsNames, IReadOnlyList<string> Needs);

internal static class ServiceEndpoints
{
    public static void MapServices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/services").WithTags("Facts").ProducesValidationProblem();
        group.MapGet("", List).WithName("ListServices").OneOf("type", ["gateway", "interface"]);
        group.MapGet("/{service}", Get).WithName("GetService").ProducesProblem(404);
    }

    /// <summary>List the services with VPC endpoints</summary>
    /// <remarks>Returns all AWS services with VPC endpoints, with the types of endpoint that they support.</remarks>
    /// <param name="type">Only services with this type of endpoint: `gateway` or `interface`.</param>
    /// <param name="search">Only services whose suffix or name contains this text. Case is ignored.</param>
    /// <response code="200">The services.</response>
    /// <response code="400">The type is neither `gateway` nor `interface`.</response>
    internal static Ok<ServiceSummaries> List(Snapshot snapshot, string? type = null, string? search = null)
    {
        ServiceEndpointType? wanted = type?.ToLowerInvariant() switch
        {
            null => null,
            "gateway" => ServiceEndpointType.Gateway,
            "interface" => ServiceEndpointType.Interface,
            _ => throw new BadRequestException(
                [("type", $"'{type}' is not a type of endpoint that AWS services have. The types are gateway and interface.")],
                new Dictionary<string, string[]>()),
        };
        return TypedResults.Ok(new ServiceSummaries([.. snapshot.Services.Services
            .Where(service => wanted is null || service.Types.Contains(wanted.Value))
            .Where(service => search is null || service.Service.Contains(search, StringComparison.OrdinalIgnoreCase) || service.Name.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(service => service.Service, StringComparer.Ordinal)
            .Select(service => new ServiceSummary(service.Service, service.Name, service.Types, service.PrivateDns))]));
    }

    /// <summary>Get a service, its endpoints in a Region, and what they require</summary>
    /// <remarks>
    /// Returns the full service name, the DNS names of the endpoints, and the endpoints of other services that workloads also
    /// need.
    /// </remarks>
    /// <param name="service">
    /// Endpoint service suffix, for example `ecr.dkr`, or full service name, for example `com.amazonaws.eu-west-1.ecr.dkr`.
    /// </param>
    /// <param name="region">
    /// Region code, for example `eu-west-1`. Default: the Region in the full service name. Without a Region, names contain
    /// `{region}`.
    /// </param>
    /// <response code="200">The service.</response>
    /// <response code="400">The Region is unknown, or is not the Region in the full service name.</response>
    /// <response code="404">The service is unknown.</response>
    internal static Results<Ok<ServiceDetails>, ProblemHttpResult> Get(string service, Snapshot snapshot, string? region = null)
    {
        var problems = new Problems([]);
        var where = region is null ? null : RequestCheck.CheckRegion(region, snapshot.Regions, JsonPath.Root.Member("region"), problems);
        if (where is not null && ServiceCatalogue.RegionOf(service) is { } named && named != where.Code)
        {
            problems.Add(
                JsonPath.Root.Member("region"),
                $"is {where.Code}, but '{service}' is a service in {named}. Omit region, or specify {named}.");
        }
        if (problems.Any) throw new BadRequestException([], problems.ByPath());
        where ??= ServiceCatalogue.RegionOf(service) is { } own ? snapshot.Regions.GetValueOrDefault(own) : null;
        return snapshot.Services.Find(service, where ?? snapshot.Regions["us-east-1"]) is ServiceMatch.Known known
            ? TypedResults.Ok(Details(known.Service, where))
            : NotFound.Of(service, "a known endpoint service", snapshot.Services.Services.Select(one => one.Service), "/v1/services");
    }

    private static ServiceDetails Details(EndpointService service, Region? region) => new(
        service.Service,
        service.Name,
        region?.Code,
        NameOf(service, service.Types[0], region),
        [.. service.Types.Select(type => DetailsOf(service, type, region))],
        service.Fips,
        service.Companions,
        service.Note);

    private static EndpointDetails DetailsOf(EndpointService service, ServiceEndpointType type, Region? region)
    {
        var name = NameOf(service, type, region);
        return type == ServiceEndpointType.Gateway
            ? new EndpointDetails(type, name, false, [], ["route tables", "endpoint policy"])
            : new EndpointDetails(
                type, name, service.PrivateDns, EndpointNames.Of(service, region),
                ["subnets, at most one in each zone", "security group", "endpoint policy"]);
    }

    private static string? NameOf(EndpointService service, ServiceEndpointType type, Region? region) =>
        region is null ? service.ServiceName : service.ServiceNameIn(region, type);
}
