using System.Text.Json;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>Where public IPv4 addresses come from, and how many a NAT gateway has.</summary>
public sealed class AddressPoolTests
{
    [Theory]
    [InlineData("{}", "", AddressPool.Amazon)]
    [InlineData("{}", "public_ipv4_pool", AddressPool.Amazon)]
    [InlineData("{\"public_ipv4_pool\":\"amazon\"}", "", AddressPool.Amazon)]
    [InlineData("{\"public_ipv4_pool\":\"ipv4pool-ec2-0123456789abcdef0\"}", "", AddressPool.Own)]
    [InlineData("{\"customer_owned_ipv4_pool\":\"ipv4pool-coip-0123\"}", "", AddressPool.CarrierOrCustomerOwned)]
    [InlineData("{\"network_border_group\":\"us-east-1-wl1-bos-wlz-1\"}", "", AddressPool.CarrierOrCustomerOwned)]
    [InlineData("{\"network_border_group\":\"us-west-2-lax-1\"}", "", AddressPool.Amazon)]
    [InlineData("{\"network_border_group\":\"eu-west-1\"}", "", AddressPool.Amazon)]
    [InlineData("{\"carrier_ip\":\"155.146.0.1\"}", "", AddressPool.CarrierOrCustomerOwned)]
    [InlineData("{\"carrier_ip\":\"\"}", "", AddressPool.Amazon)]
    [InlineData("{\"ipam_pool_id\":\"ipam-pool-0123\"}", "", AddressPool.Unknown)]
    public void A_pool_decides_whether_an_address_is_billed(string after, string unknown, AddressPool pool)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, object>>(after);
        var plan = new Plan().Has("aws_eip.e", values, unknown).Has("aws_nat_gateway.n", new { connectivity_type = "public" },
            "allocation_id")
            .With(root => root.Block("aws_eip.e", new { }).Block("aws_nat_gateway.n", new { allocation_id = "aws_eip.e.id" }));
        var network = TerraformReader.Read(plan.Bytes()).After;
        Assert.Equal(pool, Assert.Single(network.Addresses).Pool);
        Assert.Equal(1, Assert.Single(network.NatGateways).PublicAddresses);
        Assert.Equal(["aws_eip.e"], network.NatGateways[0].ElasticIps);
    }

    [Fact]
    public void A_pool_that_is_made_in_the_same_plan_is_not_known() =>
        Assert.Equal(AddressPool.Unknown, Assert.Single(TerraformReader.Read(new Plan().Has("aws_eip.e", unknown: "ipam_pool_id")
            .With(root => root.Block("aws_eip.e", new { ipam_pool_id = "aws_vpc_ipam_pool.p.id" })).Bytes()).After.Addresses).Pool);

    [Fact]
    public void The_addresses_of_a_regional_gateway_are_counted_and_told()
    {
        var zones = new[] { new { availability_zone = "eu-west-1a", allocation_ids = new[] { "eipalloc-1", "eipalloc-2" } },
            new { availability_zone = "eu-west-1b", allocation_ids = new[] { "eipalloc-3" } } };
        var plan = new Plan().Has("aws_nat_gateway.n",
            new { availability_mode = "regional", vpc_id = "vpc-1", availability_zone_address = zones })
            .Has("aws_eip.own", new { id = "eipalloc-1", public_ipv4_pool = "ipv4pool-ec2-1" }, action: "no-op").Has("aws_eip.amazon",
                new { id = "eipalloc-2" }, action: "no-op");
        var nat = Assert.Single(TerraformReader.Read(plan.Bytes()).After.NatGateways);
        Assert.Equal(3, nat.PublicAddresses);
        Assert.Equal(["aws_eip.own", "aws_eip.amazon"], nat.ElasticIps);
    }

    [Theory]
    [InlineData("{\"allocation_id\":\"eipalloc-9\"}", "", 0)]
    [InlineData("{}", "", 1)]
    [InlineData("{}", "allocation_id", 1)]
    [InlineData("{\"connectivity_type\":\"private\"}", "", 0)]
    public void A_gateway_has_an_address_also_where_it_cannot_be_told_which(string after, string unknown, int unknownAddresses)
    {
        var plan = new Plan().Has("aws_nat_gateway.n", JsonSerializer.Deserialize<Dictionary<string, object>>(after), unknown)
            .With(root => root.Block("aws_nat_gateway.n", new { allocation_id = "each.value" }, "local.ids"));
        Assert.Equal(unknownAddresses, Assert.Single(TerraformReader.Read(plan.Bytes()).After.NatGateways).UnknownElasticIps);
    }
}
