using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>How a fact about a declared resource was found.</summary>
public enum Origin
{
    /// <summary>It stands in the document.</summary>
    Declared,

    /// <summary>By following references to other resources, variables or outputs.</summary>
    Reference,

    /// <summary>By resources that associate others with it.</summary>
    Association,

    /// <summary>It is what AWS or the tool takes where nothing is said.</summary>
    Default,

    /// <summary>The document does not tell; somebody who knows should.</summary>
    Assumed,
}

/// <summary>The Availability Zones of a resource, as far as the document tells.</summary>
/// <param name="Names">The zones by name (<c>eu-west-1a</c>), zone id, or position where names are not known (<c>zone 1</c>); fewer than <paramref name="Most"/> where some are not known at all.</param>
/// <param name="Least">The fewest zones that it can be in.</param>
/// <param name="Most">The most zones that it can be in.</param>
/// <param name="Origin">How they were found.</param>
public sealed record ZonesOf(IReadOnlyList<string> Names, int Least, int Most, Origin Origin)
{
    public bool IsCertain => Least == Most && Names.Count == Most;
}

/// <summary>A VPC that the document declares, or only names.</summary>
/// <param name="Address">Address in the document (<c>module.net.aws_vpc.this[0]</c>, a logical id), or the VPC's own id where it is not declared.</param>
/// <param name="Name">Its <c>Name</c> tag; null where there is none or it is not known.</param>
/// <param name="Region">Region code; null where the document does not tell.</param>
/// <param name="IsDeclared">Whether the document declares it.</param>
public sealed record DeclaredVpc(string Address, string? Name, string? Region, bool IsDeclared = true);

/// <summary>A subnet.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Vpc">Address of its VPC; null where not known.</param>
/// <param name="Zone">Its zone, as in <see cref="ZonesOf.Names"/>; null where not known.</param>
/// <param name="Region">Region code; null where the document does not tell.</param>
public sealed record DeclaredSubnet(string Address, string? Vpc, string? Zone, string? Region)
{
    /// <summary>Addresses of VPCs of which it is in one, where <see cref="Vpc"/> is null.</summary>
    public IReadOnlyList<string> PossibleVpcs { get; init; } = [];
}

/// <summary>A NAT gateway.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Vpc">Address of its VPC; null where not known.</param>
/// <param name="Region">Region code; null where the document does not tell.</param>
/// <param name="Mode">Zonal, regional or private.</param>
/// <param name="Zones">The zones that it is in: one for a zonal gateway.</param>
/// <param name="PublicAddresses">Public IPv4 addresses that it has; null where AWS chooses the number.</param>
public sealed record DeclaredNat(string Address, string? Vpc, string? Region, NatMode Mode, ZonesOf Zones, int? PublicAddresses)
{
    /// <summary>Addresses of VPCs of which it is in one, where <see cref="Vpc"/> is null.</summary>
    public IReadOnlyList<string> PossibleVpcs { get; init; } = [];

    /// <summary>Addresses in the document of the Elastic IP addresses that it certainly uses.</summary>
    public IReadOnlyList<string> ElasticIps { get; init; } = [];

    /// <summary>How many further Elastic IP addresses it uses of which the document does not show which they are.</summary>
    public int UnknownElasticIps { get; init; }
}

/// <summary>A VPC endpoint.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Vpc">Address of its VPC; null where not known.</param>
/// <param name="Region">Region code; null where the document does not tell.</param>
/// <param name="Type">Its type.</param>
/// <param name="Service">Service name, full where the document has it so; null where not known.</param>
/// <param name="Zones">The zones with a network interface of it; none for a gateway endpoint.</param>
/// <param name="Subnets">Addresses of its subnets, as far as known.</param>
/// <param name="PrivateDns">Whether private DNS is on, and how that was found.</param>
/// <param name="IsForInboundResolverOnly">S3: in-VPC traffic stays on the gateway endpoint.</param>
/// <param name="RouteTables">Gateway endpoints: addresses of the associated route tables; null where not known.</param>
public sealed record DeclaredEndpoint(
    string Address, string? Vpc, string? Region, EndpointType Type, string? Service, ZonesOf Zones, IReadOnlyList<string> Subnets,
    (bool IsOn, Origin Origin) PrivateDns, bool IsForInboundResolverOnly, IReadOnlyList<string>? RouteTables)
{
    /// <summary>Addresses of VPCs of which it is in one, where <see cref="Vpc"/> is null.</summary>
    public IReadOnlyList<string> PossibleVpcs { get; init; } = [];

    /// <summary>Service networks: how many resource configurations are associated with the network; null where not known.</summary>
    public int? ResourceConfigurations { get; init; }

    /// <summary>Why <see cref="Service"/> is null, as the end of a sentence: <c>it is marked as sensitive</c>.</summary>
    public string? ServiceDoubt { get; init; }

    /// <summary>
    /// Addresses of what else in the document directs traffic to it: alias records, hosted zones of its name, and whatever
    /// refers to its DNS entries or network interfaces.
    /// </summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];
}

/// <summary>Where a route leads.</summary>
public enum RouteTarget
{
    NatGateway,
    InternetGateway,
    TransitGateway,
    Peering,
    EgressOnlyInternetGateway,
    VpcEndpoint,
    NetworkInterface,
    Other,
}

/// <summary>A route.</summary>
/// <param name="Address">Address of the route, or of the table that holds it.</param>
/// <param name="Destination">CIDR block or prefix list; null where not known.</param>
/// <param name="Target">What kind of thing it leads to.</param>
/// <param name="To">Address of that thing; null where not known.</param>
public sealed record DeclaredRoute(string Address, string? Destination, RouteTarget Target, string? To)
{
    /// <summary>Addresses of things of which it leads to one, where <see cref="To"/> is null.</summary>
    public IReadOnlyList<string> PossibleTargets { get; init; } = [];
}

/// <summary>A route table.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Vpc">Address of its VPC; null where not known.</param>
/// <param name="IsMain">Whether it is the VPC's main table, which holds for subnets without one of their own.</param>
/// <param name="Subnets">Addresses of the subnets that are associated with it.</param>
/// <param name="Routes">Its routes.</param>
public sealed record DeclaredRouteTable(string Address, string? Vpc, bool IsMain, IReadOnlyList<string> Subnets, IReadOnlyList<DeclaredRoute> Routes)
{
    /// <summary>Addresses of VPCs of which it is in one, where <see cref="Vpc"/> is null.</summary>
    public IReadOnlyList<string> PossibleVpcs { get; init; } = [];

    /// <summary>Addresses of subnets of which the document does not show for certain whether they are associated with it.</summary>
    public IReadOnlyList<string> PossibleSubnets { get; init; } = [];

    /// <summary>Routes of which the document does not show for certain whether they are in it.</summary>
    public IReadOnlyList<DeclaredRoute> PossibleRoutes { get; init; } = [];
}

/// <summary>An attachment to a Transit Gateway.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Region">Region code; null where the document does not tell.</param>
/// <param name="TransitGateway">Address or id of the Transit Gateway; null where not known.</param>
/// <param name="Vpc">Address of the attached VPC; null where not known, or for an attachment of another kind.</param>
/// <param name="Kind"><c>vpc</c>, <c>peering</c>, <c>connect</c>, <c>vpn</c> or <c>directConnect</c>.</param>
public sealed record DeclaredAttachment(string Address, string? Region, string? TransitGateway, string? Vpc, string Kind)
{
    /// <summary>Addresses of VPCs of which it attaches one, where <see cref="Vpc"/> is null.</summary>
    public IReadOnlyList<string> PossibleVpcs { get; init; } = [];

    /// <summary>Addresses of the subnets that it certainly has a network interface in; none where not known.</summary>
    public IReadOnlyList<string> Subnets { get; init; } = [];
}

/// <summary>A VPC peering connection.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Vpc">Address of the requester; null where not known.</param>
/// <param name="Peer">Address or id of the other VPC; null where not known.</param>
public sealed record DeclaredPeering(string Address, string? Vpc, string? Peer);

/// <summary>An elastic IP address.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Region">Region code; null where the document does not tell.</param>
/// <param name="IsAttached">Whether something in the document uses it; null where that is not known.</param>
/// <param name="To">Address of what uses it; null where nothing does, or it is not known.</param>
public sealed record DeclaredAddress(string Address, string? Region, bool? IsAttached, string? To)
{
    /// <summary>Where the address comes from, which decides whether it is billed.</summary>
    public AddressPool Pool { get; init; } = AddressPool.Amazon;
}

/// <summary>The pool that a public IPv4 address comes from.</summary>
public enum AddressPool
{
    /// <summary>Amazon's: billed per hour.</summary>
    Amazon,

    /// <summary>The account's own, brought to AWS (BYOIP): free of charge.</summary>
    Own,

    /// <summary>A carrier address (Wavelength) or a customer-owned one (Outposts): not billed as a public IPv4 address.</summary>
    CarrierOrCustomerOwned,

    /// <summary>An IPAM pool, or a pool whose kind the document does not show: it is not known whether the address is billed.</summary>
    Unknown,
}

/// <summary>A Route 53 private hosted zone.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Domain">Its domain name, lower case, without a final dot; null where not known.</param>
/// <param name="Vpcs">Addresses of the VPCs that it is certainly associated with.</param>
public sealed record DeclaredHostedZone(string Address, string? Domain, IReadOnlyList<string> Vpcs)
{
    /// <summary>Whether it may be associated with further VPCs.</summary>
    public bool MayHaveOtherVpcs { get; init; }

    /// <summary>Addresses in the document of the endpoints that its records direct traffic to.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];
}

/// <summary>A resource that costs money and that the service does not price.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Type">Resource type.</param>
/// <param name="What">What it is and what it costs by, in words.</param>
public sealed record NotPriced(string Address, string Type, string What);

/// <summary>Something that could not be read.</summary>
/// <param name="Address">Address in the document; empty for the document itself.</param>
/// <param name="Why">What could not be read, why, and what would help.</param>
public sealed record Unread(string Address, string Why);

/// <summary>A resource that the document declares and that its own conditions exclude.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Type">Resource type.</param>
/// <param name="Why">The condition that leaves it out.</param>
public sealed record LeftOut(string Address, string Type, string Why);

/// <summary>The network that a document declares, at one time: before a change, or after it.</summary>
public sealed record DeclaredNetwork
{
    public static DeclaredNetwork None { get; } = new();

    public IReadOnlyList<DeclaredVpc> Vpcs { get; init; } = [];

    public IReadOnlyList<DeclaredSubnet> Subnets { get; init; } = [];

    public IReadOnlyList<DeclaredNat> NatGateways { get; init; } = [];

    public IReadOnlyList<DeclaredEndpoint> Endpoints { get; init; } = [];

    public IReadOnlyList<DeclaredRouteTable> RouteTables { get; init; } = [];

    public IReadOnlyList<DeclaredAttachment> Attachments { get; init; } = [];

    public IReadOnlyList<DeclaredPeering> Peerings { get; init; } = [];

    public IReadOnlyList<DeclaredAddress> Addresses { get; init; } = [];

    public IReadOnlyList<DeclaredHostedZone> HostedZones { get; init; } = [];

    public IReadOnlyList<NotPriced> NotPriced { get; init; } = [];

    /// <summary>
    /// What makes it less than the whole network that will stand (a plan that errored, is targeted or defers changes), in the
    /// tool's own words: no budget is held by it. Each is also among <see cref="Unread"/>.
    /// </summary>
    public IReadOnlyList<string> NotWhole { get; init; } = [];

    public IReadOnlyList<Unread> Unread { get; init; } = [];

    /// <summary>What the document's own conditions leave out.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Where a resource stands in the program that made the document (<c>aws:cdk:path</c>), by address.</summary>
    public IReadOnlyDictionary<string, string> SourcePaths { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a document says: the network before the change, if it tells, and after.</summary>
/// <param name="Kind">What the document is, in words: <c>Terraform plan, format 1.2</c>.</param>
/// <param name="Before">The network before; null where the document tells of one time only.</param>
/// <param name="After">The network after, or the only one.</param>
public sealed record ReadDocument(string Kind, DeclaredNetwork? Before, DeclaredNetwork After);

/// <summary>A document that is not what it should be; the message says what it is, and what would be right.</summary>
public sealed class UnreadableDocumentException(string message) : Exception(message);
