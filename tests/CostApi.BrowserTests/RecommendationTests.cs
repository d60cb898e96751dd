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
        await Assertions.Expect(panel).ToContainTextAsync("USD 76.92 per month. No layout that carries the traffic within your constraints costs less.");
        Assert.StartsWith("USD 76.92", await visit.CostAsync("Recommended"), StringComparison.Ordinal);
        // The 24.09 + 1.00 of an endpoint in the three zones that the other layouts use too, against 6.13 through the NAT.
        await Assertions.Expect(panel).ToContainTextAsync("Through interface endpoint: 18.96 more");
        // 24.09 for three zones divided by 0.0613… less 0.01 per GB.
        var flip = panel.GetByRole(AriaRole.Row).Filter(new() { HasText = "GB per month from app to sqs" });
        await Assertions.Expect(flip).ToContainTextAsync("469.29");
        await Assertions.Expect(flip).ToContainTextAsync("an interface endpoint instead of the NAT gateway");
    }

    [ChromiumFact]
    public async Task What_no_layout_can_do_is_said_and_the_others_stay()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByText("Constraints of the recommendation").ClickAsync();
        await visit.Page.GetByLabel("NAT gateways", new() { Exact = true }).SelectOptionAsync("none");
        await visit.AnsweredAsync();
        await Assertions.Expect(visit.Page.Locator("#recommendation .fault")).ToBeVisibleAsync();
        Assert.Equal(4, await visit.Layouts.CountAsync());
    }
}
