using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Recommending;

namespace CostApi.Tests.Comparing;

/// <summary>us-east-1 ships NAT rates of 2025-10-28, endpoint rates of 2025-11-04, and transfer to the internet of June 2025.</summary>
public sealed class PricesUsedTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly Layout Nat = LayoutOf("nat", new Vpc { Name = "app", AvailabilityZones = ["a"], NatGateway = new NatGateway { Mode = NatMode.Zonal } });

    private static readonly Layout Endpoint = LayoutOf("endpoint", new Vpc { Name = "app", AvailabilityZones = ["a"], Endpoints = [new Endpoint { Type = EndpointType.Interface, Service = "kms" }] });

    public static TheoryData<string, int, int, bool> Ages => new()
    {
        { "2026-10-23", 30, 0, false },
        { "2026-10-22", 30, 0, true },
        { "2026-10", 30, 0, false },
        { "2026-09", 30, 0, true },
        { "2026-11", 1, 0, false },
        { "2026", 1, 0, false },
        { "2025", 300, 0, true },
        { "2026-11-22", 1, 0, false },
        { "2026-11-23", 1, 0, false },
        { "2026-12-24", 30, 0, true },
    };

    [Fact]
    public void The_oldest_rate_that_was_used_counts_and_none_that_is_merely_in_the_book()
    {
        Assert.Equal(new OldestRate("NatGateway-Bytes", "snapshot", "2025-10-28"), Compare(TimeSpan.FromDays(30), Nat).Prices.OldestRate);
        Assert.Equal(new OldestRate("USE1-VpcEndpoint-Bytes", "snapshot", "2025-11-04"), Compare(TimeSpan.FromDays(30), Endpoint).Prices.OldestRate);
        Assert.Equal(new OldestRate("NatGateway-Bytes", "snapshot", "2025-10-28"), Compare(TimeSpan.FromDays(30), Endpoint, Nat).Prices.OldestRate);
    }

    [Fact]
    public void The_free_allowance_without_a_date_hides_no_paid_tier()
    {
        var sending = Nat with { Traffic = [new Flow { From = "app", To = "internet", SentGb = 1 }] };

        Assert.Equal(new OldestRate("DataTransfer-Out-Bytes", "snapshot", "2025-06"), Compare(TimeSpan.FromDays(30), sending).Prices.OldestRate);
    }

    [Fact]
    public void Of_shipped_prices_only_the_edition_is_named()
    {
        var prices = Compare(TimeSpan.FromDays(30), Nat).Prices;

        Assert.Equal(("snapshot", null, null, true), (prices.Source, prices.PublishedAt, prices.RetrievedAt, prices.Stale));
        Assert.StartsWith("2026-11-22-", prices.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_of_the_callers_own_have_no_age()
    {
        var own = new PricingTerms { UnitPrices = new Dictionary<string, decimal> { ["VpcEndpoint-Hours"] = 0.01m, ["VpcEndpoint-Bytes"] = 0.01m } };

        var comparison = Compare(new ComparisonRequest { Region = "us-east-1", Layouts = [Endpoint], Pricing = own }, TimeSpan.FromDays(1));

        Assert.Equal((null, false), (comparison.Prices.OldestRate, comparison.Prices.Stale));
        Assert.Empty(comparison.Layouts[0].Findings);
    }

    [Fact]
    public void One_finding_tells_of_the_whole_answer_where_a_stale_rate_is_on_the_bill()
    {
        // Of the endpoint's rates, none is as old as that.
        var comparison = Compare(Noon - new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero), Endpoint, Nat, Nat with { Name = "another" });

        var (finding, layout) = Assert.Single(comparison.Layouts.SelectMany(layout => layout.Findings.Select(finding => (finding, layout.Name))), found => found.finding.Code == FindingCodes.PricesStale);
        Assert.Equal("nat", layout);
        Assert.Equal(
            "2 rates in this answer are more than 386 days old, by the day on which the price was last seen in an AWS price list: NatGateway-Bytes, NatGateway-Hours (2025-10-28, shipped prices). "
            + "For current NAT gateway rates, give the service AWS credentials with the permission pricing:GetProducts, or set Prices__OfferFiles__Ec2=true.",
            finding.Message);
    }

    [Fact]
    public void A_fresh_answer_has_no_finding()
    {
        var comparison = Compare(TimeSpan.FromDays(1000), Nat, Endpoint);

        Assert.False(comparison.Prices.Stale);
        Assert.DoesNotContain(comparison.Layouts.SelectMany(layout => layout.Findings), finding => finding.Code == FindingCodes.PricesStale);
    }

    [Fact]
    public void A_recommendation_counts_the_prices_of_what_it_weighed_and_its_estimate_only_its_own()
    {
        // Between the day of the NAT rates and that of the endpoint rates.
        var facts = Shipped.Facts("us-east-1") with { Freshness = new Freshness(Noon, Noon - new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero)) };
        var request = new RecommendationRequest
        {
            Region = "us-east-1",
            Vpcs = [new PlannedVpc { Name = "app", AvailabilityZones = ["a"] }],
            Traffic = [new ExpectedFlow { From = "app", To = "kms", SentGb = new GbRange(5000, 5000, 5000) }],
            Sensitivity = false,
        };

        var answer = Recommender.Recommend(request, facts, CancellationToken.None);

        Assert.Equal(("NatGateway-Bytes", true), (answer.Prices.OldestRate!.UsageType, answer.Prices.Stale));
        Assert.StartsWith("USE1-", answer.Estimate.Prices.OldestRate!.UsageType, StringComparison.Ordinal);
        Assert.False(answer.Estimate.Prices.Stale);
        Assert.DoesNotContain(answer.Estimate.Findings, finding => finding.Code == FindingCodes.PricesStale);
        Assert.Contains("NatGateway-Bytes, NatGateway-Hours (2025-10-28, shipped prices)", answer.Assumptions[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ages))]
    public void A_price_is_stale_once_it_is_certainly_older_than_it_may_be(string asOf, int days, int hours, bool isStale) =>
        Assert.Equal(isStale, new Freshness(Noon, new TimeSpan(days, hours, 0, 0)).IsStale(LastSeen.In(asOf)!));

    [Fact]
    public void What_was_confirmed_after_a_day_in_the_past_was_not_stale_on_it()
    {
        var later = LastSeen.At(Noon.AddDays(400));

        Assert.True(new Freshness(Noon, TimeSpan.FromDays(30)).IsStale(later));
        Assert.False(new Freshness(Noon, TimeSpan.FromDays(30)) { IsPast = true }.IsStale(later));
    }

    private static Layout LayoutOf(string name, Vpc vpc) => new() { Name = name, Vpcs = [vpc] };

    private static Comparison Compare(TimeSpan staleAfter, params Layout[] layouts) => Compare(new ComparisonRequest { Region = "us-east-1", Layouts = layouts }, staleAfter);

    private static Comparison Compare(ComparisonRequest request, TimeSpan staleAfter) =>
        Comparer.Compare(request, Shipped.Facts("us-east-1") with { Freshness = new Freshness(Noon, staleAfter) });
}
