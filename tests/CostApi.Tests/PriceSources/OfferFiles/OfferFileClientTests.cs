using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.PriceSources;
using CostApi.PriceSources.OfferFiles;
using CostApi.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CostApi.Tests.PriceSources.OfferFiles;

public sealed class OfferFileClientTests : IAsyncLifetime
{
    private const string Vpc = "AmazonVPC", Ec2 = "AmazonEC2", Index = "region_index.json", File = "eu-west-1/index.json";

    private readonly PatientTime _time = new();
    private FakeAws _aws = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _aws = await FakeAws.StartAsync("eu-west-1", "eu-central-1");
        _services = Services(_aws.Url.ToString());
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _aws.DisposeAsync();
    }

    public static TheoryData<string> ServiceCodes { get; } = [.. UsageTypes.Services];

    [Theory]
    [MemberData(nameof(ServiceCodes))]
    public async Task The_rows_of_a_Region_are_read_with_the_file_s_version(string service)
    {
        var list = await ReadAsync(service);

        Assert.Equal((service, _aws.Catalogue.Current(service)!.Version), (list!.ServiceCode, list.Version));
        Assert.NotEmpty(list.Products);
        Assert.All(list.Products, product => Assert.True(UsageTypes.MayMatter(service, product.UsageType) && product.Terms.Count > 0));
    }

    [Fact]
    public async Task A_price_is_as_the_file_has_it()
    {
        _aws.Catalogue.Set("eu-west-1", "NatGateway-Hours", "0.0512345678");

        var product = (await ReadAsync(Ec2))!.Products.Single(product => product.UsageType == "EU-NatGateway-Hours");

        Assert.Equal("0.0512345678", product.Terms.Single().Dimensions.Single().PricePerUnit["USD"]);
    }

    [Fact]
    public async Task For_the_version_that_is_held_nothing_is_downloaded()
    {
        Assert.Null(await ReadAsync(Ec2, _aws.Catalogue.Current(Ec2)!.Version));

        Assert.EndsWith(Index, Assert.Single(_aws.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_is_asked_for_by_its_tag_and_a_new_one_is_taken()
    {
        var version = (await ReadAsync(Vpc))!.Version;

        Assert.Null(await ReadAsync(Vpc, version));
        Assert.Equal(304, _aws.Requests[^1].Status);

        _aws.Catalogue.Publish(new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero));
        Assert.Equal("20261122110000", (await ReadAsync(Vpc, version))!.Version);
    }

    [Fact]
    public async Task A_Region_of_the_same_index_needs_no_second_index()
    {
        await ReadAsync(Vpc);

        Assert.NotEmpty((await ReadAsync(Vpc, region: "eu-central-1"))!.Products);
        Assert.Equal([200, 200, 304, 200], _aws.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task No_encoding_is_asked_for()
    {
        await ReadAsync(Vpc);

        Assert.All(_aws.Requests, request => Assert.False(request.Headers.ContainsKey("Accept-Encoding")));
    }

    public static TheoryData<string, Misbehaviour> Passing { get; } = new()
    {
        { "500", Faults.Status(500) },
        { "503", Faults.Status(503) },
        { "429", Faults.Status(429) },
        { "408", Faults.Status(408) },
        { "reset", Faults.Reset() },
        { "reset before headers", Faults.Reset(0) },
        { "cut short", Faults.CutShort() },
        { "hung up", Faults.HangUp() },
        { "wrong length", (context, next) => context.Request.Path.Value!.EndsWith(Index, StringComparison.Ordinal) ? Faults.WrongContentLength(10)(context, next) : Faults.HangUp(10)(context, next) },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_tried_again_and_what_does_not_pass_three_times(string kind, Misbehaviour fault)
    {
        foreach (var where in new[] { Index, File })
        {
            _aws.Fault(where, fault);
            var failure = await FailureAsync(Vpc);
            Assert.Contains("try 3 of 3", failure.Message, StringComparison.Ordinal);
            Assert.Contains(where, failure.Message, StringComparison.Ordinal);
            if (kind.All(char.IsDigit)) Assert.Contains(kind, failure.Message, StringComparison.Ordinal);
            _aws.ClearFaults();
            _time.Waits.Clear();

            _aws.Fault(where, fault, times: 2);
            Assert.NotEmpty((await ReadAsync(Vpc))!.Products);
            Assert.Equal(2, _time.Waits.Count);
            _time.Waits.Clear();
        }
    }

    public static TheoryData<string, Misbehaviour> Lasting { get; } = new()
    {
        { "403 (Forbidden)", Faults.Status(403) },
        { "404 (NotFound)", Faults.Status(404) },
        { "304 (NotModified)", Faults.Status(304) },
        { "302 (Found)", Faults.Status(302, "", "text/plain", ("Location", "/elsewhere")) },
        { "no such file", Faults.HtmlWith200() },
        { "no such file", Faults.Status(200, "[ 1 ]") },
        { "no such file", Faults.Status(200, """{ "regions" : { ] } """) },
        { "no such file", Faults.Status(200, "null") },
        { "encoded as gzip", Faults.GzipBomb() },
    };

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task What_does_not_pass_is_said_at_once(string reason, Misbehaviour fault)
    {
        foreach (var where in new[] { Index, File })
        {
            _aws.Fault(where, fault);
            var before = _aws.Requests.Count;

            Assert.Contains(reason, (await FailureAsync(Vpc)).Message, StringComparison.Ordinal);

            Assert.Single(_aws.Requests.Skip(before), request => request.Path.EndsWith(where, StringComparison.Ordinal));
            Assert.All(_aws.Requests, request => Assert.True(request.BytesSent < 16 << 20));
            _aws.ClearFaults();
        }
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Sun, 22 Nov 2026 12:00:11 GMT", 11)]
    [InlineData("86400", 300)]
    [InlineData("Wed, 22 Nov 2028 12:00:00 GMT", 300)]
    public async Task A_host_that_says_when_is_asked_then(string retryAfter, int seconds)
    {
        _aws.Fault(File, Faults.Status(429, "", "text/plain", ("Retry-After", retryAfter)), times: 1);

        Assert.NotNull(await ReadAsync(Vpc));

        Assert.Equal([TimeSpan.FromSeconds(seconds)], _time.Waits);
    }

    [Theory]
    [InlineData(Index, -1)]
    [InlineData(Index, 100)]
    [InlineData(File, -1)]
    [InlineData(File, 100)]
    public async Task Silence_ends_a_try(string where, int afterBytes)
    {
        _aws.Fault(where, afterBytes < 0 ? Faults.StallBeforeHeaders() : Faults.Stall(afterBytes), times: 1);

        var work = _time.ThroughAsync(Client.ReadAsync(Vpc, Region(), null, CancellationToken.None));
        await Until(() => _aws.Requests.Any(request => request.Path.EndsWith(where, StringComparison.Ordinal) && request.BytesSent >= Math.Max(0, afterBytes)));
        // Until the try that hangs has noticed: what has just come renews its patience.
        while (_time.Waits.Count == 0)
        {
            _time.Advance(Patience.Idle);
            for (var noticed = 0; noticed < 100 && _time.Waits.Count == 0; noticed++) await Task.Delay(20);
        }

        Assert.NotEmpty((await work)!.Products);
    }

    [Fact]
    public async Task A_file_that_drips_for_ever_is_given_up_in_the_end()
    {
        _aws.Fault(File, Faults.SlowDrip(1, TimeSpan.FromMilliseconds(1)));

        var work = Record.ExceptionAsync(() => _time.ThroughAsync(Client.ReadAsync(Vpc, Region(), null, CancellationToken.None)));
        await Until(() => _aws.Requests.Count > 0);
        while (!work.IsCompleted)
        {
            // So much further that the client has read of it since.
            var (request, sent) = (_aws.Requests[^1], _aws.Requests[^1].BytesSent);
            await Until(() => work.IsCompleted || _aws.Requests[^1] != request || request.BytesSent > sent + 20);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Contains("it took longer than 120 s", Assert.IsType<PriceSourceException>(await work).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_refuses_connections_is_named()
    {
        var url = _aws.Url;
        await _aws.DisposeAsync();

        Assert.Contains($"{url}offers/v1.0/aws/AmazonVPC/current/region_index.json", (await FailureAsync(Vpc)).Message, StringComparison.Ordinal);
        Assert.Equal(2, _time.Waits.Count);
    }

    [Fact]
    public async Task A_host_that_fails_time_and_again_is_left_alone_for_a_while()
    {
        _aws.Fault(Index, Faults.Status(500));
        for (var read = 0; read < 4; read++) await FailureAsync(Vpc);
        var before = _aws.Requests.Count;

        Assert.Contains("left alone", (await FailureAsync(Vpc)).Message, StringComparison.Ordinal);
        Assert.Equal(before, _aws.Requests.Count);

        _aws.ClearFaults();
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull(await ReadAsync(Vpc));
    }

    [Fact]
    public async Task Of_two_gigabytes_no_64_MB_are_kept()
    {
        _aws.Ec2Filler = 500_000;
        await ReadAsync(Vpc);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.NotEmpty((await ReadAsync(Ec2))!.Products);

        // Other tests run beside this one.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64 << 20);
    }

    [Fact]
    public async Task Calling_off_is_no_failure_of_the_source()
    {
        _aws.Fault(File, Faults.Stall(100));
        using var off = new CancellationTokenSource();
        var work = Client.ReadAsync(Vpc, Region(), null, off.Token);
        await Until(() => _aws.Requests.Any(request => request.BytesSent >= 100 && request.Path.EndsWith(File, StringComparison.Ordinal)));

        await off.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Theory]
    [InlineData("https://example.com/offers/v1.0/aws/AmazonVPC/1/eu-west-1/index.json")]
    [InlineData("//example.com/offers/v1.0/aws/AmazonVPC/1/eu-west-1/index.json")]
    [InlineData("file:///etc/passwd")]
    [InlineData("1/eu-west-1/index.json")]
    public async Task An_index_leads_nowhere_else(string address)
    {
        _aws.Fault(Index, Faults.Status(200, $$$"""{ "regions" : { "eu-west-1" : { "currentVersionUrl" : "{{{address}}}" } } }"""));

        Assert.Contains("not a path on", (await FailureAsync(Vpc)).Message, StringComparison.Ordinal);
        Assert.Single(_aws.Requests);
    }

    [Theory]
    [InlineData("us-east-1", "names no file for us-east-1")]
    [InlineData("eusc-de-east-1", "No offer files are known for the partition aws-eusc")]
    public async Task A_Region_without_a_file_is_named(string region, string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<PriceSourceException>(() => ReadAsync(Vpc, region: region))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("eu-west-1", "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonVPC/current/region_index.json")]
    [InlineData("us-gov-west-1", "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonVPC/current/region_index.json")]
    [InlineData("cn-north-1", "https://pricing.cn-north-1.amazonaws.com.cn/offers/v1.0/cn/AmazonVPC/current/region_index.json")]
    public void Each_partition_has_its_host(string region, string url) =>
        Assert.Equal(url, OfferFileUrls.RegionIndex(null, Vpc, Region(region)).ToString());

    private OfferFileClient Client => _services.GetRequiredService<OfferFileClient>();

    private ServiceProvider Services(string baseUrl) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new($"{OfferFilesOptions.Section}:BaseUrl", baseUrl)]).Build())
        .AddSingleton<TimeProvider>(_time)
        .AddLogging()
        .AddOfferFiles()
        .BuildServiceProvider();

    private Task<PriceList?> ReadAsync(string service, string? heldVersion = null, string region = "eu-west-1") =>
        _time.ThroughAsync(Client.ReadAsync(service, Region(region), heldVersion, CancellationToken.None));

    private Task<PriceSourceException> FailureAsync(string service) => Assert.ThrowsAsync<PriceSourceException>(() => ReadAsync(service));

    private static Region Region(string code = "eu-west-1") => Shipped.Snapshot.Regions[code];

    private static Task Until(Func<bool> happened) => Waiting.UntilAsync(happened);
}
