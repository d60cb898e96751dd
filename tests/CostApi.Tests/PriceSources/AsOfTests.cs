using System.Globalization;
using System.Text.Json.Nodes;
using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources;

/// <summary>The prices of a day that has gone.</summary>
public sealed class AsOfTests : IAsyncLifetime
{
    // The shipped prices are of 2 October, the first list is of the 20th; the service starts on the 22nd.
    private static readonly string[] Days = ["2026-11-20", "2026-11-23", "2026-11-24"];
    private static readonly string[] Prices = ["0.0120000000", "0.0130000000", "0.0140000000"];

    private readonly string[] _ids = new string[3];
    private KeptPrices _kept = null!;
    private Service _service = null!;

    public async Task InitializeAsync()
    {
        _kept = await KeptPrices.StartAsync();
        _kept.Aws.Catalogue.Set(KeptPrices.Region, KeptPrices.Charge, Prices[0]);
        _service = _kept.Serve();
        await KeptPrices.LiveAsync(_service);
        _ids[0] = await KeptPrices.IdAsync(_service);
        for (var day = 1; day < 3; day++)
        {
            await _kept.PublishAsync(_service, Prices[day]);
            _ids[day] = await KeptPrices.IdAsync(_service);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_day_has_its_prices_and_the_id_that_was_given_then(bool restarted)
    {
        if (restarted)
        {
            await _kept.StopAwsAsync();
            _service = await _kept.ServeAfterAsync(_service);
        }

        Assert.Equal(3, _ids.Distinct().Count());
        for (var day = 0; day < 3; day++)
        {
            Assert.Equal(decimal.Parse(Prices[day], CultureInfo.InvariantCulture), await KeptPrices.PriceAsync(_service, Days[day]));
            Assert.Equal(_ids[day], await KeptPrices.IdAsync(_service, Days[day]));
        }

        Assert.Equal(_ids[0], await KeptPrices.IdAsync(_service, "2026-11-22"));
        Assert.Equal(_ids[2], await KeptPrices.IdAsync(_service));
    }

    [Fact]
    public async Task Before_the_first_day_and_after_today_there_are_no_prices()
    {
        const string early = "must be 2026-10-02 or later, because no earlier prices of eu-west-1 are available.";
        Assert.Equal(early, (await RefusedAsync("\"2026-10-01\""))["pricing.asOf"]);
        Assert.Equal(early, (await KeptPrices.PricesAsync(_service, "2026-10-01")).Errors["asOf"]);
        Assert.Equal("snapshot", (string)(await KeptPrices.PricesAsync(_service, "2026-11-19")).Json["prices"]!["source"]!);
        const string late = "must not be in the future. 2026-11-25 is after today, 2026-11-24 (UTC).";
        Assert.Equal(late, (await RefusedAsync("\"2026-11-25\""))["pricing.asOf"]);
        Assert.Equal(late, (await KeptPrices.PricesAsync(_service, "2026-11-25")).Errors["asOf"]);
    }

    [Theory]
    [InlineData("\"24 November\"")]
    [InlineData("\"2026-11-31\"")]
    [InlineData("\"2026-11-24T00:00:00Z\"")]
    [InlineData("\"\"")]
    [InlineData("20261124")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    public async Task What_is_no_date_is_refused(string asOf) => Assert.Equal(["pricing.asOf"], (await RefusedAsync(asOf)).Keys);

    [Theory]
    [InlineData("2026-11-31")]
    [InlineData("2026-11-2")]
    [InlineData("now")]
    [InlineData("")]
    public async Task What_is_no_date_is_refused_in_a_query(string asOf)
    {
        var reply = await KeptPrices.PricesAsync(_service, asOf);
        Assert.Equal((400, $"must be a date in the format yyyy-MM-dd, for example 2026-11-22, not '{asOf}'."), (reply.Status, reply.Errors["asOf"]));
    }

    [Fact]
    public async Task Null_is_no_day_at_all()
    {
        var reply = await KeptPrices.AskAsync(_service, "null");
        Assert.Equal((200, _ids[2]), (reply.Status, (string)reply.Json["id"]!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_day_has_no_other_days_prices(bool restarted)
    {
        await File.AppendAllTextAsync(_kept.Files[1], " ");
        if (restarted) _service = await _kept.ServeAfterAsync(_service);
        const string damaged = "The prices of eu-west-1 published on 2026-11-23 are damaged on disk.";
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(damaged, (await RefusedAsync("\"2026-11-23\""))["pricing.asOf"]);
            Assert.Equal(damaged, (await KeptPrices.PricesAsync(_service, "2026-11-23")).Errors["asOf"]);
            Assert.Equal(damaged, (await _service.GetAsync("/v1/prices/changes?region=eu-west-1&from=2026-11-20")).Errors["from"]);
        }

        Assert.Equal(_ids[0], await KeptPrices.IdAsync(_service, "2026-11-22"));
        Assert.Equal(_ids[2], await KeptPrices.IdAsync(_service, "2026-11-24"));
        Assert.Single(KeptPrices.Logged(_service, "is damaged and was set aside"));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_has_no_other_days_prices()
    {
        File.Delete(_kept.Files[1]);
        Assert.Contains("published on 2026-11-23 cannot be read", (await RefusedAsync("\"2026-11-23\""))["pricing.asOf"], StringComparison.Ordinal);
        Assert.Equal(_ids[0], await KeptPrices.IdAsync(_service, "2026-11-22"));
    }

    [Fact]
    public async Task A_newest_day_that_is_damaged_has_no_other_days_prices_until_it_is_read_again()
    {
        await File.AppendAllTextAsync(_kept.Files[2], " ");
        _kept.Aws.Fault(When.Always, Faults.Status(503));
        _service = await _kept.ServeAfterAsync(_service);
        Assert.Equal(_ids[1], await KeptPrices.IdAsync(_service));
        Assert.Contains("2026-11-24", (await RefusedAsync("\"2026-11-24\""))["pricing.asOf"], StringComparison.Ordinal);
        Assert.Equal(_ids[1], await KeptPrices.IdAsync(_service, "2026-11-23"));

        _kept.Aws.ClearFaults();
        await KeptPrices.RefreshAsync(_service);
        Assert.Equal(_ids[2], await KeptPrices.IdAsync(_service, "2026-11-24"));
    }

    [Fact]
    public async Task Changes_tell_what_moved_came_and_went_and_nothing_of_a_list_that_says_the_same()
    {
        await using var kept = await KeptPrices.StartAsync();
        var address = kept.Aws.Catalogue.Find(KeptPrices.Region, "PublicIPv4:InUseAddress");
        kept.Aws.Catalogue.Remove(KeptPrices.Region, "PublicIPv4:InUseAddress");
        await using var service = kept.Serve(("Prices:Sources", "offer-files"));
        await KeptPrices.LiveAsync(service);
        await kept.PublishAsync(service, "0.0132000000");
        await kept.PublishAsync(service);
        kept.Aws.Catalogue.Add(address);
        var idle = kept.Aws.Catalogue.Find(KeptPrices.Region, "PublicIPv4:IdleAddress");
        kept.Aws.Catalogue.Add(idle.Priced([idle.Terms[0].Dimensions[0] with { Prices = new Dictionary<string, string> { ["USD"] = "0.0060000000" } }]) with { Sku = "ANOTHERSKU123456" });
        await kept.PublishAsync(service);

        Assert.Equal("""
            2026-11-23 VpcEndpoint-Hours 0.011 0.0132 20
            2026-11-25 PublicIPv4:IdleAddress 0.005 - -
            2026-11-25 PublicIPv4:InUseAddress - 0.005 -
            """, await ChangesAsync("from=2026-11-20"));
        Assert.Equal("2026-11-23 VpcEndpoint-Hours 0.011 0.0132 20", await ChangesAsync("from=2026-11-22&to=2026-11-23"));
        Assert.Equal("", await ChangesAsync("from=2026-11-23&to=2026-11-24"));
        Assert.Equal("", await ChangesAsync("from=2026-11-25"));

        async Task<string> ChangesAsync(string query)
        {
            var reply = await service.GetAsync($"/v1/prices/changes?region=eu-west-1&{query}");
            Assert.True(reply.Status == 200, reply.Text);
            return string.Join('\n', reply.Json["changes"]!.AsArray().Select(change =>
                $"{((string)change!["publishedAt"]!)[..10]} {change["charge"]} {Price(change["before"])} {Price(change["after"])} {change["percent"]?.ToJsonString() ?? "-"}"));
        }

        static string Price(JsonNode? tiers) => tiers?[0]!["price"]!.ToJsonString() ?? "-";
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _kept.DisposeAsync();
    }

    private async Task<IReadOnlyDictionary<string, string>> RefusedAsync(string asOf)
    {
        var reply = await KeptPrices.AskAsync(_service, asOf);
        Assert.True(reply.Status == 400, reply.Text);
        return reply.Errors;
    }
}
