namespace CostApi.Core.Layouts;

/// <summary>A design: the VPCs, what stands in them and what joins them.</summary>
public sealed record Layout
{
    /// <summary>The caller's name for it, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The VPCs, 1 to 200, each with a name of its own.</summary>
    public required IReadOnlyList<Vpc> Vpcs { get; init; }

    /// <summary>A Transit Gateway, if there is one.</summary>
    public TransitGateway? TransitGateway { get; init; }

    /// <summary>VPC peering connections: pairs of VPC names.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Peerings { get; init; } = [];

    /// <summary>Traffic of this layout, in place of the shared traffic.</summary>
    public IReadOnlyList<Flow>? Traffic { get; init; }

    /// <summary>What is to be said beside the layout: each stands among the assumptions of the answer, and changes nothing else. At most 1,000, each up to 1,000 characters.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>A VPC.</summary>
public sealed record Vpc
{
    /// <summary>The caller's name for it, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Labels of the Availability Zones that it spans, 1 to 6.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>Its NAT gateways. Default: none.</summary>
    public NatGateway? NatGateway { get; init; }

    /// <summary>Its NAT instances. Default: none.</summary>
    public NatInstance? NatInstance { get; init; }

    /// <summary>Its VPC endpoints, up to 500. Default: none.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];

    /// <summary>Its workloads sit in public subnets and reach the internet by public addresses of their own.</summary>
    public InternetGateway? InternetGateway { get; init; }

    /// <summary>Elastic IP addresses beside those of its NAT and internet gateways. Default: none.</summary>
    public ElasticIpAddresses? ElasticIpAddresses { get; init; }

    /// <summary>Name of a VPC on the same Transit Gateway whose NAT this VPC uses (central egress).</summary>
    public string? EgressVia { get; init; }
}

/// <summary>Elastic IP addresses that are held: each is billed by the hour, whether or not something uses it. They open no way for traffic.</summary>
public sealed record ElasticIpAddresses
{
    /// <summary>Those that something uses: a load balancer, a network interface. 0 to 1,000,000; default 0.</summary>
    public int InUse { get; init; }

    /// <summary>Those that nothing uses. 0 to 1,000,000; default 0.</summary>
    public int Idle { get; init; }
}

/// <summary>How the NAT gateways of a VPC are laid out.</summary>
public enum NatMode
{
    /// <summary>One gateway in each listed zone.</summary>
    Zonal,

    /// <summary>One regional gateway that is active in each listed zone; billed by the zone-hour.</summary>
    Regional,

    /// <summary>Without public addresses: cannot reach the internet.</summary>
    Private,
}

/// <summary>The NAT gateways of a VPC.</summary>
public sealed record NatGateway
{
    /// <summary>`zonal`, `regional` or `private`.</summary>
    public required NatMode Mode { get; init; }

    /// <summary>The zones with a NAT gateway. Default: all of the VPC's.</summary>
    public IReadOnlyList<string>? AvailabilityZones { get; init; }

    /// <summary>Public IPv4 addresses billed in each zone. Default 1, and 0 for a private gateway.</summary>
    public int? PublicIpv4PerZone { get; init; }
}

/// <summary>Instances of the caller's own that translate addresses.</summary>
public sealed record NatInstance
{
    /// <summary>The caller's price of an instance-hour, storage included, in the Region's currency.</summary>
    public required decimal PricePerHour { get; init; }

    /// <summary>The zones with an instance. Default: all of the VPC's.</summary>
    public IReadOnlyList<string>? AvailabilityZones { get; init; }

    /// <summary>Public IPv4 addresses billed in each zone.</summary>
    public int PublicIpv4PerZone { get; init; } = 1;
}

/// <summary>An internet gateway with the addresses of the workloads behind it.</summary>
public sealed record InternetGateway
{
    /// <summary>Public IPv4 addresses in use, each billed by the hour.</summary>
    public required int PublicIpv4Addresses { get; init; }
}

/// <summary>A Transit Gateway.</summary>
public sealed record TransitGateway
{
    /// <summary>Names of the attached VPCs.</summary>
    public required IReadOnlyList<string> Attachments { get; init; }

    /// <summary>Attachments that are there and paid for whatever is decided: their hours are not counted, their GB are.</summary>
    public IReadOnlyList<string> AlreadyPaid { get; init; } = [];
}
