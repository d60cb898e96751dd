using Microsoft.Playwright;

namespace CostApi.BrowserTests;

[Collection(nameof(Chromium))]
public sealed class ErrorTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task What_the_service_refuses_stands_beside_the_field()
    {
        await using var visit = await chromium.VisitAsync();
        var field = visit.Page.GetByLabel("Destination of flow 2");
        await field.FillAsync("sqss");
        await visit.AnsweredAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        var about = await field.GetAttributeAsync("aria-describedby");
        await Assertions.Expect(visit.Page.Locator($"#{about}")).ToContainTextAsync("'sqs'");

        await field.FillAsync("sqs");
        await visit.AnsweredAsync();
        Assert.Equal(0, await visit.Page.Locator("[aria-invalid]").CountAsync());
        await Assertions.Expect(visit.Page.Locator("#faults")).ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task Every_culprit_is_marked_at_once()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByLabel("Hours per month").FillAsync("9999");
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("-1");
        await visit.AnsweredAsync();
        Assert.Equal(2, await visit.Page.Locator("[aria-invalid]").CountAsync());
        await Assertions.Expect(visit.Page.Locator("#faults")).ToContainTextAsync("2 marked fields");
    }

    [ChromiumFact]
    public async Task A_service_that_is_gone_is_said_to_be_gone()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.RouteAsync("**/v1/comparisons", route => route.AbortAsync());
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("1");
        await Assertions.Expect(visit.Page.Locator("#faults")).ToContainTextAsync("The service cannot be reached.");
    }
}
