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
/// <param name="Service">Endpoint service suffix, as requests take it.</param>
/// <param name="Name">The service's name.</param>
/// <param name="Types">The kinds of endpoint that it has.</param>
/// <param name="PrivateDns">Whether an interface endpoint can take over the service's public name.</param>
public sealed record ServiceSummary(string Service, string Name, IReadOnlyList<ServiceEndpointType> Types, bool PrivateDns);

/// <summary>A service with VPC endpoints, and what its endpoints need.</summary>
/// <param name="Service">Endpoint service suffix, as requests take it.</param>
/// <param name="Name">The service's name.</param>
/// <param name="Region">The Region asked about, in `region` or by the full service name; null where none was.</param>
/// <param name="ServiceName">The full service name of the first type in `endpoints`, with `{region}` where no Region was asked about; null where the service makes the endpoint itself.</param>
/// <param name="Endpoints">What each kind of endpoint is and needs.</param>
/// <param name="Fips">Suffixes of the FIPS variants.</param>
/// <param name="Companions">Other endpoints that a workload needs beside this one.</param>
/// <param name="Note">What surprises about the service.</param>
public sealed record ServiceDetails(
    string Service, string Name, string? Region, string? ServiceName, IReadOnlyList<EndpointDetails> Endpoints,
    IReadOnlyList<string> Fips, IReadOnlyList<Companion> Companions, string? Note);

/// <summary>A kind of endpoint for a service.</summary>
/// <param name="Type">`gateway` or `interface`.</param>
/// <param name="ServiceName">The full service name for this type of endpoint, with `{region}` where no Region was asked about. In the China Regions many interface endpoint services begin with `cn.com.amazonaws.`, gateway endpoint services with `com.amazonaws.`.</param>
/// <param name="PrivateDns">Whether it can take over the service's public name.</param>
/// <param name="DnsNames">The names that lead to it, with placeholders in `{}`; none for a gateway endpoint, which clients reach by the public name.</param>
/// <param name="Needs">What it has to be given: subnets and a security group, or route tables; a policy either way.</param>
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

    /// <summary>The services with VPC endpoints</summary>
    /// <remarks>Every AWS service that a VPC endpoint can reach, with the types of endpoint that it has.</remarks>
    /// <param name="type">Only those with this kind of endpoint: `gateway` or `interface`.</param>
    /// <param name="search">Only those whose suffix or name holds this text, whatever its case.</param>
    /// <response code="200">The services.</response>
    /// <response code="400">The type is neither `gateway` nor `interface`.</response>
    internal static Ok<ServiceSummaries> List(Snapshot snapshot, string? type = null, string? search = null)
    {
        ServiceEndpointType? wanted = type?.ToLowerInvariant() switch
        {
            null => null,
            "gateway" => ServiceEndpointType.Gateway,
            "interface" => ServiceEndpointType.Interface,
            _ => throw new BadRequestException([("type", $"'{type}' is not a type of endpoint that AWS services have. The types are gateway or interface.")], new Dictionary<string, string[]>()),
        };
        return TypedResults.Ok(new ServiceSummaries([.. snapshot.Services.Services
            .Where(service => wanted is null || service.Types.Contains(wanted.Value))
            .Where(service => search is null || service.Service.Contains(search, StringComparison.OrdinalIgnoreCase) || service.Name.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(service => service.Service, StringComparer.Ordinal)
            .Select(service => new ServiceSummary(service.Service, service.Name, service.Types, service.PrivateDns))]));
    }

    /// <summary>A service, its endpoints in a Region, and what they need</summary>
    /// <remarks>The full service name, the DNS names of its endpoints, and the endpoints of other services that a workload needs beside it.</remarks>
    /// <param name="service">Endpoint service suffix, as in `ecr.dkr`, or full service name, as in `com.amazonaws.eu-west-1.ecr.dkr`.</param>
    /// <param name="region">Region code, as in `eu-west-1`. Default: the Region that a full service name names. Without either, names hold `{region}`.</param>
    /// <response code="200">The service.</response>
    /// <response code="400">The Region is not known, or not the one that the full service name names.</response>
    /// <response code="404">The catalogue does not know the service.</response>
    internal static Results<Ok<ServiceDetails>, ProblemHttpResult> Get(string service, Snapshot snapshot, string? region = null)
    {
        var problems = new Problems([]);
        var where = region is null ? null : RequestCheck.CheckRegion(region, snapshot.Regions, JsonPath.Root.Member("region"), problems);
        if (where is not null && ServiceCatalogue.RegionOf(service) is { } named && named != where.Code)
            problems.Add(JsonPath.Root.Member("region"), $"is {where.Code}, but '{service}' is a service of {named}: leave one of them out or make them agree.");
        if (problems.Any) throw new BadRequestException([], problems.ByPath());
        where ??= ServiceCatalogue.RegionOf(service) is { } own ? snapshot.Regions.GetValueOrDefault(own) : null;
        return snapshot.Services.Find(service, where ?? snapshot.Regions["us-east-1"]) is ServiceMatch.Known known
            ? TypedResults.Ok(Details(known.Service, where))
            : NotFound.Of(service, "an endpoint service that the catalogue knows", snapshot.Services.Services.Select(one => one.Service), "/v1/services");
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
