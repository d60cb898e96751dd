using System.Collections.Frozen;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Types of networking that cost money and that the service does not price, with what they cost by.</summary>
internal static class NotPricedTypes
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["AWS::NetworkFirewall::Firewall"] = "AWS Network Firewall: by the endpoint-hour in each zone, and by GB; it waives NAT gateway charges for what it is chained with",
        ["AWS::EC2::VPNConnection"] = "Site-to-Site VPN: by the connection-hour",
        ["AWS::EC2::ClientVpnEndpoint"] = "AWS Client VPN: by the connection-hour",
        ["AWS::EC2::ClientVpnTargetNetworkAssociation"] = "AWS Client VPN: by the hour of each associated subnet",
        ["AWS::EC2::VPNConcentrator"] = "Site-to-Site VPN concentrator: by the hour",
        ["AWS::NetworkManager::CoreNetwork"] = "AWS Cloud WAN: by the hour of each edge location",
        ["AWS::NetworkManager::VpcAttachment"] = "AWS Cloud WAN: by the attachment-hour, and by GB",
        ["AWS::NetworkManager::SiteToSiteVpnAttachment"] = "AWS Cloud WAN: by the attachment-hour, and by GB",
        ["AWS::NetworkManager::ConnectAttachment"] = "AWS Cloud WAN: by the attachment-hour, and by GB",
        ["AWS::NetworkManager::DirectConnectGatewayAttachment"] = "AWS Cloud WAN: by the attachment-hour, and by GB",
        ["AWS::NetworkManager::TransitGatewayRouteTableAttachment"] = "AWS Cloud WAN: by the attachment-hour, and by GB",
        ["AWS::NetworkManager::TransitGatewayPeering"] = "AWS Cloud WAN: peering with a Transit Gateway, by the hour",
        ["AWS::ElasticLoadBalancing::LoadBalancer"] = "Classic Load Balancer: by the hour, and by GB",
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = "Load balancer: by the hour, and by capacity units",
        ["AWS::DirectConnect::Connection"] = "AWS Direct Connect: by the port-hour, and by GB out",
        ["AWS::DirectConnect::Lag"] = "AWS Direct Connect: by the port-hour, and by GB out",
        ["AWS::DirectConnect::PrivateVirtualInterface"] = "AWS Direct Connect: by GB out",
        ["AWS::DirectConnect::TransitVirtualInterface"] = "AWS Direct Connect: by GB out",
        ["AWS::DirectConnect::PublicVirtualInterface"] = "AWS Direct Connect: by GB out",
        ["AWS::Route53Resolver::ResolverEndpoint"] = "Route 53 Resolver endpoint: by the hour of each network interface, and by query",
        ["AWS::Route53Resolver::OutpostResolver"] = "Route 53 Resolver on Outposts: by the hour of each instance",
        ["AWS::Route53Resolver::FirewallRuleGroupAssociation"] = "Route 53 Resolver DNS Firewall: by domains stored and by query",
        ["AWS::Route53Resolver::ResolverQueryLoggingConfig"] = "Route 53 Resolver query logs: by what they store",
        ["AWS::Route53::HostedZone"] = "Route 53 hosted zone: by the month, and by query",
        ["AWS::Route53Profiles::ProfileAssociation"] = "Route 53 Profile: by the hour of each association beyond the first hundred",
        ["AWS::VpcLattice::Service"] = "VPC Lattice service: by the hour, by GB and by request",
        ["AWS::VpcLattice::ResourceConfiguration"] = "VPC Lattice resource: by the hour for its provider, and by GB",
        ["AWS::VpcLattice::ServiceNetworkVpcAssociation"] = "VPC Lattice: by GB and by request of the services reached",
        ["AWS::EC2::FlowLog"] = "VPC flow logs: by GB that they deliver, and what stores them",
        ["AWS::EC2::IPAM"] = "VPC IP Address Manager: by the hour of each active address, in its advanced tier",
        ["AWS::EC2::TrafficMirrorSession"] = "Traffic Mirroring: by the hour of each session",
        ["AWS::EC2::NetworkInsightsPath"] = "Reachability Analyzer: by each analysis",
        ["AWS::EC2::NetworkInsightsAnalysis"] = "Reachability Analyzer: by each analysis",
        ["AWS::EC2::NetworkInsightsAccessScope"] = "Network Access Analyzer: by each interface assessed",
        ["AWS::EC2::NetworkInsightsAccessScopeAnalysis"] = "Network Access Analyzer: by each interface assessed",
        ["AWS::EC2::VerifiedAccessEndpoint"] = "AWS Verified Access: by the hour of each application, and by GB",
        ["AWS::EC2::VerifiedAccessInstance"] = "AWS Verified Access: by the hour of each application, and by GB",
        ["AWS::EC2::RouteServerEndpoint"] = "VPC Route Server: by the hour of each endpoint",
        ["AWS::EC2::InstanceConnectEndpoint"] = "EC2 Instance Connect Endpoint: free itself, traffic between zones is not",
        ["AWS::EC2::TransitGatewayMulticastDomain"] = "Transit Gateway multicast: by GB that each receiver gets",
        ["AWS::EC2::TransitGatewayMeteringPolicy"] = "Transit Gateway metering policy: it moves charges for GB to other accounts",
        ["AWS::EC2::TransitGatewayMeteringPolicyEntry"] = "Transit Gateway metering policy: it moves charges for GB to other accounts",
        ["AWS::GlobalAccelerator::Accelerator"] = "AWS Global Accelerator: by the hour, and by GB",
        ["AWS::CloudFront::VpcOrigin"] = "Amazon CloudFront: by GB and by request",
        ["AWS::NetworkFirewall::VpcEndpointAssociation"] = "AWS Network Firewall: by the hour of each further endpoint, and by GB",
        ["AWS::NetworkFirewall::TLSInspectionConfiguration"] = "AWS Network Firewall: TLS inspection, by the endpoint-hour and by GB",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string type) => Words.ContainsKey(type);

    public static IReadOnlyList<NotPriced> Read(Stack stack) =>
    [
        .. stack.Resources.Where(resource => Words.ContainsKey(resource.Type)).Select(resource => new NotPriced(resource.Address, resource.Type, Words[resource.Type] + ".")),
        // What forwards the traffic of others must have this check off: the mark of a NAT instance.
        .. stack.Of("AWS::EC2::Instance").Where(resource => Named.Truth(stack.Property(resource, "SourceDestCheck")) == false)
            .Select(resource => new NotPriced(resource.Address, resource.Type, "An instance that forwards traffic, as a NAT instance does: by the instance-hour.")),
    ];
}
