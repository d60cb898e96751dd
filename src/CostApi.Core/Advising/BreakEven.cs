using System.Text.Json.Serialization;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>
/// The GB a month from which an interface endpoint costs no more than sending the same traffic through a NAT that stays,
/// so the NAT's hours and addresses count on neither side.
/// </summary>
public sealed record BreakEven
{
    /// <summary>The Region; left out where the answer is of one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>Addresses, in the document under review, of the endpoint, or of the NAT where there is no endpoint yet; left out where there is no document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>The VPC that the traffic starts in, or that the endpoint stands in.</summary>
    public required string Vpc { get; init; }

    /// <summary>The service; `*` for any that has no endpoint yet.</summary>
    public required string Service { get; init; }

    /// <summary>Zones of the endpoint: its own, or all of the VPC's where there is none yet.</summary>
    public required int AvailabilityZones { get; init; }

    /// <summary>What the endpoint costs a month before its first GB; null where a price is not known.</summary>
    public required decimal? EndpointMonthlyCost { get; init; }

    /// <summary>What the first GB through the endpoint costs; null where a price is not known.</summary>
    public required decimal? EndpointPerGb { get; init; }

    /// <summary>What a GB costs through the NAT, crossing zones included; null where a price is not known.</summary>
    public required decimal? NatPerGb { get; init; }

    /// <summary>GB a month, sent and received, at which both cost the same; null where the lines never cross.</summary>
    public required decimal? GbPerMonth { get; init; }

    /// <summary>GB per month, sent and received, in the request; null where no traffic is given for the VPC.</summary>
    public required decimal? CurrentGbPerMonth { get; init; }

    /// <summary>The path that costs less at the current GB; null where that, or a price, is not known.</summary>
    public required PathKind? Cheaper { get; init; }

    /// <summary>
    /// What both ways cost where a price tier ends, and at the end of the range: twice the break-even or twice the current GB per month,
    /// whichever is more. Left out where both costs grow evenly over that range, so that the fixed cost and the rates per GB describe them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CostAt>? Bends { get; init; }

    /// <summary>How the figure comes about, in prices after discounts.</summary>
    public required string Formula { get; init; }

    /// <summary>Why there is no figure, or what to know about it; left out where there is nothing to say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

/// <summary>What some traffic costs either way.</summary>
/// <param name="Gb">GB per month, sent and received.</param>
/// <param name="InterfaceEndpoint">Cost per month through the interface endpoint, its hourly charges included.</param>
/// <param name="NatGateway">Cost per month through the NAT that stays.</param>
public sealed record CostAt(decimal Gb, decimal InterfaceEndpoint, decimal NatGateway);
