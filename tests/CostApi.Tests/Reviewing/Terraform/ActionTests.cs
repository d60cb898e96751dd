using System.Text;
using System.Text.Json;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

public sealed class ActionTests
{
    private static readonly object Nat = new { id = "nat-0123456789abcdef0", subnet_id = "subnet-1", connectivity_type = "public" };

    [Theory]
    [InlineData("create", false, true)]
    [InlineData("update", true, true)]
    [InlineData("no-op", true, true)]
    [InlineData("delete", true, false)]
    [InlineData("forget", true, true)]
    [InlineData("delete create", true, true)]
    [InlineData("create delete", true, true)]
    [InlineData("create forget", true, true)]
    public void An_action_tells_what_stands_before_and_after(string actions, bool before, bool after)
    {
        var isGone = actions is "delete" or "forget";
        var document = Plan(new { actions = actions.Split(' '), before = actions == "create" ? null : Nat, after = isGone ? null : Nat, after_unknown = new { } });
        Assert.Equal(before ? 1 : 0, document.Before!.NatGateways.Count);
        Assert.Equal(after ? 1 : 0, document.After.NatGateways.Count);
    }

    [Fact]
    public void What_a_plan_of_chosen_targets_leaves_out_stays_as_the_state_has_it()
    {
        var plan = $$$$$"""
            {"format_version":"1.2","resource_changes":[],"configuration":{"root_module":{}},
             "prior_state":{"format_version":"1.0","values":{"root_module":{"child_modules":[{"address":"module.net","resources":[
               {"address":"module.net.aws_nat_gateway.main[0]","mode":"managed","type":"aws_nat_gateway","name":"main","index":0,"values":{{{{{JsonSerializer.Serialize(Nat)}}}}} }]}]}}}}
            """;
        var document = TerraformReader.Read(Encoding.UTF8.GetBytes(plan));
        Assert.Equal("module.net.aws_nat_gateway.main[0]", Assert.Single(document.Before!.NatGateways).Address);
        Assert.Equal("module.net.aws_nat_gateway.main[0]", Assert.Single(document.After.NatGateways).Address);
    }

    [Fact]
    public void An_instance_that_stands_there_twice_is_read_once()
    {
        var vpc = new { address = "aws_vpc.main", mode = "managed", type = "aws_vpc", name = "main", change = new { actions = new[] { "create" }, after = new { cidr_block = "10.0.0.0/16" } } };
        var after = TerraformReader.Read(JsonSerializer.SerializeToUtf8Bytes(new { format_version = "1.2", resource_changes = new object[] { vpc, vpc } })).After;
        Assert.Equal("aws_vpc.main", Assert.Single(after.Vpcs).Address);
        Assert.Equal(new Unread("aws_vpc.main", "It is in the document more than once. Only the first occurrence is read."), Assert.Single(after.Unread));
    }

    [Fact]
    public void A_VPC_that_is_declared_under_the_id_that_others_name_is_one()
    {
        var vpc = new { address = "vpc-0123456789abcdef0", mode = "managed", type = "aws_vpc", name = "main", change = new { actions = new[] { "create" }, after = new { } } };
        var subnet = new { address = "aws_subnet.main", mode = "managed", type = "aws_subnet", name = "main", change = new { actions = new[] { "create" }, after = new { vpc_id = "vpc-0123456789abcdef0" } } };
        Assert.Single(TerraformReader.Read(JsonSerializer.SerializeToUtf8Bytes(new { format_version = "1.2", resource_changes = new object[] { vpc, subnet } })).After.Vpcs);
    }

    [Fact]
    public void Keys_in_another_order_change_nothing()
    {
        var plan = FixtureTests.Plan("nat-to-endpoints");
        using var document = JsonDocument.Parse(plan);
        var sorted = JsonSerializer.SerializeToUtf8Bytes(Sorted(document.RootElement));
        Assert.NotEqual(plan, sorted);
        Assert.Equal(Rendered.Text(TerraformReader.Read(plan)), Rendered.Text(TerraformReader.Read(sorted)));
    }

    [Fact]
    public void Sensitive_values_are_read_and_not_repeated()
    {
        var vpc = new { address = "aws_vpc.main", mode = "managed", type = "aws_vpc", name = "main", change = new { actions = new[] { "create" }, after = new { tags = new { Name = "s3cret-name" } }, after_sensitive = new { tags = new { Name = true } } } };
        var endpoint = new
        {
            address = "aws_vpc_endpoint.e",
            mode = "managed",
            type = "aws_vpc_endpoint",
            name = "e",
            change = new
            {
                actions = new[] { "create" },
                after = new { vpc_endpoint_type = "Interface", vpc_id = "vpc-s3cret", service_name = "com.s3cret", subnet_ids = new[] { "subnet-s3cret1", "subnet-s3cret2" } },
                after_sensitive = new { vpc_id = true, service_name = true, subnet_ids = true },
            },
        };
        var text = JsonSerializer.SerializeToUtf8Bytes(new { format_version = "1.2", resource_changes = new object[] { vpc, endpoint } });
        var document = TerraformReader.Read(text);
        Assert.Equal(2, Assert.Single(document.After.Endpoints).Zones.Most);
        Assert.DoesNotContain("s3cret", Rendered.Text(document), StringComparison.Ordinal);
    }

    private static ReadDocument Plan(object change) => TerraformReader.Read(JsonSerializer.SerializeToUtf8Bytes(new
    {
        format_version = "1.2",
        resource_changes = new[] { new { address = "aws_nat_gateway.main", mode = "managed", type = "aws_nat_gateway", name = "main", change } },
    }));

    private static object? Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new SortedDictionary<string, object?>(element.EnumerateObject().ToDictionary(member => member.Name, member => Sorted(member.Value), StringComparer.Ordinal), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Sorted).ToList(),
        _ => element,
    };
}
