using System.Text;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>What makes a plan less than the whole of what will stand.</summary>
public sealed class WholenessTests
{
    private const string Change =
        """{"address":"aws_nat_gateway.n","mode":"managed","type":"aws_nat_gateway","name":"n","change":{"actions":["update"]}}""";

    [Theory]
    [InlineData("\"errored\":true,\"complete\":false,\"applyable\":false", "reports this plan as errored")]
    [InlineData("\"errored\":false,\"complete\":false,\"applyable\":true", "reports this plan as incomplete")]
    [InlineData("\"complete\":false,\"deferred_changes\":[{\"reason\":\"provider_config_unknown\",\"resource_change\":" + Change + "}]",
        "defers a change to a later plan and apply: aws_nat_gateway.n (provider_config_unknown)")]
    [InlineData("\"deferred_changes\":[{},{\"reason\":7,\"resource_change\":[]}]",
        "defers 2 changes to a later plan and apply: a resource without an address, a resource without an address")]
    [InlineData("\"resource_drift\":[" + Change + "]", "a resource was changed outside of Terraform (drift): aws_nat_gateway.n")]
    public void It_is_told_and_makes_the_network_less_than_whole(string members, string why)
    {
        var document = Read(members);
        Assert.Contains(why, Assert.Single(document.After.NotWhole), StringComparison.Ordinal);
        Assert.Contains(document.After.Unread, unread => unread.Why == document.After.NotWhole[0]);
        Assert.Empty(document.After.NatGateways);
    }

    [Theory]
    [InlineData("\"errored\":false,\"complete\":true,\"applyable\":true")]
    [InlineData("\"errored\":false,\"complete\":true,\"applyable\":false")]
    [InlineData("\"errored\":null,\"complete\":\"no\",\"deferred_changes\":[],\"resource_drift\":[]")]
    [InlineData("\"resource_drift\":[{\"address\":\"aws_lambda_function.f\",\"mode\":\"managed\",\"type\":\"aws_lambda_function\",\"name\":\"f\"}]")]
    public void A_whole_plan_is_called_nothing_else(string members)
    {
        Assert.Empty(Read(members).After.NotWhole);
        Assert.Empty(Read(members).After.Unread);
    }

    private static ReadDocument Read(string members) =>
        TerraformReader.Read(Encoding.UTF8.GetBytes($$"""{"format_version":"1.2","resource_changes":[],{{members}}}"""));
}
