using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CostApi.Core.Reviewing;

/// <summary>The networking products that AWS bills, by the resource types that declare them: one table for both languages.</summary>
public static partial class PaidProducts
{
    private const string FirewallType = "AWS::NetworkFirewall::Firewall";
    private const string LoadBalancerUnits =
        "per hour and per capacity unit, and per hour of each public IPv4 address where it faces the internet";
    private const string Metering = "no charge of its own; it moves data processing charges to other accounts";

    /// <summary>What is billed for an instance whose source/destination check is off: it forwards traffic, as a NAT instance does.</summary>
    public const string ForwardingInstance = "Instance that forwards traffic, as a NAT instance does: per instance-hour";

    /// <summary>Every product of the table.</summary>
    public static IReadOnlyList<PaidProduct> All { get; } =
    [
        Named("Network Firewall",
            "per hour of each firewall endpoint (one per Availability Zone) and per GB; it waives the hourly and data processing "
            + "charges of NAT gateways that it is chained with", "aws_networkfirewall_firewall", FirewallType),
        Named("Network Firewall endpoint association", "per hour of each additional endpoint, billed to the owner of the firewall",
            "aws_networkfirewall_vpc_endpoint_association", "AWS::NetworkFirewall::VpcEndpointAssociation"),
        Named("Network Firewall TLS inspection", "an additional hourly charge for each endpoint whose policy has it",
            "aws_networkfirewall_tls_inspection_configuration", "AWS::NetworkFirewall::TLSInspectionConfiguration"),
        Named("Network Firewall proxy",
            "interface endpoint and NAT gateway data processing per GB, and a rate of its own that is not known",
            "aws_networkfirewall_proxy", "")
            with { FreeTypes = ["aws_networkfirewall_proxy_configuration"] },
        Named("Network Firewall container association", "its charge is not known; it feeds rule groups from containers",
            "aws_networkfirewall_container_association", "AWS::NetworkFirewall::ContainerAssociation"),
        Named("Network Firewall Transit Gateway attachment",
            "accepting it is free; the firewall and the Transit Gateway data processing are not",
            "aws_networkfirewall_firewall_transit_gateway_attachment_accepter", ""),
        Named("Load balancer", LoadBalancerUnits, "aws_lb aws_alb", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
        Named("Classic Load Balancer", "per hour and per GB", "aws_elb", "AWS::ElasticLoadBalancing::LoadBalancer"),
        Named("Route 53 Resolver endpoint", "per hour of each IP address (at least two) and per query",
            "aws_route53_resolver_endpoint", "AWS::Route53Resolver::ResolverEndpoint"),
        Free("Route 53 Resolver rule", "no charge of its own; its queries are charged at the outbound endpoint",
            "aws_route53_resolver_rule aws_route53_resolver_rule_association",
            "AWS::Route53Resolver::ResolverRule AWS::Route53Resolver::ResolverRuleAssociation"),
        Named("Route 53 Resolver on Outposts", "per hour of each instance or rack", "", "AWS::Route53Resolver::OutpostResolver"),
        Named("Route 53 Resolver DNS Firewall", "per query and per stored domain; its advanced rules per hour of each association",
            "aws_route53_resolver_firewall_rule_group_association aws_route53_resolver_firewall_domain_list",
            "AWS::Route53Resolver::FirewallRuleGroupAssociation AWS::Route53Resolver::FirewallDomainList"),
        Named("Route 53 Resolver query logging", "free of charge in Route 53; the destination charges for what it stores",
            "aws_route53_resolver_query_log_config", "AWS::Route53Resolver::ResolverQueryLoggingConfig"),
        Named("Route 53 hosted zone", "per month and per query",
            "aws_route53_zone", "AWS::Route53::HostedZone"),
        Free("Route 53 hosted zone association",
            "free of charge, also across accounts", "aws_route53_zone_association aws_route53_vpc_association_authorization", ""),
        Named("Route 53 Profile", "per hour of the account for up to 100 VPC associations, then per hour of each further one",
            "aws_route53profiles_association", "AWS::Route53Profiles::ProfileAssociation") with
        {
            FreeTypes =
            [
                "aws_route53profiles_profile", "aws_route53profiles_resource_association",
                "AWS::Route53Profiles::Profile", "AWS::Route53Profiles::ProfileResourceAssociation",
            ],
        },
        Named("Site-to-Site VPN connection",
            "per hour, per hour of the public IPv4 addresses of its two tunnels, and data transfer out per GB",
            "aws_vpn_connection", "AWS::EC2::VPNConnection"),
        Named("Site-to-Site VPN Concentrator", "per hour, per hour of each site, and a Transit Gateway attachment",
            "aws_vpn_concentrator", "AWS::EC2::VPNConcentrator"),
        Named("Virtual private gateway", "no charge of its own; the VPN connection or the Direct Connect connection behind it is not",
            "aws_vpn_gateway", "AWS::EC2::VPNGateway"),
        Named("Client VPN", "per hour of each associated subnet and of each connection",
            "aws_ec2_client_vpn_endpoint aws_ec2_client_vpn_network_association",
            "AWS::EC2::ClientVpnEndpoint AWS::EC2::ClientVpnTargetNetworkAssociation"),
        Named("Direct Connect port", "per port-hour at its speed, and data transfer out per GB",
            "aws_dx_connection aws_dx_lag aws_dx_hosted_connection", "AWS::DirectConnect::Connection AWS::DirectConnect::Lag"),
        Named("Direct Connect virtual interface", "no charge of its own; data transfer out per GB, and SiteLink per hour",
            "aws_dx_private_virtual_interface aws_dx_public_virtual_interface aws_dx_transit_virtual_interface "
            + "aws_dx_hosted_private_virtual_interface aws_dx_hosted_public_virtual_interface aws_dx_hosted_transit_virtual_interface",
            "AWS::DirectConnect::PrivateVirtualInterface AWS::DirectConnect::PublicVirtualInterface "
            + "AWS::DirectConnect::TransitVirtualInterface"),
        Named("Direct Connect gateway", "no charge of its own; with a Transit Gateway an attachment per hour, and data transfer out per GB",
            "aws_dx_gateway_association", "AWS::DirectConnect::DirectConnectGatewayAssociation")
            with { FreeTypes = ["aws_dx_gateway", "AWS::DirectConnect::DirectConnectGateway"] },
        Named("Direct Connect resiliency group",
            "no charge of its own; the connections in it are billed at a flat rate", "", "AWS::DirectConnect::ResiliencyGroup"),
        Priced("Transit Gateway attachment", "per hour and per GB that is sent into it",
            "aws_ec2_transit_gateway_vpc_attachment aws_ec2_transit_gateway_peering_attachment "
            + "aws_ec2_transit_gateway_peering_attachment_accepter aws_ec2_transit_gateway_connect",
            "AWS::EC2::TransitGatewayAttachment AWS::EC2::TransitGatewayVpcAttachment AWS::EC2::TransitGatewayPeeringAttachment "
            + "AWS::EC2::TransitGatewayConnect"),
        Named("Transit Gateway 1:1 NAT", "its charge is not known", "", "AWS::EC2::TransitGatewayAttachmentNatConfiguration"),
        Named("Transit Gateway multicast", "per GB that each receiver gets",
            "aws_ec2_transit_gateway_multicast_domain", "AWS::EC2::TransitGatewayMulticastDomain"),
        Named("Transit Gateway metering policy", Metering,
            "aws_ec2_transit_gateway_metering_policy aws_ec2_transit_gateway_metering_policy_entry",
            "AWS::EC2::TransitGatewayMeteringPolicy AWS::EC2::TransitGatewayMeteringPolicyEntry"),
        Free("Transit Gateway policy table", "free of "
            + "charge", "aws_ec2_transit_gateway_policy_table", "AWS::EC2::TransitGatewayPolicyTable"),
        Named("Cloud WAN core network", "per hour of each edge location in its policy",
            "aws_networkmanager_core_network", "AWS::NetworkManager::CoreNetwork")
            with { FreeTypes = ["aws_networkmanager_core_network_policy_attachment"] },
        Named("Cloud WAN attachment", "per hour and per GB",
            "aws_networkmanager_vpc_attachment aws_networkmanager_connect_attachment aws_networkmanager_dx_gateway_attachment "
            + "aws_networkmanager_site_to_site_vpn_attachment aws_networkmanager_transit_gateway_route_table_attachment",
            "AWS::NetworkManager::VpcAttachment AWS::NetworkManager::ConnectAttachment AWS::NetworkManager::DirectConnectGatewayAttachment "
            + "AWS::NetworkManager::SiteToSiteVpnAttachment AWS::NetworkManager::TransitGatewayRouteTableAttachment"),
        Named("Cloud WAN peering with a Transit Gateway", "per hour and per GB",
            "aws_networkmanager_transit_gateway_peering", "AWS::NetworkManager::TransitGatewayPeering"),
        Named("VPC Lattice service", "per hour, per GB, and per request above 300,000 requests per hour",
            "aws_vpclattice_service", "AWS::VpcLattice::Service"),
        Free("VPC Lattice service network", "free of charge, like its VPC associations; the services in it are billed",
            "aws_vpclattice_service_network aws_vpclattice_service_network_vpc_association "
            + "aws_vpclattice_service_network_service_association",
            "AWS::VpcLattice::ServiceNetwork AWS::VpcLattice::ServiceNetworkVpcAssociation "
            + "AWS::VpcLattice::ServiceNetworkServiceAssociation"),
        Named("VPC Lattice resource in a service network",
            "per hour of each resource that is associated with a service network, and per GB",
            "aws_vpclattice_service_network_resource_association", "AWS::VpcLattice::ServiceNetworkResourceAssociation"),
        Named("VPC Lattice resource configuration", "no charge of its own; per GB for its provider and for its consumers",
            "aws_vpclattice_resource_configuration", "AWS::VpcLattice::ResourceConfiguration")
            with { FreeTypes = ["aws_vpclattice_resource_gateway", "AWS::VpcLattice::ResourceGateway"] },
        Named("Endpoint service",
            "free of charge in its Region, and per hour of each other Region in which it is used; the load balancer behind it and "
            + "each consumer's endpoint are billed", "aws_vpc_endpoint_service", "AWS::EC2::VPCEndpointService"),
        Priced("Interface endpoint to another Region", "as any interface endpoint, plus data transfer between Regions",
            "aws_vpc_endpoint", "AWS::EC2::VPCEndpoint"),
        Priced("Tunnel endpoint", "per hour and per GB, as a resource endpoint", "aws_vpc_endpoint", "AWS::EC2::VPCEndpoint"),
        Priced("Elastic IP address from the account's own pool (BYOIP)", "free of charge", "aws_eip", "AWS::EC2::EIP"),
        Priced("Elastic IP address from an IPAM pool", "free of charge, or per hour of each address of the block, depending on the pool",
            "aws_eip", "AWS::EC2::EIP"),
        Named("Amazon-provided contiguous IPv4 block",
            "per hour of each address of the block", "aws_vpc_ipam_pool", "AWS::EC2::IPAMPool") with
        {
            FreeTypes = ["aws_vpc_ipam_pool_cidr", "AWS::EC2::IPAMPoolCidr"],
            BilledWhere = new PaidSetting("public_ip_source", "PublicIpSource", "amazon"),
        },
        Named("VPC IP Address Manager (IPAM)", "per hour of each active IP address in the advanced tier", "aws_vpc_ipam", "AWS::EC2::IPAM")
            with { FreeWhere = new PaidSetting("tier", "Tier", "free") },
        Free("Egress-only internet gateway", "free of charge", "aws_egress_only_internet_gateway", "AWS::EC2::EgressOnlyInternetGateway"),
        Named("Carrier gateway", "carrier IP addresses and data transfer", "aws_ec2_carrier_gateway", "AWS::EC2::CarrierGateway"),
        Named("VPC Encryption Controls",
            "per hour of each VPC that is not empty", "aws_vpc_encryption_control", "AWS::EC2::VPCEncryptionControl"),
        Named("VPC Route Server endpoint", "per hour", "aws_vpc_route_server_endpoint", "AWS::EC2::RouteServerEndpoint"),
        Free("VPC Route Server",
            "free of charge", "aws_vpc_route_server aws_vpc_route_server_peer", "AWS::EC2::RouteServer AWS::EC2::RouteServerPeer"),
        Named("VPC flow log", "per GB delivered, and what its destination charges", "aws_flow_log", "AWS::EC2::FlowLog"),
        Named("Traffic Mirroring",
            "per hour of each mirrored network interface", "aws_ec2_traffic_mirror_session", "AWS::EC2::TrafficMirrorSession"),
        Named("Reachability Analyzer", "per analysis", "aws_ec2_network_insights_path aws_ec2_network_insights_analysis",
            "AWS::EC2::NetworkInsightsPath AWS::EC2::NetworkInsightsAnalysis"),
        Named("Network Access Analyzer", "per network interface that is assessed", "aws_ec2_network_insights_access_scope",
            "AWS::EC2::NetworkInsightsAccessScope AWS::EC2::NetworkInsightsAccessScopeAnalysis"),
        Named("Verified Access", "per hour of each application and per GB", "aws_verifiedaccess_endpoint aws_verifiedaccess_instance",
            "AWS::EC2::VerifiedAccessEndpoint AWS::EC2::VerifiedAccessInstance"),
        Named("EC2 Instance Connect Endpoint", "no charge of its own; data transfer between Availability Zones is not",
            "aws_ec2_instance_connect_endpoint", "AWS::EC2::InstanceConnectEndpoint"),
        Named("Global Accelerator",
            "per hour and per GB", "aws_globalaccelerator_accelerator aws_globalaccelerator_custom_routing_accelerator",
            "AWS::GlobalAccelerator::Accelerator"),
        Named("CloudFront VPC origin",
            "no charge of its own; CloudFront per GB and per request", "aws_cloudfront_vpc_origin", "AWS::CloudFront::VpcOrigin"),
        Named("Infrastructure Performance subscription", "per metric",
            "aws_vpc_network_performance_metric_subscription", "AWS::EC2::NetworkPerformanceMetricSubscription"),
        Named("Network monitor", "per monitored resource or per hour, and per metric",
            "aws_networkmonitor_monitor aws_networkflowmonitor_monitor aws_internetmonitor_monitor", "AWS::InternetMonitor::Monitor"),
        Named("RTB Fabric gateway", "at its own list prices", "", "AWS::RTBFabric::RequesterGateway AWS::RTBFabric::ResponderGateway"),
    ];

    private static readonly FrozenDictionary<string, PaidProduct> NotPricedByType = ByType();

    private static readonly FrozenSet<string> KnownTypes =
        All.SelectMany(product => TypesOf(product).Concat(product.FreeTypes)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a type of CloudFormation or of Terraform's <c>aws</c> provider declares one of the products.</summary>
    public static bool Knows(string type) => KnownTypes.Contains(type);

    /// <summary>The product that a resource type is billed for and that the service does not price; null where there is none.</summary>
    /// <param name="type">A type of Terraform's <c>aws</c> or <c>awscc</c> provider, or of CloudFormation.</param>
    public static PaidProduct? NotPriced(string type) => NotPricedByType.GetValueOrDefault(type);

    /// <summary>What is billed for a resource that the service does not price; null where nothing is.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="setting">Gives the value of a setting of the resource; null where it is not set or not known.</param>
    public static string? NotPriced(string type, Func<PaidSetting, string?> setting)
    {
        if (NotPriced(type) is not { } product) return null;
        if (product.FreeWhere is { } free && setting(free) == free.Value) return null;
        if (product.BilledWhere is { } billed && setting(billed) != billed.Value) return null;
        return product.What;
    }

    /// <summary>A CloudFormation type as the <c>awscc</c> provider spells it: <c>awscc_ec2_vpn_connection</c>.</summary>
    public static string Awscc(string cloudFormationType)
    {
        var parts = cloudFormationType.Split("::");
        return $"awscc_{parts[1].ToLowerInvariant()}_{WordStart().Replace(parts[2], "_").ToLowerInvariant()}";
    }

    private static PaidProduct Named(string name, string billing, string terraform, string cloudFormation) =>
        new(name, billing, PaidTreatment.NotPriced, Types(terraform), Types(cloudFormation));

    private static PaidProduct Priced(string name, string billing, string terraform, string cloudFormation) =>
        new(name, billing, PaidTreatment.Priced, Types(terraform), Types(cloudFormation));

    private static PaidProduct Free(string name, string billing, string terraform, string cloudFormation) =>
        new(name, billing, PaidTreatment.Free, Types(terraform), Types(cloudFormation));

    private static IEnumerable<string> TypesOf(PaidProduct product) =>
        product.TerraformTypes.Concat(product.CloudFormationTypes).Concat(product.CloudFormationTypes.Select(Awscc));

    private static string[] Types(string types) => types.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, PaidProduct> ByType()
    {
        var types = from product in All
                    where product.Treatment == PaidTreatment.NotPriced
                    from type in TypesOf(product)
                    select (type, product);
        return types.ToFrozenDictionary(pair => pair.type, pair => pair.product, StringComparer.Ordinal);
    }

    // Before each capital that begins a word: VPNConnection is vpn_connection, IPAMPool is ipam_pool.
    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();
}
