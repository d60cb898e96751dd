using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>The pools of Elastic IP addresses, some of which are free.</summary>
public sealed class AddressPoolTests
{
    [Theory]
    [InlineData("Domain: vpc", AddressPool.Amazon)]
    [InlineData("PublicIpv4Pool: amazon", AddressPool.Amazon)]
    [InlineData("PublicIpv4Pool: ''", AddressPool.Amazon)]
    [InlineData("PublicIpv4Pool: !Ref 'AWS::NoValue'", AddressPool.Amazon)]
    [InlineData("PublicIpv4Pool: ipv4pool-ec2-012345", AddressPool.Own)]
    [InlineData("PublicIpv4Pool: ipv4pool-coip-012345", AddressPool.CarrierOrCustomerOwned)]
    [InlineData("PublicIpv4Pool: !Ref P", AddressPool.Unknown)]
    [InlineData("PublicIpv4Pool: !If [U, amazon, ipv4pool-ec2-012345]", AddressPool.Unknown)]
    [InlineData("IpamPoolId: ipam-pool-012345", AddressPool.Unknown)]
    [InlineData("NetworkBorderGroup: us-east-1-wl1-bos-wlz-1", AddressPool.CarrierOrCustomerOwned)]
    [InlineData("NetworkBorderGroup: us-west-2-lax-1", AddressPool.Amazon)]
    public void An_address_is_of_the_pool_that_the_template_names(string property, AddressPool pool)
    {
        var network = Reading.Network($$"""
            Parameters: { P: { Type: String } }
            Conditions: { U: !Equals [!Ref P, x] }
            Resources:
              Eip: { Type: AWS::EC2::EIP, Properties: { {{property}} } }
              Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: s-1, AllocationId: !GetAtt Eip.AllocationId } }
            """);
        var address = Assert.Single(network.Addresses);
        Assert.Equal((pool, true, "Nat"), (address.Pool, address.IsAttached, address.To));
    }
}
