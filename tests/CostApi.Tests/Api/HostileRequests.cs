using System.Text.Json;

namespace CostApi.Tests.Api;

/// <summary>Lists over their limits are told so, and looked through no further: none costs more than its length.</summary>
public sealed class HostileRequests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string, int> Bodies => new()
    {
        { Layout($$"""{ "name": "app", "availabilityZones": {{Many("z")}}, "natGateway": { "mode": "zonal", "availabilityZones": {{Many("y")}} } }"""), "layouts[0].vpcs[0].natGateway.availabilityZones", 20 },
        { Layout("""{ "name": "app", "availabilityZones": ["a"], "foo": 1 }""", $$""", "transitGateway": { "attachments": {{Many("y")}}, "alreadyPaid": {{Many("z")}} }"""), "layouts[0].transitGateway.attachments", 410 },
        { Layout("""{ "name": 1, "availabilityZones": ["a"] }""", $$""", "transitGateway": { "attachments": {{Many("y")}}, "alreadyPaid": {{Many("z")}} }"""), "layouts[0].transitGateway.alreadyPaid", 410 },
        { $$"""{ "region": "eu-west-1", "traffic": [{ "to": "sqs", "sentGb": 1, "zones": {{Table("y")}} }], "layouts": [{ "name": "one", "vpcs": [{ "name": "app", "availabilityZones": {{Many("z")}} }] }] }""", "traffic[0].zones", 20 },
        { $$"""{ "region": "eu-west-1", "pricing": { "unitPrices": {{Table("u")}} }, "layouts": [] }""", "pricing.unitPrices.u0", 1010 },
        { $$"""{ "region": "eu-west-1", "traffic": [{{Join(i => "{ \"to\": \"sqs\", \"sentGb\": 1 }")}}], "layouts": [{{Join(i => $$"""{ "name": "{{i}}", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }] }""")}}] }""", "layouts", 10 },
        { $$"""{ "region": "eu-west-1", "traffic": [{{Join(i => $$"""{ "to": "{{i}}{{new string('x', 144)}}", "sentGb": 1 }""")}}], "layouts": [] }""", "traffic[900].to", 1010 },
        { Layout(Join(i => $$"""{ "name": "v{{i}}", "availabilityZones": ["a"], "egressVia": "v{{(i + 1) % 16_000}}" }""")), "layouts[0].vpcs", 1010 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_wrong_is_named_up_to_a_limit(string body, string culprit, int most)
    {
        var reply = await service.PostAsync("/v1/comparisons", body);
        Assert.Equal(400, reply.Status);
        Assert.Contains(culprit, reply.Errors.Keys);
        Assert.InRange(reply.Errors.Count, 1, most);
    }

    [Fact]
    public async Task A_long_name_is_cut_where_it_is_said_of_others()
    {
        var flows = string.Join(",", Enumerable.Repeat("""{ "from": "ghost", "to": "sqs", "sentGb": 1 }""", 900));
        var reply = await service.PostAsync("/v1/comparisons", $$"""{ "region": "eu-west-1", "traffic": [{{flows}}], "layouts": [{ "name": "one", "vpcs": [{ "name": "{{new string('n', 100_000)}}", "availabilityZones": ["a"] }] }] }""");
        Assert.Equal(901, reply.Errors.Count);
        Assert.InRange(reply.Text.Length, 1, 500_000);
    }

    [Theory]
    [InlineData("layouts[0].name")]
    [InlineData("layouts[0].vpcs[0].name")]
    [InlineData("layouts[0].vpcs[0].availabilityZones[0]")]
    [InlineData("layouts[0].vpcs[0].endpoints[0].service")]
    [InlineData("layouts[0].vpcs[0].endpoints[1].service")]
    public async Task A_name_holds_no_control_character(string path)
    {
        foreach (var character in "\u0000\n\u001b\u007f\u0085")
            Assert.Contains("must not contain control characters", (await service.PostAsync("/v1/comparisons", Named(path, $"com.amazonaws.eu-west-1.x{character}"))).Errors[path], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_outside_the_first_plane_counts_once()
    {
        var hundred = string.Concat(Enumerable.Repeat("🦀", 100));
        Assert.Equal(200, (await service.PostAsync("/v1/comparisons", Named("layouts[0].name", hundred))).Status);
        Assert.Contains("has 101 characters", (await service.PostAsync("/v1/comparisons", Named("layouts[0].name", hundred + "n"))).Errors["layouts[0].name"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interface", "s3", 200)]
    [InlineData("interface", "com.amazonaws.eu-west-1.s3", 200)]
    [InlineData("interface", "com.amazonaws.vpce.eu-west-1.vpce-svc-1.s3", 400)]
    [InlineData("interface", "s3-outposts", 400)]
    [InlineData("gateway", "s3", 400)]
    [InlineData("resource", "my.s3", 400)]
    public async Task Only_the_S3_interface_endpoint_has_private_DNS_for_the_resolver_alone(string type, string endpoint, int status)
    {
        var reply = await service.PostAsync("/v1/comparisons", Layout($$"""{ "name": "app", "availabilityZones": ["a"], "endpoints": [{ "type": "{{type}}", "service": "{{endpoint}}", "privateDnsOnlyForInboundResolver": true }] }"""));
        Assert.Equal(status, reply.Status);
        if (status == 400) Assert.Contains("Only interface endpoints for S3", reply.Errors["layouts[0].vpcs[0].endpoints[0].privateDnsOnlyForInboundResolver"], StringComparison.Ordinal);
    }

    private static string Layout(string vpcs, string more = "") => $$"""{ "region": "eu-west-1", "layouts": [{ "name": "one", "vpcs": [{{vpcs}}]{{more}} }] }""";

    private static string Join(Func<int, string> item) => string.Join(",", Enumerable.Range(0, 16_000).Select(item));

    private static string Many(string name) => $"[{Join(i => $"\"{name}{i}\"")}]";

    private static string Table(string name) => $"{{{Join(i => $"\"{name}{i}\": 0.00001")}}}";

    // A sound request in which each name that a caller chooses stands once, with one of them replaced.
    private static string Named(string path, string name)
    {
        var names = new[] { "layouts[0].name", "layouts[0].vpcs[0].name", "layouts[0].vpcs[0].availabilityZones[0]", "layouts[0].vpcs[0].endpoints[0].service", "layouts[0].vpcs[0].endpoints[1].service" }
            .Select(one => JsonSerializer.Serialize(one == path ? name : one.EndsWith("[0].service", StringComparison.Ordinal) ? "sqs" : "x")).ToArray();
        return Layout($$"""{ "name": {{names[1]}}, "availabilityZones": [{{names[2]}}], "endpoints": [{ "type": "interface", "service": {{names[3]}} }, { "type": "resource", "service": {{names[4]}} }] }""")
            .Replace("\"one\"", names[0], StringComparison.Ordinal);
    }
}
