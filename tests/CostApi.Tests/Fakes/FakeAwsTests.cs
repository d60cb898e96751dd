using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Tests.Fakes;

public sealed class FakeAwsTests : IAsyncLifetime
{
    private const string VpcFile = "/offers/v1.0/aws/AmazonVPC/current/eu-west-1/index.json", Ec2File = "/offers/v1.0/aws/AmazonEC2/current/eu-west-1/index.json";

    private static readonly HttpClient Http = new() { Timeout = Waiting.Most };

    private FakeAws _aws = null!;

    public async Task InitializeAsync() => _aws = await FakeAws.StartAsync("eu-west-1", "us-east-1", "cn-north-1");

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task Offer_files_are_laid_out_as_AWS_lays_them_out()
    {
        var text = await TextAsync(VpcFile);
        Assert.StartsWith("{\n  \"formatVersion\" : \"v1.0\",\n  \"disclaimer\" : \"", text, StringComparison.Ordinal);
        Assert.Contains(",\n              \"appliesTo\" : [ ]\n            }\n          },\n          \"termAttributes\" : { }\n        }\n      },\n", text, StringComparison.Ordinal);
        Assert.EndsWith("  },\n  \"attributesList\" : { }\n}", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(["formatVersion", "disclaimer", "offerCode", "version", "publicationDate", "products", "terms", "attributesList"], json.RootElement.EnumerateObject().Select(member => member.Name));
        var sku = _aws.Catalogue.Find("eu-west-1", "VpcEndpoint-Hours").Sku;
        Assert.Equal("EU-VpcEndpoint-Hours", Product.Read(json.RootElement.GetProperty("products").GetProperty(sku)).UsageType);
        var terms = OfferTerm.ReadAll(json.RootElement.GetProperty("terms").GetProperty("OnDemand").GetProperty(sku));
        Assert.Equal("0.0110000000", terms[0].Dimensions[0].PricePerUnit["USD"]);
    }

    [Fact]
    public async Task Each_index_leads_to_the_next_and_the_last_to_a_file_of_its_version()
    {
        _aws.Catalogue.Publish(new DateTimeOffset(2026, 11, 22, 6, 7, 8, TimeSpan.Zero), "AmazonVPC");
        var services = JsonElement.Parse(await TextAsync("/offers/v1.0/aws/index.json"));
        var regions = JsonElement.Parse(await TextAsync(services.GetProperty("offers").GetProperty("AmazonVPC").GetProperty("currentRegionIndexUrl").GetString()!));
        Assert.Equal(["eu-west-1", "us-east-1"], regions.GetProperty("regions").EnumerateObject().Select(region => region.Name));
        var url = regions.GetProperty("regions").GetProperty("eu-west-1").GetProperty("currentVersionUrl").GetString()!;
        Assert.Equal("/offers/v1.0/aws/AmazonVPC/20261122060708/eu-west-1/index.json", url);
        Assert.Equal("2026-11-22T06:07:08Z", JsonElement.Parse(await TextAsync(url)).GetProperty("publicationDate").GetString());
        var versions = JsonElement.Parse(await TextAsync("/offers/v1.0/aws/AmazonVPC/index.json"));
        Assert.Equal(["20261120183000", "20261122060708"], versions.GetProperty("versions").EnumerateObject().Select(version => version.Name));
    }

    [Fact]
    public async Task China_has_a_folder_and_a_currency_of_its_own()
    {
        var text = await TextAsync("/offers/v1.0/cn/AmazonVPC/current/cn-north-1/index.json");
        Assert.Contains("\"CNY\" : \"0.0700000000\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/offers/v1.0/aws/AmazonVPC/current/cn-north-1/index.json"));
    }

    [Theory]
    [InlineData("AmazonVPC")]
    [InlineData("AmazonEC2")]
    [InlineData("AWSDataTransfer")]
    public async Task A_file_has_every_product_once_in_JSON_and_a_line_for_each_price_in_CSV(string service)
    {
        var json = JsonElement.Parse(await TextAsync($"/offers/v1.0/aws/{service}/current/us-east-1/index.json"));
        var expected = _aws.Catalogue.Current(service)!.Products.Where(product => product.StandsIn("us-east-1")).ToArray();
        Assert.Equal(expected.Select(product => product.Sku), json.GetProperty("products").EnumerateObject().Select(product => product.Name));
        Assert.Equal(expected.Length, expected.Select(product => product.Sku).Distinct().Count());
        var lines = (await TextAsync($"/offers/v1.0/aws/{service}/current/us-east-1/index.csv")).TrimEnd('\n').Split('\n');
        Assert.StartsWith("\"SKU\",\"OfferTermCode\",\"RateCode\"", lines[5], StringComparison.Ordinal);
        Assert.Equal(expected.Sum(product => product.Terms.Sum(term => term.Dimensions.Count)), lines.Length - 6);
        Assert.Single(lines[5..].Select(line => line.Split("\",\"").Length).Distinct());
    }

    [Fact]
    public void Every_shipped_price_is_on_sale_in_every_Region()
    {
        var catalogue = PriceCatalogue.Of(PriceCatalogue.AllRegions);
        foreach (var region in PriceCatalogue.AllRegions)
            foreach (var rate in Shipped.Snapshot.Book(region).Quotes.Select(quote => quote.Rate).Where(rate => rate.Charge is { IsGlobal: false }))
            {
                var product = catalogue.Find(region, rate.UsageType, rate.Charge.Operation);
                Assert.Equal(rate.Charge.ServiceCode, product.ServiceCode);
                Assert.Equal(rate.Tiers.Select(tier => tier.Price), product.Terms[0].Dimensions.Select(tier => decimal.Parse(tier.Prices["USD"], CultureInfo.InvariantCulture)));
            }
    }

    [Fact]
    public async Task A_file_that_is_known_is_not_sent_again_until_it_changes()
    {
        using var first = await Http.GetAsync(new Uri(_aws.Url, VpcFile));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(VpcFile, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!)));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(VpcFile, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified));
        Assert.Equal(0, _aws.Requests[^1].BytesSent);
        _aws.Catalogue.Set("eu-west-1", "VpcEndpoint-Hours", "0.0120000000");
        _aws.Catalogue.Publish(DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(VpcFile, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(VpcFile, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified));
    }

    [Fact]
    public async Task Filler_makes_a_sound_file_as_large_as_announced()
    {
        _aws.Ec2Filler = 1001;
        using var response = await Http.GetAsync(new Uri(_aws.Url, Ec2File));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.InRange(bytes.Length / 1001, 3_800, 4_600);
        Assert.Equal(response.Content.Headers.ContentLength, bytes.Length);
        Assert.Equal(bytes.Length, _aws.Requests[^1].BytesSent);
        using var json = JsonDocument.Parse(bytes);
        var skus = json.RootElement.GetProperty("products").EnumerateObject().Select(product => product.Name).ToArray();
        Assert.Equal(skus, skus.Distinct());
        Assert.Equal(1001, skus.Count(sku => sku.StartsWith("FILLER", StringComparison.Ordinal)));
        var terms = json.RootElement.GetProperty("terms");
        Assert.Equal(skus, terms.GetProperty("OnDemand").EnumerateObject().Select(product => product.Name));
        Assert.Equal(1002, terms.GetProperty("Reserved").EnumerateObject().Count());
    }

    [Fact]
    public async Task A_client_that_has_enough_is_not_sent_the_rest()
    {
        _aws.Ec2Filler = 500_000;
        using (var response = await Http.GetAsync(new Uri(_aws.Url, Ec2File), HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.True(response.Content.Headers.ContentLength > 2_000_000_000);
            await using var body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1000]);
        }

        await Until(() => _aws.Requests[^1].IsOver);
        Assert.InRange(_aws.Requests[^1].BytesSent, 0, 50_000_000);
    }

    [Fact]
    public async Task A_reset_is_a_reset()
    {
        _aws.Fault("AmazonVPC", Faults.Reset(), times: 1);
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => TextAsync(VpcFile));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(Root(error)).SocketErrorCode);
        Assert.Equal(100, _aws.Requests[^1].BytesSent);
        await TextAsync(VpcFile);
    }

    [Fact]
    public async Task A_body_cut_short_ends_in_due_form()
    {
        _aws.Fault("AmazonVPC", Faults.CutShort(1000));
        Assert.Equal(1000, (await TextAsync(VpcFile)).Length);
    }

    [Fact]
    public async Task A_connection_hung_up_is_no_reset()
    {
        _aws.Fault("AmazonVPC", Faults.HangUp(1000));
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => TextAsync(VpcFile));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(error.InnerException).HttpRequestError);
    }

    [Fact]
    public async Task A_content_length_can_be_too_long_or_too_short()
    {
        var whole = await TextAsync(VpcFile);
        _aws.Fault("AmazonVPC", Faults.WrongContentLength(+10), times: 1);
        await Assert.ThrowsAsync<HttpRequestException>(() => TextAsync(VpcFile));
        _aws.Fault("AmazonVPC", Faults.WrongContentLength(-10), times: 1);
        Assert.Equal(whole[..^10], await TextAsync(VpcFile));
        Assert.Equal(whole, await TextAsync(VpcFile));
    }

    [Fact]
    public async Task A_stall_lasts_until_the_client_goes()
    {
        _aws.Fault("AmazonVPC", Faults.Stall(), times: 1);
        using (var response = await Http.GetAsync(new Uri(_aws.Url, VpcFile), HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await Task.Delay(100);
            Assert.False(_aws.Requests[^1].IsOver);
        }

        await Until(() => _aws.Requests[^1].IsOver);
        _aws.Fault("AmazonVPC", Faults.StallBeforeHeaders(), times: 1);
        using var patience = new CancellationTokenSource();
        var (before, waiting) = (_aws.Requests.Count, Http.GetAsync(new Uri(_aws.Url, VpcFile), HttpCompletionOption.ResponseHeadersRead, patience.Token));
        await Until(() => _aws.Requests.Count > before);
        await patience.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => waiting);
        await Until(() => _aws.Requests[^1].IsOver);
        Assert.Equal(0, _aws.Requests[^1].Status);
    }

    [Fact]
    public async Task The_fake_goes_down_at_once_under_a_request_that_stalls()
    {
        var aws = await FakeAws.StartAsync("eu-west-1");
        aws.Fault(When.Always, Faults.StallBeforeHeaders());
        var request = Http.GetAsync(new Uri(aws.Url, VpcFile));
        await Until(() => aws.Requests.Count > 0);
        await aws.DisposeAsync().AsTask().WaitAsync(Waiting.Most);
        await Assert.ThrowsAsync<HttpRequestException>(() => request);
    }

    [Fact]
    public async Task A_slow_drip_is_slow_and_whole()
    {
        var whole = await TextAsync(VpcFile);
        _aws.Fault("AmazonVPC", Faults.SlowDrip(whole.Length / 4, TimeSpan.FromMilliseconds(50)));
        var start = TimeProvider.System.GetTimestamp();
        Assert.Equal(whole, await TextAsync(VpcFile));
        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMilliseconds(190));
    }

    [Fact]
    public async Task A_bomb_is_small_until_it_is_unpacked()
    {
        _aws.Fault("AmazonVPC", Faults.GzipBomb());
        await using var body = await Http.GetStreamAsync(new Uri(_aws.Url, VpcFile));
        await using var unpacked = new GZipStream(body, CompressionMode.Decompress);
        var (buffer, length) = (new byte[1 << 20], 0L);
        for (int read; (read = await unpacked.ReadAsync(buffer)) > 0;) length += read;
        Assert.InRange(length, 1L << 30, (1L << 30) + 100);
        Assert.InRange(_aws.Requests[^1].BytesSent, 500_000, 2_000_000);
    }

    [Fact]
    public async Task A_status_comes_with_its_headers()
    {
        _aws.Fault(When.IsOfferFile, Faults.Status(503, "Slow down", "text/plain", ("Retry-After", "7")), times: 1);
        using var response = await Http.GetAsync(new Uri(_aws.Url, VpcFile));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_request_without_a_signature_is_refused()
    {
        using var content = new StringContent("""{"ServiceCode":"AmazonVPC"}""", MediaTypeHeaderValue.Parse("application/x-amz-json-1.1"));
        content.Headers.Add("X-Amz-Target", "AWSPriceListService.GetProducts");
        using var response = await Http.PostAsync(new Uri(_aws.Url, "/"), content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("MissingAuthenticationTokenException", JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("__type").GetString());
    }

    private static Exception Root(Exception error) => error.InnerException is { } inner ? Root(inner) : error;

    private static Task Until(Func<bool> condition) => Waiting.UntilAsync(condition);

    private Task<string> TextAsync(string path) => Http.GetStringAsync(new Uri(_aws.Url, path));

    private async Task<HttpStatusCode> StatusAsync(string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_aws.Url, path));
        with?.Invoke(request);
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }
}
