namespace CostApi.Core.Reviewing.Terraform;

/// <summary>What a resource is to the network, whichever provider declares it.</summary>
[Flags]
internal enum Kind
{
    None = 0,
    Vpc = 1 << 0,
    Subnet = 1 << 1,
    NatGateway = 1 << 2,
    NatAddressAssociation = 1 << 3,
    Endpoint = 1 << 4,
    EndpointSubnet = 1 << 5,
    EndpointRouteTable = 1 << 6,
    RouteTable = 1 << 7,
    RouteTableAssociation = 1 << 8,
    MainRouteTable = 1 << 9,
    Route = 1 << 10,
    ElasticIp = 1 << 11,
    ElasticIpAssociation = 1 << 12,
    InternetGateway = 1 << 13,
    EgressOnlyInternetGateway = 1 << 14,
    TransitGateway = 1 << 15,
    Attachment = 1 << 16,
    Peering = 1 << 17,
    NetworkInterface = 1 << 18,
    Unpriced = 1 << 19,

    /// <summary>A data source that lists ids of subnets or route tables, or tells the Region.</summary>
    Lookup = 1 << 20,
    HostedZone = 1 << 21,
    HostedZoneAssociation = 1 << 22,
    DnsRecord = 1 << 23,
    EndpointPrivateDns = 1 << 24,
    ServiceNetwork = 1 << 25,
    ServiceNetworkResource = 1 << 26,
}
