using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>The words of a language for what a remedy changes.</summary>
internal sealed record Words(
    Dialect Dialect, string Endpoint, string Service, string EndpointType, string RouteTables, string Subnets, string PrivateDns, string InboundOnly,
    string NatGateway, string NatRoute, string RouteTable, string NatAddresses, string HostedZone, string HostedZoneVpcs)
{
    private static readonly Words Terraform = new(
        Dialect.Terraform, "aws_vpc_endpoint", "service_name", "vpc_endpoint_type", "route_table_ids", "subnet_ids", "private_dns_enabled",
        "dns_options { private_dns_only_for_inbound_resolver_endpoint = true }",
        "aws_nat_gateway", "nat_gateway_id", "aws_route_table", "availability_zone_address", "aws_route53_zone", "aws_route53_zone_association");

    private static readonly Words CloudFormation = new(
        Dialect.CloudFormation, "AWS::EC2::VPCEndpoint", "ServiceName", "VpcEndpointType", "RouteTableIds", "SubnetIds", "PrivateDnsEnabled",
        "DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: OnlyInboundResolver }",
        "AWS::EC2::NatGateway", "NatGatewayId", "AWS::EC2::RouteTable", "AvailabilityZoneAddresses", "AWS::Route53::HostedZone", "VPCs");

    // A remedy is read by people; the addresses of a finding are complete.
    private const int Shown = 5;

    public static Words Of(Dialect dialect) => dialect == Dialect.Terraform ? Terraform : CloudFormation;

    public string Is(string property, string text) => Dialect == Dialect.Terraform ? $"{property} = \"{text}\"" : $"{property}: {text}";

    public string Is(string property, bool value) => $"{property}{(Dialect == Dialect.Terraform ? " =" : ":")} {(value ? "true" : "false")}";

    public string NewGatewayEndpoint(string service, IEnumerable<string> tables) =>
        $"Add an {Endpoint} with {Is(Service, service)}, {Is(EndpointType, "Gateway")} and {(List(tables) is { Length: > 0 } list ? list : "the route tables of the VPC's subnets")} in {RouteTables}.";

    public string SetPrivateDns(string on) => $"Set {Is(PrivateDns, true)} on {on}.";

    public string NewInterfaceEndpoint(string service) =>
        $"Add an {Endpoint} with {Is(Service, service)}, {Is(EndpointType, "Interface")}, {Is(PrivateDns, true)} and one subnet of each zone in {Subnets}.";

    public static string List(IEnumerable<string> addresses)
    {
        var all = addresses.ToArray();
        return string.Join(", ", all.Take(Shown)) + (all.Length > Shown ? $" and {Figures.Count(all.Length - Shown, "other")}" : "");
    }
}
