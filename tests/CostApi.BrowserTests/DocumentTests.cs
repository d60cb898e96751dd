using System.Text;
using System.Text.Json.Nodes;
using CostApi.Tests;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

[Collection(nameof(Chromium))]
public sealed class DocumentTests(Chromium chromium)
{
    private const string Template = """
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a, CidrBlock: 10.0.0.0/24 } }
          Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: eipalloc-1 } }
        """;

    [ChromiumFact]
    public async Task A_plan_that_is_chosen_shows_what_it_changes()
    {
        await using var visit = await chromium.VisitAsync();
        await OpenAsync(visit);
        await visit.Page.GetByLabel("Choose a file").SetInputFilesAsync(new FilePayload { Name = "plan.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Plan) });
        await Assertions.Expect(visit.Page.GetByText("From plan.json: before, after.")).ToBeVisibleAsync();
        await visit.AnsweredAsync();
        // By hand: two NAT gateways at 35.04 and an address at 3.65; one of them, and three endpoints in two zones at 8.03 each.
        Assert.Equal("USD 73.73", await visit.CostAsync("before"));
        await Assertions.Expect(visit.Layouts.Filter(new() { HasText = "cheapest" })).ToHaveCountAsync(0);
        // Without traffic it is not known where the design stands.
        await Assertions.Expect(visit.Page.Locator("svg.curve")).ToContainTextAsync("break-even");
        await Assertions.Expect(visit.Page.Locator("svg.curve")).Not.ToContainTextAsync("you are here");
        Assert.StartsWith("USD 83.22", await visit.CostAsync("after"), StringComparison.Ordinal);
        await Assertions.Expect(visit.Headline).ToHaveTextAsync("No traffic given: hourly charges only, the network costs USD 83.22 per month after the change, more expensive than before by USD 9.49 (12.9 %).");
        var change = visit.Page.Locator("#review tr").Filter(new() { HasText = "aws_vpc_endpoint.interface[\"sqs\"]" });
        await Assertions.Expect(change).ToContainTextAsync("16.06");
        await Assertions.Expect(visit.Page.Locator("#lines")).ToContainTextAsync("aws_nat_gateway.kept");
        Assert.Empty(visit.Complaints);
    }

    [ChromiumFact]
    public async Task A_template_that_is_pasted_is_read_with_its_traffic_added_and_left_again()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await OpenAsync(visit);
        await page.GetByLabel("Or paste the document").FillAsync(Template);
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the pasted document" }).ClickAsync();
        await Assertions.Expect(page.GetByText("From the pasted document")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add internet traffic" }).ClickAsync();
        await visit.AnsweredAsync();
        await Assertions.Expect(page.Locator("#lines")).ToContainTextAsync("200 GB × 0.048");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the design" }).ClickAsync();
        await visit.AnsweredAsync();
        Assert.Equal("USD 199.59", await visit.CostAsync("One NAT gateway"));
    }

    [ChromiumFact]
    public async Task A_document_of_one_time_has_a_headline_with_its_cost()
    {
        await using var visit = await chromium.VisitAsync();
        await ReviewAsync(visit, "template.yaml", Template);
        // By hand: 35.04 for the hours of the NAT gateway and 3.65 for its address.
        await Assertions.Expect(visit.Headline).ToHaveTextAsync(
            "No traffic given: hourly charges only, template.yaml costs USD 38.69 per month.");
        Assert.Equal("USD 38.69", await visit.CostAsync("template.yaml"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add internet traffic" }).ClickAsync();
        await visit.AnsweredAsync();
        // 200 GB at 0.048 on top; the first 100 GB out are free.
        await Assertions.Expect(visit.Headline).ToHaveTextAsync("template.yaml costs USD 48.29 per month.");
    }

    [ChromiumFact]
    public async Task A_state_has_a_headline_with_its_cost()
    {
        const string State = """
            { "format_version": "1.0", "terraform_version": "1.9.0", "values": { "root_module": { "resources": [
              { "address": "aws_vpc.main", "mode": "managed", "type": "aws_vpc", "name": "main",
                "values": { "id": "vpc-1", "arn": "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1", "cidr_block": "10.0.0.0/16" } },
              { "address": "aws_subnet.a", "mode": "managed", "type": "aws_subnet", "name": "a",
                "values": { "id": "subnet-1", "vpc_id": "vpc-1", "availability_zone": "eu-west-1a" } },
              { "address": "aws_nat_gateway.a", "mode": "managed", "type": "aws_nat_gateway", "name": "a",
                "values": { "id": "nat-1", "subnet_id": "subnet-1", "allocation_id": "eipalloc-1", "connectivity_type": "public" } }
            ] } } }
            """;
        await using var visit = await chromium.VisitAsync();
        await ReviewAsync(visit, "state.json", State);
        await Assertions.Expect(visit.Headline).ToHaveTextAsync(
            "No traffic given: hourly charges only, state.json costs USD 38.69 per month.");
    }

    [ChromiumFact]
    public async Task What_the_review_says_of_its_traffic_its_hours_and_what_is_accepted_is_shown()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AlterAsync("v1/reviews/**", review =>
        {
            review["trafficGiven"] = true;
            review["after"]!["hourlyMonthlyCost"] = 38.69;
            review["after"]!["usageMonthlyCost"] = 1234.5;
            review["notPriced"] = JsonNode.Parse("""[{ "address": "Firewall", "type": "x", "what": "Hours.", "change": null }]""");
            review["ignored"] = JsonNode.Parse("""
                [{
                  "code": "single-zone", "severity": "info", "vpc": "Vpc", "message": "One zone.",
                  "reason": "A test network", "by": null, "until": "2027-01-31"
                }]
                """);
        });
        await ReviewAsync(visit, "template.yaml", Template);
        await Assertions.Expect(visit.Headline).ToHaveTextAsync(
            "template.yaml costs at least USD 38.69 per month. It has 1 resource without a price.");
        await Assertions.Expect(visit.Page.Locator("#bars")).ToContainTextAsync("USD 38.69 in hourly charges, USD 1,234.50 in usage charges");
        var accepted = visit.Page.Locator("#review details").Filter(new() { HasText = "1 finding accepted" });
        await Assertions.Expect(accepted).ToContainTextAsync("single-zone Vpc: A test network, until 2027-01-31");
        Assert.Empty(visit.Complaints);
    }

    [ChromiumFact]
    public async Task A_change_from_what_does_not_work_is_not_compared()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AlterAsync("v1/reviews/**", review => review["before"]!["feasible"] = false);
        await ReviewAsync(visit, "plan.json", Plan);
        await Assertions.Expect(visit.Headline).ToContainTextAsync(
            "The network before the change has traffic without a route. It is not compared.");
        await Assertions.Expect(visit.Headline).Not.ToContainTextAsync("than");
    }

    [ChromiumFact]
    public async Task A_budget_that_does_not_hold_fails_the_review_and_the_Markdown_says_so()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await OpenAsync(visit);
        await page.GetByLabel("Choose a file").SetInputFilesAsync(new FilePayload { Name = "plan.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Plan) });
        await Assertions.Expect(page.Locator("#review")).ToContainTextAsync("pass");
        await page.GetByLabel("Highest increase per month").FillAsync("5");
        await Assertions.Expect(page.Locator("#review")).ToContainTextAsync("fail");
        await Assertions.Expect(page.Locator("#review")).ToContainTextAsync("The change adds USD 9.49 per month");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy Markdown" }).ClickAsync();
        await Assertions.Expect(page.Locator("#share-said")).ToContainTextAsync("Copied.");
        Assert.Contains("USD 9.49 more per month", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_file_can_be_dropped_anywhere()
    {
        await using var visit = await chromium.VisitAsync();
        var dropped = await visit.Page.EvaluateHandleAsync(
            "text => { const it = new DataTransfer(); it.items.add(new File([text], 'template.yaml')); return it; }", Template);
        await visit.Page.DispatchEventAsync("body", "drop", new { dataTransfer = dropped });
        await Assertions.Expect(visit.Page.GetByText("From template.yaml")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task What_is_no_document_is_said_to_be_none()
    {
        await using var visit = await chromium.VisitAsync();
        await OpenAsync(visit);
        await visit.Page.GetByLabel("Choose a file").SetInputFilesAsync(new FilePayload { Name = "main.tf", MimeType = "text/plain", Buffer = "resource \"aws_vpc\" \"main\" {}"u8.ToArray() });
        await Assertions.Expect(visit.Page.Locator("#document-fault")).ToContainTextAsync("terraform show -json");
        await Assertions.Expect(visit.Page.Locator("#progress")).ToBeHiddenAsync();
        Assert.Equal("USD 199.59", await visit.CostAsync("One NAT gateway"));
    }

    [ChromiumFact]
    public async Task A_large_plan_shows_how_far_it_is_and_can_be_given_up()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await OpenAsync(visit);
        // A line that lets little through keeps the file on its way.
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = 1_000_000, ["uploadThroughput"] = 300_000 });
        var padding = new string(' ', 2_000_000);
        await page.GetByLabel("Choose a file").SetInputFilesAsync(new FilePayload { Name = "large.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Plan + padding) });
        await Assertions.Expect(page.Locator("#progress-text")).ToContainTextAsync("large.json");
        await Assertions.Expect(page.Locator("#progress-bar")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Locator("#progress")).ToBeHiddenAsync();
        Assert.Equal("USD 199.59", await visit.CostAsync("One NAT gateway"));
    }

    private static async Task ReviewAsync(Visit visit, string name, string document)
    {
        await OpenAsync(visit);
        var file = new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(document) };
        await visit.Page.GetByLabel("Choose a file").SetInputFilesAsync(file);
        await Assertions.Expect(visit.Page.Locator("#review-title")).ToHaveTextAsync($"Review of {name}");
        await visit.AnsweredAsync();
    }

    private static string Plan { get; } = File.ReadAllText(Repository.Folder("tests/CostApi.Tests/Reviewing/Terraform/Fixtures/nat-to-endpoints/plan.json"));

    private static Task OpenAsync(Visit visit) => visit.Page.GetByText("Terraform plan or CloudFormation template").ClickAsync();
}
