using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

/// <summary>The headline, the chart and the amounts say what the answer says.</summary>
[Collection(nameof(Chromium))]
public sealed class TruthTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task Only_a_baseline_that_works_is_compared_with()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AlterAsync("v1/comparisons", answer => answer["layouts"]![0]!["feasible"] = false);
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("201");
        await visit.AnsweredAsync();
        await Assertions.Expect(visit.Headline).ToContainTextAsync("One NAT gateway has traffic without a route. It is not compared.");
        await Assertions.Expect(visit.Headline).Not.ToContainTextAsync("cheaper");
        await Assertions.Expect(visit.Page.Locator(".layout-cost").Filter(new() { HasText = "%" })).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Only_a_baseline_that_is_fully_priced_is_compared_with()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AlterAsync("v1/comparisons", answer => answer["layouts"]![0]!["complete"] = false);
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("201");
        await visit.AnsweredAsync();
        await Assertions.Expect(visit.Headline).ToContainTextAsync(
            "One NAT gateway has charges without a known price. It is not compared.");
    }

    [ChromiumFact]
    public async Task The_chart_of_every_break_even_crosses_where_the_table_says()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await page.GetByLabel("Destination of flow 1", new() { Exact = true }).FillAsync("kms");
        await page.GetByLabel("Availability Zones of an interface endpoint").SelectOptionAsync("2");
        await page.GetByText("Discounts and usage so far").ClickAsync();
        await page.GetByLabel("Discount, %").FillAsync("20");
        await page.GetByLabel("Sides billed for cross-zone data transfer").SelectOptionAsync("1");
        // Within the break-even the GB through endpoints reach a cheaper tier.
        await page.GetByLabel("GB already processed by interface endpoints").FillAsync("1048500");
        await visit.AnsweredAsync();
        var seen = 0;
        foreach (var layout in await OptionsAsync(page.Locator("#chosen")))
        {
            await page.Locator("#chosen").SelectOptionAsync(layout);
            if (await page.Locator("#curve-service").CountAsync() == 0) continue;
            foreach (var service in await OptionsAsync(page.Locator("#curve-service")))
            {
                await page.Locator("#curve-service").SelectOptionAsync(service);
                seen += await CrossesAsync(page);
            }
        }

        Assert.InRange(seen, 10, 100);
    }

    [ChromiumFact]
    public async Task The_chart_of_a_hub_is_that_of_its_table()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
        await visit.AnsweredAsync();
        await visit.Page.GetByLabel("Details of").SelectOptionAsync("Hub with shared endpoints");
        // 24.09 for three zones and 0.50 for the hosted zone, by 0.068 less 0.03.
        await Assertions.Expect(visit.Page.Locator("svg.curve")).ToContainTextAsync("break-even 647.11 GB");
        Assert.Equal(1, await CrossesAsync(visit.Page));
    }

    [ChromiumFact]
    public async Task Amounts_are_shown_in_full_or_not_at_all()
    {
        foreach (var width in (int[])[360, 390, 1024, 1440])
        {
            await using var visit = await chromium.VisitAsync(width: width);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a VPC" }).ClickAsync();
            await visit.Page.GetByLabel("GB sent to s3").First.FillAsync("1234567890");
            await visit.Page.GetByLabel("GB sent to sqs").First.FillAsync("9876543");
            await visit.AnsweredAsync();
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Clipped));
            Assert.Equal(width, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
    }

    [ChromiumFact]
    public async Task The_recommendation_names_its_zones_and_has_as_many_as_the_other_layouts()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        var asked = 0;
        page.Request += (_, request) =>
        {
            if (!request.Url.EndsWith("/v1/recommendations", StringComparison.Ordinal)) return;
            asked = (int)JsonNode.Parse(request.PostData!)!["constraints"]!["leastEndpointZones"]!;
        };
        await page.GetByLabel("GB sent to sqs").FillAsync("5000");
        await visit.AnsweredAsync();
        Assert.Equal(3, asked);
        await Assertions.Expect(page.Locator("#recommendation")).ToContainTextAsync("sqs in zones a, b and c");
        await page.GetByLabel("Availability Zones of an interface endpoint").SelectOptionAsync("2");
        await visit.AnsweredAsync();
        Assert.Equal(2, asked);
        await Assertions.Expect(page.Locator("#recommendation")).ToContainTextAsync("sqs in zones a and b");
        await Assertions.Expect(page.Locator("#recommendation")).ToContainTextAsync("NAT gateway in zone a");
        var own = await visit.CostAsync("Endpoints for every service");
        var recommended = await visit.CostAsync("Recommended");
        Assert.Equal(own.Split(' ')[1], recommended.Split(' ')[1]);
    }

    [ChromiumFact]
    public async Task The_oldest_rate_stands_beside_the_figure()
    {
        await using var visit = await chromium.VisitAsync();
        // The line items have the dates where the answer does not name the oldest one.
        await Assertions.Expect(visit.Page.Locator("#prices-age")).ToContainTextAsync("Oldest rate used: EU-");
        await visit.AlterAsync("v1/comparisons", answer =>
        {
            answer["prices"]!["oldestRate"] = JsonNode.Parse(
                """{ "usageType": "EU-NatGateway-Bytes", "source": "offer-files", "asOf": "2024-01-31" }""");
            answer["prices"]!["publishedAt"] = null;
            answer["prices"]!["retrievedAt"] = null;
        });
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("201");
        await visit.AnsweredAsync();
        await Assertions.Expect(visit.Page.Locator("#prices-age")).ToContainTextAsync(
            "Oldest rate used: EU-NatGateway-Bytes, as of 2024-01-31, from the AWS Price List files.");
        Assert.Empty(visit.Complaints);
    }

    // 1 if the lines of the chart meet at the break-even of the chosen service's row, which its label names; 0 if there is no break-even.
    private static async Task<int> CrossesAsync(IPage page)
    {
        var name = await page.Locator("#curve-service option:checked").TextContentAsync();
        var row = page.Locator("#curves tbody tr").Filter(new() { Has = page.GetByText(name!, new() { Exact = true }) }).First;
        var said = await row.Locator("td").Nth(2).TextContentAsync();
        if (said == "none") return 0;
        await Assertions.Expect(page.Locator("svg.curve")).ToContainTextAsync($"break-even {said}");
        var gap = await page.EvaluateAsync<double>(Gap);
        Assert.True(gap < 0.5, string.Create(CultureInfo.InvariantCulture, $"{name}: the lines lie {gap} px apart at the break-even."));
        return 1;
    }

    private static Task<string[]> OptionsAsync(ILocator select) =>
        select.EvaluateAsync<string[]>("select => [...select.options].map(option => option.value)");

    // How far apart the two lines are at the marked break-even, in pixels.
    private const string Gap = """
        () => {
          const points = name => document.querySelector(`svg.curve > .${name}`).getAttribute('d').slice(1).split('L')
            .map(point => point.split(' ').map(Number));
          const at = Number(document.querySelector('.crossing').getAttribute('d').slice(1).split(' ')[0]);
          const height = line => {
            const i = Math.max(1, line.findIndex(([x]) => x >= at));
            const [[x0, y0], [x1, y1]] = [line[i - 1], line[i]];
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0);
          };
          return Math.abs(height(points('line-nat')) - height(points('line-endpoint')));
        }
        """;

    // Amounts that are cut: in the bars and fields by their own edge, in the chart by the picture's, in the tables by the frame's.
    private const string Clipped = """
        () => {
          const cut = [];
          const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
            && inner.bottom <= outer.bottom + 1;
          for (const one of document.querySelectorAll('.inside')) {
            const [text, part] = [one.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
            if (text.top < part.bottom - 1 && !within(text, part)) cut.push(one.textContent);
          }
          for (const one of document.querySelectorAll('#traffic input[type=number]')) {
            if (one.scrollWidth > one.clientWidth) cut.push(one.value);
          }
          for (const one of document.querySelectorAll('svg.curve text')) {
            const [text, picture] = [one.getBoundingClientRect(), one.ownerSVGElement.getBoundingClientRect()];
            if (!within(text, picture)) cut.push(one.textContent);
          }
          for (const one of document.querySelectorAll('main tbody .number, main tfoot .number')) {
            const [cell, frame] = [one.getBoundingClientRect(), one.closest('.scroll').getBoundingClientRect()];
            if (cell.width > 0 && (cell.left < frame.left - 1 || cell.right > frame.right + 1)) cut.push(one.textContent);
          }
          for (const one of document.querySelectorAll('.layout-cost')) {
            if (one.scrollWidth > one.clientWidth && one.clientWidth > 0) cut.push(one.textContent);
          }
          return cut;
        }
        """;
}
