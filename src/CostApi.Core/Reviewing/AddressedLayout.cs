using CostApi.Core.Comparing;
using CostApi.Core.Planning;

namespace CostApi.Core.Reviewing;

/// <summary>Says of each line, break-even and finding what in the document it is about.</summary>
internal static class AddressedLayout
{
    /// <param name="cost">The layout.</param>
    /// <param name="imported">Where it comes from.</param>
    /// <param name="region">The Region to name; null where there is one alone.</param>
    public static LayoutCost Of(LayoutCost cost, ImportedLayout imported, string? region) => cost with
    {
        LineItems = [.. cost.LineItems.Select(line => line with { Region = region, Addresses = imported.Addresses.GetValueOrDefault((line.Vpc, line.Resource)) })],
        BreakEvens = [.. cost.BreakEvens.Select(point => point with { Region = region, Addresses = OfService(point.Vpc, point.Service, imported) })],
        UsageRates = cost.UsageRates is { } rates ? [.. rates.Select(rate => rate with { Region = region })] : null,
        Findings = [.. cost.Findings.Select(finding => finding with { Region = region })],
        Plan = cost.Plan is { } plan ? plan with { Steps = [.. plan.Steps.Select(step => Of(step, imported, region))] } : null,
    };

    private static PlanStep Of(PlanStep step, ImportedLayout imported, string? region) => step with
    {
        Region = region,
        Addresses = step.Resource is { } resource ? imported.Addresses.GetValueOrDefault((step.Vpc, resource)) : null,
    };

    // The endpoint, or the NAT gateways of a VPC without one.
    private static IReadOnlyList<string>? OfService(string vpc, string service, ImportedLayout imported)
    {
        if (imported.Addresses.TryGetValue((vpc, $"interface/{service}"), out var endpoint)) return endpoint;
        string[] gateways = [.. imported.Addresses.Where(pair => pair.Key.Vpc == vpc && pair.Key.Resource.StartsWith("nat/", StringComparison.Ordinal)).SelectMany(pair => pair.Value)];
        return gateways.Length == 0 ? null : gateways;
    }
}
