using CostApi.Core.Advising;
using CostApi.Tests.Cases;
using CostApi.Tests.Reviewing.Findings;

namespace CostApi.Tests.Advising;

/// <summary>
/// Each code, from a layout that deserves it, with the saving worked by hand (Tokyo: endpoint 0.014 an hour, NAT 0.062, IPv4
/// 0.005).
/// </summary>
public sealed class FindingTests
{
    private const string Tokyo = "ap-northeast-1";

    /// <summary>Layout, traffic, code, VPC and resource concerned, saving as arithmetic (empty: none), part of the message.</summary>
    public static TheoryData<string, string, string, string?, string, string> Deserved => new()
    {
        { "app[a]", "app>sqs 1/1", "unreachable", null, "", "Traffic from app to sqs has no route" },
        { "app[a] nat-private", "app>internet 1/1", "unreachable", null, "", "a private NAT gateway does not provide access to the internet" },
        { "app[a] nat-zonal", "app>vpc/data 1/1", "unreachable", null, "", "the layout has no VPC 'data'" },
        { "app[a] nat-zonal; data[a]", "app>vpc/data 1/1", "unreachable", null, "", "neither a VPC peering connection nor a Transit Gateway connects app and data" },
        { "app[a] nat-zonal", "app>com.amazonaws.vpce.ap-northeast-1.vpce-svc-1 1/1", "unreachable", null, "", "only through an interface endpoint" },
        { "app[a] resource:db=0", "", "unpriced", null, "", "APN1-VpcEndpoint-Resource-Hours" },
        { "app[a] nat-zonal", "app>s3 100/900", "free-gateway-endpoint-missing", null, "1000*0.062", "Add a gateway endpoint for s3" },
        { "app[a b] nat-zonal[a]", "app>dynamodb 100/900", "free-gateway-endpoint-missing", null, "1000*0.062 + 500*2*0.01", "Add a gateway endpoint for dynamodb" },
        { "app[a]; hub[a] interface:s3!shared; tgw[app hub]", "app>s3 100/900", "free-gateway-endpoint-missing", null, "1000*0.01 + 1000*0.02", "a path that is charged for" },
        { "app[a] interface:s3", "app>s3 100/900", "free-gateway-endpoint-missing", "interface/s3", "1000*0.01", "limit private DNS of the interface endpoint to inbound Resolver endpoints" },
        { "app[a] interface:s3 gateway:s3", "app>s3 100/900", "paid-endpoint-shadows-free-one", "interface/s3", "1000*0.01", "private DNS resolves the service's name to it" },
        { "app[a] interface:dynamodb!url gateway:dynamodb", "app>dynamodb 100/900", "paid-endpoint-shadows-free-one", "interface/dynamodb", "1000*0.01", "Remove the endpoint's URL from the configuration of clients" },
        { "app[a] interface:s3!inbound-only nat-zonal", "app>s3 1/1", "gateway-endpoint-required", "interface/s3", "", "AWS requires a gateway endpoint" },
        { "app[a b] nat-zonal interface:sqs!nodns", "app>sqs 1/1", "endpoint-captures-nothing", "interface/sqs", "2*730*0.014", "Turn on private DNS" },
        { "app[a b] nat-zonal interface:dynamodb[a]", "app>dynamodb 1/1", "endpoint-captures-nothing", "interface/dynamodb", "730*0.014", "does not support private DNS" },
        { "app[a b] nat-zonal interface:sqs", "app>sqs 50/50", "endpoint-below-break-even", "interface/sqs", "2*730*0.014 + 100*0.01 - 100*0.062", "393.08 GB" },
        { "app[a b c] nat-zonal[a b]", "app>sqs 9000/9000", "cross-zone-nat", "nat/a", "6000*2*0.01 - 730*0.062 - 730*0.005", "to reduce the cost" },
        { "app[a b c] nat-zonal[a b]", "app>sqs 90/90", "cross-zone-nat", "nat/a", "", "would cost more" },
        { "app[a b] nat-instance[a]@0.01", "app>sqs 1000/1000", "cross-zone-nat", "natInstance/a", "1000*2*0.01 - 730*0.01 - 730*0.005", "to reduce the cost" },
        { "app[a b c] nat-zonal[a]", "app>sqs 3000/3000 b=1", "cross-zone-nat", "nat/a", "6000*2*0.01", "Move the NAT gateway in zone a to zone b" },
        { "app[a] gateway:s3; hub[a] nat-zonal interface:ecr.dkr!shared; tgw[app hub]", "app>ecr.dkr 1/1", "companion-missing", null, "", "ecr.dkr requires ecr.api as well" },
        { "app[a] interface:sqs interface:sqs", "app>sqs 1/1", "endpoint-captures-nothing", "interface/sqs#2", "730*0.014", "because interface/sqs takes precedence" },
        { "app[a] egress-via:hub; hub[a] nat-private; tgw[app hub]", "app>internet 1/1", "unreachable", null, "", "the NAT gateway of hub is private" },
        { "app[a] servicenetwork:mesh=10/0", "", "unpriced", null, "", "neither its usage type nor its rate is known" },
        { "app[a b] nat-zonal[a]", "", "single-zone", "nat/a", "", "The NAT gateway is in only one of 2 Availability Zones, zone a." },
        { "app[a b] interface:sqs[b]", "", "single-zone", "interface/sqs", "", "only one of 2 Availability Zones, zone b" },
        { "app[a] interface:ecr.api interface:ecr.dkr", "", "companion-missing", null, "", "ecr.api and ecr.dkr require s3 as well (image layers are downloaded from S3), but app has no endpoint for s3, so this does not work" },
        { "app[a] nat-zonal interface:ecr.dkr gateway:s3", "", "companion-missing", null, "", "ecr.dkr requires ecr.api as well" },
        { "app[a] interface:ssm", "", "companion-missing", null, "", "For Session Manager, ssm requires ssmmessages as well (Session Manager and the agent), but app has no endpoint for ssmmessages, so this does not work" },
        { "app[a] interface:ssm interface:ssmmessages interface:ecs interface:ecs-agent", "", "companion-missing", null, "", "For tasks on EC2 instances, ecs and ecs-agent require ecs-telemetry as well" },
        { "app[a] interface:ssm interface:ssmmessages interface:ecs-agent interface:ecs-telemetry", "", "companion-missing", null, "", "ecs-telemetry requires ecs as well (EC2 launch type needs all three), but app has no endpoint" },
        { "app[a] interface:studio interface:sagemaker.api interface:sagemaker.runtime", "", "companion-missing", null, "", "studio requires s3 as well" },
        { "app[a] interface:airflow.api interface:airflow.env interface:airflow.ops interface:logs interface:monitoring interface:kms gateway:s3", "", "companion-missing", null, "", "airflow.api requires sqs as well" },
        { "app[a] nat-zonal interface:ecr.dkr interface:ecr.api!nodns gateway:s3", "", "companion-missing", null, "", "the endpoint for ecr.api in app receives no traffic" },
        { "app[a] interface:com.amazonaws.ap-northeast-1.brand-new", "", "unknown-service", null, "", "brand-new" },
        { "app[a] nat-zonal", "app>com.amazonaws.ap-northeast-1.brand-new 1/1", "unknown-service", null, "", "brand-new" },
        { "app[a b] nat-regional", "", "regional-nat-ip-count-assumed", "nat/regional", "", "2 zones" },
        { "app[a] eip:2/3", "", "idle-elastic-ip", "elasticIp/idle", "3*730*0.005", "3 Elastic IP addresses are not in use" },
        { "app[a b] interface:ssm; data[a b] interface:ssm; web[a] interface:ssm; tgw[app data web]", "", "endpoint-not-centralized", "interface/ssm", "3*730*0.014 - 0.50", "3 VPCs on one Transit Gateway each have an interface endpoint for ssm: app, data, web. The endpoint in app can serve all" },
        { "app[a] interface:ssm; data[a b] interface:ssm; web[a] nat-zonal interface:ssm; tgw[app data web]", "app>ssm 100/100; data>ssm 500/0", "endpoint-not-centralized", "interface/ssm", "2*730*0.014 - 0.50 - 200*0.02", "The endpoint in data can serve all" },
        { "app[a] interface:ssm; data[a] interface:ssm; web[a] nat-zonal interface:ssm; tgw[app data web]", "", "endpoint-not-centralized", "interface/ssm", "2*730*0.014 - 0.50", "The endpoint in web can serve all" },
        { "app[a b] resource:db=10", "", "resource-endpoint-hours-assumed", "resource/db", "", "2 times as high" },
    };

    /// <summary>Layouts that look alike and do not deserve the code.</summary>
    public static TheoryData<string, string, string> Undeserved => new()
    {
        { "app[a] nat-zonal gateway:s3", "app>s3 100/900", "free-gateway-endpoint-missing" },
        { "app[a] nat-zonal", "app>s3@us-east-1 100/900", "free-gateway-endpoint-missing" },
        { "app[a] igw:1", "app>s3 100/900", "free-gateway-endpoint-missing" },
        { "app[a] nat-instance@0.01", "app>s3 100/900", "free-gateway-endpoint-missing" },
        { "app[a] interface:s3!inbound-only gateway:s3", "app>s3 100/900", "paid-endpoint-shadows-free-one" },
        { "app[a] interface:s3!inbound-only gateway:s3", "app>s3 100/900", "endpoint-captures-nothing" },
        { "app[a] interface:s3!inbound-only gateway:s3", "app>s3 100/900", "gateway-endpoint-required" },
        { "app[a]; hub[a] interface:sqs!nodns!shared; tgw[app hub]", "app>sqs 1/1", "endpoint-captures-nothing" },
        { "app[a] nat-zonal interface:sqs", "", "endpoint-below-break-even" },
        { "app[a] nat-zonal interface:sqs", "app>sqs 5000/5000", "endpoint-below-break-even" },
        { "app[a] interface:sqs", "app>sqs 1/1", "endpoint-below-break-even" },
        { "app[a b] nat-regional", "app>sqs 100/100", "cross-zone-nat" },
        { "app[a b] nat-zonal[a]", "app>sqs 100/100 a=1", "cross-zone-nat" },
        { "app[a] nat-zonal", "", "single-zone" },
        { "app[a] nat-zonal eip:2/0", "", "idle-elastic-ip" },
        { "app[a] interface:ecr.api interface:ecr.dkr gateway:s3", "", "companion-missing" },
        { "app[a] interface:ssm interface:ssmmessages", "", "companion-missing" },
        { "app[a] interface:ecs interface:ecs-agent interface:ecs-telemetry", "", "companion-missing" },
        { "app[a] interface:ssm; data[a] interface:ssm; web[a] interface:ssm; tgw[app data]", "", "endpoint-not-centralized" },
        { "app[a] interface:ssm; data[a] interface:ssm; web[a] interface:ssm!nodns; tgw[app data web]", "", "endpoint-not-centralized" },
        { "app[a] interface:ssm; data[a] interface:ssm; web[a] interface:ssm; tgw[app data web]", "app>ssm 5000/5000; data>ssm 5000/5000; web>ssm 5000/5000", "endpoint-not-centralized" },
        { "app[a] interface:ssm!shared; data[a] interface:ssm; web[a] interface:ssm; tgw[app data web]", "", "endpoint-not-centralized" },
        { "app[a b] nat-regional+ipv4=2", "", "regional-nat-ip-count-assumed" },
    };

    [Theory]
    [MemberData(nameof(Deserved))]
    public void A_layout_is_told_what_is_odd(string layout, string traffic, string code, string? resource, string saving, string message)
    {
        var finding = Assert.Single(Findings(layout, traffic), finding => finding.Code == code);
        Assert.Equal(resource, finding.Resource);
        Assert.Equal(saving.Length == 0 ? null : Arithmetic.Evaluate(saving), finding.MonthlySaving);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Undeserved))]
    public void A_sound_layout_is_left_alone(string layout, string traffic, string code) =>
        Assert.DoesNotContain(Findings(layout, traffic), finding => finding.Code == code);

    [Fact]
    public void Every_code_is_tested()
    {
        var codes = typeof(FindingCodes).GetFields().Select(field => (string)field.GetValue(null)!);
        // Entries without effect are of reviews alone: AcceptedFindingsTests.
        var tested = Deserved.Select(row => (string)row[2]).Append(FindingCodes.PricesStale).Append(FindingCodes.IgnoreWithoutEffect)
            .Concat(DesignFindingTests.Deserved.Select(row => (string)row[1]));
        Assert.Equal(codes.Order(StringComparer.Ordinal), tested.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Errors_come_before_warnings_and_those_before_the_rest()
    {
        var severities = Findings("app[a b] nat-zonal[a] resource:db=1", "app>s3 1/1; app>vpc/data 1/1").Select(finding => finding.Severity).ToArray();
        Assert.Equal(severities.OrderDescending(), severities);
        Assert.Equal(3, severities.Distinct().Count());
    }

    [Fact]
    public void An_unpriced_charge_names_the_price_to_give_only_where_one_can_be_given()
    {
        var hours = Assert.Single(Findings("app[a] resource:db=0", ""), finding => finding.Code == FindingCodes.Unpriced);
        Assert.Contains("pricing.unitPrices, 'VpcEndpoint-Resource-Hours'", hours.Message, StringComparison.Ordinal);
        var gb = Assert.Single(Findings("app[a] servicenetwork:mesh=10/0", ""), finding => finding.Code == FindingCodes.Unpriced);
        Assert.DoesNotContain("unitPrices", gb.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_prices_no_NAT_is_called_dearer()
    {
        var finding = Assert.Single(
            Shipped.Compare(Notation.Request("cn-north-1", "app[a b] nat-zonal[a]", "app>sqs 1/1", "")).Layouts[0].Findings,
            finding => finding.Code == FindingCodes.CrossZoneNat);
        Assert.Contains("the added cost is not known", finding.Message, StringComparison.Ordinal);
        Assert.Null(finding.MonthlySaving);
    }

    private static IReadOnlyList<Finding> Findings(string layout, string traffic) => Shipped.Compare(Notation.Request(Tokyo, layout, traffic, "")).Layouts[0].Findings;
}
