using CostApi.Core.Prices;

namespace CostApi.Core.Reporting;

/// <summary>A colour for each category, the same in every chart: one for light grounds and one for dark.</summary>
internal static class ChartColours
{
    private static readonly (CostCategory Category, string Light, string Dark)[] All =
    [
        (CostCategory.InterfaceEndpoint, "#1f6feb", "#6cb6ff"),
        (CostCategory.GatewayEndpoint, "#1a7f37", "#57ab5a"),
        (CostCategory.GatewayLoadBalancerEndpoint, "#0a3069", "#a5c8ff"),
        (CostCategory.ResourceEndpoint, "#6b3e00", "#e8c08a"),
        (CostCategory.ServiceNetwork, "#bf3989", "#f28cc0"),
        (CostCategory.NatGateway, "#bc4c00", "#f69d50"),
        (CostCategory.NatInstance, "#8a6100", "#daaa3f"),
        (CostCategory.PublicIpv4, "#656d76", "#9ea7b3"),
        (CostCategory.TransitGateway, "#7d4cdb", "#c297ff"),
        (CostCategory.Peering, "#cf222e", "#ff938a"),
        (CostCategory.DataTransfer, "#137680", "#4cc7d1"),
        (CostCategory.PrivateHostedZone, "#4f7a0f", "#a9cf46"),
    ];

    /// <summary>The class that paints a category.</summary>
    public static string Of(CostCategory category) => $"cost-c{Array.FindIndex(All, colour => colour.Category == category)}";

    public static string Style { get; } = $$"""

        .cost-chart { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        .cost-ground { fill: #ffffff; }
        .cost-figure { fill: #1f2328; font-weight: 700; }
        .cost-name { fill: #1f2328; }
        .cost-muted { fill: #57606a; }
        .cost-fault { fill: #b3261e; }
        .cost-inside { fill: #ffffff; }
        .cost-part { stroke: #ffffff; stroke-width: 1; }
        .cost-zero { stroke: #57606a; stroke-width: 2; }
        .cost-broken { fill: none; stroke: #b3261e; stroke-width: 1.5; stroke-dasharray: 4 3; }
        {{string.Join("\n", All.Select(colour => $".{Of(colour.Category)} {{ fill: {colour.Light}; }}"))}}
        @media (prefers-color-scheme: dark) {
        .cost-ground { fill: #0d1117; }
        .cost-figure, .cost-name { fill: #e6edf3; }
        .cost-muted { fill: #9ea7b3; }
        .cost-fault { fill: #ff938a; }
        .cost-inside { fill: #0d1117; }
        .cost-part { stroke: #0d1117; }
        .cost-zero { stroke: #9ea7b3; }
        .cost-broken { stroke: #ff938a; }
        {{string.Join("\n", All.Select(colour => $".{Of(colour.Category)} {{ fill: {colour.Dark}; }}"))}}
        }

        """;
}
