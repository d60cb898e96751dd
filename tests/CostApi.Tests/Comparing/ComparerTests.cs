using CostApi.Tests.Cases;

namespace CostApi.Tests.Comparing;

public sealed class ComparerTests
{
    [Fact]
    public void Equal_costs_share_a_rank_and_the_next_counts_them_all() =>
        Assert.Equal([1, 1, 3], Compare("app[a]", "app[b]", "app[a] nat-zonal").Layouts.Select(layout => layout.Rank));

    [Fact]
    public void A_layout_that_does_not_work_is_never_the_cheapest()
    {
        var comparison = Compare("app[a b] nat-zonal", "app[a]") with { };
        var working = Comparer("app>sqs 1/1", "app[a]", "app[a b] nat-zonal");
        Assert.Equal("1", working.Cheapest);
        Assert.Equal([null, 1], working.Layouts.Select(layout => layout.Rank));
        Assert.Equal("1", comparison.Cheapest);
    }

    [Fact]
    public void Without_a_layout_that_works_there_is_no_cheapest() => Assert.Null(Comparer("app>sqs 1/1", "app[a]").Cheapest);

    [Fact]
    public void The_difference_is_from_the_baseline_and_percent_of_it()
    {
        var difference = Compare("app[a] nat-zonal", "app[a b] nat-zonal").Layouts[1].Difference;
        Assert.Equal((36.50m, 100m), (difference.Amount, difference.Percent));
    }

    [Theory]
    [InlineData("app[a]")]
    [InlineData("app[a] nat-instance@0.0000000000001+ipv4=0")]
    public void Of_nothing_or_next_to_nothing_there_is_no_percentage(string baseline)
    {
        var difference = Compare(baseline, "app[a b c d e f] nat-instance@1000000").Layouts[1].Difference;
        Assert.Null(difference.Percent);
        Assert.True(difference.Amount > 4_000_000_000m);
    }

    private static Core.Comparing.Comparison Compare(params string[] layouts) => Comparer("", layouts);

    private static Core.Comparing.Comparison Comparer(string traffic, params string[] layouts)
    {
        var request = Notation.Request("us-east-1", layouts[0], traffic, "");
        return Shipped.Compare(request with
        {
            Layouts = [.. layouts.Select((layout, index) => Notation.Request("us-east-1", layout, "", "").Layouts[0] with { Name = $"{index}" })],
        });
    }
}
