using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CostApi.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace CostApi.Tests.PriceSources;

/// <summary>
/// The whole service beside an AWS that fails. In every case it answers at once from the last good prices, keeps them on
/// disk, says what happened, tells no secrets, and takes the new prices as soon as it can.
/// </summary>
public sealed class FaultyPricesTests : IAsyncLifetime
{
    private const string Region = "eu-north-1", Charge = "VpcEndpoint-Hours", Key = "refresh-key-of-the-test";
    private const decimal Good = 0.0125m, Better = 0.0135m;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("prices");
    private FakeAws _aws = null!;

    // What goes wrong: for which requests, how, and what of it is said.
    private static readonly Dictionary<string, (Misbehaviour Fault, string Says)> Wire = new()
    {
        ["reset"] = (Faults.Reset(), "reset"),
        ["body cut short"] = (Faults.CutShort(), ""),
        ["hung up"] = (Faults.HangUp(), ""),
        ["length too long"] = (Faults.WrongContentLength(50), ""),
        ["length too short"] = (Faults.WrongContentLength(-50), ""),
        ["stall before headers"] = (Faults.StallBeforeHeaders(), " s"),
        ["stall in the body"] = (Faults.Stall(100), " s"),
        ["slow drip"] = (Faults.SlowDrip(1, TimeSpan.FromMilliseconds(20)), " s"),
        ["403"] = (Faults.Status(403), "403"),
        ["429"] = (Faults.Status(429), "429"),
        ["429 with Retry-After"] = (Faults.Status(429, headers: ("Retry-After", "30")), "429"),
        ["500"] = (Faults.Status(500), "500"),
        ["HTML with 200"] = (Faults.HtmlWith200(), ""),
        ["malformed JSON"] = (Faults.MalformedJson(), ""),
        ["gzip bomb"] = (Faults.GzipBomb(64 << 20), "not asked for"),
        ["redirect"] = (Faults.Status(302, headers: ("Location", "http://localhost:1/")), "302"),
    };

    private static readonly Dictionary<string, (Misbehaviour Fault, string Says)> Query = new()
    {
        ["throttling"] = (Faults.Throttling(), "ThrottlingException"),
        ["access denied"] = (Faults.Error("AccessDeniedException", "arn:aws:iam::111122223333:user/x is not authorized"), "pricing:GetProducts"),
        ["expired token"] = (Faults.ExpiredToken(), "ExpiredNextToken"),
        ["endless tokens"] = (Faults.EndlessTokens(), "no end"),
        ["no JSON in PriceList"] = (Faults.PriceListOfNonJsonStrings(), "is not JSON"),
    };

    // What is wrong with the prices themselves; all but the last leave the last good price in force.
    private static readonly Dictionary<string, (Action<PriceCatalogue> Break, string Says)> Data = new()
    {
        ["another Region's rows"] = (catalogue => catalogue.RemoveAll(product => product.ServiceCode == "AmazonVPC"), ""),
        ["a row that is gone"] = (catalogue => catalogue.Remove(Region, Charge), ""),
        ["no dollars"] = (catalogue => catalogue.Change(Region, Charge, product => product.Priced([.. product.Terms[0].Dimensions.Select(tier => tier with { Prices = new Dictionary<string, string> { ["CNY"] = "0.08" } })])), "no price in USD"),
        ["a price of 0"] = (catalogue => catalogue.Set(Region, Charge, "0.0000000000"), "held back"),
        ["a negative price"] = (catalogue => catalogue.Set(Region, Charge, "-0.0130000000"), "-0.0130000000"),
        ["exponent form"] = (catalogue => catalogue.Set(Region, Charge, "1.3E-2"), "1.3E-2"),
        ["a price ten times as high"] = (catalogue => catalogue.Set(Region, Charge, "0.1250000000"), "held back"),
        ["a huge price"] = (catalogue => catalogue.Set(Region, Charge, "79228162514264337593543950335"), "not a plain decimal"),
        ["overlapping tiers"] = (catalogue => catalogue.SetTiers(Region, Charge, [("0", "10", "0.01"), ("5", "Inf", "0.01")]), "overlap"),
        ["tiers with a gap"] = (catalogue => catalogue.SetTiers(Region, Charge, [("0", "10", "0.01"), ("20", "Inf", "0.01")]), "gap"),
        ["a wrong unit"] = (catalogue => catalogue.Change(Region, Charge, product => product.Priced([.. product.Terms[0].Dimensions.Select(tier => tier with { Unit = "Quantity" })])), "Quantity"),
    };

    public static TheoryData<string, string> WireFaults
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var fault in Wire.Keys)
            {
                data.Add("offer-files", fault);
                data.Add("query-api", fault);
            }

            foreach (var fault in Query.Keys) data.Add("query-api", fault);
            return data;
        }
    }

    public static TheoryData<string, string> DataFaults
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var fault in Data.Keys)
            {
                data.Add("offer-files", fault);
                data.Add("query-api", fault);
            }

            return data;
        }
    }

    public async Task InitializeAsync()
    {
        _aws = await FakeAws.StartAsync(Region);
        _aws.Catalogue.Set(Region, Charge, "0.0125000000");
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(WireFaults))]
    public async Task A_source_that_fails_changes_no_answer_and_is_told_of(string source, string fault)
    {
        await using var service = await ServeAsync(source);
        _aws.Fault(When.Always, (Wire.TryGetValue(fault, out var wire) ? wire : Query[fault]).Fault);
        Publish("0.0135000000");
        await RefreshAsync(service);

        // Answers come while the source is still being tried, too.
        await AssertAnswersAsync(service, Good);
        var state = await StateAsync(service, state => state["errors"]!.AsArray().Count > 0);
        await AssertAnswersAsync(service, Good);
        await AssertToldAsync(service, state["errors"]!, wire.Says ?? Query[fault].Says);

        _aws.ClearFaults();
        await StateAsync(service, state => state["errors"]!.AsArray().Count == 0);
        await AssertAnswersAsync(service, Better);
        AssertDisk(Good, Better);
    }

    [Theory]
    [MemberData(nameof(DataFaults))]
    public async Task A_price_that_cannot_be_right_is_not_taken_and_is_told_of(string source, string fault)
    {
        await using var service = await ServeAsync(source);
        Data[fault].Break(_aws.Catalogue);
        _aws.Catalogue.Publish(new DateTimeOffset(2026, 11, 22, 13, 0, 0, TimeSpan.Zero));
        var attempted = await AttemptAsync(service);

        await AssertAnswersAsync(service, Good);
        if (Data[fault].Says.Length > 0) await AssertToldAsync(service, new JsonArray(attempted["refused"]!.DeepClone(), attempted["heldBack"]!.DeepClone()), fault.StartsWith("a price", StringComparison.Ordinal) ? Charge : Data[fault].Says);
        AssertDisk(Good);

        // One reading later than a held-back price of a glitch, the right one stands.
        _aws.Catalogue.RemoveAll(product => product.Attributes.GetValueOrDefault("usagetype")?.EndsWith("-" + Charge, StringComparison.Ordinal) == true);
        _aws.Catalogue.Add(PriceCatalogue.Of(Region).Find(Region, Charge));
        Publish("0.0135000000");
        await AttemptAsync(service);
        await AssertAnswersAsync(service, Better);
    }

    [Theory]
    [InlineData("offer-files")]
    [InlineData("query-api")]
    public async Task Rows_that_contradict_each_other_leave_the_charge_unpriced(string source)
    {
        await using var service = await ServeAsync(source);
        var row = _aws.Catalogue.Find(Region, Charge);
        _aws.Catalogue.Add(row.Priced([.. row.Terms[0].Dimensions.Select(tier => tier with { Prices = new Dictionary<string, string> { ["USD"] = "0.0130000000" } })]));
        _aws.Catalogue.Publish(new DateTimeOffset(2026, 11, 22, 13, 0, 0, TimeSpan.Zero));
        await AttemptAsync(service);

        var estimate = (await EstimateAsync(service)).Json;
        Assert.False((bool)estimate["complete"]!);
        Assert.Contains("contradict each other", (string)estimate["lineItems"]!.AsArray().Single(line => (string)line!["usageType"]! == $"EUN1-{Charge}")!["unpriced"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offer-files")]
    [InlineData("query-api")]
    public async Task Tiers_in_any_order_and_an_empty_page_are_as_good_as_others(string source)
    {
        await using var service = await ServeAsync(source);
        _aws.Catalogue.SetTiers(Region, "VpcEndpoint-Bytes", [("5242880", "Inf", "0.0041"), ("0", "1048576", "0.0101"), ("1048576", "5242880", "0.0061")]);
        _aws.Fault(When.IsQuery, Faults.EmptyPageWithToken(), times: 1);
        Publish("0.0135000000");
        await AttemptAsync(service);
        await AssertAnswersAsync(service, Better);
        var rate = (await service.GetAsync($"/v1/regions/{Region}/prices")).Json["rates"]!.AsArray().Single(rate => (string)rate!["charge"]! == "VpcEndpoint-Bytes")!;
        Assert.Equal([0.0101m, 0.0061m, 0.0041m], rate["tiers"]!.AsArray().Select(tier => (decimal)tier!["price"]!));
    }

    [Fact]
    public async Task A_failing_source_is_completed_by_the_next_and_each_line_names_its_own()
    {
        await using var service = Serve("query-api,offer-files,snapshot");
        _aws.Fault(When.IsQuery, Faults.Status(500));
        await service.GetAsync($"/v1/regions/{Region}/prices");
        var state = await StateAsync(service, state => (string)state["source"]! == "offer-files");
        Assert.Contains(state["errors"]!.AsArray(), error => ((string)error!).StartsWith("query-api", StringComparison.Ordinal));
        var lines = (await EstimateAsync(service)).Json["lineItems"]!.AsArray();
        Assert.Equal("offer-files", (string)lines.Single(line => (string)line!["usageType"]! == $"EUN1-{Charge}")!["priceSource"]!);
        Assert.Equal("snapshot", (string)lines.Single(line => (string)line!["usageType"]! == "EUN1-NatGateway-Hours")!["priceSource"]!);
    }

    [Fact]
    public async Task Five_hundreds_for_an_hour_are_outlived()
    {
        await using var service = await ServeAsync("offer-files");
        _aws.Fault(When.Always, Faults.Status(500));
        Publish("0.0135000000");
        await RefreshAsync(service);
        await StateAsync(service, state => state["errors"]!.AsArray().Count > 0);
        for (var minute = 0; minute < 60; minute++)
        {
            service.Time.Advance(TimeSpan.FromMinutes(1));
            await AssertAnswersAsync(service, Good);
        }

        _aws.ClearFaults();
        var back = service.Time.GetUtcNow();
        await StateAsync(service, state => state["errors"]!.AsArray().Count == 0, TimeSpan.FromMinutes(1));
        Assert.InRange(service.Time.GetUtcNow() - back, TimeSpan.Zero, TimeSpan.FromHours(2));
        await AssertAnswersAsync(service, Better);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "refused")]
    [InlineData("http://prices.invalid", "prices.invalid")]
    public async Task Without_a_network_the_log_says_so_once_and_answers_come_from_the_shipped_prices(string url, string says)
    {
        await using var service = new Service(null, ("Prices:Sources", "offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", url), ("Prices:Regions", "eu-west-1,eu-west-2,us-east-1"));
        var state = await service.UntilAsync("/v1/prices", state => InUse(state).All(region => region["errors"]!.AsArray().Count > 0), TimeSpan.FromSeconds(5));
        Assert.All(InUse(state), region => Assert.Equal("snapshot", (string)region["source"]!));
        Assert.Contains(says, Assert.Single(await WarningsAsync(service)).Text, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<JsonNode> InUse(JsonNode state) => state["regions"]!.AsArray().Where(region => (bool)region!["inUse"]!)!;

    private Service Serve(string sources) => new(null,
        ("Prices:Sources", sources), ("Prices:OfferFiles:BaseUrl", _aws.Url.ToString()), ("Prices:QueryApi:ServiceUrl", _aws.Url.ToString()),
        ("Prices:DataDirectory", _data.FullName), ("Prices:RefreshKey", Key));

    // With the good price in force.
    private async Task<Service> ServeAsync(string source)
    {
        var service = Serve($"{source},snapshot");
        await service.GetAsync($"/v1/regions/{Region}/prices");
        await StateAsync(service, state => (string)state["source"]! == source && state["errors"]!.AsArray().Count == 0);
        await AssertAnswersAsync(service, Good);
        return service;
    }

    private void Publish(string price)
    {
        _aws.Catalogue.Set(Region, Charge, price);
        _aws.Catalogue.Publish(new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));
    }

    private static async Task RefreshAsync(Service service)
    {
        using var client = service.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", Key);
        using var answer = await client.PostAsync(new Uri($"/v1/prices/refresh?region={Region}", UriKind.Relative), null);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static async Task<JsonNode> AttemptAsync(Service service)
    {
        service.Time.Advance(TimeSpan.FromSeconds(1));
        var since = service.Time.GetUtcNow();
        await RefreshAsync(service);
        return await StateAsync(service, state => (DateTimeOffset)state["attemptedAt"]! >= since);
    }

    private static async Task<JsonNode> StateAsync(Service service, Func<JsonNode, bool> isExpected, TimeSpan? step = null) =>
        (await service.UntilAsync("/v1/prices", state => isExpected(Of(state)), step ?? TimeSpan.FromSeconds(2)))["regions"]!.AsArray().Single(region => (string)region!["region"]! == Region)!;

    private static JsonNode Of(JsonNode state) => state["regions"]!.AsArray().Single(region => (string)region!["region"]! == Region)!;

    private static Task<Reply> EstimateAsync(Service service) => service.PostAsync("/v1/estimates", $$"""
        { "region": "{{Region}}", "layout": { "name": "x", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "natGateway": { "mode": "zonal" },
          "endpoints": [{ "type": "interface", "service": "sqs" }] }] } }
        """);

    private static async Task AssertAnswersAsync(Service service, decimal price)
    {
        var reply = await EstimateAsync(service);
        Assert.Equal(200, reply.Status);
        var line = reply.Json["lineItems"]!.AsArray().Single(line => (string)line!["usageType"]! == $"EUN1-{Charge}")!;
        Assert.Equal(price, (decimal)line["tiers"]![0]!["unitPrice"]!);
    }

    // The log has it a moment after the answers do.
    private static async Task<(LogLevel Level, string Text, Exception? Error)[]> WarningsAsync(Service service)
    {
        await Waiting.UntilAsync(() => service.Log.Lines.Any(line => line.Level >= LogLevel.Warning));
        return [.. service.Log.Lines.Where(line => line.Level >= LogLevel.Warning)];
    }

    private async Task AssertToldAsync(Service service, JsonNode told, string says)
    {
        Assert.Contains(says, told.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(await WarningsAsync(service));
        string[] secrets = [_aws.AccessKeyId, _aws.SecretAccessKey, Key];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, told.ToJsonString(), StringComparison.Ordinal));
        Assert.All(service.Log.Lines, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, $"{line.Text} {line.Error}", StringComparison.Ordinal)));
    }

    private void AssertDisk(params decimal[] prices)
    {
        var files = _data.GetFiles("*.json", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var bytes = File.ReadAllBytes(file.FullName);
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Name, StringComparison.Ordinal);
            var rate = JsonNode.Parse(bytes)!["rates"]!.AsArray().Single(rate => (string)rate!["charge"]! == Charge)!;
            Assert.Contains((decimal)rate["tiers"]![0]!["price"]!, prices);
        });
    }
}
