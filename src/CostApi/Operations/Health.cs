using CostApi.PriceSources;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CostApi.Operations;

/// <summary>How the service is.</summary>
/// <param name="Status">`Healthy` or `Unhealthy`.</param>
/// <param name="Checks">What was looked at, and what was found.</param>
public sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Checks);

/// <summary>Ready once a price book is loaded.</summary>
internal sealed class PriceBookCheck(Snapshot snapshot) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(snapshot.HasPrices
            ? HealthCheckResult.Healthy(snapshot.Refusals.Count == 0 ? "Prices are loaded." : $"Prices are loaded, but not all: {string.Join(" ", snapshot.Refusals)}")
            : HealthCheckResult.Unhealthy("No prices are loaded."));
}

internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthAnswer(report.Status.ToString(), report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? "")));
}
