namespace CostApi.Core.Layouts;

/// <summary>A network layout: the VPCs, their resources, and the connections between the VPCs.</summary>
public sealed record Layout
{
    /// <summary>A name that you choose, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The VPCs, 1 to 200, each with a unique name.</summary>
    public required IReadOnlyList<Vpc> Vpcs { get; init; }

    /// <summary>The Transit Gateway. Default: none.</summary>
    public TransitGateway? TransitGateway { get; init; }

    /// <summary>The VPC peering connections, as pairs of VPC names. Default: none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Peerings { get; init; } = [];

    /// <summary>The traffic of this layout, instead of the traffic of the request.</summary>
    public IReadOnlyList<Flow>? Traffic { get; init; }

    /// <summary>
    /// Notes about the layout. They are repeated in the assumptions of the answer and have no other effect. At most 1,000 notes
    /// of up to 1,000 characters.
    /// </summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>A VPC.</summary>
public sealed record Vpc
{
    /// <summary>A name that you choose, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The Availability Zones of the VPC, 1 to 6. Use any labels, for example `a`, `b`, `c`.</summary>
    public required IReadOnlyList<string> AvailabilityZones { get; init; }

    /// <summary>The NAT gateways of the VPC. Default: none.</summary>
    public NatGateway? NatGateway { get; init; }

    /// <summary>The NAT instances of the VPC. Default: none.</summary>
    public NatInstance? NatInstance { get; init; }

    /// <summary>The VPC endpoints of the VPC, up to 500. Default: none.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];

    /// <summary>The internet gateway, for workloads in public subnets that have their own public IPv4 addresses. Default: none.</summary>
    public InternetGateway? InternetGateway { get; init; }

    /// <summary>Elastic IP addresses in addition to those of the NAT gateways, NAT instances and internet gateway. Default: none.</summary>
    public ElasticIpAddresses? ElasticIpAddresses { get; init; }

    /// <summary>
    /// Name of a VPC on the same Transit Gateway whose NAT gateway or NAT instance this VPC uses (central egress). Default:
    /// none.
    /// </summary>
    public string? EgressVia { get; init; }
}

/// <summary>
/// Allocated Elastic IP addresses. Each is billed per hour, whether or not it is in use. They have no effect on the routing of
/// traffic.
/// </summary>
public sealed record ElasticIpAddresses
{
    /// <summary>Number of addresses in use, for example by a load balancer or a network interface. 0 to 1,000,000; default 0.</summary>
    public int InUse { get; init; }

    /// <summary>Number of idle addresses. 0 to 1,000,000; default 0.</summary>
    public int Idle { get; init; }
}

/// <summary>How the NAT gateways of a VPC are deployed.</summary>
public enum NatMode
{
    /// <summary>One NAT gateway in each of the specified zones.</summary>
    Zonal,

    /// <summary>One regional NAT gateway that is active in each of the specified zones, and billed per hour and zone.</summary>
    Regional,

    /// <summary>Private NAT gateways. They have no public IPv4 addresses and do not provide access to the internet.</summary>
    Private,
}

/// <summary>The NAT gateways of a VPC.</summary>
public sealed record NatGateway
{
    /// <summary>`zonal`, `regional` or `private`.</summary>
    public required NatMode Mode { get; init; }

    /// <summary>The zones with a NAT gateway. Default: all zones of the VPC.</summary>
    public IReadOnlyList<string>? AvailabilityZones { get; init; }

    /// <summary>Number of public IPv4 addresses in each zone, 0 to 100. Default: 1, or 0 for a private NAT gateway.</summary>
    public int? PublicIpv4PerZone { get; init; }
}

/// <summary>NAT instances: EC2 instances that perform network address translation.</summary>
public sealed record NatInstance
{
    /// <summary>Your price per instance-hour, including storage, in the currency of the Region.</summary>
    public required decimal PricePerHour { get; init; }

    /// <summary>The zones with a NAT instance. Default: all zones of the VPC.</summary>
    public IReadOnlyList<string>? AvailabilityZones { get; init; }

    /// <summary>Number of public IPv4 addresses in each zone, 0 to 100. Default: 1.</summary>
    public int PublicIpv4PerZone { get; init; } = 1;
}

/// <summary>An internet gateway, with the public IPv4 addresses of the workloads that use it.</summary>
public sealed record InternetGateway
{
    /// <summary>Number of public IPv4 addresses in use. Each is billed per hour.</summary>
    public required int PublicIpv4Addresses { get; init; }
}

/// <summary>A Transit Gateway.</summary>
public sealed record TransitGateway
{
    /// <summary>Names of the VPCs that are attached to it.</summary>
    public required IReadOnlyList<string> Attachments { get; init; }

    /// <summary>
    /// Names of attached VPCs whose attachment exists and is already paid for. Their hourly charge is not included; their data
    /// processing charge is. Default: none.
    /// </summary>
    public IReadOnlyList<string> AlreadyPaid { get; init; } = [];
}
