using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

/// <summary>What cannot be meant gets a problem document that names every culprit and says what would be right.</summary>
public sealed class BadRequests(Service service) : IClassFixture<Service>
{
    private const string Sound = """
        {
          "region": "eu-west-1",
          "traffic": [{ "from": "app", "to": "sqs", "sentGb": 1, "receivedGb": 1, "zones": { "a": 0.5, "b": 0.5 } }],
          "layouts": [
            {
              "name": "one",
              "vpcs": [
                {
                  "name": "app",
                  "availabilityZones": ["a", "b"],
                  "natGateway": { "mode": "zonal" },
                  "endpoints": [{ "type": "interface", "service": "sqs" }]
                },
                { "name": "hub", "availabilityZones": ["a"] }
              ],
              "transitGateway": { "attachments": ["app", "hub"] }
            },
            { "name": "two", "vpcs": [{ "name": "app", "availabilityZones": ["a", "b"], "natInstance": { "pricePerHour": 0.01 } }] }
          ]
        }
        """;

    /// <summary>Where the sound request is spoilt, with what, which path is named, and what is said.</summary>
    public static TheoryData<string, string, string, string> Spoilt => new()
    {
        { "region", "\"eu-wst-1\"", "region", "Did you mean 'eu-west-1'" },
        { "region", "null", "region", "must not be null" },
        { "region", "5", "region", "must be a string, not a number" },
        { "regoin", "\"eu-west-1\"", "regoin", "Did you mean 'region'?" },
        { "hoursPerMonth", "0", "hoursPerMonth", "more than 0 and at most 744" },
        { "hoursPerMonth", "745", "hoursPerMonth", "at most 744" },
        { "hoursPerMonth", "\"730\"", "hoursPerMonth", "Remove the quotes" },
        { "hoursPerMonth", "1e400", "hoursPerMonth", "1e400 is not a number, or is out of range" },
        { "strict", "\"yes\"", "strict", "must be true or false" },
        { "baseline", "\"three\"", "baseline", "'one', 'two'" },
        { "layouts", "[]", "layouts", "at least 1 layout" },
        { "layouts", "{}", "layouts", "must be an array, not an object" },
        { "layouts[1].name", "\"one\"", "layouts[1].name", "is used more than once" },
        { "layouts[0].name", "\" \"", "layouts[0].name", "must not be empty" },
        { "layouts[0].vpcs[1].name", "\"app\"", "layouts[0].vpcs[1].name", "is used more than once" },
        { "layouts[1].vpcs", "[]", "layouts[1].vpcs", "at least 1 VPC" },
        { "layouts[1].vpcs[0]", "null", "layouts[1].vpcs[0]", "must not be null" },
        { "layouts[0].vpcs[0].availabilityZones", "[\"a\", \"b\", \"a\"]", "layouts[0].vpcs[0].availabilityZones[2]", "'a' is used more than once" },
        { "layouts[0].vpcs[0].availabilityZones", "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]", "layouts[0].vpcs[0].availabilityZones", "The maximum is 6" },
        { "layouts[0].vpcs[0].availabilityZones", "[\"a\", \"b\", null]", "layouts[0].vpcs[0].availabilityZones[2]", "must not be null" },
        { "layouts[0].vpcs[0].natGateway.availabilityZones", "[\"z\"]", "layouts[0].vpcs[0].natGateway.availabilityZones[0]", "'a', 'b'" },
        { "layouts[0].vpcs[0].natGateway.availabilityZones", "[]", "layouts[0].vpcs[0].natGateway.availabilityZones", "To use all zones of the VPC, omit it" },
        { "layouts[0].vpcs[0].natGateway.mode", "\"zone\"", "layouts[0].vpcs[0].natGateway.mode", "zonal, regional, private" },
        { "layouts[0].vpcs[0].natGateway.mode", "0", "layouts[0].vpcs[0].natGateway.mode", "zonal, regional, private" },
        { "layouts[0].vpcs[0].natGateway", "{}", "layouts[0].vpcs[0].natGateway.mode", "is required" },
        { "layouts[0].vpcs[0].natGateway", "{ \"mode\": \"private\", \"publicIpv4PerZone\": 1 }", "layouts[0].vpcs[0].natGateway.publicIpv4PerZone", "no public IPv4 addresses" },
        { "layouts[0].vpcs[0].natGateway.publicIpv4PerZone", "1.5", "layouts[0].vpcs[0].natGateway.publicIpv4PerZone", "1.5 is not a whole number" },
        { "layouts[1].vpcs[0].natInstance.pricePerHour", "-1", "layouts[1].vpcs[0].natInstance.pricePerHour", "must be from 0" },
        { "layouts[0].vpcs[0].elasticIpAddresses", "{ \"inUse\": 1000001 }", "layouts[0].vpcs[0].elasticIpAddresses.inUse", "must be from 0" },
        { "layouts[0].vpcs[0].elasticIpAddresses", "{ \"idle\": -1 }", "layouts[0].vpcs[0].elasticIpAddresses.idle", "must be from 0" },
        { "layouts[0].vpcs[0].internetGateway", "{ \"publicIpv4Addresses\": -1 }", "layouts[0].vpcs[0].internetGateway.publicIpv4Addresses", "must be from 0" },
        { "layouts[0].vpcs[0].endpoints[0].service", "\"sqss\"", "layouts[0].vpcs[0].endpoints[0].service", "Did you mean 'sqs'" },
        { "layouts[0].vpcs[0].endpoints[0].service", "\"com.amazonaws.us-east-1.sqs\"", "layouts[0].vpcs[0].endpoints[0].service", "is a service in us-east-1" },
        { "layouts[0].vpcs[0].endpoints[0].service", "\"com.amazonaws..sqs\"", "layouts[0].vpcs[0].endpoints[0].service", "between the dots is empty" },
        { "layouts[0].vpcs[0].endpoints[0].type", "\"gateway\"", "layouts[0].vpcs[0].endpoints[0].service", "Only dynamodb, s3, s3express have one" },
        { "layouts[0].vpcs[0].endpoints[0]", "{ \"type\": \"interface\", \"service\": \"s3express\" }", "layouts[0].vpcs[0].endpoints[0].service", "Use type 'gateway'" },
        { "layouts[0].vpcs[0].endpoints[0]", "{ \"type\": \"gateway\", \"service\": \"s3\", \"availabilityZones\": [\"a\"] }", "layouts[0].vpcs[0].endpoints[0].availabilityZones", "not with zones" },
        { "layouts[0].vpcs[0].endpoints[0]", "{ \"type\": \"gateway\", \"service\": \"s3\", \"shared\": true }", "layouts[0].vpcs[0].endpoints[0].shared", "Only interface endpoints" },
        { "layouts[0].vpcs[0].endpoints[0]", "{ \"type\": \"serviceNetwork\", \"service\": \"mesh\" }", "layouts[0].vpcs[0].endpoints[0].resourceConfigurations", "is required" },
        { "layouts[0].vpcs[0].endpoints[0].gbPerMonth", "5", "layouts[0].vpcs[0].endpoints[0].gbPerMonth", "calculated from the flows in traffic" },
        { "layouts[0].vpcs[0].endpoints[0].privateDnsOnlyForInboundResolver", "true", "layouts[0].vpcs[0].endpoints[0].privateDnsOnlyForInboundResolver", "Only interface endpoints for S3" },
        { "layouts[0].vpcs[0].endpoints[0].availabilityZones", "[\"c\"]", "layouts[0].vpcs[0].endpoints[0].availabilityZones[0]", "not a zone of the VPC" },
        { "layouts[0].vpcs[1].egressVia", "\"egress\"", "layouts[0].vpcs[1].egressVia", "is not a VPC of the layout" },
        { "layouts[0].vpcs[0].egressVia", "\"hub\"", "layouts[0].vpcs[0].egressVia", "neither a NAT gateway nor a NAT instance" },
        { "layouts[0].vpcs[1].egressVia", "\"hub\"", "layouts[0].vpcs[1].egressVia", "hub → hub" },
        { "layouts[0].transitGateway.attachments", "[\"app\", \"spoke\"]", "layouts[0].transitGateway.attachments[1]", "'app', 'hub'" },
        { "layouts[0].transitGateway.alreadyPaid", "[\"spoke\"]", "layouts[0].transitGateway.alreadyPaid[0]", "not one of the attachments" },
        { "layouts[0].peerings", "[[\"app\", \"app\"]]", "layouts[0].peerings[0]", "two different VPCs" },
        { "layouts[0].peerings", "[[\"app\", \"hub\"], [\"hub\", \"app\"]]", "layouts[0].peerings[1]", "already have a VPC peering connection" },
        { "layouts[0].peerings", "[[\"app\"]]", "layouts[0].peerings[0]", "must name two VPCs" },
        { "layouts[0].peerings", "[[\"app\", \"data\"]]", "layouts[0].peerings[0][1]", "'data' is not a VPC" },
        { "traffic[0].from", "\"db\"", "traffic[0].from", "'db' is not a VPC of layout 'one'" },
        { "traffic[0].from", "null", "traffic[0].from", "is required because layout 'one' has 2 VPCs" },
        { "traffic[0].to", "\"vpc/app\"", "traffic[0].to", "because the traffic starts there" },
        { "traffic[0].to", "\"sqss\"", "traffic[0].to", "Other valid values are 'internet' and 'vpc/NAME'" },
        { "traffic[0].region", "\"us-east-9\"", "traffic[0].region", "is not a known Region" },
        { "traffic[0]", "{ \"from\": \"app\", \"to\": \"internet\", \"region\": \"us-east-1\", \"sentGb\": 1 }", "traffic[0].region", "must be omitted" },
        { "traffic[0].sentGb", "-1", "traffic[0].sentGb", "must be from 0 to 1,000,000,000,000,000" },
        { "traffic[0].sentGb", "1000000000000001", "traffic[0].sentGb", "must be from 0" },
        { "traffic[0].sentGb", "\"1\"", "traffic[0].sentGb", "must be a number, not a string" },
        { "traffic[0]", "{ \"from\": \"app\", \"to\": \"sqs\" }", "traffic[0]", "must have sentGb or receivedGb" },
        { "traffic[0].zones", "{ \"a\": 0.7, \"b\": 0.2 }", "traffic[0].zones", "add up to 1, not 0.9" },
        { "traffic[0].zones", "{ \"a\": 0.7, \"c\": 0.3 }", "traffic[0].zones.c", "not a zone of VPC 'app'" },
        { "traffic[0].zones", "{ \"a\": 1.5, \"b\": -0.5 }", "traffic[0].zones.a", "must be from 0 to 1" },
        { "pricing", "{ \"discountPercent\": 101 }", "pricing.discountPercent", "must be from 0 to 100" },
        { "pricing", "{ \"discountPercentByCategory\": { \"nat\": 5 } }", "pricing.discountPercentByCategory.nat", "natGateway" },
        { "pricing", "{ \"crossZoneSidesBilled\": 3 }", "pricing.crossZoneSidesBilled", "must be from 1 to 2" },
        { "pricing", "{ \"unitPrices\": { \"EU-NatGateway-Hours\": 1 } }", "pricing.unitPrices.EU-NatGateway-Hours", "'NatGateway-Hours'" },
        { "pricing", "{ \"unitPrices\": { \"NatGateway-Hours\": -1 } }", "pricing.unitPrices.NatGateway-Hours", "must be from 0" },
        { "pricing", "{ \"privateLinkGbAlreadyProcessed\": -1 }", "pricing.privateLinkGbAlreadyProcessed", "must be from 0" },
    };

    public static TheoryData<string, string> Unreadable => new()
    {
        { "", "is empty" },
        { "{", "not valid JSON" },
        { "null", "not null" },
        { "[]", "must be an object, not an array" },
        { "\"text\"", "must be an object, not a string" },
        { "{ 'region': 'eu-west-1' }", "not valid JSON" },
        { "{ \"region\": \"eu-west-1\", } ", "not valid JSON" },
        { new string('[', 200) + new string(']', 200), "depth of 64" },
    };

    [Fact]
    public async Task The_sound_request_is_taken() => Assert.Equal(200, (await service.PostAsync("/v1/comparisons", Sound)).Status);

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_spoilt_request_names_the_culprit(string path, string value, string culprit, string message)
    {
        var reply = await service.PostAsync("/v1/comparisons", Spoil(Sound, path, value));
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(culprit, reply.Errors.Keys);
        Assert.Contains(message, reply.Errors[culprit], StringComparison.Ordinal);
        Assert.All(new[] { "type", "title", "status", "detail" }, member => Assert.NotNull(reply.Json[member]));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_body_that_is_no_request_is_refused(string body, string message)
    {
        var reply = await service.PostAsync("/v1/comparisons", body);
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(message, reply.Errors["$"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_is_reported_at_once()
    {
        var reply = await service.PostAsync("/v1/comparisons", """
            {
              "region": "eu-wst-1", "hoursPerMonth": 0, "hoursPerMonth": 730, "colour": "red",
              "traffic": [{ "to": "s3", "sentGb": -1, "zones": { "a": 0.5 } }, { "from": "app", "to": "sqs", "sentGb": "1" }, null],
              "layouts": [
                { "vpcs": [{ "name": "app", "availabilityZones": ["a"], "endpoints": [{ "type": "gateway", "service": "sqs" }, { "type": "interfaces", "service": "sqss" }] }], "peerings": [["app", "app"]] },
                { "name": "b", "vpcs": [] }
              ]
            }
            """);
        Assert.Equal(
            [
                "colour", "hoursPerMonth", "layouts[0].name", "layouts[0].peerings[0]", "layouts[0].vpcs[0].endpoints[0].service", "layouts[0].vpcs[0].endpoints[1].service",
                "layouts[0].vpcs[0].endpoints[1].type", "layouts[1].vpcs", "region", "traffic[0].sentGb", "traffic[0].zones", "traffic[1].sentGb", "traffic[2]",
            ],
            reply.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_duplicate_member_is_a_mistake_wherever_it_stands()
    {
        var reply = await service.PostAsync("/v1/comparisons", Sound.Replace("\"a\": 0.5, \"b\": 0.5", "\"a\": 0.5, \"a\": 0.5, \"b\": 0.5", StringComparison.Ordinal));
        Assert.Contains("is specified more than once", reply.Errors["traffic[0].zones.a"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_estimate_names_its_one_layout()
    {
        var reply = await service.PostAsync("/v1/estimates", """{ "region": "eu-west-1", "layout": { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": [] }] }, "layouts": [] }""");
        Assert.Equal(["layout.vpcs[0].availabilityZones", "layouts"], reply.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("")]
    public async Task Only_utf8_json_is_taken(string contentType)
    {
        var reply = await service.PostAsync("/v1/comparisons", Sound, contentType);
        Assert.Equal((415, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.NotNull(reply.Json["detail"]);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.example+json")]
    public async Task Json_by_another_name_is_taken(string contentType) =>
        Assert.Equal(200, (await service.PostAsync("/v1/comparisons", Sound, contentType)).Status);

    [Fact]
    public async Task A_byte_order_mark_is_no_mistake() => Assert.Equal(200, (await service.PostAsync("/v1/comparisons", "\uFEFF" + Sound)).Status);

    [Fact]
    public async Task A_body_over_ten_megabytes_is_refused()
    {
        var reply = await service.PostAsync("/v1/comparisons", new string(' ', 10 * 1024 * 1024) + Sound);
        Assert.Equal((413, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains("10 MB", (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_have_limits()
    {
        string Many(int count, Func<int, string> item) => $"[{string.Join(",", Enumerable.Range(0, count).Select(item))}]";
        const string vpc = """{ "name": "app", "availabilityZones": ["a", "b"] }""";
        var spoilt = Spoil(Sound, "layouts", Many(51, i => $$"""{ "name": "{{i}}", "vpcs": [{{vpc}}] }"""));
        Assert.Contains("The maximum is 50", (await service.PostAsync("/v1/comparisons", spoilt)).Errors["layouts"], StringComparison.Ordinal);
        spoilt = Spoil(Sound, "layouts[0].vpcs", Many(201, i => $$"""{ "name": "{{(i == 0 ? "app" : i)}}", "availabilityZones": ["a", "b"] }"""));
        Assert.Contains("The maximum is 200", (await service.PostAsync("/v1/comparisons", spoilt)).Errors["layouts[0].vpcs"], StringComparison.Ordinal);
        spoilt = Spoil(Sound, "layouts[0].vpcs[0].endpoints", Many(501, _ => """{ "type": "interface", "service": "sqs" }"""));
        Assert.Contains("The maximum is 500", (await service.PostAsync("/v1/comparisons", spoilt)).Errors["layouts[0].vpcs[0].endpoints"], StringComparison.Ordinal);
        spoilt = Spoil(Sound, "traffic", Many(10_001, _ => """{ "from": "app", "to": "sqs", "sentGb": 1 }"""));
        Assert.Contains("The maximum is 10,000", (await service.PostAsync("/v1/comparisons", spoilt)).Errors["traffic"], StringComparison.Ordinal);
        spoilt = Spoil(Sound, "layouts[0].name", $"\"{new string('n', 101)}\"");
        Assert.Contains("The maximum is 100", (await service.PostAsync("/v1/comparisons", spoilt)).Errors["layouts[0].name"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "}", "\"m{0}\":1")]
    [InlineData("{\"region\":\"eu-west-1\",\"layouts\":[", "]}", "{0}")]
    [InlineData("{\"region\":\"eu-west-1\",\"layouts\":[],\"traffic\":[", "]}", "{{\"to\":\"q{0}\",\"sentGb\":1}}")]
    [InlineData("{\"region\":\"eu-west-1\",\"layouts\":[],\"pricing\":{\"unitPrices\":{", "}}}", "\"q{0}\":1")]
    public async Task The_search_for_mistakes_ends(string before, string after, string item)
    {
        var items = string.Join(",", Enumerable.Range(0, 200_000).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, item, i)));
        var reply = await service.PostAsync("/v1/comparisons", before + items + after);
        Assert.Equal(400, reply.Status);
        Assert.InRange(reply.Errors.Count, 1000, 1010);
        Assert.Contains("more than 1,000 errors", reply.Errors["$"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quantities_up_to_ten_to_the_fifteenth_are_taken()
    {
        var reply = await service.PostAsync("/v1/comparisons", Spoil(Sound, "traffic[0].sentGb", "1000000000000000"));
        Assert.Equal(200, reply.Status);
        Assert.True((decimal)reply.Json["layouts"]![0]!["monthlyCost"]! > 4_000_000_000_000m);
    }

    [Theory]
    [InlineData("/v1/break-even", "region", "is required")]
    [InlineData("/v1/break-even?region=mars", "region", "is not a known Region")]
    [InlineData("/v1/break-even?region=eu-west-1&availabilityZones=x", "availabilityZones", "must be a whole number, not 'x'")]
    [InlineData("/v1/break-even?region=eu-west-1&availabilityZones=7", "availabilityZones", "must be from 1 to 6")]
    [InlineData("/v1/break-even?region=eu-west-1&hoursPerMonth=745", "hoursPerMonth", "at most 744")]
    [InlineData("/v1/break-even?region=eu-west-1&hoursPerMonth=much", "hoursPerMonth", "must be a number")]
    [InlineData("/v1/break-even?region=eu-west-1&hoursPerMonth=7,30", "hoursPerMonth", "must be a number, not '7,30'")]
    [InlineData("/v1/break-even?region=eu-west-1&hoursPerMonth=1&hoursPerMonth=2", "hoursPerMonth", "must be a number")]
    [InlineData("/v1/break-even?region=eu-west-1&privateLinkGbAlreadyProcessed=1e3", "privateLinkGbAlreadyProcessed", "must be a number")]
    [InlineData("/v1/break-even?region=eu-west-1&availabilityZones=", "availabilityZones", "must be a whole number")]
    [InlineData("/v1/break-even?region=eu-west-1&zones=3", "zones", "is not a known parameter")]
    [InlineData("/v1/services?type=lambda", "type", "gateway and interface")]
    [InlineData("/v1/services/s3?region=mars", "region", "is not a known Region")]
    public async Task A_bad_parameter_is_named(string path, string culprit, string message)
    {
        var reply = await service.GetAsync(path);
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(message, reply.Errors[culprit], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_parameters_are_named_at_once() => Assert.Equal(
        ["availabilityZones", "crossZoneSidesBilled", "hours", "region"],
        (await service.GetAsync("/v1/break-even?region=zz&availabilityZones=x&crossZoneSidesBilled=3&hours=1")).Errors.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("/v1/regions/eu-wst-1/prices", "'eu-west-1'")]
    [InlineData("/v1/services/sqss", "'sqs'")]
    [InlineData("/v2/anything", "/openapi/v1.json")]
    public async Task What_is_not_there_is_404_and_says_what_is(string path, string message)
    {
        var reply = await service.GetAsync(path);
        Assert.Equal((404, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(message, (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_405()
    {
        var reply = await service.GetAsync("/v1/comparisons");
        Assert.Equal((405, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains("POST", (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    // Sets the value at a path like layouts[0].vpcs[1].name, by text, so that numbers keep their spelling.
    private static string Spoil(string json, string path, string value)
    {
        var root = JsonNode.Parse(json)!;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = root;
        foreach (var step in steps[..^1]) node = step[0] == '[' ? node[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        if (steps[^1][0] == '[') node[int.Parse(steps[^1][1..^1], System.Globalization.CultureInfo.InvariantCulture)] = "@here@";
        else node[steps[^1]] = "@here@";
        return root.ToJsonString().Replace("\"@here@\"", value, StringComparison.Ordinal);
    }
}
