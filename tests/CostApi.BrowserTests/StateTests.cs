using Microsoft.Playwright;

namespace CostApi.BrowserTests;

/// <summary>Figures that are not those of the design in the form never look as if they were.</summary>
[Collection(nameof(Chromium))]
public sealed class StateTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task Figures_are_marked_as_old_150_ms_after_a_change_and_no_longer_once_it_is_answered()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.StateAsync("current");
        await visit.Page.Clock.InstallAsync(new() { TimeDate = chromium.Service.Time.GetUtcNow().UtcDateTime });
        await visit.Page.Clock.PauseAtAsync(chromium.Service.Time.GetUtcNow().UtcDateTime.AddHours(1));
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("1");
        await visit.Page.Clock.RunForAsync(149);
        await visit.StateAsync("current");
        await visit.Page.Clock.RunForAsync(1);
        await visit.StateAsync("pending");
        await Assertions.Expect(visit.Page.GetByText("Calculating. The figures below are for the previous design.")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#headline")).ToHaveCSSAsync("font-style", "italic");
        await visit.Page.Clock.RunForAsync(50);
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
        await Assertions.Expect(visit.Page.Locator("#state")).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task An_answer_that_does_not_come_stays_marked_until_there_is_one()
    {
        await using var visit = await chromium.VisitAsync();
        var release = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/v1/comparisons", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("1");
        await visit.StateAsync("pending");
        await Assertions.Expect(visit.Page.Locator("#share")).ToHaveAttributeAsync("inert", "");
        release.SetResult();
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
    }

    [ChromiumFact]
    public async Task After_a_refusal_the_figures_are_those_of_the_previous_design_and_say_so()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByLabel("Destination of flow 2").FillAsync("sqss");
        await visit.AnsweredAsync();
        await visit.StateAsync("failed");
        var mark = visit.Page.GetByText("The figures below are for the previous design, not for this one.");
        await Assertions.Expect(mark).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Destination of flow 2").FillAsync("sns");
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
    }

    [ChromiumFact]
    public async Task A_service_that_is_gone_leaves_no_figures_that_look_current()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.RouteAsync("**/v1/*", route => route.AbortAsync());
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("1");
        await visit.AnsweredAsync();
        await visit.StateAsync("failed");
        await Assertions.Expect(visit.Page.Locator("#faults")).ToContainTextAsync("The service cannot be reached.");
    }

    [ChromiumFact]
    public async Task Until_the_recommendation_is_there_the_others_are_shown_and_it_is_said_to_come()
    {
        await using var visit = await chromium.VisitAsync();
        var release = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/v1/recommendations", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GetByLabel("GB sent to sqs").FillAsync("41");
        await Assertions.Expect(visit.Page.Locator("#recommendation")).ToContainTextAsync("Calculating the recommendation");
        await visit.StateAsync("current");
        Assert.Equal(4, await visit.Layouts.CountAsync());
        release.SetResult();
        await visit.AnsweredAsync();
        Assert.Equal(5, await visit.Layouts.CountAsync());
    }

    [ChromiumFact]
    public async Task A_recommendation_that_fails_leaves_the_comparison_as_it_is()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.RouteAsync("**/v1/recommendations", route => route.AbortAsync());
        await visit.Page.GetByLabel("GB sent to sqs").FillAsync("41");
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
        await Assertions.Expect(visit.Page.Locator("#recommendation .fault")).ToContainTextAsync("cannot be reached");
        Assert.Equal(4, await visit.Layouts.CountAsync());
    }
}
