using CostApi.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

/// <summary>What holds whatever the page is used for.</summary>
[Collection(nameof(Chromium))]
public sealed class HouseTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task It_asks_no_other_host_and_the_console_stays_empty()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByLabel("GB sent to sqs").FillAsync("700");
        await visit.AnsweredAsync();
        var own = chromium.Service.ClientOptions.BaseAddress.Authority;
        Assert.NotEmpty(visit.Requests);
        Assert.All(visit.Requests, url => Assert.Equal(own, new Uri(url).Authority));
        Assert.Empty(visit.Complaints);
        Assert.Empty(await visit.Page.Context.CookiesAsync());
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
    }

    [ChromiumFact]
    public async Task Markup_from_text_is_refused_by_the_browser()
    {
        await using var visit = await chromium.VisitAsync();
        var refused = await visit.Page.EvaluateAsync<string>("() => { try { document.body.innerHTML += '<b>x</b>'; return 'taken'; } catch (fault) { return fault.name; } }");
        Assert.Equal("TypeError", refused);
    }

    [ChromiumFact]
    public Task Axe_finds_nothing_in_the_light() => CheckAsync(1280, ColorScheme.Light);

    [ChromiumFact]
    public Task Axe_finds_nothing_in_the_dark() => CheckAsync(1280, ColorScheme.Dark);

    [ChromiumFact]
    public Task Axe_finds_nothing_on_a_narrow_screen() => CheckAsync(360, ColorScheme.Light);

    [ChromiumFact]
    public async Task Nothing_sticks_out_of_a_narrow_screen()
    {
        await using var visit = await chromium.VisitAsync(width: 360);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await visit.AnsweredAsync();
        Assert.Equal(360, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [ChromiumFact]
    public async Task The_keyboard_is_enough()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the answer" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#answer")).ToBeFocusedAsync();
        await visit.Page.GetByLabel("GB received from s3").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("3600");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByLabel("Remove s3")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a service" })).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Axe_finds_nothing_beside_a_mistake()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByLabel("Destination of flow 2").FillAsync("sqss");
        await Assertions.Expect(visit.Page.Locator(".field-fault")).ToBeVisibleAsync();
        await CheckAsync(visit.Page);
    }

    [ChromiumFact]
    public async Task Axe_finds_nothing_in_a_review()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByText("Terraform plan or CloudFormation template").ClickAsync();
        await visit.Page.GetByLabel("Choose a file").SetInputFilesAsync(Repository.Folder("tests/CostApi.Tests/Reviewing/Terraform/Fixtures/nat-to-endpoints/plan.json"));
        await Assertions.Expect(visit.Page.Locator("#review")).ToBeVisibleAsync();
        await visit.AnsweredAsync();
        await CheckAsync(visit.Page);
    }

    private async Task CheckAsync(int width, ColorScheme scheme)
    {
        await using var visit = await chromium.VisitAsync(width: width, scheme: scheme);
        foreach (var summary in await visit.Page.Locator("summary").AllAsync()) await summary.ClickAsync();
        await CheckAsync(visit.Page);
    }

    private static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" ", violation.Nodes.Select(node => node.Html))}"));
        Assert.NotEmpty(result.Passes);
    }
}
