using System.Text.Json.Nodes;
using CostApi.Tests;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

/// <summary>Traffic belongs to a VPC, whatever it is called.</summary>
[Collection(nameof(Chromium))]
public sealed class RenamingTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task A_name_that_passes_through_another_VPCs_leaves_the_traffic_with_its_own()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await page.GetByLabel("GB received from s3").Nth(1).FillAsync("7");
        await visit.AnsweredAsync();
        var cost = await visit.CostAsync("NAT + gateway endpoints");
        var second = page.GetByLabel("Name of VPC 2");
        await second.FillAsync("app");
        await visit.StateAsync("failed");
        await second.FillAsync("apple");
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
        Assert.Equal(cost, await visit.CostAsync("NAT + gateway endpoints"));
        string[] sources = ["app", "app", "app", "apple", "apple", "apple"];
        const string Selected = "selects => selects.map(one => one.selectedOptions[0].text)";
        Assert.Equal(sources, await page.Locator("#traffic select").EvaluateAllAsync<string[]>(Selected));
    }

    [ChromiumFact]
    public async Task A_link_copied_while_two_VPCs_share_a_name_keeps_their_traffic_apart()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await visit.AnsweredAsync();
        await page.GetByLabel("Name of VPC 2").FillAsync("app");
        await visit.StateAsync("failed");
        await using var receiver = await chromium.VisitAsync(page.Url);
        await receiver.Page.GetByLabel("Name of VPC 2").FillAsync("data");
        await receiver.AnsweredAsync();
        Assert.Equal(3, (await FlowsAsync(receiver)).Count(flow => (string?)flow!["from"] == "data"));
    }

    [ChromiumFact]
    public async Task The_hub_and_its_attachments_follow_the_names()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await visit.AnsweredAsync();
        var cost = await visit.CostAsync("Hub with shared endpoints");
        await page.GetByLabel("Name of VPC 1").FillAsync("hub");
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
        Assert.Equal(cost, await visit.CostAsync("Hub with shared endpoints"));
    }

    [ChromiumFact]
    public async Task Traffic_to_a_VPC_follows_its_name_and_no_other_VPC_takes_it_over()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        foreach (var _ in Enumerable.Range(0, 2)) await page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await page.GetByLabel("Destination of flow 1", new() { Exact = true }).FillAsync("vpc/app-2");
        await visit.AnsweredAsync();
        await page.GetByLabel("Name of VPC 2").FillAsync("app-3");
        await page.GetByLabel("Name of VPC 2").FillAsync("data");
        await visit.AnsweredAsync();
        await Assertions.Expect(page.GetByLabel("Destination of flow 1", new() { Exact = true })).ToHaveValueAsync("vpc/data");
        Assert.Equal("vpc/data", (string?)(await FlowsAsync(visit))[0]!["to"]);
    }

    private static async Task<JsonArray> FlowsAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as JSON" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#share-said")).ToContainTextAsync("Copied.");
        return JsonNode.Parse(await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"))!["traffic"]!.AsArray();
    }
}
