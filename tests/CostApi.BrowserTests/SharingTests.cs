using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

[Collection(nameof(Chromium))]
public sealed class SharingTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task A_shared_link_shows_what_its_sender_saw()
    {
        await using var sender = await chromium.VisitAsync();
        await sender.Page.GetByLabel("Region", new() { Exact = true }).SelectOptionAsync("ap-southeast-2");
        await sender.Page.GetByLabel("GB sent to sqs").FillAsync("12345");
        await sender.AnsweredAsync();
        await ButtonAsync(sender, "Copy link");
        var link = await ClipboardAsync(sender);
        Assert.Contains("#design=", link, StringComparison.Ordinal);

        await using var receiver = await chromium.VisitAsync(link);
        Assert.Equal(await sender.Headline.TextContentAsync(), await receiver.Headline.TextContentAsync());
        await Assertions.Expect(receiver.Page.GetByLabel("Region", new() { Exact = true })).ToHaveValueAsync("ap-southeast-2");
        await Assertions.Expect(receiver.Page.GetByLabel("GB sent to sqs")).ToHaveValueAsync("12345");
    }

    [ChromiumFact]
    public async Task The_request_is_copied_as_the_API_takes_it()
    {
        await using var visit = await chromium.VisitAsync();
        await ButtonAsync(visit, "Copy as JSON");
        var request = await ClipboardAsync(visit);
        var reply = await chromium.Service.PostAsync("/v1/comparisons", request);
        Assert.Equal(200, reply.Status);
        Assert.Contains((string)reply.Json["cheapest"]!, await visit.Headline.TextContentAsync(), StringComparison.Ordinal);

        await ButtonAsync(visit, "Copy as curl");
        Assert.Contains(JsonNode.Parse(request)!["traffic"]!.ToJsonString(), await ClipboardAsync(visit), StringComparison.Ordinal);
        await ButtonAsync(visit, "Copy Markdown");
        var markdown = await chromium.Service.PostAsync("/v1/comparisons?format=markdown", request);
        Assert.Equal(markdown.Text, await ClipboardAsync(visit));
    }

    [ChromiumFact]
    public async Task The_answer_by_address_is_the_answer_shown_and_opens_in_the_page_too()
    {
        await using var visit = await chromium.VisitAsync();
        var address = (await visit.Page.GetByRole(AriaRole.Link, new() { Name = "MD", Exact = true }).GetAttributeAsync("href"))!;
        var reply = await chromium.Service.GetAsync(new Uri(address).PathAndQuery);
        Assert.Equal(200, reply.Status);
        Assert.Contains("76.92", reply.Text, StringComparison.Ordinal);

        await using var again = await chromium.VisitAsync("/#" + new Uri(address).Query.TrimStart('?'));
        Assert.Equal(await visit.Headline.TextContentAsync(), await again.Headline.TextContentAsync());
        await Assertions.Expect(again.Page.GetByText("From a shared request")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_hostile_link_does_no_harm()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByLabel("Name of VPC 1").FillAsync("<img src=x onerror=alert(1)>");
        await visit.AnsweredAsync();
        await using var hostile = await chromium.VisitAsync(visit.Page.Url);
        await Assertions.Expect(hostile.Page.Locator("#lines")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await hostile.Page.Locator("main img").CountAsync());
        Assert.Empty(hostile.Complaints);
    }

    private static async Task ButtonAsync(Visit visit, string name)
    {
        await visit.Page.Locator("#share-said").EvaluateAsync("said => said.textContent = ''");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#share-said")).ToContainTextAsync("Copied.");
    }

    private static Task<string> ClipboardAsync(Visit visit) => visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
}
