using System.Text;
using CostApi.Api;
using CostApi.Tests.Snapshots;

namespace CostApi.Tests.Reporting;

public sealed class ReportsTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string> Reports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var request in new[] { "baseline", "unpriced-and-unreachable", "hostile" })
                foreach (var format in ReportFormat.All.Where(format => format.Write is not null)) data.Add(request, format.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_report_is_as_reviewed(string request, string format)
    {
        var reply = await service.PostAsync($"/v1/comparisons?format={format}", Request(request));
        Assert.Equal(200, reply.Status);
        var known = ReportFormat.All.Single(one => one.Name == format);
        Assert.Equal(known.MediaType, reply.ContentType);
        SnapshotFile.Matches($"tests/CostApi.Tests/Snapshots/Reports/{request}.{known.Extension}", reply.Text);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json, text/plain, */*", "application/json")]
    [InlineData("text/plain, text/csv;q=0.5", "text/csv")]
    [InlineData("text/markdown;variant=GFM", "text/markdown")]
    [InlineData("text/csv;q=0.4, text/markdown;q=0.6", "text/markdown")]
    [InlineData("text/*, text/markdown;q=0", "text/html")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8", "image/svg+xml")]
    [InlineData("application/sarif+json", "application/sarif+json")]
    [InlineData("*/*;q=0.1, IMAGE/*", "image/svg+xml")]
    public async Task Accept_chooses_the_format_that_the_caller_likes_best(string? accept, string type)
    {
        foreach (var (path, body) in new[] { ("/v1/comparisons", Request("baseline")), ("/v1/estimates", Estimate) })
        {
            using var response = await SendAsync(path, body, accept);
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json;q=0")]
    [InlineData("nonsense")]
    public async Task What_no_format_satisfies_is_answered_406_with_their_types(string accept)
    {
        using var response = await SendAsync("/v1/comparisons", Request("baseline"), accept);
        var reply = await Reply.OfAsync(response);
        Assert.Equal((406, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.All(ReportFormat.All, format => Assert.Contains(format.MediaType, (string)reply.Json["detail"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_parameter_wins_over_Accept()
    {
        using var response = await SendAsync("/v1/estimates?format=csv", Estimate, "text/html");
        Assert.Equal("text/csv; charset=utf-8; header=present", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task An_unknown_format_is_named_beside_the_faults_of_the_body()
    {
        using var response = await SendAsync("/v1/comparisons?format=pdf", """{ "region": "nowhere", "layouts": [] }""", "image/svg+xml");
        var reply = await Reply.OfAsync(response);
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Equal(["format", "layouts", "region"], reply.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("json, markdown, html, csv, svg, sarif", reply.Errors["format"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", true)]
    [InlineData("svg", true)]
    [InlineData("markdown", false)]
    public async Task A_browser_runs_and_loads_nothing(string format, bool isPage)
    {
        using var response = await SendAsync($"/v1/comparisons?format={format}", Request("hostile"), null);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(isPage, response.Headers.TryGetValues("Content-Security-Policy", out var policy));
        if (isPage) Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", policy!.Single());
    }

    internal static string Estimate => """
        { "region": "eu-west-1", "traffic": [{ "to": "s3", "receivedGb": 100 }],
          "layout": { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a", "b"], "natGateway": { "mode": "zonal" } }] } }
        """;

    internal static string Request(string name) => File.ReadAllText(Repository.Folder($"tests/CostApi.Tests/Reporting/Requests/{name}.json"));

    private async Task<HttpResponseMessage> SendAsync(string path, string body, string? accept)
    {
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request);
    }
}
