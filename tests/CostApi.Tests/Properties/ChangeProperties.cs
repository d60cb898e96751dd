using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Tests.Cases;
using CsCheck;

namespace CostApi.Tests.Properties;

public sealed class ChangeProperties
{
    private const decimal Rounding = 1e-8m;

    [Fact]
    public void More_GB_never_cost_less() => Gen.Select(Requests.Any, Gen.Int[0, 7], Amounts.Gb, Gen.Bool).Holds(example =>
    {
        var (request, index, gb, sent) = example;
        var more = request.EachFlow((flow, at) => at != index
            ? [flow]
            : [sent ? flow with { SentGb = (flow.SentGb ?? 0) + gb } : flow with { ReceivedGb = (flow.ReceivedGb ?? 0) + gb }]);
        AssertNoneIsCheaper(Shipped.Compare(more), Shipped.Compare(request));
    });

    [Fact]
    public void More_GB_through_other_endpoints_never_cost_less() => Gen.Select(Requests.Any, Amounts.Gb).Holds(example =>
    {
        var (request, gb) = example;
        var more = request.EachVpc(vpc => vpc with
        {
            Endpoints = [.. vpc.Endpoints.Select(endpoint => endpoint.Type is EndpointType.Gateway or EndpointType.Interface ? endpoint : endpoint with { GbPerMonth = endpoint.GbPerMonth + gb })],
        });
        AssertNoneIsCheaper(Shipped.Compare(more), Shipped.Compare(request));
    });

    [Fact]
    public void A_gateway_endpoint_beside_a_NAT_never_costs_more() => Gen.Select(Requests.Any, Endpoints.Gateway).Holds(example =>
    {
        var (request, gateway) = example;
        var with = request.EachVpc(vpc => vpc is { NatGateway: null, NatInstance: null } ? vpc : vpc.With(gateway));
        AssertNoneIsCheaper(Shipped.Compare(request), Shipped.Compare(with));
    });

    [Fact]
    public void Two_half_flows_cost_as_much_as_one() => Requests.Any.Holds(request =>
    {
        var halves = request.EachFlow((flow, _) => Enumerable.Repeat(flow with { SentGb = flow.SentGb / 2, ReceivedGb = flow.ReceivedGb / 2 }, 2));
        Assert.All(
            Shipped.Compare(request).Layouts.Zip(Shipped.Compare(halves).Layouts),
            pair => Property.Near(pair.First.MonthlyCost, pair.Second.MonthlyCost, Rounding));
    });

    [Fact]
    public void Order_changes_no_cost() => Requests.Any.SelectMany(request => Change.Shuffled(request).Select(shuffled => (request, shuffled))).Holds(example =>
    {
        var (before, after) = (Shipped.Compare(example.request), Shipped.Compare(example.shuffled));
        var totals = after.Layouts.ToDictionary(layout => layout.Name, Total);
        Assert.All(before.Layouts, layout => Assert.Equal(Total(layout), totals[layout.Name]));
        Assert.Equal(CheapestCost(before), CheapestCost(after));
    });

    // Half of the last decimal, which the digits behind a third would tip one way or the other.
    [Fact]
    public void Thirds_add_up_in_any_order()
    {
        const string Layout = "app[e a c] nat-zonal", First = "app>sqs 115.259564/467.24474", Second = "app>s3 331.464657/908 a=0.45454545 c=0.54545455";
        Assert.Equal(
            Notation.Request("ap-southeast-7", Layout, $"{First}; {Second}", "").Price().MonthlyCost,
            Notation.Request("ap-southeast-7", Layout, $"{Second}; {First}", "").Price().MonthlyCost);
    }

    [Fact]
    public void A_layout_differs_by_nothing_from_its_copy() => Requests.Any.Holds(request =>
    {
        var copies = Shipped.Compare(request with { Baseline = null, Layouts = [request.Layouts[0], request.Layouts[0] with { Name = "copy" }] });
        var (first, second) = (copies.Layouts[0], copies.Layouts[1]);
        Assert.Equal(first.Complete ? 0 : null, second.Difference.Amount);
        Assert.Equal(first is { Complete: true, MonthlyCost: > 0 } ? 0 : null, second.Difference.Percent);
        Assert.Equal(first is { Feasible: true, Complete: true } ? 1 : null, first.Rank);
        Assert.Equal(first.Rank, second.Rank);
        Assert.Equal(first.Rank is null ? null : first.Name, copies.Cheapest);
    });

    [Fact]
    public void A_layout_costs_the_same_beside_others() => Requests.Any.Holds(request =>
        Assert.Equal(
            Shipped.Compare(request).Layouts.Select(Total),
            request.Layouts.Select(layout => Total(Shipped.Compare(request with { Baseline = null, Layouts = [layout] }).Layouts[0]))));

    private static (decimal, decimal, bool, bool) Total(LayoutCost layout) => (layout.MonthlyCost, layout.ListMonthlyCost, layout.Feasible, layout.Complete);

    private static decimal? CheapestCost(Comparison comparison) => comparison.Layouts.SingleOrDefault(layout => layout.Name == comparison.Cheapest)?.MonthlyCost;

    private static void AssertNoneIsCheaper(Comparison dearer, Comparison cheaper) => Assert.All(
        dearer.Layouts.Zip(cheaper.Layouts),
        pair => Assert.True(pair.First.MonthlyCost >= pair.Second.MonthlyCost - Rounding, $"{pair.First.MonthlyCost} is less than {pair.Second.MonthlyCost}"));
}
