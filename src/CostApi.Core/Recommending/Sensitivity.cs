using CostApi.Core.Units;

namespace CostApi.Core.Recommending;

/// <summary>Kinds of input that a recommendation rests on.</summary>
public enum InputKind
{
    /// <summary>GB a month of a flow, sent and received in proportion.</summary>
    FlowGb,

    /// <summary>Percent off a category.</summary>
    DiscountPercent,

    /// <summary>Zones of an interface endpoint at least.</summary>
    LeastEndpointZones,

    /// <summary>VPCs in all, if there were several of the network.</summary>
    Vpcs,
}

/// <summary>Where an input would flip the recommendation.</summary>
/// <param name="Kind">What kind of input it is.</param>
/// <param name="Input">Its path in the request.</param>
/// <param name="Name">It in words.</param>
/// <param name="Value">The value that the recommendation was made for.</param>
/// <param name="Below">The nearest value below at which another layout becomes cheaper; null where none does.</param>
/// <param name="Above">The nearest value above; null where none does.</param>
/// <param name="FlipsWithinFactorTwo">Whether the recommendation would be another if this alone were wrong by a factor of two.</param>
/// <param name="BelowChanges">What changes below.</param>
/// <param name="AboveChanges">What changes above.</param>
public sealed record Sensitivity(
    InputKind Kind, string Input, string Name, decimal Value, decimal? Below, decimal? Above, bool FlipsWithinFactorTwo, IReadOnlyList<string> BelowChanges, IReadOnlyList<string> AboveChanges);

/// <summary>Values of the ranges of a request.</summary>
public enum BandName
{
    Low,
    Typical,
    High,
}

/// <summary>How the recommendation fares with all ranges at one end.</summary>
/// <param name="Name">Which end.</param>
/// <param name="MonthlyCost">What the recommended layout costs a month then; null where it does not work.</param>
/// <param name="LeastMonthlyCost">What the best layout for that costs.</param>
/// <param name="Holds">Whether the recommended layout is still the best.</param>
/// <param name="Changes">What would be different in the best.</param>
public sealed record Band(BandName Name, decimal? MonthlyCost, decimal? LeastMonthlyCost, bool Holds, IReadOnlyList<string> Changes);

/// <summary>Cost a month against one input.</summary>
/// <param name="Input">Path of the input.</param>
/// <param name="Name">It in words.</param>
/// <param name="Series">One for each layout.</param>
public sealed record Curve(string Input, string Name, IReadOnlyList<CurveSeries> Series);

/// <summary>Cost of one layout.</summary>
/// <param name="Name">`recommended`, `below` or `above`: the layout that is best beyond that flip.</param>
/// <param name="Points">The points, by rising value.</param>
public sealed record CurveSeries(string Name, IReadOnlyList<CurvePoint> Points);

/// <summary>A point of a curve.</summary>
/// <param name="Value">Value of the input.</param>
/// <param name="MonthlyCost">Cost a month.</param>
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
            yield return new Input(InputKind.FlowGb, $"traffic[{index}]", $"GB a month from {flow.From} to {flow.To}{(flow.Region is { } region ? $" in {region}" : "")}", gb, 0, Math.Max(gb * 1000, 1_000_000),
                value => need with { Traffic = [.. need.Traffic.Select((other, i) => i != index ? other : gb == 0 ? other with { SentGb = value } : other with { SentGb = other.SentGb * (value / gb), ReceivedGb = other.ReceivedGb * (value / gb) })] });
        }

        foreach (var category in new[] { "interfaceEndpoint", "natGateway", "transitGateway" })
            yield return new Input(InputKind.DiscountPercent, $"pricing.discountPercentByCategory.{category}", $"percent off {category}",
                need.Pricing.DiscountPercentByCategory.TryGetValue(category, out var percent) ? percent : need.Pricing.DiscountPercent, 0, 100,
                value => need with { Pricing = need.Pricing with { DiscountPercentByCategory = new Dictionary<string, decimal>(need.Pricing.DiscountPercentByCategory) { [category] = value } } });
    }

    private static decimal Gb(Need need, int flow) => (need.Traffic[flow].SentGb ?? 0) + (need.Traffic[flow].ReceivedGb ?? 0);

    public string Show(decimal value) => $"{Figures.Brief(value)} {(Kind == InputKind.FlowGb ? "GB" : Kind == InputKind.DiscountPercent ? "%" : "")}".TrimEnd();
}
