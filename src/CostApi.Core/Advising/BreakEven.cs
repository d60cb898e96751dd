using System.Text.Json.Serialization;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>
/// The GB per month from which an interface endpoint costs no more than sending the same traffic through the NAT gateway. The NAT
/// gateway remains in both cases, so its hours and addresses count on neither side.
/// </summary>
public sealed record BreakEven
{
    /// <summary>The Region. Absent if the answer is about one Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>
    /// Addresses, in the document under review, of the endpoint, or of the NAT gateways if there is no endpoint yet. Absent if there is
    /// no document.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>The VPC in which the traffic starts, or in which the endpoint is.</summary>
    public required string Vpc { get; init; }

    /// <summary>The service; `*` for any that has no endpoint yet.</summary>
    public required string Service { get; init; }

    /// <summary>Availability Zones of the endpoint: its own, or all zones of the VPC if there is no endpoint yet.</summary>
    public required int AvailabilityZones { get; init; }

    /// <summary>Cost of the endpoint per month before its first GB. Null if a price is not known.</summary>
    public required decimal? EndpointMonthlyCost { get; init; }

    /// <summary>What the first GB through the endpoint costs; null where a price is not known.</summary>
    public required decimal? EndpointPerGb { get; init; }

    /// <summary>
    /// Cost per GB through the NAT gateway, including data transfer between Availability Zones. Null if a price is not known.
    /// </summary>
    public required decimal? NatPerGb { get; init; }

    /// <summary>GB per month, sent and received, at which both cost the same. Null if the cost lines do not cross.</summary>
    public required decimal? GbPerMonth { get; init; }

    /// <summary>GB per month, sent and received, in the request; null where no traffic is given for the VPC.</summary>
    public required decimal? CurrentGbPerMonth { get; init; }

    /// <summary>The path that costs less at the current GB; null where that, or a price, is not known.</summary>
    public required PathKind? Cheaper { get; init; }

    /// <summary>
    /// What both alternatives cost where a price tier ends, and at the end of the range: twice the break-even or twice the current GB per
    /// month, whichever is more. Absent if the fixed cost and the costs per GB describe both over the whole range.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CostAt>? Bends { get; init; }

    /// <summary>How the figure comes about, in prices after discounts.</summary>
    public required string Formula { get; init; }

    /// <summary>Why there is no value, or what limits it. Absent if there is nothing to add.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

/// <summary>What some traffic costs either way.</summary>
/// <param name="Gb">GB per month, sent and received.</param>
/// <param name="InterfaceEndpoint">Cost per month through the interface endpoint, its hourly charges included.</param>
/// <param name="NatGateway">Cost per month through the NAT that stays.</param>
public sealed record CostAt(decimal Gb, decimal InterfaceEndpoint, decimal NatGateway);
