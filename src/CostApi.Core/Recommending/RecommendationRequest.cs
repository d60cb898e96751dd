using CostApi.Core.Layouts;

namespace CostApi.Core.Recommending;

/// <summary>The VPCs, their traffic, and the constraints for which the cheapest layout is wanted.</summary>
public sealed record RecommendationRequest
{
    /// <summary>Code of the Region of the VPCs, for example `eu-west-1`.</summary>
    public required string Region { get; init; }

    /// <summary>Hours per month: more than 0, at most 744. Default: 730, as in the AWS Pricing Calculator.</summary>
    public decimal HoursPerMonth { get; init; } = 730;

    /// <summary>Discounts, existing usage, and your own unit prices.</summary>
    public PricingTerms Pricing { get; init; } = new();

    /// <summary>The VPCs, 1 to 199, each with a unique name. The recommended layout can have a hub as an additional VPC.</summary>
    public required IReadOnlyList<PlannedVpc> Vpcs { get; init; }

    /// <summary>The monthly traffic that the layout must carry. At most 10,000 flows.</summary>
    public IReadOnlyList<ExpectedFlow> Traffic { get; init; } = [];

    /// <summary>Workloads whose required services are added to the traffic, with 0 GB if no flow specifies more. At most 1,000.</summary>
    public IReadOnlyList<WantedBundle> Bundles { get; init; } = [];

    /// <summary>
    /// The current layout. The answer lists the changes from it, and services in `keepAsIs` keep the path that they have in it.
    /// </summary>
    public Layout? Current { get; init; }

    /// <summary>The constraints that the layout must satisfy.</summary>
    public RecommendationConstraints Constraints { get; init; } = new();

    /// <summary>Whether the answer includes `sensitivity`, `bands` and `curves`. Default: true. If false, the answer is faster.</summary>
    public bool Sensitivity { get; init; } = true;

    /// <summary>
    /// Time limit for the search in seconds: more than 0, at most 60. Default: 10. When it is reached, the answer is the best
    /// layout found, with its gap to the lower bound.
    /// </summary>
    public decimal TimeLimitSeconds { get; init; } = 10;
}

/// <summary>A VPC for which a layout is wanted.</summary>
public sealed record PlannedVpc
{
    /// <summary>A name that you choose, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The Availability Zones of the VPC, 1 to 6. Use any labels, for example `a`, `b`, `c`.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }
}

/// <summary>The monthly traffic between a VPC and one destination. The GB can be ranges.</summary>
public sealed record ExpectedFlow
{
    /// <summary>Name of the VPC that the traffic starts in. Optional if there is only one VPC.</summary>
    public string? From { get; init; }

    /// <summary>
    /// The destination: an endpoint service (`s3`, `ecr.dkr`, or a full service name), `internet`, or another VPC as
    /// `vpc/NAME`.
    /// </summary>
    public required string To { get; init; }

    /// <summary>The Region of the service, if it is another Region. Traffic to another Region does not use VPC endpoints.</summary>
    public string? Region { get; init; }

    /// <summary>GB (2^30 bytes) per month that the VPC sends: a number or a range. 0 to 10^15.</summary>
    public GbRange? SentGb { get; init; }

    /// <summary>GB (2^30 bytes) per month that the VPC receives: a number or a range. 0 to 10^15.</summary>
    public GbRange? ReceivedGb { get; init; }

    /// <summary>Share of each zone of the VPC in the traffic. The shares must add up to 1. Default: equal shares for all zones.</summary>
    public IReadOnlyDictionary<string, decimal>? Zones { get; init; }

    /// <summary>The flow with one figure for each direction.</summary>
    public Flow At(Func<GbRange, decimal> figure) => new()
    {
        From = From,
        To = To,
        Region = Region,
        SentGb = SentGb is null ? null : figure(SentGb),
        ReceivedGb = ReceivedGb is null ? null : figure(ReceivedGb),
        Zones = Zones,
    };
}

/// <summary>A range of GB per month. A number is the same as a range in which all values are equal.</summary>
/// <param name="Low">The lowest value to expect.</param>
/// <param name="Typical">The value that the layout is chosen for.</param>
/// <param name="High">The highest value to expect.</param>
public sealed record GbRange(decimal Low, decimal Typical, decimal High)
{
    public bool IsRange => Low != High;
}

/// <summary>A workload, with the bundle of services that it requires.</summary>
public sealed record WantedBundle
{
    /// <summary>Name of the bundle, for example `eks-private`.</summary>
    public required string Name { get; init; }

    /// <summary>The VPC that the workload runs in. Default: every VPC.</summary>
    public string? Vpc { get; init; }
}

/// <summary>The NAT gateways that a VPC can have.</summary>
public enum NatChoice
{
    /// <summary>None, one, or one in every zone, whichever costs least.</summary>
    Any,

    /// <summary>No NAT gateways.</summary>
    None,

    /// <summary>At most one in each VPC, in the zone that costs least.</summary>
    SingleZone,

    /// <summary>One in every zone of the VPC, or none.</summary>
    EveryZone,
}

/// <summary>Whether an additional VPC, the hub, can have endpoints and NAT gateways that the other VPCs share.</summary>
public enum HubChoice
{
    Allowed,
    Forbidden,
}

/// <summary>Whether the VPCs are already attached to a Transit Gateway.</summary>
public enum TransitGatewayState
{
    /// <summary>
    /// There is no Transit Gateway. The cost includes the hourly charges of the attachments of the hub and of each VPC that
    /// uses it.
    /// </summary>
    None,

    /// <summary>
    /// Every VPC of the request is attached to a Transit Gateway and the attachments are already paid for. The cost includes
    /// only the attachment of the hub.
    /// </summary>
    Present,
}

/// <summary>The constraints that the layout must satisfy. All members are optional.</summary>
public sealed record RecommendationConstraints
{
    /// <summary>
    /// Minimum number of Availability Zones of an interface endpoint, 1 to 6. If the VPC has fewer, the endpoint is in all of
    /// them. Default: 2.
    /// </summary>
    public int LeastEndpointZones { get; init; } = 2;

    /// <summary>
    /// The NAT gateways that a VPC can have: `any`, `none`, `singleZone` or `everyZone`. Default: `any`. Also applies to the
    /// hub.
    /// </summary>
    public NatChoice Nat { get; init; }

    /// <summary>Whether the layout can have a hub: `allowed` or `forbidden`. Default: `allowed`.</summary>
    public HubChoice Hub { get; init; }

    /// <summary>Whether the VPCs are already attached to a Transit Gateway: `none` or `present`. Default: `none`.</summary>
    public TransitGatewayState TransitGateway { get; init; }

    /// <summary>
    /// Maximum number of interface endpoints in a VPC, 0 to 500. Also applies to the hub. Default: 50, the default quota of
    /// AWS.
    /// </summary>
    public int MostInterfaceEndpointsPerVpc { get; init; } = 50;

    /// <summary>Services whose traffic must not use a NAT gateway. At most 1,000.</summary>
    public IReadOnlyList<string> PrivateServices { get; init; } = [];

    /// <summary>Services that must keep the path, and the zones of the endpoint, that they have in `current`. At most 1,000.</summary>
    public IReadOnlyList<string> KeepAsIs { get; init; } = [];
}
