using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

/// <summary>A link that cannot be read is never answered with another design.</summary>
[Collection(nameof(Chromium))]
public sealed class LinkTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task However_a_link_is_cut_the_sample_does_not_stand_in_for_it()
    {
        await using var visit = await chromium.VisitAsync();
        var fragment = new Uri(visit.Page.Url).Fragment;
        foreach (var length in (int[])[3, 7, 8, 9, 20, fragment.Length / 2, fragment.Length - 8, fragment.Length - 1])
            await RefusedAsync(fragment[..length]);
    }

    [ChromiumFact]
    public async Task A_link_with_a_letter_changed_or_with_something_behind_it_is_refused()
    {
        await using var visit = await chromium.VisitAsync();
        var fragment = new Uri(visit.Page.Url).Fragment;
        foreach (var at in (int[])[10, fragment.Length / 3, fragment.Length / 2, fragment.Length - 4])
            await RefusedAsync(fragment[..at] + (fragment[at] == 'A' ? 'B' : 'A') + fragment[(at + 1)..]);
        await RefusedAsync(fragment + ").");
        await RefusedAsync("#design=nonsense");
        await RefusedAsync("#else=" + fragment);
    }

    [ChromiumFact]
    public async Task What_is_no_design_or_lacks_a_part_of_one_is_refused()
    {
        string[] designs =
        [
            "{}", "[]", "7", "null",
            """{ "region": "eu-west-1" }""",
            """{ "region": "eu-west-1", "vpcs": [] }""",
            """{ "vpcs": [{ "name": "app", "zones": 3 }] }""",
            """{ "region": "eu-west-1", "vpcs": [{ "name": "app", "zones": 9 }] }""",
            """{ "region": "eu-west-1", "vpcs": [{ "name": "app", "zones": 3 }], "traffic": [{ "to": 4 }] }""",
            """{ "region": "eu-west-1", "layouts": [] }""",
        ];
        foreach (var json in designs) await RefusedAsync(await PackedAsync(json));
    }

    [ChromiumFact]
    public async Task A_link_of_an_earlier_version_still_opens()
    {
        await using var visit = await chromium.VisitAsync("/" + await PackedAsync("""
            { "region": "us-east-1", "hoursPerMonth": 730, "vpcs": [{ "name": "web", "zones": 2 }], "compare": ["one"], "nat": "one",
              "endpointZones": 0, "pricing": {}, "document": null, "budget": {},
              "constraints": { "nat": "any", "hub": "allowed", "leastEndpointZones": 2, "transitGateway": "none" },
              "traffic": [{ "from": "web", "to": "kms", "sentGb": 10, "receivedGb": 20 }] }
            """));
        await visit.StateAsync("current");
        await Assertions.Expect(visit.Page.GetByLabel("GB received from kms")).ToHaveValueAsync("20");
        // 32.85 + 3.65, and 30 GB at 0.045, half of which crosses zones at 0.02.
        Assert.Equal("USD 38.15", await visit.CostAsync("One NAT gateway"));
    }

    [ChromiumFact]
    public async Task From_a_link_that_cannot_be_read_one_can_start_afresh()
    {
        await using var visit = await chromium.VisitAsync("/#design=nonsense");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start with the sample design" }).ClickAsync();
        await Assertions.Expect(visit.Headline).ToContainTextAsync("Cheapest");
        await Assertions.Expect(visit.Page.Locator("#design")).ToBeVisibleAsync();
    }

    private async Task RefusedAsync(string fragment)
    {
        await using var visit = await chromium.VisitAsync("/" + fragment);
        await Assertions.Expect(visit.Headline).ToContainTextAsync("The design in this link cannot be read");
        await visit.StateAsync("none");
        await Assertions.Expect(visit.Page.Locator("#design")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("#bars")).ToBeHiddenAsync();
        // The address stays as it came.
        Assert.EndsWith(fragment, visit.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<string> PackedAsync(string json)
    {
        using var packed = new MemoryStream();
        await using (var deflate = new DeflateStream(packed, CompressionMode.Compress, leaveOpen: true))
            await deflate.WriteAsync(Encoding.UTF8.GetBytes(json));
        return "#design=" + Base64Url.EncodeToString(packed.ToArray());
    }
}
