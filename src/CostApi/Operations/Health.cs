using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CostApi.Operations;

/// <summary>The health of the service.</summary>
/// <param name="Status">`Healthy`, `Degraded` or `Unhealthy`.</param>
/// <param name="Checks">The health checks and their results.</param>
public sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Checks);

/// <summary>Ready once a price book is loaded.</summary>
internal sealed class PriceBookCheck(Snapshot snapshot, PriceBooks books) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !books.HavePrices ? HealthCheckResult.Unhealthy("No prices are loaded.")
        : snapshot.Refusals.Count > 0 ? HealthCheckResult.Degraded($"Prices are loaded, but not all. {string.Join(" ", snapshot.Refusals)}")
        : HealthCheckResult.Healthy("Prices are loaded."));
}

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(invocation);
        });
        group.MapGet("/live", Live).WithName("IsLive");
        group.MapGet("/ready", ReadyAsync).WithName("IsReady").Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Check whether the service is running</summary>
    /// <remarks>Use this operation for a liveness probe. It checks nothing else.</remarks>
    /// <response code="200">The service is running.</response>
    internal static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer(nameof(HealthStatus.Healthy), new Dictionary<string, string>()));

    /// <summary>Check whether prices are loaded, so that the service can answer requests</summary>
    /// <remarks>
    /// Use this operation for a readiness probe. If a price file is damaged, its Regions are not priced; other Regions are not
    /// affected.
    /// </remarks>
    /// <response code="200">Prices are loaded. The status is `Degraded` if a price file is damaged.</response>
    /// <response code="503">No prices are loaded.</response>
    internal static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> ReadyAsync(HealthCheckService checks, CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(cancellation);
        var answer = new HealthAnswer(report.Status.ToString(), report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? ""));
        return report.Status == HealthStatus.Unhealthy ? TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(answer);
    }
}
