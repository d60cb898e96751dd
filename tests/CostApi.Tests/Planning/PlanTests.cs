using CostApi.Core.Comparing;
using CostApi.Tests.Cases;

namespace CostApi.Tests.Planning;

/// <summary>Plans worked by hand (us-east-1: endpoint 0.01 per hour, NAT 0.045, IPv4 0.005; NAT 0.045 per GB, endpoint 0.01, crossing zones 0.02).</summary>
public sealed class PlanTests
{
    private const string Virginia = "us-east-1";

    /// <summary>Layout, traffic, cost after the plan as arithmetic, and its steps: code and saving.</summary>
    public static TheoryData<string, string, string, string> Planned => new()
    {
        // A NAT that nothing uses goes, not the endpoint beside it.
        { "app[a b c] nat-zonal interface:kms", "app>kms 100/0", "3*7.30 + 1.00", "nat-gateway-unused 3*36.50" },
        { "app[a] nat-instance@0.02 interface:kms", "app>kms 100/0", "7.30 + 1.00", "nat-gateway-unused 730*0.025" },
        { "app[a b] nat-regional interface:kms[a]", "app>kms 100/0", "7.30 + 1.00", "nat-gateway-unused 2*36.50" },
        { "app[a b] nat-zonal", "app>kms 500/0 a=1", "36.50 + 500*0.045", "nat-gateway-unused 36.50" },
        { "app[a] egress-via:hub interface:kms; hub[a] nat-zonal; tgw[app hub]", "app>kms 100/0", "2*36.50 + 7.30 + 1.00", "nat-gateway-unused 36.50" },
        // Endpoints that together save more than the NAT does.
        { "app[a] nat-zonal interface:kms interface:sns interface:sqs interface:logs interface:sts interface:events", "app>kms 0/1; app>sns 0/1; app>sqs 0/1; app>logs 0/1; app>sts 0/1; app>events 0/1", "36.50 + 6*0.045", string.Join("; ", Enumerable.Repeat("endpoint-below-break-even 7.30 + 0.01 - 0.045", 6)) },
        // What is idle only after another step.
        { "app[a b c] nat-zonal[a]", "app>s3 0/9000", "0", "free-gateway-endpoint-missing 9000*0.045 + 6000*0.02; nat-gateway-unused 36.50" },
        { "app[a b c] nat-zonal[a]", "app>kms 0/2500 a=0.05 b=0.9 c=0.05", "36.50 + 2500*0.045 + 250*0.02", "cross-zone-nat 2125*0.02" },
        { "app[a b c] nat-zonal[a]", "app>kms 0/9000", "3*36.50 + 9000*0.045", "cross-zone-nat 6000*0.02 - 2*36.50" },
        { "app[a b c] nat-zonal[a b]", "app>kms 0/900 c=1", "36.50 + 900*0.045", "cross-zone-nat 900*0.02 + 36.50" },
        // Endpoints that need each other go together or not at all.
        { "app[a] nat-zonal interface:ecr.api interface:ecr.dkr gateway:s3", "app>ecr.api 0/10; app>ecr.dkr 0/10; app>sqs 0/10", "36.50 + 30*0.045", "endpoint-below-break-even 7.30 - 10*0.035; endpoint-below-break-even 7.30 - 10*0.035" },
        { "app[a] nat-zonal eip:0/2", "app>kms 0/10", "36.50 + 0.45", "idle-elastic-ip 2*3.65" },
        // Private DNS turned on saves more than the endpoint's hours.
        { "app[a] nat-zonal interface:sqs!nodns", "app>sqs 0/1000", "7.30 + 10", "endpoint-captures-nothing 35; nat-gateway-unused 36.50" },
        // An S3 endpoint for clients elsewhere stays; those in the VPC use the gateway endpoint.
        { "app[a] interface:s3", "app>s3 0/1000", "7.30", "free-gateway-endpoint-missing 10" },
        { "app[a] interface:dynamodb!url", "app>dynamodb 0/1000", "0", "free-gateway-endpoint-missing 10; endpoint-captures-nothing 7.30" },
    };

    /// <summary>Layouts in which nothing is to be changed.</summary>
    public static TheoryData<string, string> Unplanned => new()
    {
        { "app[a] nat-zonal", "app>kms 0/10" },
        { "app[a] nat-zonal", "" },
        // Nothing is said of the traffic of data.
        { "app[a] nat-zonal; data[a] nat-zonal interface:sqs", "app>kms 0/10" },
        { "app[a b] nat-zonal", "app>kms 0/0" },
        // A private NAT gateway may serve networks that no flow tells of.
        { "app[a] nat-private interface:kms", "app>kms 0/1000" },
        // It does not carry its traffic.
        { "app[a b] nat-zonal; data[a]", "app>kms 0/10 a=1; app>vpc/data 1/1" },
        // It is not known what it costs.
        { "app[a b] nat-zonal servicenetwork:mesh=10/0", "app>kms 0/10 a=1" },
        // ECR does not work without S3, which only the NAT leads to.
        { "app[a] nat-zonal interface:ecr.api interface:ecr.dkr", "app>ecr.api 0/1000; app>ecr.dkr 0/1000" },
        // One of two that need each other pays.
        { "app[a] nat-zonal interface:ecr.api interface:ecr.dkr gateway:s3", "app>ecr.api 0/10; app>ecr.dkr 0/1000; app>sqs 0/10" },
    };

    [Theory]
    [MemberData(nameof(Planned))]
    public void A_plan_is_what_saves_most(string layout, string traffic, string cost, string steps)
    {
        var before = Price(layout, traffic);
        var plan = Assert.IsType<Core.Planning.Plan>(before.Plan);
        Assert.Equal(Arithmetic.Evaluate(cost), plan.MonthlyCost);
        Assert.Equal(before.MonthlyCost - plan.MonthlyCost, plan.MonthlySaving);
        var expected = steps.Split("; ").Select(step => step.Split(' ', 2)).Select(step => (step[0], Arithmetic.Evaluate(step[1])));
        Assert.Equal(expected, plan.Steps.Select(step => (step.Code, step.MonthlySaving)));
        Assert.All(plan.Steps, step => Assert.Matches(@"^[A-Z].*\.$", step.Action));
    }

    [Theory]
    [MemberData(nameof(Unplanned))]
    public void Without_a_change_that_is_worth_making_there_is_no_plan(string layout, string traffic) => Assert.Null(Price(layout, traffic).Plan);

    [Fact]
    public void What_saves_most_is_told_first_and_names_what_it_overlaps()
    {
        var findings = Price("app[a b c] nat-zonal interface:kms", "app>kms 100/0").Findings;
        Assert.Equal(["nat-gateway-unused", "endpoint-below-break-even"], findings.Select(finding => finding.Code));
        Assert.Equal(("endpoint-below-break-even", "app", "interface/kms"), Named(findings[0]));
        Assert.Equal(("nat-gateway-unused", "app", "nat/a"), Named(findings[1]));

        static (string, string?, string?) Named(Core.Advising.Finding finding) =>
            Assert.Single(finding.Overlaps!) is var other ? (other.Code, other.Vpc, other.Resource) : default;
    }

    [Fact]
    public void An_endpoint_that_goes_is_not_told_what_it_needs()
    {
        var findings = Price("app[a] nat-zonal interface:ecr.dkr gateway:s3", "app>ecr.dkr 0/10; app>sqs 0/10").Findings;
        Assert.Contains(findings, finding => finding.Code == "endpoint-below-break-even");
        Assert.DoesNotContain(findings, finding => finding.Code == "companion-missing");
    }

    /// <summary>Companions that are there stay, and what is advised to go is not told what it needs.</summary>
    [Theory]
    [InlineData("app[a] nat-zonal interface:ecr.api interface:ecr.dkr gateway:s3", "app>ecr.dkr 0/1000; app>ecr.api 0/1; app>sqs 0/1")]
    [InlineData("app[a] nat-zonal interface:ssm interface:ssmmessages", "app>ssm 0/1000; app>ssmmessages 0/1; app>sqs 0/1")]
    [InlineData("app[a] nat-zonal interface:ecs-telemetry interface:ecs interface:ecs-agent", "app>ecs-telemetry 0/1000; app>ecs 0/1; app>sqs 0/1")]
    public void A_companion_of_an_endpoint_that_pays_is_not_advised_away(string layout, string traffic) =>
        Assert.DoesNotContain(Price(layout, traffic).Findings, finding => finding.Code is "endpoint-below-break-even" or "companion-missing");

    [Fact]
    public void The_steps_of_VPCs_that_do_not_touch_each_other_come_by_what_they_save()
    {
        var steps = Price("app[a] nat-zonal; data[a b] nat-zonal; web[a] nat-zonal", "app>s3 0/100; data>s3 0/2000; web>kms 1/1").Plan!.Steps;
        Assert.Equal(["data", "data", "app", "app"], steps.Select(step => step.Vpc));
    }

    [Fact]
    public void A_plan_of_hundreds_of_VPCs_and_endpoints_is_found()
    {
        var vpcs = string.Join("; ", Enumerable.Range(1, 100).Select(n => $"v{n}[a b] egress-via:hub interface:sqs interface:kms"));
        var names = string.Join(' ', Enumerable.Range(1, 100).Select(n => $"v{n}"));
        var traffic = string.Join("; ", Enumerable.Range(1, 100).Select(n => $"v{n}>sqs 0/1; v{n}>s3 0/50"));
        var before = Price($"{vpcs}; hub[a b] nat-zonal; tgw[{names} hub]", traffic);
        Assert.NotNull(before.Plan);
        Assert.Equal(before.MonthlyCost - before.Plan.MonthlyCost, before.Plan.Steps.Sum(step => step.MonthlySaving));
    }

    private static LayoutCost Price(string layout, string traffic) => Shipped.Compare(Notation.Request(Virginia, layout, traffic, "")).Layouts[0];
}
