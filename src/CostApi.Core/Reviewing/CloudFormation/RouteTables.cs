namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads route tables with their routes and subnets.</summary>
internal static class RouteTables
{
    private static readonly string[] Destinations = ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"];

    private static readonly (string Property, RouteTarget Target)[] Targets =
    [
        ("NatGatewayId", RouteTarget.NatGateway),
        ("TransitGatewayId", RouteTarget.TransitGateway),
        ("VpcPeeringConnectionId", RouteTarget.Peering),
        ("EgressOnlyInternetGatewayId", RouteTarget.EgressOnlyInternetGateway),
        ("VpcEndpointId", RouteTarget.VpcEndpoint),
        ("NetworkInterfaceId", RouteTarget.NetworkInterface),
        ("InstanceId", RouteTarget.NetworkInterface),
        ("GatewayId", RouteTarget.InternetGateway),
        ("CarrierGatewayId", RouteTarget.Other),
        ("LocalGatewayId", RouteTarget.Other),
        ("CoreNetworkArn", RouteTarget.Other),
    ];

    public static IReadOnlyList<DeclaredRouteTable> Read(Stack stack)
    {
        var subnets = stack.Of("AWS::EC2::SubnetRouteTableAssociation")
            .Select(resource => (Table: stack.Address(resource, "RouteTableId", "Its route table"), Subnet: stack.Address(resource, "SubnetId", "Its subnet")))
            .Where(pair => pair.Subnet is not null).ToLookup(pair => pair.Table ?? "", pair => pair.Subnet!);
        var routes = stack.Of("AWS::EC2::Route").Select(resource => (Table: stack.Address(resource, "RouteTableId", "Its route table"), Route: Read(resource, stack)))
            .ToLookup(pair => pair.Table ?? "", pair => pair.Route);
        var declared = stack.Of("AWS::EC2::RouteTable").ToArray();
        // Tables that other stacks declare get routes and subnets here.
        var others = subnets.Select(group => group.Key).Concat(routes.Select(group => group.Key)).Distinct()
            .Where(address => address.Length > 0 && stack.TypeOf(address) != "AWS::EC2::RouteTable");
        return
        [
            .. declared.Select(resource => new DeclaredRouteTable(resource.Address, stack.Address(resource, "VpcId", "Its VPC"), false, [.. subnets[resource.Address]], [.. routes[resource.Address]])),
            .. others.Select(address => new DeclaredRouteTable(address, null, false, [.. subnets[address]], [.. routes[address]])),
        ];
    }

    private static DeclaredRoute Read(Resource resource, Stack stack)
    {
        var destination = Destinations.Select(name => stack.Property(resource, name)).FirstOrDefault(value => value is not Value.Absent);
        foreach (var (property, target) in Targets)
        {
            if (stack.Property(resource, property) is var value and not Value.Absent)
                return new DeclaredRoute(resource.Address, destination is null ? null : Named.Address(destination), Refined(target, stack.TypeOf(Named.Address(value)), Named.Address(value)), Named.Address(value));
        }

        stack.Notes.Add(resource.Address, "Where this route leads is not known: it names no target.");
        return new DeclaredRoute(resource.Address, destination is null ? null : Named.Address(destination), RouteTarget.Other, null);
    }

    // GatewayId takes internet gateways, virtual private gateways and Gateway Load Balancer endpoints alike.
    private static RouteTarget Refined(RouteTarget target, string? type, string? to) => (target, type) switch
    {
        (RouteTarget.InternetGateway, "AWS::EC2::VPCEndpoint") => RouteTarget.VpcEndpoint,
        (RouteTarget.InternetGateway, "AWS::EC2::VPNGateway") => RouteTarget.Other,
        (RouteTarget.InternetGateway, null) when to?.StartsWith("vgw-", StringComparison.Ordinal) == true || to == "local" => RouteTarget.Other,
        (RouteTarget.InternetGateway, null) when to?.StartsWith("vpce-", StringComparison.Ordinal) == true => RouteTarget.VpcEndpoint,
        _ => target,
    };
}
