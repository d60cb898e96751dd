using CostApi.Core.Services;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CostApi.Api;

/// <summary>The services that common workloads require.</summary>
/// <param name="Bundles">The workloads that you can specify in the `bundles` of a recommendation.</param>
public sealed record BundleList(IReadOnlyList<Bundle> Bundles);

internal static class BundleEndpoints
{
    public static void MapBundles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/bundles", List).WithName("ListBundles").WithTags("Facts").ProducesValidationProblem();

    /// <summary>List common workloads and the services that they require</summary>
    /// <remarks>
    /// In a recommendation, you can specify the name of a workload in `bundles` instead of a flow to each of its services.
    /// </remarks>
    /// <response code="200">The workloads.</response>
    /// <response code="400">The request has a query parameter. The operation has no parameters.</response>
    internal static Ok<BundleList> List() => TypedResults.Ok(new BundleList(Bundles.All));
}
