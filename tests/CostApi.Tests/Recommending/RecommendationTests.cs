using System.Text.Json.Nodes;

namespace CostApi.Tests.Recommending;

/// <summary>The endpoint: what it answers, and what it refuses.</summary>
public sealed class RecommendationTests(Service service) : IClassFixture<Service>
{
    private const string Path = "/v1/recommendations";

    /// <summary>A question that is wrong in one thing, the path of the culprit, and a part of what is said of it.</summary>
    public static TheoryData<string, string, string> Wrong => new()
    {
        { """ "traffic": [] """, "traffic", "must have at least one flow" },
        { """ "traffic": [{ "from": "app", "to": "sqs", "sentGb": { "low": 9, "typical": 5, "high": 1 } }] """, "traffic[0].sentGb.low", "9 is more than 1" },
        { """ "traffic": [{ "from": "app", "to": "sqs", "sentGb": { "low": 1, "typical": 11, "high": 10 } }] """, "traffic[0].sentGb.typical", "from low to high" },
        { """ "traffic": [{ "from": "app", "to": "sqs", "sentGb": { "low": 1, "high": 10 } }] """, "traffic[0].sentGb.typical", "is required. It must be a number" },
        { """ "traffic": [{ "from": "app", "to": "sqs", "sentGb": "1" }] """, "traffic[0].sentGb", "a number of GB" },
        { """ "traffic": [{ "from": "app", "to": "sqs", "sentGb": -1 }] """, "traffic[0].sentGb", "from 0" },
        { """ "traffic": [{ "from": "nobody", "to": "sqs", "sentGb": 1 }] """, "traffic[0].from", "is not a VPC of the request" },
        { """ "traffic": [{ "from": "app", "to": "vpc/lost", "sentGb": 1 }] """, "traffic[0].to", "is not a VPC of the request" },
        { """ "traffic": [{ "from": "app", "to": "sqs", "sentGb": 1, "zones": { "z": 1 } }] """, "traffic[0].zones.z", "not a zone of VPC" },
        { """ "bundles": [{ "name": "eks" }] """, "bundles[0].name", "eks-private" },
        { """ "timeLimitSeconds": 0, "bundles": [{ "name": "eks-private" }] """, "timeLimitSeconds", "more than 0 and at most 60" },
        { """ "constraints": { "leastEndpointZones": 0 }, "bundles": [{ "name": "eks-private" }] """, "constraints.leastEndpointZones", "from 1 to 6" },
        { """ "constraints": { "keepAsIs": ["sqs"] }, "bundles": [{ "name": "eks-private" }] """, "constraints.keepAsIs", "requires current" },
        { """ "constraints": { "privateServices": ["sqz"] }, "bundles": [{ "name": "eks-private" }] """, "constraints.privateServices[0]", "'sqs'" },
        { """ "current": { "name": "now", "vpcs": [{ "name": "other", "availabilityZones": ["a"] }] }, "bundles": [{ "name": "eks-private" }] """, "current.vpcs", "must contain 'app'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_meant_is_named(string members, string culprit, string says)
    {
        var reply = await service.PostAsync(Path, Question(members));
        Assert.Equal(400, reply.Status);
        Assert.Equal([culprit], reply.Errors.Keys);
        Assert.Contains(says, reply.Errors[culprit], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internet", "{ \"nat\": \"none\" }", "constraints.nat")]
    [InlineData("kms", "{ \"nat\": \"none\", \"hub\": \"forbidden\", \"mostInterfaceEndpointsPerVpc\": 0 }", "constraints.nat constraints.mostInterfaceEndpointsPerVpc")]
    [InlineData("kms", "{ \"privateServices\": [\"kms\"], \"mostInterfaceEndpointsPerVpc\": 0 }", "constraints.mostInterfaceEndpointsPerVpc constraints.privateServices")]
    public async Task Constraints_that_clash_are_named_and_no_others(string to, string constraints, string clashing)
    {
        var reply = await service.PostAsync(Path, Question($$""" "traffic": [{ "from": "app", "to": "{{to}}", "sentGb": 1 }], "constraints": {{constraints}} """));
        Assert.Equal(422, reply.Status);
        Assert.Equal(clashing.Split(' '), reply.Errors.Keys);
    }

    [Fact]
    public async Task Too_many_VPCs_or_flows_are_refused_with_the_limit()
    {
        var vpcs = string.Join(",", Enumerable.Range(0, 200).Select(i => $$"""{ "name": "v{{i}}", "availabilityZones": ["a", "b"] }"""));
        var flows = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $$"""{ "from": "v{{i / 100}}", "to": "com.amazonaws.us-east-1.s{{i % 100}}", "sentGb": 1 }"""));
        var reply = await service.PostAsync(Path, $$"""{ "region": "us-east-1", "vpcs": [{{vpcs}}], "traffic": [{{flows}}] }""");
        Assert.Equal(400, reply.Status);
        Assert.Contains("the maximum is 199", reply.Errors["vpcs"], StringComparison.Ordinal);
        Assert.Contains("The maximum is 10,000", reply.Errors["traffic"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_layout_can_be_posted_back_and_its_estimate_is_the_answers()
    {
        var answer = (await service.PostAsync(Path, Question(""" "traffic": [{ "from": "app", "to": "sqs", "sentGb": 500 }, { "from": "app", "to": "internet", "sentGb": 5 }], "bundles": [{ "name": "ecs-fargate" }] """))).Json;
        var estimate = await service.PostAsync("/v1/estimates", new JsonObject { ["region"] = "us-east-1", ["layout"] = answer["layout"]!.DeepClone() }.ToJsonString());
        Assert.Equal(200, estimate.Status);
        Assert.True(JsonNode.DeepEquals(answer["estimate"], estimate.Json));
        Assert.Equal((decimal)estimate.Json["monthlyCost"]!, (decimal)answer["monthlyCost"]!);
        Assert.True((bool)answer["optimal"]!);
    }

    [Fact]
    public async Task Services_that_are_kept_stay_and_the_rest_changes()
    {
        var answer = (await service.PostAsync(Path, Question("""
            "traffic": [{ "from": "app", "to": "sqs", "sentGb": 1 }, { "from": "app", "to": "kms", "sentGb": 1 }, { "from": "app", "to": "internet", "sentGb": 1 }],
            "constraints": { "keepAsIs": ["sqs"] },
            "current": { "name": "now", "vpcs": [{ "name": "app", "availabilityZones": ["a", "b", "c"],
              "natGateway": { "mode": "zonal" },
              "endpoints": [{ "type": "interface", "service": "sqs" }, { "type": "interface", "service": "kms" }] }] }
            """))).Json;
        var endpoint = Assert.Single(answer["layout"]!["vpcs"]![0]!["endpoints"]!.AsArray())!;
        Assert.Equal("sqs", (string)endpoint["service"]!);
        var changes = answer["difference"]!["changes"]!.AsArray().Select(change => $"{change!["action"]} {change["resource"]}");
        Assert.Equal(["change natGateway", "remove interface/kms"], changes);
        // Two NAT gateways with their addresses, three endpoint-zones and the GB of kms go; the GB cross zones instead.
        Assert.True((decimal)answer["difference"]!["amount"]! < -94);
    }

    private static string Question(string members) => $$"""{ "region": "us-east-1", "vpcs": [{ "name": "app", "availabilityZones": ["a", "b", "c"] }], {{members}} }""";
}
