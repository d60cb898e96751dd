using Microsoft.Playwright;

namespace CostApi.BrowserTests;

[Collection(nameof(Chromium))]
public sealed class NewcomerTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task The_page_answers_before_anything_is_asked()
    {
        await using var visit = await chromium.VisitAsync();
        await Assertions.Expect(visit.Headline).ToContainTextAsync("Cheapest: NAT + gateway endpoints, USD 76.92 per month");
        // The first example of the README.
        Assert.Equal("USD 199.59", await visit.CostAsync("One NAT gateway"));
        // Four that the design could take, and the recommended one.
        Assert.Equal(5, await visit.Layouts.CountAsync());
    }

    [ChromiumFact]
    public async Task A_newcomer_changes_figures_and_sees_the_answer_at_once()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByLabel("Region", new() { Exact = true }).SelectOptionAsync("us-east-1");
        await page.GetByLabel("Remove internet").ClickAsync();
        await page.GetByLabel("Remove s3").ClickAsync();
        await page.GetByLabel("Destination of flow 1").FillAsync("kms");
        await page.GetByLabel("GB sent to sqs").FillAsync("1000");
        await page.GetByLabel("GB received from sqs").FillAsync("2000");
        await visit.AnsweredAsync();
        // Worked by hand: 32.85 for hours, 135 for GB, 40 for what crosses zones, 3.65 for the address; and in each zone 109.5 + 135.
        Assert.Equal("USD 211.50", await visit.CostAsync("One NAT gateway"));
        Assert.StartsWith("USD 244.50", await visit.CostAsync("NAT gateway in each zone"), StringComparison.Ordinal);
        // Without the internet nothing needs a NAT: 3 zones at 7.30 and 3,000 GB at 0.01, in the recommendation as well.
        Assert.StartsWith("USD 51.90", await visit.CostAsync("Endpoints for every service"), StringComparison.Ordinal);
        await Assertions.Expect(visit.Headline).ToContainTextAsync("Endpoints for every service, USD 51.90 per month, cheaper than One NAT gateway by USD 159.60 (75.5 %).");
    }

    [ChromiumFact]
    public async Task A_bundle_brings_its_services()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByLabel("Typical workload").SelectOptionAsync("ECS on Fargate");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add its services" }).ClickAsync();
        await visit.AnsweredAsync();
        var routes = page.GetByRole(AriaRole.Region, new() { Name = "Traffic of" });
        foreach (var service in (string[])["ecr.api", "ecr.dkr", "logs"]) await Assertions.Expect(routes.GetByText(service, new() { Exact = true })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Two_VPCs_can_share_a_hub()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await visit.AnsweredAsync();
        Assert.StartsWith("USD ", await visit.CostAsync("Hub with shared endpoints"), StringComparison.Ordinal);
        await page.GetByLabel("Details of").SelectOptionAsync("Hub with shared endpoints");
        await Assertions.Expect(page.Locator("#lines")).ToContainTextAsync("TransitGateway-Hours");
    }

    [ChromiumFact]
    public async Task The_curve_shows_where_the_design_stands()
    {
        await using var visit = await chromium.VisitAsync();
        var curve = visit.Page.Locator("svg.curve");
        await Assertions.Expect(curve).ToContainTextAsync("you are here: 100 GB");
        await Assertions.Expect(curve).ToContainTextAsync("break-even 469.29 GB");
        await visit.Page.GetByLabel("GB sent to sqs").FillAsync("340");
        await Assertions.Expect(curve).ToContainTextAsync("you are here: 400 GB");
    }

    [ChromiumFact]
    public async Task What_has_no_price_is_never_shown_as_free()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByLabel("Region", new() { Exact = true }).SelectOptionAsync("cn-north-1");
        await visit.AnsweredAsync();
        Assert.Equal("at least CNY 0.00", await visit.CostAsync("One NAT gateway"));
        await Assertions.Expect(visit.Layouts.First).ToContainTextAsync("not fully priced");
        await Assertions.Expect(visit.Headline).ToHaveTextAsync("No layout can be ranked: each one has traffic without a route, or charges without a known price.");
    }

    [ChromiumFact]
    public async Task Quick_typing_asks_once_and_the_last_answer_stands()
    {
        await using var visit = await chromium.VisitAsync();
        int Asked() => visit.Requests.Count(url => url.EndsWith("/v1/recommendations", StringComparison.Ordinal));
        var before = Asked();
        await visit.Page.Clock.InstallAsync(new() { TimeDate = chromium.Service.Time.GetUtcNow().UtcDateTime });
        await visit.Page.Clock.PauseAtAsync(chromium.Service.Time.GetUtcNow().UtcDateTime.AddHours(1));
        await visit.Page.GetByLabel("GB received from s3").PressSequentiallyAsync("000");
        await visit.Page.Clock.RunForAsync(199);
        Assert.Equal(before, Asked());
        await visit.Page.Clock.RunForAsync(1);
        await visit.AnsweredAsync();
        Assert.Equal(before + 1, Asked());
        await Assertions.Expect(visit.Page.Locator("#routes")).ToContainTextAsync("1,800,200 GB");
    }
}
