using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

/// <summary>One person's visit, with all that the browser said and asked for meanwhile.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, and what was thrown.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public ConcurrentQueue<string> Requests { get; } = [];

    public ILocator Headline => Page.Locator("#headline");

    public ILocator Layouts => Page.Locator(".layout");

    public static async Task<Visit> StartAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning") visit.Complaints.Enqueue(said.Text);
        };
        page.PageError += (_, thrown) => visit.Complaints.Enqueue(thrown);
        context.Request += (_, request) => visit.Requests.Enqueue(request.Url);
        await page.GotoAsync(address);
        await visit.AnsweredAsync();
        return visit;
    }

    /// <summary>Until the answer, or the refusal, is to what was said last: the page is busy from the moment of a change.</summary>
    public Task AnsweredAsync() => Assertions.Expect(Page.Locator("#answer")).ToHaveAttributeAsync("aria-busy", "false");

    public async Task<string> CostAsync(string layout) =>
        (await Layouts.Filter(new LocatorFilterOptions { Has = Page.GetByText(layout, new PageGetByTextOptions { Exact = true }) }).Locator(".layout-cost").TextContentAsync())!;

    /// <summary>`none`, `current`, `pending` or `failed`: whether the figures are those of the design in the form.</summary>
    public Task StateAsync(string state) => Assertions.Expect(Page.Locator("#answer")).ToHaveAttributeAsync("data-state", state);

    /// <summary>Changes what the service answers to a path, as the browser sees it.</summary>
    public Task AlterAsync(string path, Action<JsonNode> alter) => Page.RouteAsync($"**/{path}", async route =>
    {
        var answer = await route.FetchAsync();
        var json = JsonNode.Parse(await answer.TextAsync())!;
        if (answer.Ok) alter(json);
        await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = json.ToJsonString() });
    });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
