using CostApi.Core.Units;

namespace CostApi.Core.Recommending;

/// <summary>The kinds of input that a recommendation depends on.</summary>
public enum InputKind
{
    /// <summary>GB per month of a flow. Sent and received GB change in proportion.</summary>
    FlowGb,

    /// <summary>Discount on a cost category, in percent.</summary>
    DiscountPercent,

    /// <summary>Minimum number of Availability Zones of an interface endpoint.</summary>
    LeastEndpointZones,

    /// <summary>Number of VPCs, if there were several copies of the network.</summary>
    Vpcs,
}

/// <summary>The values of one input at which another layout becomes cheaper than the recommended one.</summary>
/// <param name="Kind">The kind of input.</param>
/// <param name="Input">Path of the input in the request.</param>
/// <param name="Name">Description of the input.</param>
/// <param name="Value">The value that the recommendation is based on.</param>
/// <param name="Below">The nearest lower value at which another layout becomes cheaper; null if there is none.</param>
/// <param name="Above">The nearest higher value at which another layout becomes cheaper; null if there is none.</param>
/// <param name="FlipsWithinFactorTwo">Whether half or twice the value of this input alone would change the recommendation.</param>
/// <param name="BelowChanges">What is different in the layout that is cheaper below the lower value.</param>
/// <param name="AboveChanges">What is different in the layout that is cheaper above the higher value.</param>
public sealed record Sensitivity(
    InputKind Kind, string Input, string Name, decimal Value, decimal? Below, decimal? Above, bool FlipsWithinFactorTwo, IReadOnlyList<string> BelowChanges, IReadOnlyList<string> AboveChanges);

/// <summary>The values of a range.</summary>
public enum BandName
{
    Low,
    Typical,
    High,
}

/// <summary>The recommended layout with all ranges at the same end.</summary>
/// <param name="Name">The end: `low`, `typical` or `high`.</param>
/// <param name="MonthlyCost">Monthly cost of the recommended layout; null if the layout does not carry all of the traffic.</param>
/// <param name="LeastMonthlyCost">Monthly cost of the cheapest layout.</param>
/// <param name="Holds">Whether the recommended layout is still the cheapest.</param>
/// <param name="Changes">What is different in the cheapest layout.</param>
public sealed record Band(BandName Name, decimal? MonthlyCost, decimal? LeastMonthlyCost, bool Holds, IReadOnlyList<string> Changes);

/// <summary>Monthly cost as a function of one input.</summary>
/// <param name="Input">Path of the input in the request.</param>
/// <param name="Name">Description of the input.</param>
/// <param name="Series">One series for each layout.</param>
public sealed record Curve(string Input, string Name, IReadOnlyList<CurveSeries> Series);

/// <summary>Monthly cost of one layout.</summary>
/// <param name="Name">`recommended`, or `below` or `above` for the layout that is cheaper below or above that value.</param>
/// <param name="Points">The points, in ascending order of value.</param>
public sealed record CurveSeries(string Name, IReadOnlyList<CurvePoint> Points);

/// <summary>A point of a curve.</summary>
/// <param name="Value">Value of the input.</param>
/// <param name="MonthlyCost">Monthly cost at this value.</param>
public sealed record CurvePoint(decimal Value, decimal MonthlyCost);

/// <summary>An input that can be set to other values.</summary>
internal sealed record Input(InputKind Kind, string Path, string Name, decimal Value, decimal Least, decimal Most, Func<decimal, Need> At)
{
    /// <summary>Every input of a need that can be varied without another structure of choices.</summary>
    public static IEnumerable<Input> Of(RecommendationRequest request, Need need, int mostFlows)
    {
        foreach (var index in Enumerable.Range(0, request.Traffic.Count).OrderByDescending(index => Gb(need, index)).Take(mostFlows))
        {
            var (flow, gb) = (need.Traffic[index], Gb(need, index));
            var name = $"GB per month from {flow.From} to {flow.To}{(flow.Region is { } region ? $" in {region}" : "")}";
            yield return new Input(InputKind.FlowGb, $"traffic[{index}]", name, gb, 0, Math.Max(gb * 1000, 1_000_000),
                value => need with { Traffic = [.. need.Traffic.Select((other, i) => i != index ? other : gb == 0 ? other with { SentGb = value } : other with { SentGb = other.SentGb * (value / gb), ReceivedGb = other.ReceivedGb * (value / gb) })] });
        }

        (string Category, string Words)[] discounts =
            [("interfaceEndpoint", "interface endpoints"), ("natGateway", "NAT gateways"), ("transitGateway", "Transit Gateways")];
        foreach (var (category, words) in discounts)
        {
            yield return new Input(
                InputKind.DiscountPercent, $"pricing.discountPercentByCategory.{category}", $"discount on {words} in percent",
                need.Pricing.DiscountPercentByCategory.TryGetValue(category, out var percent) ? percent : need.Pricing.DiscountPercent, 0, 100,
                value => need with { Pricing = need.Pricing with { DiscountPercentByCategory = new Dictionary<string, decimal>(need.Pricing.DiscountPercentByCategory) { [category] = value } } });
        }
    }

    private static decimal Gb(Need need, int flow) => (need.Traffic[flow].SentGb ?? 0) + (need.Traffic[flow].ReceivedGb ?? 0);

    public string Show(decimal value) => $"{Figures.Brief(value)} {(Kind == InputKind.FlowGb ? "GB" : Kind == InputKind.DiscountPercent ? "%" : "")}".TrimEnd();
}
