using System.Text;
using System.Text.Json.Nodes;
using CostApi.Core.Advising;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Tests.Cases;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>Plans, states and templates over HTTP: cost before, after, and the verdict.</summary>
public sealed class ReviewTests(Service service) : IClassFixture<Service>
{
    private const string Terraform = "/v1/reviews/terraform";
    private const string CloudFormation = "/v1/reviews/cloudformation";

    // eu-west-1: endpoint 0.011 an hour and 0.01 a GB, NAT 0.048 an hour and a GB, public IPv4 0.005.
    private const string Template = """
        Parameters:
          Zones: { Type: String, Default: two }
        Conditions:
          One: !Equals [!Ref Zones, one]
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: Name, Value: app }] } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a } }
          SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b } }
          Address: { Type: AWS::EC2::EIP }
          Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          Sqs:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: !Ref Vpc
              VpcEndpointType: Interface
              ServiceName: !Sub com.amazonaws.${AWS::Region}.sqs
              SubnetIds: !If [One, [!Ref SubnetA], [!Ref SubnetA, !Ref SubnetB]]
              PrivateDnsEnabled: true
          Wall: { Type: AWS::NetworkFirewall::Firewall, Properties: { VpcId: !Ref Vpc } }
        """;

    private const string NatAlone = "730*0.048 + 730*0.005";
    private const string TwoZones = "2*730*0.011";

    /// <summary>Plan, cost before and after as arithmetic, and the addresses that cost something after.</summary>
    public static TheoryData<string, string, string, string> Plans => new()
    {
        { "nat-to-endpoints", "2*730*0.048 + 730*0.005", "3*2*730*0.011 + 730*0.048", "aws_nat_gateway.kept aws_vpc_endpoint.interface[\"ecr.api\"] aws_vpc_endpoint.interface[\"ecr.dkr\"] aws_vpc_endpoint.interface[\"sqs\"]" },
        { "single-nat", "0", "730*0.048 + 3*730*0.005", "aws_nat_gateway.main" },
        { "regions-and-aliases", "0", "2*730*0.012 + 730*0.005 + 3*730*0.01 + 730*0.005", "module.away.aws_eip.this module.away.aws_vpc_endpoint.kms module.home.aws_eip.this module.home.aws_vpc_endpoint.kms" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_plan_is_priced_before_and_after_by_address(string plan, string before, string after, string addresses)
    {
        var review = (await PostAsync(Terraform, Form.Plan(plan))).Json;
        Assert.Equal(Arithmetic.Evaluate(before), (decimal)review["before"]!["monthlyCost"]!);
        Assert.Equal(Arithmetic.Evaluate(after), (decimal)review["after"]!["monthlyCost"]!);
        Assert.Equal(Arithmetic.Evaluate($"{after} - ({before})"), (decimal)review["difference"]!["amount"]!);
        Assert.Equal(addresses.Split(' '), Lines(review["after"]!).Where(line => (decimal)line["cost"]! > 0).SelectMany(Addresses).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("pass", (string)review["verdict"]!);
    }

    [Fact]
    public async Task The_change_of_each_address_adds_up_to_the_difference()
    {
        var difference = (await PostAsync(Terraform, Form.Plan("nat-to-endpoints"))).Json["difference"]!;
        var changes = difference["lineItems"]!.AsArray();
        Assert.Equal((decimal)difference["amount"]!, changes.Sum(change => (decimal)change!["amount"]!));
        Assert.Equal((decimal)difference["amount"]!, difference["costByCategory"]!.AsObject().Sum(part => (decimal)part.Value!));
        Assert.Equal(("removed", -35.04m), Changed(changes, "aws_nat_gateway.main", "NAT gateway hours"));
        Assert.Equal(("added", 16.06m), Changed(changes, "aws_vpc_endpoint.interface[\"sqs\"]", "Interface endpoint hours"));
        Assert.DoesNotContain(changes, change => Addresses(change!).Contains("aws_nat_gateway.kept"));
    }

    [Fact]
    public async Task Traffic_goes_by_name_or_address_and_in_JSON_or_YAML()
    {
        var bare = await service.PostFormAsync($"{CloudFormation}?region=eu-west-1", ("document", Template));
        Assert.Equal(Arithmetic.Evaluate($"{NatAlone} + {TwoZones}"), Cost(bare, "after"));
        const string json = """{ "traffic": [{ "from": "Vpc", "to": "sqs", "sentGb": 100, "receivedGb": 400 }, { "from": "app", "to": "internet", "sentGb": 200, "receivedGb": 10 }] }""";
        const string yaml = """
            - from: app
              to: sqs
              sentGb: 100
              receivedGb: 400
            - { to: internet, sentGb: 200, receivedGb: 10 }
            """;
        foreach (var traffic in new[] { json, yaml })
        {
            var reply = await service.PostFormAsync($"{CloudFormation}?region=eu-west-1", ("traffic", traffic), ("document", Template));
            Assert.Equal(Arithmetic.Evaluate($"{NatAlone} + {TwoZones} + 500*0.01 + 210*0.048 + 105*2*0.01 + 100*0.09"), Cost(reply, "after"));
            Assert.Equal(["interfaceEndpoint", "natGateway"], reply.Json["after"]!["routes"]!.AsArray().Select(route => (string)route!["path"]!));
        }
    }

    [Fact]
    public async Task Discounts_stand_beside_the_traffic()
    {
        var reply = await service.PostFormAsync($"{CloudFormation}?region=eu-west-1&hoursPerMonth=100", ("document", Template), ("traffic", """{ "pricing": { "discountPercentByCategory": { "natGateway": 50 } } }"""));
        Assert.Equal(Arithmetic.Evaluate("100*0.048*0.5 + 100*0.005 + 2*100*0.011"), Cost(reply, "after"));
    }

    [Fact]
    public async Task Parameters_of_a_template_come_in_every_shape_that_AWS_has()
    {
        foreach (var parameters in new[] { """{ "Zones": "one" }""", "Zones: one", """[{ "ParameterKey": "Zones", "ParameterValue": "one" }]""", """{ "Parameters": { "Zones": "one" } }""" })
        {
            var reply = await service.PostFormAsync($"{CloudFormation}?region=eu-west-1", ("document", Template), ("parameters", parameters));
            Assert.Equal(Arithmetic.Evaluate($"{NatAlone} + 730*0.011"), Cost(reply, "after"));
        }
    }

    [Fact]
    public async Task A_template_is_compared_with_what_it_was()
    {
        var was = Template.Replace("[One, [!Ref SubnetA], [!Ref SubnetA, !Ref SubnetB]]", "[One, [!Ref SubnetA], [!Ref SubnetA]]", StringComparison.Ordinal);
        var alone = (await PostAsync($"{CloudFormation}?region=eu-west-1", Template)).Json;
        Assert.Null(alone["before"]);
        Assert.Null(alone["difference"]);
        var review = (await service.PostFormAsync($"{CloudFormation}?region=eu-west-1", ("document", Template), ("before", was))).Json;
        Assert.Equal(8.03m, (decimal)review["difference"]!["amount"]!);
        var change = Assert.Single(review["difference"]!["lineItems"]!.AsArray())!;
        Assert.Equal(("changed", "Sqs", 8.03m, 16.06m), ((string)change["change"]!, (string)change["addresses"]![0]!, (decimal)change["before"]!, (decimal)change["after"]!));
        Assert.Equal(("Wall", "kept"), ((string)review["notPriced"]![0]!["address"]!, (string)review["notPriced"]![0]!["change"]!));
    }

    [Fact]
    public async Task Without_traffic_the_break_evens_say_where_each_endpoint_and_the_NAT_turn()
    {
        var points = (await PostAsync($"{CloudFormation}?region=eu-west-1", Template)).Json["breakEvens"]!.AsArray();
        Assert.Equal(["sqs", "*"], points.Select(point => (string)point!["service"]!));
        Assert.Equal(["Sqs", "Nat"], points.SelectMany(point => Addresses(point!)));
        Assert.All(points, point =>
        {
            Assert.Equal((16.06m, 0.01m, 0.058m), ((decimal)point!["endpointMonthlyCost"]!, (decimal)point["endpointPerGb"]!, (decimal)point["natPerGb"]!));
            Assert.Equal(Math.Round(16.06m / 0.048m, 10), (decimal)point["gbPerMonth"]!);
        });
    }

    [Theory]
    [InlineData("", "pass", "")]
    [InlineData("&maxMonthlyCost=54.75", "pass", "")]
    [InlineData("&maxMonthlyCost=54.74", "fail", "The network costs USD 54.75 per month, more than the USD 54.74 of maxMonthlyCost.")]
    [InlineData("&maxMonthlyIncrease=16.06", "pass", "")]
    [InlineData("&maxMonthlyIncrease=16.05", "fail", "The change adds USD 16.06 per month, more than the USD 16.05 of maxMonthlyIncrease.")]
    [InlineData("&maxMonthlyIncrease=-1", "fail", "more than the USD -1.00 of maxMonthlyIncrease")]
    [InlineData("&failOn=error", "pass", "")]
    [InlineData("&failOn=info", "fail", "of severity info or higher: ")]
    public async Task A_verdict_holds_the_budgets(string terms, string verdict, string reason)
    {
        var was = Template[..Template.IndexOf("  Sqs:", StringComparison.Ordinal)];
        var review = (await service.PostFormAsync($"{CloudFormation}?region=eu-west-1{terms}", ("document", Template), ("before", was))).Json;
        Assert.Equal(verdict, (string)review["verdict"]!);
        var reasons = review["reasons"]!.AsArray().Select(text => (string)text!).ToArray();
        if (reason.Length == 0) Assert.Empty(reasons);
        else Assert.Contains(reason, Assert.Single(reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_that_cannot_be_held_to_fails()
    {
        var reply = await PostAsync($"{CloudFormation}?region=cn-north-1&maxMonthlyCost=1000&maxMonthlyIncrease=1000", Template.Replace("eu-west-1", "cn-north-1", StringComparison.Ordinal).Replace("com.amazonaws", "cn.com.amazonaws", StringComparison.Ordinal));
        Assert.Equal("fail", (string)reply.Json["verdict"]!);
        Assert.All(reply.Json["reasons"]!.AsArray(), reason => Assert.Contains("cannot be determined", (string)reason!, StringComparison.Ordinal));
        Assert.Equal(2, reply.Json["reasons"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("&failOn=error", 0)]
    [InlineData("&maxMonthlyCost=1000", 1)]
    [InlineData("&maxMonthlyCost=1000&maxMonthlyIncrease=1000", 1)]
    public void A_document_that_is_not_whole_never_holds_a_budget(string budgets, int reasons)
    {
        const string why = "The plan is marked as errored, so it may be incomplete.";
        var read = TerraformReader.Read(Encoding.UTF8.GetBytes(Form.Plan("nat-to-endpoints")));
        var document = read with { After = read.After with { NotWhole = [why], Unread = [.. read.After.Unread, new Unread("", why)] } };
        var terms = new DocumentTerms
        {
            MaxMonthlyCost = budgets.Contains("Cost", StringComparison.Ordinal) ? 1000 : null,
            MaxMonthlyIncrease = budgets.Contains("Increase", StringComparison.Ordinal) ? 1000 : null,
            FailOn = budgets.Contains("failOn", StringComparison.Ordinal) ? Severity.Error : null,
        };
        var question = DocumentQuestion.Of(document, Shipped.Snapshot.Regions["eu-west-1"], takesUntold: true, Shipped.Snapshot.Services);
        var review = new Reviewer(Dialect.Terraform, terms).Review(document, [question], DocumentTraffic.Of([], [question], new Problems([])), [Shipped.Facts("eu-west-1")]);
        Assert.Equal(reasons, review.Reasons.Count(reason => reason.Contains("marked as errored", StringComparison.Ordinal)));
        Assert.Equal(reasons > 0 ? Verdict.Fail : Verdict.Pass, review.Verdict);
        Assert.Contains(review.Unread, unread => unread.Why == why);
        var report = Core.Reporting.ReviewReport.Of(review);
        Assert.EndsWith("; the document does not show the whole network", report.Figure, StringComparison.Ordinal);
        Assert.Contains("does not show the whole network: The plan is marked as errored", report.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hourly_and_usage_cost_add_up_and_usage_is_not_known_without_traffic()
    {
        var bare = (await PostAsync($"{CloudFormation}?region=eu-west-1", Template)).Json;
        Assert.False((bool)bare["trafficGiven"]!);
        Assert.Equal((54.75m, null), ((decimal)bare["after"]!["hourlyMonthlyCost"]!, (decimal?)bare["after"]!["usageMonthlyCost"]));
        Assert.Equal(
            [("natGateway", 0.048m), ("interfaceEndpoint", 0.01m)],
            bare["after"]!["usageRates"]!.AsArray().Select(rate => ((string)rate!["category"]!, (decimal)rate["perGb"]!)));
        Assert.All(bare["breakEvens"]!.AsArray(), point => Assert.Equal((null, null), ((decimal?)point!["currentGbPerMonth"], (string?)point["cheaper"])));

        var known = (await service.PostFormAsync($"{CloudFormation}?region=eu-west-1", ("document", Template), ("traffic", "[{ to: sqs, sentGb: 100, receivedGb: 400 }]"))).Json;
        Assert.True((bool)known["trafficGiven"]!);
        var after = known["after"]!;
        Assert.Equal((54.75m, 5m, 59.75m), ((decimal)after["hourlyMonthlyCost"]!, (decimal)after["usageMonthlyCost"]!, (decimal)after["monthlyCost"]!));
        Assert.Null(after["usageRates"]);
        Assert.Equal((500m, "interfaceEndpoint"), ((decimal)known["breakEvens"]![0]!["currentGbPerMonth"]!, (string)known["breakEvens"]![0]!["cheaper"]!));
    }

    [Theory]
    [InlineData("[]", false)]
    [InlineData("[{ from: app, to: sqs, sentGb: 1 }]", true)]
    [InlineData("[{ from: app, to: sqs, sentGb: 1 }, { from: other, to: kms, sentGb: 1 }]", false)]
    public async Task A_VPC_of_which_no_traffic_is_given_is_named(string traffic, bool isNamed)
    {
        const string other = """

              Other: { Type: AWS::EC2::VPC, Properties: { Tags: [{ Key: Name, Value: other }] } }
              OtherA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Other, AvailabilityZone: eu-west-1a } }
              Kms: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Other, VpcEndpointType: Interface, ServiceName: com.amazonaws.eu-west-1.kms, SubnetIds: [!Ref OtherA], PrivateDnsEnabled: true } }
            """;
        var review = (await service.PostFormAsync("/v1/reviews?region=eu-west-1", ("document", Template + other), ("traffic", traffic))).Json;
        Assert.Equal(isNamed, review["assumptions"]!.AsArray().Any(text => ((string)text!).StartsWith("No traffic is specified for 'other'", StringComparison.Ordinal)));
    }

    /// <summary>Document and traffic, and how the first line begins.</summary>
    public static TheoryData<string, string, string> FirstLines => new()
    {
        { NatAlone, "", "Pass: USD 38.69 per month in hourly charges; no traffic given: each GB through the NAT gateway adds USD 0.048" },
        { NatAlone, "[{ to: sqs, sentGb: 1000 }]", "Pass: USD 96.69 per month" },
        { "wall", "", "Pass: at least USD 38.69 per month in hourly charges; no traffic given: each GB through the NAT gateway adds USD 0.048" },
        { "wall alone", "", "Pass: at least the cost of 1 resource that is not priced" },
        { "none", "", "Pass: no resources that are priced" },
    };

    [Theory]
    [MemberData(nameof(FirstLines))]
    public async Task The_first_line_has_the_verdict_and_says_what_is_not_known(string what, string traffic, string line)
    {
        var (from, to) = (Template.IndexOf("  Sqs:", StringComparison.Ordinal), Template.IndexOf("  Wall:", StringComparison.Ordinal));
        const string wall = "  Wall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallName: wall } }\n";
        var document = what switch
        {
            "wall" => Template[..from] + Template[to..],
            "wall alone" => $"Resources:\n{wall}",
            "none" => "Resources:\n  Topic: { Type: AWS::SNS::Topic }\n",
            _ => Template[..from],
        };
        (string, string)[] parts = traffic.Length == 0 ? [("document", document)] : [("document", document), ("traffic", traffic)];
        async Task<string> As(string format) => (await service.PostFormAsync($"/v1/reviews?region=eu-west-1&format={format}", parts)).Text;
        Assert.StartsWith($"## {line}", (await As("markdown")).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"<h1>{line}", await As("html"), StringComparison.Ordinal);
        Assert.Contains($": {line}", await As("svg"), StringComparison.Ordinal);
        Assert.StartsWith(line, (string)JsonNode.Parse(await As("sarif"))!["runs"]![0]!["properties"]!["figure"]!, StringComparison.Ordinal);
        if (what == NatAlone) Assert.Contains(traffic.Length == 0 ? "no traffic given: each GB through the NAT gateway adds USD 0.048" : ",given", (await As("csv")).Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_of_the_plan_name_their_resources_by_address()
    {
        const string traffic = "[{ to: sqs, sentGb: 1 }, { to: internet, sentGb: 1 }]";
        var plan = (await service.PostFormAsync("/v1/reviews?region=eu-west-1", ("document", Template), ("traffic", traffic))).Json["after"]!["plan"]!;
        Assert.Contains(plan["steps"]!.AsArray(), step => (string?)step!["resource"] == "interface/sqs" && Addresses(step).SequenceEqual(["Sqs"]));
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("html")]
    [InlineData("markdown")]
    public async Task Nothing_before_a_new_network_is_called_the_cheapest(string format)
    {
        var json = (await PostAsync(Terraform, Form.Plan("single-nat"))).Json;
        Assert.Equal((0m, null, 1), ((decimal)json["before"]!["monthlyCost"]!, (int?)json["before"]!["rank"], (int)json["after"]!["rank"]!));
        Assert.DoesNotContain("cheapest", (await PostAsync($"{Terraform}?format={format}", Form.Plan("single-nat"))).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Several_Regions_are_reviewed_together_or_one_by_one()
    {
        var all = (await PostAsync(Terraform, Form.Plan("regions-and-aliases"))).Json;
        var codes = all["regions"]!.AsArray().Select(region => (string)region!["region"]!).ToArray();
        Assert.Equal(["ap-southeast-2", "eu-central-1", "us-west-2"], codes);
        Assert.All(Lines(all["after"]!), line => Assert.Contains((string)line["region"]!, codes));
        decimal sum = 0;
        foreach (var code in codes)
        {
            var one = (await PostAsync($"{Terraform}?region={code}", Form.Plan("regions-and-aliases"))).Json;
            sum += (decimal)one["after"]!["monthlyCost"]!;
            Assert.All(Lines(one["after"]!), line => Assert.Null(line["region"]));
        }

        Assert.Equal(sum, (decimal)all["after"]!["monthlyCost"]!);
    }

    [Fact]
    public async Task A_review_costs_what_the_comparison_of_its_import_costs()
    {
        const string traffic = """[{ "to": "sqs", "sentGb": 1, "receivedGb": 2 }, { "from": "aws_vpc.main", "to": "internet", "sentGb": 300 }]""";
        var parts = new[] { ("document", Form.Plan("nat-to-endpoints")), ("traffic", traffic) };
        var import = await service.PostFormAsync("/v1/imports/terraform?hoursPerMonth=700", parts);
        Assert.Equal(200, import.Status);
        var comparison = (await service.PostAsync("/v1/comparisons", import.Text)).Json["layouts"]!;
        var review = (await service.PostFormAsync($"{Terraform}?hoursPerMonth=700", parts)).Json;
        foreach (var (index, side) in new[] { "before", "after" }.Index())
            Assert.Equal((decimal)comparison[index]!["monthlyCost"]!, (decimal)review[side]!["monthlyCost"]!);
        Assert.True((decimal)review["after"]!["monthlyCost"]! > 0);
    }

    [Theory]
    [MemberData(nameof(Api.ImportTests.Documents), MemberType = typeof(Api.ImportTests))]
    public async Task The_lines_of_a_review_add_up(string kind, string path)
    {
        var reply = await PostAsync($"/v1/reviews/{kind}", Form.Fixture(path));
        if (reply.Status == 400) reply = await PostAsync($"/v1/reviews/{kind}?region=eu-west-1", Form.Fixture(path));
        Assert.True(reply.Status == 200, reply.Text);
        foreach (var side in new[] { reply.Json["before"], reply.Json["after"] }.OfType<JsonNode>())
            Assert.Equal((decimal)side["monthlyCost"]!, Lines(side).Sum(line => (decimal?)line["cost"] ?? 0));
        if (reply.Json["difference"] is not { } difference || difference["amount"] is null) return;
        Assert.Equal((decimal)reply.Json["after"]!["monthlyCost"]! - (decimal)reply.Json["before"]!["monthlyCost"]!, difference["lineItems"]!.AsArray().Sum(line => (decimal)line!["amount"]!));
        Assert.All(difference["lineItems"]!.AsArray(), line => Assert.False((string)line!["change"]! == "changed" && (decimal)line["amount"]! == 0));
    }

    [Fact]
    public async Task The_same_network_on_the_same_prices_has_the_same_id()
    {
        var first = await PostAsync($"{CloudFormation}?region=eu-west-1", Template);
        Assert.Equal((string)first.Json["id"]!, (string)(await service.PostFormAsync($"{CloudFormation}?region=eu-west-1", ("document", Template))).Json["id"]!);
        Assert.NotEqual((string)first.Json["id"]!, (string)(await PostAsync($"{CloudFormation}?region=eu-west-1&hoursPerMonth=100", Template)).Json["id"]!);
    }

    [Fact]
    public async Task A_document_without_a_network_is_answered_so()
    {
        var review = (await PostAsync($"{Terraform}?maxMonthlyCost=0&failOn=info", """{ "format_version": "1.2", "terraform_version": "1.11.4", "planned_values": { "root_module": {} }, "resource_changes": [], "configuration": { "root_module": {} } }""")).Json;
        Assert.Equal(("pass", 0m, 0m), ((string)review["verdict"]!, (decimal)review["before"]!["monthlyCost"]!, (decimal)review["after"]!["monthlyCost"]!));
        Assert.Empty(review["regions"]!.AsArray());
        Assert.Null(review["currency"]);
    }

    private Task<Reply> PostAsync(string path, string document) => service.PostAsync(path, document, "application/x-www-form-urlencoded");

    private static decimal Cost(Reply reply, string side) => reply.Status == 200 ? (decimal)reply.Json[side]!["monthlyCost"]! : throw new InvalidOperationException(reply.Text);

    private static IEnumerable<JsonNode> Lines(JsonNode layout) => layout["lineItems"]!.AsArray().Select(line => line!);

    private static IEnumerable<string> Addresses(JsonNode node) => node["addresses"]?.AsArray().Select(address => (string)address!) ?? [];

    private static (string, decimal) Changed(JsonArray changes, string address, string what)
    {
        var change = Assert.Single(changes, change => Addresses(change!).Contains(address) && ((string)change!["description"]!).StartsWith(what, StringComparison.Ordinal))!;
        return ((string)change["change"]!, (decimal)change["amount"]!);
    }
}
