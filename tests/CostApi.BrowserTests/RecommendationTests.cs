using Microsoft.Playwright;

namespace CostApi.BrowserTests;

[Collection(nameof(Chromium))]
public sealed class RecommendationTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task The_recommended_layout_stands_among_the_others_and_says_what_would_turn_it()
    {
        await using var visit = await chromium.VisitAsync();
        var panel = visit.Page.Locator("#recommendation");
        await Assertions.Expect(panel).ToContainTextAsync("USD 76.92 a month: no layout that works and respects your choices costs less.");
        Assert.StartsWith("USD 76.92", await visit.CostAsync("Recommended"), StringComparison.Ordinal);
        // The 24.09 + 1.00 of an endpoint in three zones would be 16.06 + 1.00 in two, against 6.13 by the NAT.
        await Assertions.Expect(panel).ToContainTextAsync("By interface endpoint: 10.93 more");
        // 16.06 for two zones by 0.0613… less 0.01 a GB.
        var flip = panel.GetByRole(AriaRole.Row).Filter(new() { HasText = "GB a month from app to sqs" });
        await Assertions.Expect(flip).ToContainTextAsync("312.86");
        await Assertions.Expect(flip).ToContainTextAsync("NAT becomes an interface endpoint");
    }

    [ChromiumFact]
    public async Task What_no_layout_can_do_is_said_and_the_others_stay()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByText("What the recommendation may use").ClickAsync();
        await visit.Page.GetByLabel("NAT gateways", new() { Exact = true }).SelectOptionAsync("none");
        await visit.AnsweredAsync();
        await Assertions.Expect(visit.Page.Locator("#recommendation .fault")).ToBeVisibleAsync();
        Assert.Equal(4, await visit.Layouts.CountAsync());
    }
}
