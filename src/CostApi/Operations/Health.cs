using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CostApi.Operations;

/// <summary>How the service is.</summary>
/// <param name="Status">`Healthy`, `Degraded` or `Unhealthy`.</param>
/// <param name="Checks">What was looked at, and what was found.</param>
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

    /// <summary>Whether the process answers</summary>
    /// <remarks>For a liveness probe: it looks at nothing else.</remarks>
    /// <response code="200">It does.</response>
    internal static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer(nameof(HealthStatus.Healthy), new Dictionary<string, string>()));

    /// <summary>Whether a price book is loaded, so that questions can be answered</summary>
    /// <remarks>For a readiness probe. Where a file of prices was refused, its Regions are unpriced and the others are answered as ever.</remarks>
    /// <response code="200">It is; `Degraded` where a file of prices was refused.</response>
    /// <response code="503">None is.</response>
    internal static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> ReadyAsync(HealthCheckService checks, CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(cancellation);
        var answer = new HealthAnswer(report.Status.ToString(), report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? ""));
        return report.Status == HealthStatus.Unhealthy ? TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(answer);
    }
}
