using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

public sealed class ServiceTests(Service service) : IClassFixture<Service>
{
    private const string GovCloudRegionalNat = """
        { "region": "us-gov-west-1", "strict": true, "layouts": [
          { "name": "zonal", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "natGateway": { "mode": "zonal" } }] },
          { "name": "regional", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "natGateway": { "mode": "regional" } }] } ] }
        """;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_service_is_well(string path) => Assert.Equal("Healthy", (string)(await service.GetAsync(path)).Json["status"]!);

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/v1/regions", 200)]
    [InlineData("/v1/regions/eu-west-1/prices", 200)]
    [InlineData("/v1/services/nothing", 404)]
    [InlineData("/v1/break-even", 400)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/swagger/index.html", 200)]
    [InlineData("/", 200)]
    [InlineData("/js/main.js", 200)]
    [InlineData("/v1/comparisons", 405)]
    public async Task HEAD_is_GET_without_the_body(string path, int status)
    {
        using var client = service.CreateClient();
        using var get = await client.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using var head = await client.SendAsync(request);
        Assert.Equal((status, get.StatusCode), ((int)head.StatusCode, head.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_Regions_say_whether_prices_are_at_hand()
    {
        var regions = (await service.GetAsync("/v1/regions")).Json["regions"]!.AsArray();
        Assert.Equal(39, regions.Count);
        Assert.Equal(36, regions.Count(region => (bool)region!["pricesAvailable"]!));
        var ireland = regions.Single(region => (string)region!["code"]! == "eu-west-1")!;
        Assert.Equal(("Europe (Ireland)", "aws", "USD", "EU"), ((string)ireland["name"]!, (string)ireland["partition"]!, (string)ireland["currency"]!, (string)ireland["usageTypePrefix"]!));
        Assert.Equal("CNY", (string)regions.Single(region => (string)region!["code"]! == "cn-north-1")!["currency"]!);
    }

    [Fact]
    public async Task Prices_come_with_their_provenance_and_an_etag()
    {
        using var client = service.CreateClient();
        var path = new Uri("/v1/regions/eu-west-1/prices", UriKind.Relative);
        using var first = await client.GetAsync(path);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak, "The same tag goes with a compressed answer.");
        var rate = JsonNode.Parse(await first.Content.ReadAsStringAsync())!["rates"]!.AsArray().Single(rate => (string)rate!["charge"]! == "VpcEndpoint-Bytes")!;
        Assert.Equal("EU-VpcEndpoint-Bytes", (string)rate["usageType"]!);
        Assert.Equal([0.01m, 0.006m, 0.004m], rate["tiers"]!.AsArray().Select(tier => (decimal)tier!["price"]!));
        Assert.All(["unit", "sku", "asOf", "confidence", "source"], member => Assert.NotNull(rate[member]));

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(tag);
        using var second = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());

        using var other = new HttpRequestMessage(HttpMethod.Get, path);
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"older\""));
        using var third = await client.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task A_service_says_what_its_endpoints_need()
    {
        var ecr = (await service.GetAsync("/v1/services/ecr.dkr?region=eu-west-1")).Json;
        Assert.Equal("com.amazonaws.eu-west-1.ecr.dkr", (string)ecr["serviceName"]!);
        Assert.Equal(["ecr.api", "s3"], ecr["companions"]!.AsArray().Select(companion => (string)companion!["service"]!));
        var names = ecr["endpoints"]![0]!["dnsNames"]!.AsArray().Select(name => (string)name!);
        Assert.Equal(["vpce-{id}-{hash}.dkr.ecr.eu-west-1.vpce.amazonaws.com", "vpce-{id}-{hash}-{zone}.dkr.ecr.eu-west-1.vpce.amazonaws.com", "{account}.dkr.ecr.eu-west-1.amazonaws.com"], names);

        var s3 = (await service.GetAsync("/v1/services/s3?region=eu-west-1")).Json;
        Assert.Equal(["gateway", "interface"], s3["endpoints"]!.AsArray().Select(endpoint => (string)endpoint!["type"]!));
        Assert.Contains("route tables", s3["endpoints"]![0]!["needs"]!.AsArray().Select(need => (string)need!));
        Assert.Contains("security group", s3["endpoints"]![1]!["needs"]!.AsArray().Select(need => (string)need!));
        Assert.Empty(s3["endpoints"]![0]!["dnsNames"]!.AsArray());
    }

    [Fact]
    public async Task A_full_service_name_names_the_Region_too()
    {
        var ecr = (await service.GetAsync("/v1/services/com.amazonaws.eu-west-1.ecr.dkr")).Json;
        Assert.Equal(("ecr.dkr", "eu-west-1", "com.amazonaws.eu-west-1.ecr.dkr"), ((string)ecr["service"]!, (string)ecr["region"]!, (string)ecr["serviceName"]!));
        Assert.Equal(ecr.ToJsonString(), (await service.GetAsync("/v1/services/ecr.dkr?region=eu-west-1")).Json.ToJsonString());
        Assert.Null((await service.GetAsync("/v1/services/com.amazonaws.iam")).Json["region"]);
        Assert.Equal(404, (await service.GetAsync("/v1/services/com.amazonaws.eu-west-9.ecr.dkr")).Status);

        var contradiction = await service.GetAsync("/v1/services/com.amazonaws.eu-west-1.ecr.dkr?region=us-east-1");
        Assert.Equal(400, contradiction.Status);
        Assert.Contains("is a service in eu-west-1", contradiction.Errors["region"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_can_be_searched()
    {
        var gateways = (await service.GetAsync("/v1/services?type=gateway")).Json["services"]!.AsArray();
        Assert.Equal(["dynamodb", "s3", "s3express"], gateways.Select(one => (string)one!["service"]!));
        var found = (await service.GetAsync("/v1/services?search=ECR")).Json["services"]!.AsArray().Select(one => (string)one!["service"]!).ToArray();
        Assert.Contains("ecr.api", found);
        Assert.All(found, name => Assert.Contains("ecr", name, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("region=us-east-1&availabilityZones=1&natAvailabilityZones=1", "208.5714285714")]
    [InlineData("region=us-east-1", "625.7142857143")]
    [InlineData("region=us-east-1&availabilityZones=3&natAvailabilityZones=1", "453.1034482759")]
    [InlineData("region=us-east-1&availabilityZones=1&natAvailabilityZones=3", "208.5714285714")]
    [InlineData("region=eu-west-1&availabilityZones=2&hoursPerMonth=744&crossZoneSidesBilled=1&natAvailabilityZones=1", "380.6511627907")]
    public async Task A_break_even_is_where_the_plotted_lines_cross(string query, string gb)
    {
        var answer = (await service.GetAsync($"/v1/break-even?{query}")).Json;
        Assert.Equal(gb, answer["gbPerMonth"]!.ToJsonString());
        var points = answer["points"]!.AsArray().Select(point => (Gb: (decimal)point!["gb"]!, Endpoint: (decimal)point["interfaceEndpoint"]!, Nat: (decimal)point["natGateway"]!)).ToArray();
        Assert.Equal(0, points[0].Nat);
        Assert.All(points.Where(point => point.Gb < points[10].Gb), point => Assert.True(point.Endpoint > point.Nat));
        Assert.All(points.Where(point => point.Gb > points[10].Gb), point => Assert.True(point.Endpoint < point.Nat));
        Assert.Equal(points[10].Endpoint, points[10].Nat, 8);
    }

    [Fact]
    public async Task An_estimate_is_the_layout_of_a_comparison_of_one()
    {
        const string layout = """{ "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a", "b"], "natGateway": { "mode": "zonal" } }] }""";
        const string rest = """ "region": "sa-east-1", "traffic": [{ "to": "sqs", "sentGb": 10, "receivedGb": 90 }] """;
        var estimate = (await service.PostAsync("/v1/estimates", $$"""{ "layout": {{layout}}, {{rest}} }""")).Json;
        var comparison = (await service.PostAsync("/v1/comparisons", $$"""{ "layouts": [{{layout}}], {{rest}} }""")).Json;
        foreach (var (member, value) in comparison["layouts"]![0]!.AsObject()) Assert.Equal(value?.ToJsonString(), estimate[member]?.ToJsonString());
        foreach (var member in new[] { "id", "region", "currency", "hoursPerMonth", "prices", "assumptions" })
            Assert.Equal(comparison[member]!.ToJsonString(), estimate[member]!.ToJsonString());
    }

    [Fact]
    public async Task A_strict_request_with_an_unpriced_charge_is_422()
    {
        var reply = await service.PostAsync("/v1/comparisons", GovCloudRegionalNat);
        Assert.Equal((422, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Equal(["layouts[1]"], reply.Errors.Keys);
        Assert.Contains("UGW1-RegionalNatGateway-Hours", reply.Errors["layouts[1]"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_strict_the_line_says_why_it_has_no_cost()
    {
        var reply = await service.PostAsync("/v1/comparisons", GovCloudRegionalNat.Replace("true", "false", StringComparison.Ordinal));
        var regional = reply.Json["layouts"]![1]!;
        var line = regional["lineItems"]!.AsArray().Single(line => (string)line!["usageType"]! == "UGW1-RegionalNatGateway-Hours")!;
        Assert.True(line.AsObject().ContainsKey("cost") && line["cost"] is null);
        Assert.Contains("No list price", (string)line["unpriced"]!, StringComparison.Ordinal);
        Assert.False((bool)regional["complete"]!);
        Assert.Null(regional["rank"]);
        Assert.Null(regional["difference"]!["amount"]);
        Assert.Equal(3.65m, (decimal)regional["monthlyCost"]!);
        Assert.Equal("zonal", (string)reply.Json["cheapest"]!);
        Assert.Contains(regional["findings"]!.AsArray(), finding => (string)finding!["code"]! == "unpriced");
    }

    [Fact]
    public async Task A_flow_to_a_Region_without_a_known_prefix_has_no_usage_type()
    {
        var reply = await service.PostAsync("/v1/estimates", """
            { "region": "eu-west-1", "traffic": [{ "to": "sqs", "region": "eusc-de-east-1", "sentGb": 10 }],
              "layout": { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "natGateway": { "mode": "zonal" } }] } }
            """);
        var line = reply.Json["lineItems"]!.AsArray().Single(line => (string)line!["resource"]! == "region/eusc-de-east-1")!;
        Assert.Null(line["usageType"]);
        Assert.Contains("from eu-west-1 to eusc-de-east-1", (string)line["unpriced"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traffic_to_a_VPC_that_no_layout_has_is_unreachable_and_no_mistake()
    {
        var reply = await service.PostAsync("/v1/estimates", """{ "region": "eu-west-1", "traffic": [{ "to": "vpc/data", "sentGb": 1 }], "layout": { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }] } }""");
        Assert.Equal(200, reply.Status);
        Assert.False((bool)reply.Json["feasible"]!);
        Assert.Contains("has no VPC 'data'", (string)reply.Json["findings"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_compressed_for_those_who_ask()
    {
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/services", UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await client.SendAsync(request);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }
}
