using System.Collections.Frozen;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The resource types that tell of a network. The <c>awscc</c> provider spells CloudFormation's types in snake case.</summary>
internal static class ResourceTypes
{
    private static readonly FrozenDictionary<string, Kind> Managed = new Dictionary<string, Kind>(StringComparer.Ordinal)
    {
        ["aws_vpc"] = Kind.Vpc,
        ["aws_default_vpc"] = Kind.Vpc,
        ["awscc_ec2_vpc"] = Kind.Vpc,
        ["aws_subnet"] = Kind.Subnet,
        ["aws_default_subnet"] = Kind.Subnet,
        ["awscc_ec2_subnet"] = Kind.Subnet,
        ["aws_nat_gateway"] = Kind.NatGateway,
        ["awscc_ec2_nat_gateway"] = Kind.NatGateway,
        ["aws_nat_gateway_eip_association"] = Kind.NatAddressAssociation,
        ["aws_vpc_endpoint"] = Kind.Endpoint,
        ["awscc_ec2_vpc_endpoint"] = Kind.Endpoint,
        ["aws_vpc_endpoint_subnet_association"] = Kind.EndpointSubnet,
        ["aws_vpc_endpoint_route_table_association"] = Kind.EndpointRouteTable,
        ["aws_vpc_endpoint_private_dns"] = Kind.EndpointPrivateDns,
        ["aws_route_table"] = Kind.RouteTable,
        ["aws_default_route_table"] = Kind.RouteTable,
        ["awscc_ec2_route_table"] = Kind.RouteTable,
        ["aws_route_table_association"] = Kind.RouteTableAssociation,
        ["awscc_ec2_subnet_route_table_association"] = Kind.RouteTableAssociation,
        ["aws_main_route_table_association"] = Kind.MainRouteTable,
        ["aws_route"] = Kind.Route,
        ["awscc_ec2_route"] = Kind.Route,
        ["aws_eip"] = Kind.ElasticIp,
        ["awscc_ec2_eip"] = Kind.ElasticIp,
        ["aws_eip_association"] = Kind.ElasticIpAssociation,
        ["awscc_ec2_eip_association"] = Kind.ElasticIpAssociation,
        ["aws_internet_gateway"] = Kind.InternetGateway,
        ["awscc_ec2_internet_gateway"] = Kind.InternetGateway,
        ["aws_egress_only_internet_gateway"] = Kind.EgressOnlyInternetGateway,
        ["awscc_ec2_egress_only_internet_gateway"] = Kind.EgressOnlyInternetGateway,
        ["aws_ec2_transit_gateway"] = Kind.TransitGateway,
        ["awscc_ec2_transit_gateway"] = Kind.TransitGateway,
        ["aws_ec2_transit_gateway_vpc_attachment"] = Kind.Attachment,
        ["awscc_ec2_transit_gateway_attachment"] = Kind.Attachment,
        ["awscc_ec2_transit_gateway_vpc_attachment"] = Kind.Attachment,
        ["aws_ec2_transit_gateway_peering_attachment"] = Kind.Attachment,
        ["awscc_ec2_transit_gateway_peering_attachment"] = Kind.Attachment,

        // Each side of a peering pays the hours of its own attachment; the accepter of a VPC attachment pays none.
        ["aws_ec2_transit_gateway_peering_attachment_accepter"] = Kind.Attachment,
        ["aws_ec2_transit_gateway_connect"] = Kind.Attachment,
        ["awscc_ec2_transit_gateway_connect"] = Kind.Attachment,
        ["aws_vpc_peering_connection"] = Kind.Peering,
        ["awscc_ec2_vpc_peering_connection"] = Kind.Peering,
        ["aws_network_interface"] = Kind.NetworkInterface,
        ["awscc_ec2_network_interface"] = Kind.NetworkInterface,
        ["aws_vpclattice_service_network"] = Kind.ServiceNetwork,
        ["aws_vpclattice_service_network_resource_association"] = Kind.ServiceNetworkResource,
        ["aws_route53_zone"] = Kind.HostedZone,
        ["awscc_route53_hosted_zone"] = Kind.HostedZone,
        ["aws_route53_zone_association"] = Kind.HostedZoneAssociation,
        ["aws_route53_record"] = Kind.DnsRecord,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Data sources name things that others own: they can be led to, but are not counted.</summary>
    private static readonly FrozenDictionary<string, Kind> Data = new Dictionary<string, Kind>(StringComparer.Ordinal)
    {
        ["aws_vpc"] = Kind.Vpc,
        ["aws_subnet"] = Kind.Subnet,
        ["aws_subnets"] = Kind.Lookup,
        ["aws_subnet_ids"] = Kind.Lookup,
        ["aws_route_table"] = Kind.RouteTable,
        ["aws_route_tables"] = Kind.Lookup,
        ["aws_nat_gateway"] = Kind.NatGateway,
        ["aws_vpc_endpoint"] = Kind.Endpoint,
        ["aws_vpc_endpoint_service"] = Kind.Lookup,
        ["aws_eip"] = Kind.ElasticIp,
        ["aws_internet_gateway"] = Kind.InternetGateway,
        ["aws_ec2_transit_gateway"] = Kind.TransitGateway,
        ["aws_vpc_peering_connection"] = Kind.Peering,
        ["aws_network_interface"] = Kind.NetworkInterface,
        ["aws_region"] = Kind.Lookup,
        ["aws_route53_zone"] = Kind.HostedZone,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Kind Of(string? type, bool isData) =>
        type is null ? Kind.None
        : (isData ? Data : Managed).TryGetValue(type, out var kind) ? kind
        : !isData && PaidProducts.NotPriced(type) is not null ? Kind.Unpriced
        : Kind.None;
}
