using Microsoft.Playwright;

namespace CostApi.BrowserTests;

[Collection(nameof(Chromium))]
public sealed class PrintTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task The_question_the_age_of_the_prices_and_what_is_folded_are_printed()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByText("Discounts and usage so far").ClickAsync();
        await page.GetByLabel("Discount, %").FillAsync("8");
        await visit.AnsweredAsync();
        var question = page.Locator("#question");
        await Assertions.Expect(question).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(question).ToBeVisibleAsync();
        foreach (var said in (string[])["Region eu-west-1, 730 hours per month.", "app in 3 Availability Zones", "Discount: 8 %.", "sqs"])
            await Assertions.Expect(question).ToContainTextAsync(said);
        await Assertions.Expect(question.GetByRole(AriaRole.Row).Filter(new() { HasText = "s3" })).ToContainTextAsync("1,800 GB");
        await Assertions.Expect(page.Locator("#prices-age")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#basis li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#design")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Assertions.Expect(page.Locator("#basis li").First).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task The_printed_question_is_that_of_the_printed_answer()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByLabel("Destination of flow 2").FillAsync("sqss");
        await visit.AnsweredAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visit.Page.Locator("#question")).Not.ToContainTextAsync("sqss");
        await Assertions.Expect(visit.Page.Locator("#state")).ToBeVisibleAsync();
    }
}
