using System.Text.Json.Nodes;
using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources;

/// <summary>Prices grow old in each set-up of sources. Ireland ships NAT rates of 2025-10-28 and endpoint rates of 2025-11-04; the clock starts at 2026-11-22.</summary>
public sealed class AgeTests : IAsyncLifetime
{
    private const string Region = "eu-west-1";
    private const string Start = "2026-11-22", Later = "2027-12-27";

    private static readonly TimeSpan Long = TimeSpan.FromDays(400);

    private FakeAws _aws = null!;

    public async Task InitializeAsync() => _aws = await FakeAws.StartAsync(Region);

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task Shipped_prices_tell_their_own_dates_at_any_time()
    {
        await using var service = new Service();
        foreach (var _ in new[] { 0, 1 })
        {
            AssertAged(await NatAsync(service), "snapshot", "EU-NatGateway-Bytes", "2025-10-28", isStale: true);
            AssertAged(await EndpointAsync(service), "snapshot", "EU-VpcEndpoint-Bytes", "2025-11-04", isStale: true);
            service.Time.Advance(Long);
        }
    }

    [Fact]
    public async Task Without_credentials_NAT_rates_are_as_old_as_the_shipped_ones_while_the_others_are_read()
    {
        await using var service = await ServeAsync("offer-files,snapshot", "offer-files");
        foreach (var day in new[] { Start, Later })
        {
            AssertAged(await NatAsync(service), "snapshot", "EU-NatGateway-Bytes", "2025-10-28", isStale: true);
            AssertAged(await EndpointAsync(service), "offer-files", "EU-VpcEndpoint-Bytes", day, isStale: false);
            await GoOnAsync(service);
        }
    }

    [Theory]
    [InlineData("offer-files,snapshot", "offer-files", true)]
    [InlineData("query-api,snapshot", "query-api", false)]
    [InlineData("query-api", "query-api", false)]
    public async Task A_source_that_is_read_keeps_all_fresh_and_one_that_is_not_lets_all_grow_old(string sources, string source, bool ec2)
    {
        await using var service = await ServeAsync(sources, source, ("Prices:OfferFiles:Ec2", ec2 ? "true" : "false"));
        AssertAged(await NatAsync(service), source, "EU-NatGateway-Bytes", Start, isStale: false);
        await GoOnAsync(service);
        AssertAged(await NatAsync(service), source, "EU-NatGateway-Bytes", Later, isStale: false);

        _aws.Fault(When.Always, Faults.Status(500));
        service.Time.Advance(Long);
        foreach (var answer in new[] { await NatAsync(service), await EndpointAsync(service) })
        {
            Assert.Equal((true, Later), ((bool)answer["prices"]!["stale"]!, (string)answer["prices"]!["oldestRate"]!["asOf"]!));
            Assert.Contains("GET /v1/prices shows why", (string)Stale(answer).Single()["message"]!, StringComparison.Ordinal);
        }

        var state = await StateAsync(service, state => state["errors"]!.AsArray().Count > 0);
        Assert.Equal((true, Later), ((bool)state["stale"]!, (string)state["oldestRate"]!["asOf"]!));
        _aws.ClearFaults();
        await StateAsync(service, state => !(bool)state["stale"]!);
        Assert.False((bool)(await NatAsync(service))["prices"]!["stale"]!);
    }

    [Fact]
    public async Task Of_several_sources_each_rate_is_as_old_as_its_own_reading()
    {
        await using var service = await ServeAsync("query-api,offer-files,snapshot", "query-api");
        AssertAged(await NatAsync(service), "query-api", "EU-NatGateway-Bytes", Start, isStale: false);

        // From now on the one that alone reads NAT rates fails.
        _aws.Fault(When.IsQuery, Faults.Status(500));
        await GoOnAsync(service, state => state["errors"]!.AsArray().Count > 0);
        AssertAged(await NatAsync(service), "query-api", "EU-NatGateway-Bytes", Start, isStale: true);
        AssertAged(await EndpointAsync(service), "offer-files", "EU-VpcEndpoint-Bytes", Later, isStale: false);
        // The newest list of the answer is AmazonEC2's, which nobody has read since.
        Assert.StartsWith(Start, (string)(await NatAsync(service))["prices"]!["retrievedAt"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_that_vanished_grows_old_beside_the_others_and_is_told_once()
    {
        await using var service = await ServeAsync("offer-files,snapshot", "offer-files");
        _aws.Catalogue.Remove(Region, "VpcEndpoint-Hours");
        _aws.Catalogue.Publish(service.Time.GetUtcNow().AddHours(1));
        await GoOnAsync(service, state => state["vanished"]!.AsArray().Count == 1);
        await GoOnAsync(service);

        AssertAged(await EndpointAsync(service), "offer-files", "EU-VpcEndpoint-Hours", Start, isStale: true);
        var vanished = Assert.Single((await StateAsync(service, _ => true))["vanished"]!.AsArray())!;
        Assert.Equal(("offer-files", "EU-VpcEndpoint-Hours", Start), ((string)vanished["source"]!, (string)vanished["usageType"]!, (string)vanished["lastSeen"]!));
        Assert.Single(service.Log.Lines, line => line.Text.Contains("no longer has EU-VpcEndpoint-Hours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prices_of_a_day_are_as_old_as_they_were_at_its_end()
    {
        await using var service = await ServeAsync("offer-files,snapshot", "offer-files");
        await GoOnAsync(service);

        Assert.False((bool)(await EndpointAsync(service, Start))["prices"]!["stale"]!);
        Assert.True((bool)(await NatAsync(service, Start))["prices"]!["stale"]!);
    }

    private static void AssertAged(JsonNode answer, string source, string usageType, string asOf, bool isStale)
    {
        var prices = answer["prices"]!;
        Assert.Equal((usageType, source, asOf), ((string)prices["oldestRate"]!["usageType"]!, (string)prices["oldestRate"]!["source"]!, (string)prices["oldestRate"]!["asOf"]!));
        Assert.Equal(isStale, (bool)prices["stale"]!);
        Assert.Equal(isStale ? 1 : 0, Stale(answer).Count());
        if (isStale) Assert.Contains(asOf, (string)Stale(answer).Single()["message"]!, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Stale(JsonNode answer) =>
        answer["layouts"]!.AsArray().SelectMany(layout => layout!["findings"]!.AsArray()).Where(finding => (string)finding!["code"]! == "prices-stale")!;

    private static Task<JsonNode> NatAsync(Service service, string? asOf = null) => AskAsync(service, asOf, """ "natGateway": { "mode": "zonal" } """);

    private static Task<JsonNode> EndpointAsync(Service service, string? asOf = null) => AskAsync(service, asOf, """ "endpoints": [{ "type": "interface", "service": "kms" }] """);

    // Two layouts alike: what is said of the answer is said once.
    private static async Task<JsonNode> AskAsync(Service service, string? asOf, string vpc)
    {
        var layouts = string.Join(',', new[] { "one", "two" }.Select(name => $$"""{ "name": "{{name}}", "vpcs": [{ "name": "app", "availabilityZones": ["a"], {{vpc}} }] }"""));
        var reply = await service.PostAsync("/v1/comparisons", $$"""{ "region": "{{Region}}", "pricing": { {{(asOf is null ? "" : $"\"asOf\": \"{asOf}\"")}} }, "layouts": [{{layouts}}] }""");
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Json;
    }

    private async Task<Service> ServeAsync(string sources, string leading, params (string Key, string Value)[] settings)
    {
        var service = new Service(null,
        [
            ("Prices:Sources", sources), ("Prices:OfferFiles:BaseUrl", _aws.Url.ToString()), ("Prices:QueryApi:ServiceUrl", _aws.Url.ToString()), ("Prices:Regions", Region), .. settings,
        ]);
        await StateAsync(service, state => (string)state["source"]! == leading && state["attemptedAt"] is not null);
        return service;
    }

    /// <summary>Moves the clock, and waits until the prices were read again.</summary>
    private static async Task GoOnAsync(Service service, Func<JsonNode, bool>? until = null)
    {
        var before = (DateTimeOffset)(await StateAsync(service, _ => true))["attemptedAt"]!;
        service.Time.Advance(Long);
        await StateAsync(service, state => (DateTimeOffset)state["attemptedAt"]! > before && (until?.Invoke(state) ?? true));
    }

    private static async Task<JsonNode> StateAsync(Service service, Func<JsonNode, bool> isExpected) =>
        Of(await service.UntilAsync("/v1/prices", state => isExpected(Of(state)), TimeSpan.FromSeconds(1)));

    private static JsonNode Of(JsonNode state) => state["regions"]!.AsArray().Single(region => (string)region!["region"]! == Region)!;
}
