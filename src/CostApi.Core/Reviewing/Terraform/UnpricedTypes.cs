using System.Collections.Frozen;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Resource types of the network that cost money and that the service does not price.</summary>
internal static class UnpricedTypes
{
    private static readonly FrozenDictionary<string, string> Whats = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aws_networkfirewall_firewall"] = "Network Firewall: by the endpoint-hour and GB; it waives hours and GB of NAT gateways that it is chained with",
        ["awscc_networkfirewall_firewall"] = "Network Firewall: by the endpoint-hour and GB; it waives hours and GB of NAT gateways that it is chained with",
        ["aws_vpn_connection"] = "Site-to-Site VPN: by the connection-hour and GB out",
        ["awscc_ec2_vpn_connection"] = "Site-to-Site VPN: by the connection-hour and GB out",
        ["aws_ec2_client_vpn_endpoint"] = "Client VPN: by the connection-hour",
        ["aws_ec2_client_vpn_network_association"] = "Client VPN: by the hour of each associated subnet",
        ["aws_networkmanager_core_network"] = "Cloud WAN: by the hour of each edge location",
        ["awscc_networkmanager_core_network"] = "Cloud WAN: by the hour of each edge location",
        ["aws_networkmanager_vpc_attachment"] = "Cloud WAN attachment: by the hour and GB",
        ["awscc_networkmanager_vpc_attachment"] = "Cloud WAN attachment: by the hour and GB",
        ["aws_networkmanager_connect_attachment"] = "Cloud WAN attachment: by the hour and GB",
        ["aws_networkmanager_dx_gateway_attachment"] = "Cloud WAN attachment: by the hour and GB",
        ["aws_networkmanager_site_to_site_vpn_attachment"] = "Cloud WAN attachment: by the hour and GB",
        ["aws_networkmanager_transit_gateway_peering"] = "Cloud WAN peering with a Transit Gateway: by the hour and GB",
        ["aws_lb"] = "Load balancer: by the hour and capacity unit",
        ["aws_alb"] = "Load balancer: by the hour and capacity unit",
        ["awscc_elasticloadbalancingv2_load_balancer"] = "Load balancer: by the hour and capacity unit",
        ["aws_elb"] = "Classic load balancer: by the hour and GB",
        ["aws_dx_connection"] = "Direct Connect: by the port-hour and GB out",
        ["aws_dx_hosted_connection"] = "Direct Connect: by the port-hour and GB out",
        ["aws_dx_gateway_association"] = "Direct Connect gateway: data transfer out",
        ["aws_route53_resolver_endpoint"] = "Route 53 Resolver endpoint: by the hour of each network interface, and query",
        ["awscc_route53resolver_resolver_endpoint"] = "Route 53 Resolver endpoint: by the hour of each network interface, and query",
        ["aws_route53_resolver_firewall_rule_group_association"] = "Route 53 Resolver DNS Firewall: by the query",
        ["aws_route53_zone"] = "Route 53 hosted zone: by the month and query",
        ["aws_route53profiles_association"] = "Route 53 Profile: by the hour of each associated VPC",
        ["awscc_route53profiles_profile_association"] = "Route 53 Profile: by the hour of each associated VPC",
        ["aws_vpclattice_service"] = "VPC Lattice service: by the hour, GB and request",
        ["aws_vpclattice_service_network_vpc_association"] = "VPC Lattice service network: data processed",
        ["aws_vpclattice_resource_configuration"] = "VPC Lattice resource: by the hour and GB where it is shared through a service network",
        ["awscc_vpclattice_service"] = "VPC Lattice service: by the hour, GB and request",
        ["aws_ec2_traffic_mirror_session"] = "Traffic Mirroring: by the hour of each mirrored network interface",
        ["aws_flow_log"] = "Flow log: by the GB delivered",
        ["awscc_ec2_flow_log"] = "Flow log: by the GB delivered",
        ["aws_vpc_ipam"] = "IPAM: by the hour of each managed address in the advanced tier",
        ["awscc_ec2_ipam"] = "IPAM: by the hour of each managed address in the advanced tier",
        ["aws_globalaccelerator_accelerator"] = "Global Accelerator: by the hour and GB",
        ["aws_ec2_network_insights_path"] = "Reachability Analyzer: by the analysis",
        ["aws_verifiedaccess_endpoint"] = "Verified Access: by the hour of each application, and GB",
        ["aws_ec2_instance_connect_endpoint"] = "EC2 Instance Connect endpoint: data transfer between zones",
        ["aws_vpc_endpoint_service"] = "Endpoint service: free itself; the load balancer behind it and each consumer's endpoint are not",
        ["awscc_ec2_vpc_endpoint_service"] = "Endpoint service: free itself; the load balancer behind it and each consumer's endpoint are not",
        ["aws_ec2_transit_gateway_metering_policy"] = "Transit Gateway metering policy: moves data processing charges to another account",
        ["aws_vpn_gateway"] = "Virtual private gateway: free itself; the VPN or Direct Connect behind it is not",
        ["aws_vpc_network_performance_metric_subscription"] = "Infrastructure Performance metrics: by the metric",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? What(string type) => Whats.GetValueOrDefault(type);
}
