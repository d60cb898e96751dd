using CostApi.Core.Layouts;

namespace CostApi.Core.Recommending;

/// <summary>What must be reached from where, and what the answer has to respect: the question that the best layout answers.</summary>
public sealed record RecommendationRequest
{
    /// <summary>Code of the Region that the VPCs stand in, as in `eu-west-1`.</summary>
    public required string Region { get; init; }

    /// <summary>Hours in the month: more than 0, at most 744. AWS's own calculators take 730.</summary>
    public decimal HoursPerMonth { get; init; } = 730;

    /// <summary>Discounts, usage that is there already, and prices of the caller's own.</summary>
    public PricingTerms Pricing { get; init; } = new();

    /// <summary>The VPCs, 1 to 199, each with a name of its own; a hub, where one pays, is added to them.</summary>
    public required IReadOnlyList<PlannedVpc> Vpcs { get; init; }

    /// <summary>What must be carried in a month. At most 10,000 flows.</summary>
    public IReadOnlyList<ExpectedFlow> Traffic { get; init; } = [];

    /// <summary>Workloads whose required services are added to the traffic, with 0 GB where no flow says more. At most 1,000.</summary>
    public IReadOnlyList<WantedBundle> Bundles { get; init; } = [];

    /// <summary>The layout as it is: the answer says what changes, and services in `keepAsIs` stay as they are in it.</summary>
    public Layout? Current { get; init; }

    /// <summary>What the layout has to respect.</summary>
    public RecommendationConstraints Constraints { get; init; } = new();

    /// <summary>Whether to say what would change the answer: `sensitivity`, `bands` and `curves`. Default true; without, the answer is faster.</summary>
    public bool Sensitivity { get; init; } = true;

    /// <summary>How long to look for the best layout, in seconds: more than 0, at most 60; default 10. Where it runs out, the answer is the best layout found, with the gap to the lower bound.</summary>
    public decimal TimeLimitSeconds { get; init; } = 10;
}

/// <summary>A VPC of which only the name and the zones are given.</summary>
public sealed record PlannedVpc
{
    /// <summary>The caller's name for it, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Labels of the Availability Zones that it spans, 1 to 6.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }
}

/// <summary>Traffic of a month, of which the GB may be known as a range only.</summary>
public sealed record ExpectedFlow
{
    /// <summary>Name of the VPC that starts the traffic. May be left out where there is one VPC.</summary>
    public string? From { get; init; }

    /// <summary>An endpoint service (`s3`, `ecr.dkr`, or a full service name), `internet`, or `vpc/NAME`.</summary>
    public required string To { get; init; }

    /// <summary>Another Region that the service is in. Such traffic never uses an endpoint.</summary>
    public string? Region { get; init; }

    /// <summary>GB (2^30 bytes) a month from the VPC: a number, or a range. 0 to 10^15.</summary>
    public GbRange? SentGb { get; init; }

    /// <summary>GB a month back to the VPC: a number, or a range. 0 to 10^15.</summary>
    public GbRange? ReceivedGb { get; init; }

    /// <summary>Share of each zone of the VPC in the traffic; the shares add up to 1. Default: equal.</summary>
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

/// <summary>GB a month as far as they are known. A plain number stands for a range of one value.</summary>
/// <param name="Low">The least to expect.</param>
/// <param name="Typical">What the layout is chosen for.</param>
/// <param name="High">The most to expect.</param>
public sealed record GbRange(decimal Low, decimal Typical, decimal High)
{
    public bool IsRange => Low != High;
}

/// <summary>A workload that must run, by the bundle of services that it needs.</summary>
public sealed record WantedBundle
{
    /// <summary>Name of the bundle, as in `eks-private`.</summary>
    public required string Name { get; init; }

    /// <summary>The VPC that the workload runs in. Default: every VPC.</summary>
    public string? Vpc { get; init; }
}

/// <summary>Which NAT gateways a VPC may have.</summary>
public enum NatChoice
{
    /// <summary>None, one, or one in every zone, whichever is best.</summary>
    Any,

    /// <summary>No NAT gateway anywhere.</summary>
    None,

    /// <summary>At most one in each VPC, in the zone that is best.</summary>
    SingleZone,

    /// <summary>One in every zone of the VPC, or none.</summary>
    EveryZone,
}

/// <summary>Whether a VPC of its own may hold endpoints and a NAT for the others.</summary>
public enum HubChoice
{
    Allowed,
    Forbidden,
}

/// <summary>Whether the VPCs are joined by a Transit Gateway already.</summary>
public enum TransitGatewayState
{
    /// <summary>There is none: the attachment of each VPC that uses the hub, and the hub's own, is paid by the hour.</summary>
    None,

    /// <summary>Every VPC of the request is attached to one, and that is paid already; a hub pays for its own attachment.</summary>
    Present,
}

/// <summary>What a recommended layout has to respect. All optional.</summary>
public sealed record RecommendationConstraints
{
    /// <summary>Zones of an interface endpoint at least, or all of the VPC's where it has fewer: 1 to 6; default 2.</summary>
    public int LeastEndpointZones { get; init; } = 2;

    /// <summary>`any`, `none`, `singleZone` or `everyZone`. Default `any`. Holds for the hub as well.</summary>
    public NatChoice Nat { get; init; }

    /// <summary>`allowed` or `forbidden`. Default `allowed`.</summary>
    public HubChoice Hub { get; init; }

    /// <summary>`none` or `present`. Default `none`.</summary>
    public TransitGatewayState TransitGateway { get; init; }

    /// <summary>Interface endpoints in a VPC at most, in the hub as well: 0 to 500. Default 50, the quota of a new account.</summary>
    public int MostInterfaceEndpointsPerVpc { get; init; } = 50;

    /// <summary>Services whose traffic must not leave by a NAT. At most 1,000.</summary>
    public IReadOnlyList<string> PrivateServices { get; init; } = [];

    /// <summary>Services that stay on the path, and on the zones of the endpoint, that they have in `current`. At most 1,000.</summary>
    public IReadOnlyList<string> KeepAsIs { get; init; } = [];
}
