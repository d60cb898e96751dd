using System.Collections.Concurrent;
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
        await visit.SettledAsync();
        return visit;
    }

    /// <summary>Until the answer stands to what was said last.</summary>
    public async Task AnsweredAsync()
    {
        // The page waits a moment for more before it asks.
        await Page.WaitForTimeoutAsync(300);
        await SettledAsync();
    }

    public async Task<string> CostAsync(string layout) =>
        (await Layouts.Filter(new LocatorFilterOptions { Has = Page.GetByText(layout, new PageGetByTextOptions { Exact = true }) }).Locator(".layout-cost").TextContentAsync())!;

    private Task SettledAsync() => Assertions.Expect(Page.Locator("#answer")).ToHaveAttributeAsync("aria-busy", "false");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
