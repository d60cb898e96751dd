using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources.QueryApi;

public sealed class FailingApiTests : IAsyncLifetime
{
    private const string Vpc = "AmazonVPC";

    private FakeAws _aws = null!;

    public static TheoryData<string, Misbehaviour> Passing => new()
    {
        { "throttling", Faults.Throttling() },
        { "internal error", Faults.Error("com.amazonaws.awspricelistservice#InternalErrorException", "", 500) },
        { "internal error as 400", Faults.Error("InternalErrorException") },
        { "500", Faults.Status(500) },
        { "503", Faults.Status(503, "<html/>", "text/html") },
        { "408", Faults.Status(408) },
        { "429", Faults.Status(429) },
        { "reset", Faults.Reset() },
        { "hung up", Faults.HangUp() },
        { "cut short", Faults.CutShort() },
        { "half of it", Faults.MalformedJson() },
        { "HTML with 200", Faults.HtmlWith200() },
        { "nothing with 200", Faults.Status(200) },
        { "JSON of another", Faults.Status(200, "{\"status\":\"ok\"}") },
        { "not even text", Faults.Status(200, "{\"PriceList\":[\"\\ud800\"]}") },
    };

    public async Task InitializeAsync() => _aws = await FakeAws.StartAsync("eu-west-1");

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_tried_again_and_what_does_not_is_given_up_after_four_tries(string name, Misbehaviour fault)
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, fault, times: 3);
        Assert.NotEmpty((await query.ReadAsync(Vpc)).List.Products);
        Assert.Equal(4, _aws.Requests.Count);
        // Three waits around 1, 2 and 4 s, less or more by chance.
        Assert.InRange(query.Elapsed, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(15));
        Assert.Equal(3, query.Log.All.Count(line => line.Contains("It is called again in", StringComparison.Ordinal)));

        _aws.Fault(When.IsQuery, fault, times: 4);
        var message = await query.FailureAsync(Vpc);
        Assert.StartsWith("AmazonVPC for eu-west-1: ", message, StringComparison.Ordinal);
        Assert.True(_aws.Requests.Count == 8, $"{name}: {_aws.Requests.Count} calls, {message}");
    }

    [Theory]
    [InlineData(302, "redirect")]
    [InlineData(403, "refused the request (403)")]
    [InlineData(404, "refused the request (404)")]
    public async Task What_does_not_pass_is_not_tried_again(int status, string says)
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(status, "", "text/plain", ("Location", "/offers/v1.0/aws/index.json")));
        Assert.Contains(says, await query.FailureAsync(Vpc), StringComparison.Ordinal);
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task A_code_in_the_header_alone_is_read_too()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(400, "", "text/plain", ("x-amzn-ErrorType", "AccessDeniedException:http://internal.amazon.com/coral/")));
        Assert.Contains("pricing:GetProducts", await query.FailureAsync(Vpc), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_After_is_honoured_in_seconds_and_as_a_date()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(503, "", "text/plain", ("Retry-After", "41")), times: 1);
        await query.ReadAsync(Vpc);
        Assert.InRange(query.Elapsed, TimeSpan.FromSeconds(41), TimeSpan.FromSeconds(43));

        await using var later = new Querying(_aws.Url);
        var date = (later.Time.GetUtcNow() + TimeSpan.FromSeconds(30)).ToString("R", CultureInfo.InvariantCulture);
        _aws.Fault(When.IsQuery, Faults.Status(429, "", "text/plain", ("Retry-After", date)), times: 1);
        await later.ReadAsync(Vpc);
        Assert.InRange(later.Elapsed, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task A_wait_longer_than_a_page_may_take_ends_it_with_the_cause()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(503, "", "text/plain", ("Retry-After", "86400")));
        var message = await query.FailureAsync(Vpc);
        Assert.Contains("no answer within 120 s. Before that: The Price List Query API is failing at AWS (503)", message, StringComparison.Ordinal);
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task A_query_of_many_slow_pages_ends_after_five_minutes()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault("GetProducts", (context, next) =>
            (_aws.Requests.Count % 2 == 1 ? Faults.Status(503, "", "text/plain", ("Retry-After", "70")) : Faults.Status(200, $$"""{"PriceList":[],"NextToken":"{{_aws.Requests.Count}}"}"""))(context, next));
        Assert.Contains("no answer within 300 s", await query.FailureAsync(Vpc), StringComparison.Ordinal);
        Assert.InRange(query.Elapsed, TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(302));
    }

    [Fact]
    public async Task A_stall_is_given_up_after_20_seconds_and_tried_again()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Stall(100), times: 1);
        Assert.NotEmpty((await query.ReadAsync(Vpc, stalls: EachFor20Seconds(last: 1))).List.Products);
        Assert.InRange(query.Elapsed, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(25));

        _aws.Fault(When.IsQuery, Faults.StallBeforeHeaders());
        var calls = _aws.Requests.Count;
        Assert.Contains("gave no answer within 20 s", await query.FailureAsync(Vpc, stalls: EachFor20Seconds(last: calls + 4)), StringComparison.Ordinal);
        Assert.Equal(calls + 4, _aws.Requests.Count);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault("GetProducts", async context =>
        {
            var megabyte = new byte[1 << 20];
            for (var sent = 0; sent < 33; sent++) await context.Response.Body.WriteAsync(megabyte, context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        Assert.Contains("longer than 32 MB", await query.FailureAsync(Vpc), StringComparison.Ordinal);
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task An_answer_announced_as_huge_is_not_read_at_all()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault("GetProducts", async context =>
        {
            context.Response.ContentLength = 1L << 32;
            await context.Response.StartAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        Assert.Contains("longer than 32 MB", await query.FailureAsync(Vpc), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_answer_is_refused()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.GzipBomb());
        Assert.Contains("is compressed", await query.FailureAsync(Vpc), StringComparison.Ordinal);
        Assert.Single(_aws.Requests);
        Assert.False(_aws.Requests[0].Headers.ContainsKey("Accept-Encoding"));
    }

    [Fact]
    public async Task Nobody_at_home_is_said_with_the_address()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // Bound, but not listening: nobody else gets the port.
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var query = new Querying(new Uri($"http://{taken.LocalEndPoint}"));
        Assert.Contains($"at {taken.LocalEndPoint} cannot be reached", await query.FailureAsync(Vpc), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(500));
        for (var i = 0; i < 3; i++) await query.FailureAsync(Vpc);
        var calls = _aws.Requests.Count;
        Assert.InRange(calls, 10, 11);
        Assert.Contains("left alone", await query.FailureAsync("AWSDataTransfer"), StringComparison.Ordinal);
        Assert.Equal(calls, _aws.Requests.Count);
        _aws.ClearFaults();
        query.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.NotEmpty((await query.ReadAsync(Vpc)).List.Products);
    }

    [Fact]
    public async Task Throttling_leaves_the_circuit_closed()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Throttling(), times: 12);
        for (var i = 0; i < 3; i++) Assert.Contains("limits the calls", await query.FailureAsync(Vpc), StringComparison.Ordinal);
        Assert.NotEmpty((await query.ReadAsync(Vpc)).List.Products);
    }

    [Fact]
    public async Task Calls_of_all_Regions_and_services_are_spaced_together()
    {
        await using var query = new Querying(_aws.Url);
        var eu = Shipped.Snapshot.Regions["eu-west-1"];
        var reads = Enumerable.Range(0, 30).Select(number => query.Client.ReadAsync(number % 2 == 0 ? Vpc : "AmazonEC2", eu, CancellationToken.None)).ToArray();
        await query.ElapseAsync(Task.WhenAll(reads));
        Assert.Equal(30, _aws.Requests.Count);
        // 10 at once, 20 more at 5 a second.
        Assert.InRange(query.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.StallBeforeHeaders());
        using var over = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query.Client.ReadAsync(Vpc, Shipped.Snapshot.Regions["eu-west-1"], over.Token));
    }

    /// <summary>Lets as much time pass over each call up to the last that stalls, and no more.</summary>
    private Func<bool> EachFor20Seconds(int last)
    {
        var (call, passed) = (0, TimeSpan.Zero);
        return () =>
        {
            if (_aws.Requests is not [.., { IsOver: false }] || _aws.Requests.Count > last) return false;
            if (_aws.Requests.Count != call) (call, passed) = (_aws.Requests.Count, TimeSpan.Zero);
            passed += Querying.Step;
            return passed <= TimeSpan.FromSeconds(20);
        };
    }
}
