using CostApi.Core.Services;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CostApi.Api;

/// <summary>What common workloads must reach.</summary>
/// <param name="Bundles">The workloads, as recommendations take them in `bundles`.</param>
public sealed record BundleList(IReadOnlyList<Bundle> Bundles);

internal static class BundleEndpoints
{
    public static void MapBundles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/bundles", List).WithName("ListBundles").WithTags("Facts").ProducesValidationProblem();

    /// <summary>Workloads and the services that they must reach</summary>
    /// <remarks>Recommendations take the name of a workload in `bundles`, in place of a flow to each of its services.</remarks>
    /// <response code="200">The workloads.</response>
    /// <response code="400">There is a parameter; none is taken.</response>
    internal static Ok<BundleList> List() => TypedResults.Ok(new BundleList(Bundles.All));
}
