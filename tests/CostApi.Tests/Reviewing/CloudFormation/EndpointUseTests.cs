namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>What a template says elsewhere of its endpoints: then traffic may come to them without private DNS.</summary>
public sealed class EndpointUseTests
{
    private const string Around = """
        Resources:
          Vpc: { Type: AWS::EC2::VPC }
          E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: com.amazonaws.eu-west-1.ssm, SubnetIds: [s-1] } }
          Unused: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: com.amazonaws.eu-west-1.sqs, SubnetIds: [s-1] } }

        """;

    [Theory]
    [InlineData("R: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: z, AliasTarget: { DNSName: !Select [1, !Split [':', !Select [0, !GetAtt E.DnsEntries]]] } } }", "R")]
    [InlineData("R: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: z, Type: CNAME, ResourceRecords: [!Select [1, !Split [':', !Select [0, !GetAtt [E, DnsEntries]]]]] } }", "R")]
    [InlineData("R: { Type: AWS::Route53::RecordSetGroup, Properties: { HostedZoneId: z, RecordSets: [{ AliasTarget: { DNSName: !Select [0, !GetAtt E.DnsEntries] } }] } }", "R")]
    [InlineData("C: { Type: Custom::Addresses, Properties: { ServiceToken: t, Interfaces: !GetAtt E.NetworkInterfaceIds } }", "C")]
    [InlineData("C: { Type: AWS::CloudFormation::CustomResource, Properties: { ServiceToken: t, EndpointId: !Ref E } }", "C")]
    [InlineData("T: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { Targets: [{ Id: !Select [0, !GetAtt E.NetworkInterfaceIds] }] } }", "T")]
    [InlineData("I: { Type: AWS::AppRunner::VpcIngressConnection, Properties: { IngressVpcConfiguration: { VpcId: !Ref Vpc, VpcEndpointId: !Ref E } } }", "I")]
    [InlineData("I: { Type: AWS::ApiGateway::RestApi, Properties: { EndpointConfiguration: { Types: [PRIVATE], VpcEndpointIds: [!Ref E] } } }", "I")]
    [InlineData("I: { Type: AWS::Serverless::Api, Properties: { EndpointConfiguration: { Type: PRIVATE, VPCEndpointIds: [!Ref E] } } }", "I")]
    [InlineData("P: { Type: AWS::SSM::Parameter, Properties: { Value: !Sub ['https://${Name}', { Name: !Select [1, !Split [':', !Select [0, !GetAtt E.DnsEntries]]] }] } }", "P")]
    [InlineData("F: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { URL: !Join ['', ['https://', !Select [0, !GetAtt E.DnsEntries]]] } } } }", "F")]
    [InlineData("F: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { URL: !Sub 'https://${E.DnsEntries}' } } } }", "F")]
    [InlineData("A: { Type: AWS::CloudWatch::Alarm, Properties: { Dimensions: [{ Name: VPC Endpoint Id, Value: !Ref E }] } }", "")]
    [InlineData("A: { Type: AWS::EC2::VPCEndpointConnectionNotification, Properties: { VPCEndpointId: !Ref E } }", "")]
    [InlineData("A: { Type: AWS::EC2::EIP, DependsOn: E }", "")]
    public void What_leads_to_an_endpoint_is_found(string resource, string users)
    {
        var network = Reading.Network($"{Around}  {resource}\n");
        Assert.Equal(users, string.Join(' ', network.Endpoints[0].UsedBy));
        Assert.Empty(network.Endpoints[1].UsedBy);
    }

    [Theory]
    [InlineData("!Select [0, !GetAtt E.DnsEntries]", "Outputs.Out")]
    [InlineData("!Join [',', !GetAtt E.NetworkInterfaceIds]", "Outputs.Out")]
    [InlineData("!Ref E", "")]
    public void An_output_of_its_addresses_may_lead_to_it(string output, string users) =>
        Assert.Equal(users, string.Join(' ', Reading.Network($"{Around}Outputs: {{ Out: {{ Value: {output} }} }}\n").Endpoints[0].UsedBy));

    [Theory]
    [InlineData("HostedZoneId: !Ref Zone", "E")]
    [InlineData("HostedZoneName: SSM.eu-west-1.amazonaws.com.", "E")]
    [InlineData("HostedZoneName: other.example.", "")]
    public void A_private_hosted_zone_has_its_VPCs_and_the_endpoints_of_its_records(string zone, string endpoints)
    {
        var network = Reading.Network($$"""
            {{Around}}
              Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: Ssm.eu-west-1.amazonaws.com., VPCs: [{ VPCId: !Ref Vpc, VPCRegion: eu-west-1 }, { VPCId: vpc-2, VPCRegion: us-east-1 }] } }
              Public: { Type: AWS::Route53::HostedZone, Properties: { Name: example.com } }
              R: { Type: AWS::Route53::RecordSet, Properties: { {{zone}}, AliasTarget: { DNSName: !Select [0, !GetAtt E.DnsEntries] } } }
            """);
        var found = Assert.Single(network.HostedZones);
        Assert.Equal(("Zone", "ssm.eu-west-1.amazonaws.com", "Vpc vpc-2", false, endpoints),
            (found.Address, found.Domain, string.Join(' ', found.Vpcs), found.MayHaveOtherVpcs, string.Join(' ', found.Endpoints)));
    }

    [Theory]
    [InlineData("[{ VPCId: !If [U, !Ref Vpc, vpc-2] }]", "")]
    [InlineData("!Ref P", "")]
    [InlineData("[{ VPCId: !Ref Vpc }, !If [U, { VPCId: vpc-2 }, !Ref 'AWS::NoValue']]", "Vpc")]
    public void A_hosted_zone_may_have_VPCs_that_are_not_certain(string vpcs, string certain)
    {
        var network = Reading.Network($$"""
            Parameters: { P: { Type: String } }
            Conditions: { U: !Equals [!Ref P, x] }
            {{Around}}
              Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: a.b, VPCs: {{vpcs}} } }
            """);
        var found = Assert.Single(network.HostedZones);
        Assert.Equal((certain, true), (string.Join(' ', found.Vpcs), found.MayHaveOtherVpcs));
    }

    [Fact]
    public void The_resource_configurations_of_a_service_network_are_counted()
    {
        var network = Reading.Network("""
            Resources:
              Net: { Type: AWS::VpcLattice::ServiceNetwork }
              A: { Type: AWS::VpcLattice::ServiceNetworkResourceAssociation, Properties: { ServiceNetworkId: !Ref Net, ResourceConfigurationId: rcfg-1 } }
              B: { Type: AWS::VpcLattice::ServiceNetworkResourceAssociation, Properties: { ServiceNetworkId: !GetAtt Net.Id, ResourceConfigurationId: rcfg-2 } }
              C: { Type: AWS::VpcLattice::ServiceNetworkResourceAssociation, Properties: { ServiceNetworkId: sn-1, ResourceConfigurationId: rcfg-2 } }
              E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: v, VpcEndpointType: ServiceNetwork, ServiceNetworkArn: !GetAtt Net.Arn, SubnetIds: [s-1] } }
              F: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: v, VpcEndpointType: ServiceNetwork, ServiceNetworkArn: arn:x, SubnetIds: [s-1] } }
            """);
        Assert.Equal([2, null], network.Endpoints.Select(endpoint => endpoint.ResourceConfigurations));
    }
}
