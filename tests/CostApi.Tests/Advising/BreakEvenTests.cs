using CostApi.Core.Advising;
using CostApi.Core.Routing;
using CostApi.Tests.Cases;

namespace CostApi.Tests.Advising;

public sealed class BreakEvenTests
{
    /// <summary>Region, layout, traffic, terms, and the GB as arithmetic. The first four are figures that are often published wrong.</summary>
    public static TheoryData<string, string, string, string, string> Known => new()
    {
        { "us-east-1", "app[a] nat-zonal", "app>sqs 1/1", "", "7.30 / 0.035" },
        { "us-east-1", "app[a b c] nat-zonal", "app>sqs 1/1", "", "3 * 7.30 / 0.035" },
        { "us-east-1", "app[a b] nat-zonal[a] interface:sqs[b]", "app>sqs 1/1 b=1", "", "7.30 / (0.045 + 2*0.01 - 0.01)" },
        { "us-east-1", "app[a b c] nat-regional", "app>sqs 1/1", "", "3 * 7.30 / 0.035" },
        { "ap-northeast-1", "app[a b c] nat-zonal[a]", "app>sqs 1/1", "", "3 * 730 * 0.014 / (0.062 + 2*0.01*2/3 - 0.01)" },
        { "ap-northeast-1", "app[a b c] nat-zonal[a]", "app>sqs 1/1", "sides=1 hours=744", "3 * 744 * 0.014 / (0.062 + 0.01*2/3 - 0.01)" },
        { "ap-northeast-1", "app[a b c] nat-zonal[a]", "app>sqs 3/1 a=1; app>sqs 1/3 b=1", "", "3 * 730 * 0.014 / (0.062 + 0.01 - 0.01)" },
        { "ap-northeast-1", "app[a] nat-zonal", "app>sqs 1/1", "discount.natGateway=50", "730 * 0.014 / (0.031 - 0.01)" },
        { "ap-northeast-1", "app[a] nat-zonal", "app>sqs 1/1", "price.NatGateway-Bytes=0.02", "730 * 0.014 / (0.02 - 0.01)" },
        { "ap-northeast-1", "app[a] nat-zonal", "app>sqs 1/1", "privatelink=6000000", "730 * 0.014 / (0.062 - 0.004)" },
        { "ap-northeast-1", "app[a] nat-zonal", "app>sqs 1/1", "privatelink=1048476", "100 + (730 * 0.014 - 100*0.052) / (0.062 - 0.006)" },
        { "ap-northeast-1", "app[a] egress-via:hub; hub[a] nat-zonal; tgw[app hub]", "app>sqs 1/1", "", "730 * 0.014 / (0.062 + 0.02 - 0.01)" },
        { "ap-northeast-1", "app[a] egress-via:hub; hub[a] nat-zonal interface:sqs!shared; tgw[app hub]", "app>sqs 1/1", "", "(730 * 0.014 + 0.50) / (0.062 - 0.01)" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void The_lines_cross_where_they_should(string region, string layout, string traffic, string terms, string gb)
    {
        var breakEven = Assert.Single(BreakEvens(region, layout, traffic, terms));
        Assert.Equal(decimal.Round(Arithmetic.Evaluate(gb), 9), decimal.Round(breakEven.GbPerMonth!.Value, 9));
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void The_lines_that_the_answer_describes_cross_at_its_figure(string region, string layout, string traffic, string terms, string gb)
    {
        Assert.NotEmpty(gb);
        var breakEven = Assert.Single(BreakEvens(region, layout, traffic, terms));
        var crossing = breakEven.GbPerMonth!.Value;
        CostAt[] points =
        [
            new CostAt(0, breakEven.EndpointMonthlyCost!.Value, 0),
            .. breakEven.Bends ?? [new CostAt(1, breakEven.EndpointMonthlyCost!.Value + breakEven.EndpointPerGb!.Value, breakEven.NatPerGb!.Value)],
        ];
        var to = Array.FindIndex(points, 1, point => point.Gb >= crossing);
        var (before, after) = (points[(to < 0 ? points.Length - 1 : to) - 1], points[to < 0 ? points.Length - 1 : to]);
        var share = (crossing - before.Gb) / (after.Gb - before.Gb);
        var endpoint = before.InterfaceEndpoint + share * (after.InterfaceEndpoint - before.InterfaceEndpoint);
        var nat = before.NatGateway + share * (after.NatGateway - before.NatGateway);
        Assert.Equal(decimal.Round(endpoint, 6), decimal.Round(nat, 6));
    }

    [Fact]
    public void Bends_are_told_only_where_a_tier_ends_within_reach()
    {
        Assert.Null(Assert.Single(BreakEvens("ap-northeast-1", "app[a] nat-zonal", "app>sqs 1/1", "")).Bends);
        var bent = Assert.Single(BreakEvens("ap-northeast-1", "app[a] nat-zonal", "app>sqs 1/1", "privatelink=1048476")).Bends!;
        Assert.Equal(100, bent[0].Gb);
        Assert.Equal(730 * 0.014m + 1, bent[0].InterfaceEndpoint);
        Assert.Equal(6.2m, bent[0].NatGateway);
    }

    [Fact]
    public void Five_endpoint_zones_cost_as_much_as_one_NAT_with_its_address() => Assert.Equal(
        Shipped.Compare(Notation.Request("us-east-1", "app[a] nat-zonal", "", "")).Layouts[0].MonthlyCost,
        Shipped.Compare(Notation.Request("us-east-1", "app[a b c d e] interface:sqs", "", "")).Layouts[0].MonthlyCost);

    [Fact]
    public void A_NAT_instance_in_every_zone_is_never_beaten()
    {
        var breakEven = Assert.Single(BreakEvens("us-east-1", "app[a] nat-instance@0.01", "app>sqs 1000/1000", ""));
        Assert.Null(breakEven.GbPerMonth);
        Assert.Equal(PathKind.NatInstance, breakEven.Cheaper);
        Assert.Contains("hourly charges are never recovered", breakEven.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app>sqs 1000/1000")]
    [InlineData("app>sqs 0/0")]
    public void Lines_that_only_start_together_do_not_cross(string traffic)
    {
        var breakEven = Assert.Single(BreakEvens("us-east-1", "app[a] nat-instance@0.01", traffic, "price.VpcEndpoint-Hours=0"));
        Assert.Null(breakEven.GbPerMonth);
        Assert.Equal(PathKind.NatInstance, breakEven.Cheaper);
    }

    [Fact]
    public void An_unknown_price_gives_no_figure()
    {
        var breakEven = Assert.Single(BreakEvens("us-gov-west-1", "app[a] nat-regional", "app>sqs 1/1", ""));
        Assert.Null(breakEven.GbPerMonth);
        Assert.Null(breakEven.Cheaper);
        Assert.Contains("not known", breakEven.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("× 0", breakEven.Formula, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price.VpcEndpoint-Bytes=0 price.NatGateway-Bytes=0.0000000000000000000000000001 price.VpcEndpoint-Hours=10")]
    [InlineData("price.VpcEndpoint-Bytes=0.01 price.NatGateway-Bytes=0.0100000000000001")]
    public void Lines_that_cross_beyond_all_traffic_never_do(string terms) =>
        Assert.Null(Assert.Single(BreakEvens("us-east-1", "app[a] nat-zonal", "app>sqs 1/1", terms)).GbPerMonth);

    [Fact]
    public void What_costs_nothing_is_no_dearer_from_the_start()
    {
        var breakEven = Assert.Single(BreakEvens("us-east-1", "app[a] nat-zonal", "app>sqs 1/1", "discount=100"));
        Assert.Equal(0, breakEven.GbPerMonth);
        Assert.Contains("not more expensive from the first GB", breakEven.Formula, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_only_service_has_none()
    {
        var breakEven = Assert.Single(BreakEvens("us-east-1", "app[a] nat-zonal", "app>s3express 1000/1000", ""));
        Assert.Null(breakEven.GbPerMonth);
        Assert.Contains("does not support interface endpoints", breakEven.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app[a] interface:sqs", "app>sqs 1/1")]
    [InlineData("app[a] nat-zonal gateway:s3 interface:s3", "app>s3 1/1")]
    [InlineData("app[a] igw:1 interface:sqs", "app>sqs 1/1")]
    [InlineData("app[a] nat-zonal", "app>internet 1/1")]
    [InlineData("app[a] nat-zonal", "app>sqs@us-east-1 1/1")]
    public void Where_a_NAT_is_no_alternative_there_is_none(string layout, string traffic) => Assert.Empty(BreakEvens("eu-west-1", layout, traffic, ""));

    [Theory]
    [InlineData("100/100", PathKind.NatGateway)]
    [InlineData("200/200", PathKind.InterfaceEndpoint)]
    public void The_cheaper_way_depends_on_the_traffic(string gb, PathKind cheaper) =>
        Assert.Equal(cheaper, Assert.Single(BreakEvens("us-east-1", "app[a] nat-zonal", $"app>sqs {gb}", "")).Cheaper);

    private static IReadOnlyList<BreakEven> BreakEvens(string region, string layout, string traffic, string terms) =>
        Shipped.Compare(Notation.Request(region, layout, traffic, terms)).Layouts[0].BreakEvens;
}
