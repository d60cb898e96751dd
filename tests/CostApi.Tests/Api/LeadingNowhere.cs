namespace CostApi.Tests.Api;

/// <summary>Names that lead nowhere are named, unless what could not be read may be where they lead.</summary>
public sealed class LeadingNowhere(Service service) : IClassFixture<Service>
{
    private const string Sound = """
        {
          "region": "eu-west-1", "baseline": "three",
          "traffic": [{ "from": "ghost", "to": "sqs", "sentGb": 1 }, { "from": "app", "to": "sqs", "sentGb": 1, "zones": { "y": 1 } }],
          "layouts": [
            { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }, { "name": "hub", "availabilityZones": ["a"] }], "peerings": [["app", "lost"]] },
            {
              "name": "two",
              "vpcs": [
                { "name": "app", "availabilityZones": ["a"], "egressVia": "nowhere", "natGateway": { "mode": "zonal", "availabilityZones": ["z"] } },
                { "name": "hub", "availabilityZones": ["a"] }
              ],
              "transitGateway": { "attachments": ["app", "gone"] }
            }
          ]
        }
        """;

    private static readonly string[] All =
    [
        "baseline", "layouts[0].peerings[0][1]", "layouts[1].transitGateway.attachments[1]", "layouts[1].vpcs[0].egressVia",
        "layouts[1].vpcs[0].natGateway.availabilityZones[0]", "traffic[0].from", "traffic[1].zones.y",
    ];

    /// <summary>What stands in place of what, the path that is malformed by it, and the references that may lead there.</summary>
    public static TheoryData<string, string, string, string[]> Malformed => new()
    {
        { "\"region\"", "\"foo\": 1, \"region\"", "foo", [] },
        { "{ \"name\": \"app\", \"availabilityZones\": [\"a\"] }", "{ \"name\": \"app\", \"availabilityZones\": [\"a\"], \"foo\": 1 }", "layouts[0].vpcs[0].foo", [] },
        { "\"name\": \"one\"", "\"name\": 1", "layouts[0].name", ["baseline"] },
        { "{ \"name\": \"hub\", \"availabilityZones\": [\"a\"] }], ", "{ \"name\": 1, \"availabilityZones\": [\"a\"] }], ", "layouts[0].vpcs[1].name", ["layouts[0].peerings[0][1]", "traffic[0].from"] },
        { "{ \"name\": \"hub\", \"availabilityZones\": [\"a\"] }], ", "{ \"name\": \"hub\", \"availabilityZones\": [1] }], ", "layouts[0].vpcs[1].availabilityZones[0]", ["traffic[1].zones.y"] },
        { "{ \"mode\": \"zonal\",", "{ \"mode\": \"zonal\", \"publicIpv4PerZone\": \"1\",", "layouts[1].vpcs[0].natGateway.publicIpv4PerZone", [] },
        { "[\"app\", \"gone\"]", "[\"app\", \"gone\", 1]", "layouts[1].transitGateway.attachments[2]", [] },
    };

    [Fact]
    public async Task Each_reference_that_leads_nowhere_is_named() => Assert.Equal(All, await CulpritsAsync(Sound));

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_malformed_hides_only_what_it_may_hold(string sound, string spoilt, string culprit, string[] hidden) =>
        Assert.Equal(All.Except(hidden).Append(culprit).Order(StringComparer.Ordinal), await CulpritsAsync(Sound.Replace(sound, spoilt, StringComparison.Ordinal)));

    [Theory]
    [InlineData("vpc/", "must name a VPC after 'vpc/'")]
    public async Task A_flow_names_the_VPC_that_it_leads_to(string to, string message)
    {
        var reply = await service.PostAsync("/v1/comparisons", To(to));
        Assert.Equal(400, reply.Status);
        Assert.Contains(message, reply.Errors["traffic[0].to"], StringComparison.Ordinal);
        Assert.Equal(200, (await service.PostAsync("/v1/comparisons", To("vpc/data"))).Status);
    }

    private static string To(string to) => $$"""
        {
          "region": "eu-west-1", "traffic": [{ "from": "app", "to": "{{to}}", "sentGb": 1 }],
          "layouts": [
            { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }, { "name": "hub", "availabilityZones": ["a"] }] },
            { "name": "two", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }, { "name": "data", "availabilityZones": ["a"] }] },
            { "name": "three", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }, { "name": "nowhere", "availabilityZones": ["a"] }], "traffic": [] }
          ]
        }
        """;

    private async Task<IEnumerable<string>> CulpritsAsync(string body) => (await service.PostAsync("/v1/comparisons", body)).Errors.Keys.Order(StringComparer.Ordinal);
}
