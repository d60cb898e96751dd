using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>What is one of several things in a template is told as such, and only what it is for certain as a fact.</summary>
public sealed class PossibilityTests
{
    private const string Around = """
        Parameters:
          P: { Type: String }
          Where: { Type: String }
          Ids: { Type: CommaDelimitedList }
        Conditions: { U: !Equals [!Ref P, x] }
        Mappings:
          Vpcs: { a: { Id: vpc-a }, b: { Id: vpc-b } }
          Same: { a: { Id: vpc-a }, b: { Id: vpc-a } }
        Resources:
          Vpc: { Type: AWS::EC2::VPC }
          Other: { Type: AWS::EC2::VPC }
          A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a } }
          B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b } }
          C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Other, AvailabilityZone: eu-west-1c } }
          TableA: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          TableB: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          EipA: { Type: AWS::EC2::EIP }
          EipB: { Type: AWS::EC2::EIP }

        """;

    // What a property that names a VPC is, the VPC that it is for certain, and those of which it is one.
    public static TheoryData<string, string?, string> Vpcs => new()
    {
        { "!Ref Vpc", "Vpc", "" },
        { "!If [U, !Ref Vpc, !Ref Vpc]", "Vpc", "" },
        { "!If [U, !Ref Vpc, !Ref Other]", null, "Vpc Other" },
        // AWS refuses the resource without a VPC, so it is this one wherever there is one.
        { "!If [U, !Ref Vpc, !Ref 'AWS::NoValue']", "Vpc", "" },
        { "!If [U, !Ref Vpc, !If [V, !Ref Other, vpc-1]]", null, "Vpc Other vpc-1" },
        { "!FindInMap [Vpcs, !Ref Where, Id]", null, "vpc-a vpc-b" },
        { "!FindInMap [Same, !Ref Where, Id]", "vpc-a", "" },
        { "!FindInMap [Vpcs, a, Id]", "vpc-a", "" },
        { "!FindInMap [Vpcs, c, Id, { DefaultValue: vpc-c }]", "vpc-c", "" },
        { "!FindInMap [Vpcs, !Ref Where, Id, { DefaultValue: vpc-c }]", null, "vpc-a vpc-b vpc-c" },
        { "!Select [!Ref Where, [!Ref Vpc, !Ref Other]]", null, "Vpc Other" },
        { "!Select [0, !If [U, [!Ref Vpc], [!Ref Other]]]", null, "Vpc Other" },
        { "!Select [0, [!If [U, !Ref Vpc, !Ref Other]]]", null, "Vpc Other" },
        { "!Select [1, [!If [U, vpc-1, !Ref 'AWS::NoValue'], !Ref Vpc, !Ref Other]]", null, "" },
        { "!Select [1, !Ref Ids]", "Ids[1]", "" },
        { "!Sub ['vpc-${X}', { X: !If [U, a, b] }]", null, "vpc-a vpc-b" },
        { "!Join ['-', [vpc, !If [U, a, b]]]", null, "vpc-a vpc-b" },
        { "!Select [0, !Split [',', !If [U, 'vpc-a,x', 'vpc-b,y']]]", null, "vpc-a vpc-b" },
        { "!ImportValue net", "net", "" },
        { "!ImportValue { 'Fn::If': [U, net-a, net-b] }", null, "net-a net-b" },
        { "!GetAtt A.VpcId", "Vpc", "" },
        { "!Transform { Name: Mine }", null, "" },
    };

    [Theory]
    [MemberData(nameof(Vpcs))]
    public void A_VPC_is_certain_or_one_of_several(string expression, string? certain, string possible)
    {
        var network = Read($$"""
              Tgw: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: tgw-1, VpcId: {{expression}} } }
              Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: {{expression}} } }
              Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: {{expression}} } }
              Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: {{expression}}, ServiceName: x } }
              Nat: { Type: AWS::EC2::NatGateway, Properties: { AvailabilityMode: regional, VpcId: {{expression}} } }
            """);
        var expected = (certain, possible);
        var attachment = Assert.Single(network.Attachments);
        Assert.Equal(expected, (attachment.Vpc, string.Join(' ', attachment.PossibleVpcs)));
        var table = network.RouteTables.Single(table => table.Address == "Table");
        Assert.Equal(expected, (table.Vpc, string.Join(' ', table.PossibleVpcs)));
        var subnet = network.Subnets.Single(subnet => subnet.Address == "Subnet");
        Assert.Equal(expected, (subnet.Vpc, string.Join(' ', subnet.PossibleVpcs)));
        var endpoint = Assert.Single(network.Endpoints);
        Assert.Equal(expected, (endpoint.Vpc, string.Join(' ', endpoint.PossibleVpcs)));
        var nat = Assert.Single(network.NatGateways);
        Assert.Equal(expected, (nat.Vpc, string.Join(' ', nat.PossibleVpcs)));
    }

    // The subnets of an endpoint: its VPC where VpcId is not known, its subnets for certain, and in how many zones it is.
    [Theory]
    [InlineData("[!Ref A, !Ref B]", "Vpc", "A B", 2, 2)]
    [InlineData("[!If [U, !Ref A, !Ref B]]", "Vpc", "", 1, 1)]
    [InlineData("[!Ref A, !If [U, !Ref B, !Ref 'AWS::NoValue']]", "Vpc", "A", 1, 2)]
    [InlineData("!If [U, [!Ref A, !Ref B], [!Ref A]]", "Vpc", "A", 1, 2)]
    [InlineData("!If [U, [!Ref A, !Ref B], [!Ref C]]", null, "", 1, 2)]
    [InlineData("!Ref Ids", null, "", 1, 6)]
    [InlineData("!Split [',', !ImportValue nets]", null, "", 1, 6)]
    [InlineData("[!Ref A, !Ref Ids]", "Vpc", "A", 2, 2)]
    [InlineData("[s-12345, s-67890]", null, "", 1, 6)]
    public void An_endpoint_is_in_as_many_zones_as_the_subnets_that_it_can_be_in(string subnets,
        string? vpc, string certain, int least, int most)
    {
        var network = Read($"  E: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcEndpointType: Interface, ServiceName: x, SubnetIds: {subnets} }} }}\n");
        var endpoint = Assert.Single(network.Endpoints);
        Assert.Equal((vpc, certain, least, most),
            (endpoint.Vpc, string.Join(' ', endpoint.Subnets), endpoint.Zones.Least, endpoint.Zones.Most));
    }

    [Theory]
    [InlineData("NatGatewayId: !Ref Nat", RouteTarget.NatGateway, "Nat", "")]
    [InlineData("NatGatewayId: !If [U, !Ref Nat, !Ref Nat2]", RouteTarget.NatGateway, null, "Nat Nat2")]
    [InlineData("NatGatewayId: !If [U, !Ref Nat, !Ref 'AWS::NoValue'], GatewayId: !If [U, !Ref 'AWS::NoValue', igw-1]", RouteTarget.Other, null, "Nat igw-1")]
    [InlineData("NatGatewayId: !If [U, !Ref Nat, !Ref 'AWS::NoValue']", RouteTarget.NatGateway, "Nat", "")]
    public void A_route_leads_to_one_thing_or_to_one_of_several(string target, RouteTarget kind, string? to, string possible)
    {
        var network = Read($"  R: {{ Type: AWS::EC2::Route, Properties: {{ RouteTableId: !Ref TableA, DestinationCidrBlock: 0.0.0.0/0, {target} }} }}\n  Nat: {{ Type: AWS::EC2::NatGateway }}\n  Nat2: {{ Type: AWS::EC2::NatGateway }}\n");
        var route = Assert.Single(network.RouteTables[0].Routes);
        Assert.Equal((kind, to, possible), (route.Target, route.To, string.Join(' ', route.PossibleTargets)));
    }

    [Theory]
    [InlineData("RouteTableId: !Ref TableA", "", "A|", "R|", "|", "|")]
    [InlineData("RouteTableId: !If [U, !Ref TableA, !Ref TableB]", "", "|", "|", "A|A", "R|R")]
    [InlineData("RouteTableId: !Ref TableA", "Condition: U, ", "|", "|", "A|", "R|")]
    public void What_may_be_in_a_route_table_is_not_in_it_for_certain(string table,
        string condition, string subnets, string routes, string possibleSubnets, string possibleRoutes)
    {
        var network = Read($"  S: {{ Type: AWS::EC2::SubnetRouteTableAssociation, {condition}Properties: {{ SubnetId: !Ref A, {table} }} }}\n  R: {{ Type: AWS::EC2::Route, {condition}Properties: {{ DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1, {table} }} }}\n");
        Assert.Equal(subnets, In(network, one => one.Subnets));
        Assert.Equal(routes, In(network, one => one.Routes.Select(route => route.Address)));
        Assert.Equal(possibleSubnets, In(network, one => one.PossibleSubnets));
        Assert.Equal(possibleRoutes, In(network, one => one.PossibleRoutes.Select(route => route.Address)));
    }

    // The allocation of a NAT gateway, the addresses that it certainly uses, and how many more; then whether EipA and EipB are used.
    [Theory]
    [InlineData("AllocationId: !GetAtt EipA.AllocationId", "EipA", 0, true, false)]
    [InlineData("AllocationId: !If [U, !GetAtt EipA.AllocationId, !GetAtt EipB.AllocationId]", "", 1, null, null)]
    [InlineData("AllocationId: !GetAtt EipA.AllocationId, SecondaryAllocationIds: [!GetAtt EipB.AllocationId]", "EipA EipB", 0, true, true)]
    [InlineData("AllocationId: eipalloc-1", "eipalloc-1", 0, false, false)]
    [InlineData("AllocationId: !Ref P", "P", 0, false, false)]
    [InlineData("AllocationId: !ImportValue net-eip", "net-eip", 0, false, false)]
    [InlineData("AllocationId: null", "", 1, null, null)]
    [InlineData("AllocationId: '{{resolve:ssm:/eip}}'", "", 1, null, null)]
    [InlineData("AllocationId: !FindInMap [Nowhere, !Ref P, Id]", "", 1, null, null)]
    [InlineData("AllocationId: !Transform { Name: Mine }", "", 1, null, null)]
    [InlineData("SubnetId: !Ref A", "", 1, null, null)]
    public void The_addresses_of_a_gateway_are_those_that_it_certainly_uses(string allocation,
        string certain, int unknown, bool? isAUsed, bool? isBUsed)
    {
        var network = Read($"  Nat: {{ Type: AWS::EC2::NatGateway, Properties: {{ {allocation} }} }}\n");
        var nat = Assert.Single(network.NatGateways);
        Assert.Equal((certain, unknown), (string.Join(' ', nat.ElasticIps), nat.UnknownElasticIps));
        Assert.Equal(nat.ElasticIps.Count + unknown, nat.PublicAddresses);
        Assert.Equal([isAUsed, isBUsed], network.Addresses.Select(address => address.IsAttached));
    }

    [Theory]
    [InlineData("!If [U, !Ref A, !Ref B]", "Vpc", "")]
    [InlineData("!If [U, !Ref A, !Ref C]", null, "Vpc Other")]
    [InlineData("!Ref P", null, "")]
    public void A_gateway_is_in_the_VPC_that_all_of_its_possible_subnets_are_in(string subnet, string? vpc, string possible)
    {
        var nat = Assert.Single(Read($"  Nat: {{ Type: AWS::EC2::NatGateway, Properties: {{ SubnetId: {subnet} }} }}\n").NatGateways);
        Assert.Equal((vpc, possible, 0, 1), (nat.Vpc, string.Join(' ', nat.PossibleVpcs), nat.Zones.Names.Count, nat.Zones.Most));
    }

    [Theory]
    [InlineData("!Ref P", null, "the parameter P has no default; specify its value")]
    [InlineData("!Sub 'com.amazonaws.eu-west-1.${P}'", null, "the parameter P has no default; specify its value")]
    [InlineData("!If [U, com.amazonaws.eu-west-1.sqs, com.amazonaws.eu-west-1.sns]", null, "it is one of com.amazonaws.eu-west-1.sqs, com.amazonaws.eu-west-1.sns, because the condition U is not known, because the parameter P has no default; specify its value")]
    [InlineData("!If [U, !Sub 'com.amazonaws.${AWS::Region}.sqs', com.amazonaws.eu-west-1.sqs]", "com.amazonaws.eu-west-1.sqs", null)]
    [InlineData("'{{resolve:secretsmanager:name}}'", null, "{{resolve:secretsmanager:name}} is resolved when the stack is deployed")]
    [InlineData("!Ref Hidden", null, "the parameter Hidden is marked NoEcho, so its value is not shown")]
    [InlineData("!Sub 'com.amazonaws.eu-west-1.${Hidden}'", null, "the parameter Hidden is marked NoEcho, so its value is not shown")]
    [InlineData("null", null, "it is null, which CloudFormation does not accept")]
    public void A_service_that_is_not_known_has_no_name_but_a_reason(string service, string? name, string? doubt)
    {
        var template = Around.Replace("  P: {",
            "  Hidden: { Type: String, NoEcho: true, Default: very-secret }\n  P: {", StringComparison.Ordinal);
        var network = Reading.Network($"{template}  E: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcId: v, VpcEndpointType: Interface, SubnetIds: [s], ServiceName: {service} }} }}\n");
        var endpoint = Assert.Single(network.Endpoints);
        Assert.Equal((name, doubt), (endpoint.Service, endpoint.ServiceDoubt));
        Assert.DoesNotContain("very-secret", network.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_shown_still_decides_a_condition()
    {
        var network = Reading.Network("""
            Parameters: { Hidden: { Type: String, NoEcho: true, Default: "" } }
            Conditions: { Given: !Not [!Equals [!Ref Hidden, ""]] }
            Resources:
              Eip: { Type: AWS::EC2::EIP, Condition: Given }
              Vpc: { Type: AWS::EC2::VPC, Properties: { Tags: [{ Key: Name, Value: !Ref Hidden }] } }
            """, null, ("Hidden", "very-secret"));
        Assert.Single(network.Addresses);
        Assert.DoesNotContain("very-secret", network.Said(), StringComparison.Ordinal);
    }

    private static DeclaredNetwork Read(string resources) => Reading.Network(Around + resources);

    private static string In(DeclaredNetwork network, Func<DeclaredRouteTable, IEnumerable<string>> what) =>
        string.Join('|', network.RouteTables.Select(table => string.Join(' ', what(table))));
}
