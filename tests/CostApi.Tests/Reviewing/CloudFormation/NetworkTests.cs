using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>What the review counts on, in templates that leave something open.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void An_address_is_not_called_idle_while_a_gateway_may_use_it()
    {
        var network = Reading.Network("Resources: { Eip: { Type: AWS::EC2::EIP }, Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-a, AllocationId: !Nowhere { Fn::Later: x } } } }");
        Assert.Null(Assert.Single(network.Addresses).IsAttached);
    }

    [Theory]
    [InlineData(null, "s3", null)]
    [InlineData("eu-west-1", "com.amazonaws.eu-west-1.s3", "eu-west-1")]
    [InlineData("cn-north-1", "com.amazonaws.cn-north-1.s3", "cn-north-1")]
    public void A_service_is_named_in_full_where_the_Region_is_known(string? region, string service, string? found)
    {
        var endpoint = Assert.Single(Reading.Network("Resources: { E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: v, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3' } } }", region).Endpoints);
        Assert.Equal((service, found, EndpointType.Gateway), (endpoint.Service, endpoint.Region, endpoint.Type));
    }

    [Theory]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: ap-southeast-2b", "ap-southeast-2")]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: us-west-2-lax-1a", "us-west-2")]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: dummy1a", null)]
    [InlineData("AWS::EC2::VPCEndpoint", "ServiceName: com.amazonaws.eu-west-3.sqs", "eu-west-3")]
    [InlineData("AWS::EC2::NatGateway", "AvailabilityZoneAddresses: [{ AvailabilityZone: us-gov-east-1a }]", "us-gov-east-1")]
    public void The_Region_is_the_one_that_the_template_names(string type, string property, string? expected) =>
        Assert.Equal(expected, Assert.Single(Reading.Network($"Resources: {{ Vpc: {{ Type: AWS::EC2::VPC }}, R: {{ Type: {type}, Properties: {{ {property} }} }} }}").Vpcs, vpc => vpc.IsDeclared).Region);

    [Fact]
    public void A_Region_that_the_template_contradicts_is_said()
    {
        var network = Reading.Network("Resources: { S: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, AvailabilityZone: us-east-1a } } }", "eu-west-1");
        Assert.Contains(new Unread("", "The template names Availability Zones or services of us-east-1, and it is read for eu-west-1."), network.Unread);
    }

    [Fact]
    public void Parameters_and_imports_of_the_caller_make_a_range_a_number()
    {
        const string Template = """
            Parameters: { Ids: { Type: "List<AWS::EC2::Subnet::Id>" } }
            Resources:
              A: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: v, VpcEndpointType: Interface, ServiceName: x, SubnetIds: !Ref Ids } }
              B: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: v, VpcEndpointType: Interface, ServiceName: x, SubnetIds: !Split [",", !ImportValue nets] } }
            """;
        Assert.All(Reading.Network(Template).Endpoints, endpoint => Assert.Equal((1, 6, Origin.Assumed), (endpoint.Zones.Least, endpoint.Zones.Most, endpoint.Zones.Origin)));
        Assert.All(Reading.Network(Template, null, ("Ids", "s-1,s-2,s-3"), ("nets", "s-1,s-2,s-3")).Endpoints, endpoint => Assert.Equal((3, 3, Origin.Declared), (endpoint.Zones.Least, endpoint.Zones.Most, endpoint.Zones.Origin)));
    }

    [Fact]
    public void Two_subnets_of_one_zone_are_one_zone_and_two_subnets()
    {
        var endpoint = Assert.Single(Reading.Network("""
            Resources:
              Vpc: { Type: AWS::EC2::VPC }
              A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a } }
              B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a } }
              E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: x, SubnetIds: [!Ref A, !Ref B] } }
            """).Endpoints);
        Assert.Equal((1, 2), (endpoint.Zones.Most, endpoint.Subnets.Count));
    }
}
