using System.Text.Json.Nodes;
using CostApi.Tests;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

[Collection(nameof(Chromium))]
public sealed class PlanTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task A_plan_is_shown_and_its_layout_is_compared_and_follows_the_names()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await visit.AlterAsync("v1/comparisons", answer => answer["layouts"]![0]!["plan"] = Plan());
        await page.GetByLabel("GB sent to s3").FillAsync("201");
        await visit.AnsweredAsync();
        await page.GetByLabel("Details of").SelectOptionAsync("One NAT gateway");
        var plan = page.Locator("#plan");
        await Assertions.Expect(plan).ToContainTextAsync("Saves USD 1,122.67 per month: One NAT gateway then costs USD 76.92 per month.");
        await Assertions.Expect(plan).ToContainTextAsync("Add a gateway endpoint for S3.");
        await page.UnrouteAsync("**/v1/comparisons");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare this plan with the other layouts" }).ClickAsync();
        await visit.AnsweredAsync();
        Assert.StartsWith("USD 76.92", await visit.CostAsync("One NAT gateway, with plan"), StringComparison.Ordinal);

        await page.GetByLabel("Name of VPC 1").FillAsync("web");
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
        Assert.StartsWith("USD 76.92", await visit.CostAsync("One NAT gateway, with plan"), StringComparison.Ordinal);
        await using var receiver = await chromium.VisitAsync(page.Url);
        Assert.StartsWith("USD 76.92", await receiver.CostAsync("One NAT gateway, with plan"), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "One NAT gateway, with plan" }).ClickAsync();
        await visit.AnsweredAsync();
        Assert.Equal(5, await visit.Layouts.CountAsync());
    }

    [ChromiumFact]
    public async Task Without_a_plan_none_is_shown()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AlterAsync("v1/comparisons", answer =>
        {
            foreach (var layout in answer["layouts"]!.AsArray()) layout!["plan"] = null;
        });
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("201");
        await visit.AnsweredAsync();
        await Assertions.Expect(visit.Page.Locator("#plan")).ToBeHiddenAsync();
        Assert.Empty(visit.Complaints);
    }

    [ChromiumFact]
    public async Task A_hub_that_only_the_plan_has_gives_way_to_a_VPC_that_takes_its_name()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AlterAsync("v1/comparisons", answer =>
        {
            var plan = Plan();
            plan["layout"]!["vpcs"]!.AsArray().Add(JsonNode.Parse("""{ "name": "hub", "availabilityZones": ["a"] }"""));
            plan["layout"]!["transitGateway"] = JsonNode.Parse("""{ "attachments": ["app", "hub"] }""");
            answer["layouts"]![0]!["plan"] = plan;
        });
        await visit.Page.GetByLabel("GB sent to s3").FillAsync("201");
        await visit.AnsweredAsync();
        await visit.Page.GetByLabel("Details of").SelectOptionAsync("One NAT gateway");
        await visit.Page.UnrouteAsync("**/v1/comparisons");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare this plan with the other layouts" }).ClickAsync();
        await visit.AnsweredAsync();
        var cost = await visit.CostAsync("One NAT gateway, with plan");
        await visit.Page.GetByLabel("Name of VPC 1").FillAsync("hub");
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
        Assert.Equal(cost, await visit.CostAsync("One NAT gateway, with plan"));
    }

    [ChromiumFact]
    public async Task The_plan_for_a_document_is_compared_with_the_documents_layouts()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AlterAsync("v1/reviews/**", review => review["after"]!["plan"] = Plan());
        await visit.Page.GetByText("Terraform plan or CloudFormation template").ClickAsync();
        var path = Repository.Folder("tests/CostApi.Tests/Reviewing/Terraform/Fixtures/nat-to-endpoints/plan.json");
        var document = await File.ReadAllBytesAsync(path);
        var file = new FilePayload { Name = "plan.json", MimeType = "application/json", Buffer = document };
        await visit.Page.GetByLabel("Choose a file").SetInputFilesAsync(file);
        await Assertions.Expect(visit.Page.Locator("#plan")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare this plan with the other layouts" }).ClickAsync();
        await visit.AnsweredAsync();
        await visit.StateAsync("current");
        // 35.04 for the hours of the NAT gateway in the plan's layout, and 3.65 for its address.
        Assert.StartsWith("USD 38.69", await visit.CostAsync("after, with plan"), StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.Locator("#review")).ToBeHiddenAsync();
    }

    private static JsonNode Plan() => JsonNode.Parse("""
        {
          "monthlyCost": 76.92, "monthlySaving": 1122.67,
          "steps": [{
            "code": "free-gateway-endpoint-missing", "vpc": "app", "resource": "gateway/s3",
            "action": "Add a gateway endpoint for S3.", "monthlySaving": 1122.67
          }],
          "layout": {
            "name": "One NAT gateway",
            "vpcs": [{
              "name": "app", "availabilityZones": ["a", "b", "c"], "natGateway": { "mode": "zonal", "availabilityZones": ["a"] },
              "endpoints": [{ "type": "gateway", "service": "s3" }]
            }]
          }
        }
        """)!;
}
