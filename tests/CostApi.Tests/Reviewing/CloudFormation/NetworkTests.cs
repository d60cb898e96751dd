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
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: !Sub 'ap-southeast-2b'", "ap-southeast-2")]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: !Join ['', [ap-southeast-2, b]]", "ap-southeast-2")]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: !Sub '${AWS::Region}b'", null)]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: !If [U, eu-west-1a, eu-west-1b]", "eu-west-1")]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: !If [U, eu-west-1a, us-east-1a]", null)]
    [InlineData("AWS::EC2::Subnet", "AvailabilityZone: !Select [0, !GetAZs eu-west-3]", "eu-west-3")]
    [InlineData("AWS::EC2::VPCEndpoint", "ServiceName: com.amazonaws.eu-west-3.sqs", "eu-west-3")]
    [InlineData("AWS::EC2::VPCEndpoint", "ServiceName: !Sub 'com.amazonaws.eu-west-3.sqs'", "eu-west-3")]
    [InlineData("AWS::EC2::VPCEndpoint", "ServiceName: com.amazonaws.eu-west-3.sqs, ServiceRegion: eu-west-3", null)]
    [InlineData("AWS::EC2::NatGateway", "AvailabilityZoneAddresses: [{ AvailabilityZone: us-gov-east-1a }]", "us-gov-east-1")]
    [InlineData("AWS::Lambda::Function", "Layers: ['arn:aws:lambda:eu-west-2:111122223333:layer:x:1']", "eu-west-2")]
    [InlineData("AWS::Lambda::Function", "Layers: [!Sub 'arn:aws:lambda:eu-west-2:${AWS::AccountId}:layer:x:1']", "eu-west-2")]
    [InlineData("AWS::Lambda::Function", "Layers: ['arn:aws:lambda:eu-west-2:111122223333:layer:x:1', 'arn:aws:lambda:eu-west-3:111122223333:layer:x:1']", null)]
    [InlineData("AWS::CloudFront::Distribution", "Certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/x'", null)]
    [InlineData("AWS::Route53::HostedZone", "VPCs: [{ VPCId: !Ref Vpc, VPCRegion: eu-central-1 }]", "eu-central-1")]
    [InlineData("AWS::Route53::HostedZone", "VPCs: [{ VPCId: vpc-elsewhere, VPCRegion: eu-central-1 }]", null)]
    public void The_Region_is_the_one_that_the_template_names(string type, string property, string? expected) =>
        Assert.Equal(expected, Assert.Single(Reading.Network($$"""
            Parameters: { P: { Type: String } }
            Conditions: { U: !Equals [!Ref P, x], Never: !Equals [a, b] }
            Resources:
              Vpc: { Type: AWS::EC2::VPC }
              Gone: { Type: AWS::EC2::Subnet, Condition: Never, Properties: { AvailabilityZone: sa-east-1a } }
              R: { Type: {{type}}, Properties: { {{property}} } }
            """).Vpcs, vpc => vpc.IsDeclared).Region);

    [Fact]
    public void The_Region_is_found_in_a_loop()
    {
        var network = Reading.Network("""
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::Zones: [Zone, [a, b], { "Subnet${Zone}": { Type: AWS::EC2::Subnet, Properties: { VpcId: v, AvailabilityZone: !Sub "eu-west-1${Zone}" } } }]
            """);
        Assert.All(network.Subnets, subnet => Assert.Equal("eu-west-1", subnet.Region));
    }

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.sqs", "sqs")]
    [InlineData("!Sub 'com.amazonaws.eu-west-1.ecr.api'", "ecr.api")]
    [InlineData("com.amazonaws.us-east-1.sqs", "com.amazonaws.us-east-1.sqs")]
    [InlineData("!Sub 'com.amazonaws.${AWS::Region}.sqs'", "com.amazonaws.us-east-1.sqs")]
    public void A_service_stays_what_it_is_where_the_template_is_read_for_another_Region(string name, string service) =>
        Assert.Equal(service,
            Assert.Single(Reading.Network($"Resources: {{ E: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcId: v, ServiceName: {name} }} }} }}", "us-east-1").Endpoints).Service);

    [Fact]
    public void Names_of_a_loop_are_made_by_functions()
    {
        var network = Reading.Network("""
            Transform: AWS::LanguageExtensions
            Resources:
              Vpc: { Type: AWS::EC2::VPC }
              Fn::ForEach::Zones:
                - Zone
                - [a, b]
                - "Subnet${Zone}": { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Sub "eu-west-1${Zone}" } }
                  "Eip${Zone}": { Type: AWS::EC2::EIP }
                  "Nat${Zone}":
                    Type: AWS::EC2::NatGateway
                    Properties:
                      SubnetId: { Ref: { Fn::Sub: "Subnet${Zone}" } }
                      AllocationId: { Fn::GetAtt: [{ Fn::Join: ["", [Eip, !Ref Zone]] }, AllocationId] }
            """);
        Assert.Equal([("Nata", "Vpc", "eu-west-1a", "Eipa"), ("Natb", "Vpc", "eu-west-1b", "Eipb")], network.NatGateways
            .Select(nat => (nat.Address, nat.Vpc, nat.Zones.Names[0], nat.ElasticIps[0])));
        Assert.All(network.Addresses, address => Assert.True(address.IsAttached));
        Assert.Empty(network.Unread);
    }

    [Fact]
    public void A_Region_that_the_template_contradicts_is_said()
    {
        var network = Reading.Network("Resources: { S: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, AvailabilityZone: us-east-1a } } }", "eu-west-1");
        Assert.Contains(new Unread("", "The template contains Availability Zones or services of us-east-1, but it is read for eu-west-1."),
            network.Unread);
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
        Assert.All(Reading.Network(Template).Endpoints,
            endpoint => Assert.Equal((1, 6, Origin.Assumed), (endpoint.Zones.Least, endpoint.Zones.Most, endpoint.Zones.Origin)));
        Assert.All(Reading.Network(Template, null, ("Ids", "s-1,s-2,s-3"), ("nets", "s-1,s-2,s-3")).Endpoints,
            endpoint => Assert.Equal((3, 3, Origin.Declared), (endpoint.Zones.Least, endpoint.Zones.Most, endpoint.Zones.Origin)));
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
