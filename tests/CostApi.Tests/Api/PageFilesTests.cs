using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace CostApi.Tests.Api;

public sealed partial class PageFilesTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task The_page_stands_at_the_root_and_leads_to_Swagger()
    {
        var page = await service.GetAsync("/");
        Assert.Equal((200, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("<h1>CostApi", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"swagger\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("swagger-ui", (await service.GetAsync("/swagger")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/js/main.js")]
    [InlineData("/css/page.css")]
    public async Task Nothing_may_come_from_elsewhere_or_stand_inline(string path)
    {
        using var client = service.CreateClient();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again()
    {
        using var client = service.CreateClient();
        using var first = await client.GetAsync(new Uri("/js/main.js", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/js/main.js");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var answer = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/js/nothing.js")]
    [InlineData("/v1/nothing")]
    [InlineData("/../appsettings.json")]
    public async Task What_is_not_there_is_a_problem_document(string path)
    {
        var answer = await service.GetAsync(path);
        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task The_page_paints_the_categories_as_the_pictures_do()
    {
        const string Estimate = """{ "region": "eu-west-1", "layout": { "name": "x", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }] } }""";
        var picture = Picture().Matches((await service.PostAsync("/v1/estimates?format=svg", Estimate)).Text).Select(Colour).ToList();
        var page = Page().Matches((await service.GetAsync("/css/colours.css")).Text).Select(Colour).ToList();
        // Each category has a colour for light grounds and one for dark.
        Assert.Equal(24, picture.Count);
        Assert.Equal(picture, page);

        static string Colour(Match match) => $"{match.Groups[1].Value} {match.Groups[2].Value}";
    }

    [GeneratedRegex(@"\.cost-(c\d+) \{ fill: (#\w{6}); \}")]
    private static partial Regex Picture();

    [GeneratedRegex(@"--cost-(c\d+): (#\w{6});")]
    private static partial Regex Page();
}
