using CostApi.Core.Prices;
using CostApi.Core.Routing;

namespace CostApi.Tests.Properties;

public sealed class BillProperties
{
    // Costs are carried to ten decimals.
    private const decimal Rounding = 1e-8m;

    [Fact]
    public void Lines_add_up_to_the_monthly_cost_exactly() => Property.HoldsForLayouts(layout =>
    {
        Assert.Equal(layout.MonthlyCost, layout.LineItems.Sum(line => line.Cost ?? 0));
        Assert.Equal(layout.ListMonthlyCost, layout.LineItems.Sum(line => line.ListCost ?? 0));
    });

    [Fact]
    public void Tiers_add_up_to_the_list_cost_of_their_line_exactly() => Property.HoldsForLayouts(layout =>
        Assert.All(layout.LineItems, line => Assert.Equal(line.ListCost ?? 0, line.Tiers.Sum(tier => tier.Cost))));

    [Fact]
    public void Tiers_hold_the_quantity_of_their_line() => Property.HoldsForLayouts(layout =>
        Assert.All(layout.LineItems.Where(line => line.Tiers.Count > 0), line => Property.Near(line.Quantity, line.Tiers.Sum(tier => tier.Quantity), Rounding)));

    [Fact]
    public void Categories_add_up_to_the_monthly_cost_exactly() => Property.HoldsForLayouts(layout =>
        Assert.Equal(layout.MonthlyCost, layout.CostByCategory.Values.Sum()));

    [Fact]
    public void Nothing_is_negative() => Property.HoldsForLayouts(layout => Assert.All(
        layout.LineItems.SelectMany(line => line.Tiers.SelectMany(tier => new[] { tier.Cost, tier.Quantity }).Append(line.Quantity).Append(line.Cost ?? 0).Append(line.ListCost ?? 0))
            .Concat(layout.CostByCategory.Values)
            .Concat(layout.Routes.Select(route => route.Cost ?? 0)),
        number => Assert.True(number >= 0, $"{number}")));

    [Fact]
    public void No_amount_has_more_than_ten_decimals() => Property.HoldsForLayouts(layout => Assert.All(
        layout.LineItems.SelectMany(line => line.Tiers.Select(tier => tier.Cost).Append(line.Cost ?? 0).Append(line.ListCost ?? 0)),
        amount => Assert.Equal(decimal.Round(amount, 10), amount)));

    [Fact]
    public void A_line_is_its_list_cost_less_its_discount() => Requests.Any.Holds(request =>
        Assert.All(Shipped.Compare(request).Layouts.SelectMany(layout => layout.LineItems), line =>
        {
            var category = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(line.Category.ToString());
            var percent = request.Pricing.DiscountPercentByCategory.TryGetValue(category, out var own) ? own : request.Pricing.DiscountPercent;
            Property.Near((line.ListCost ?? 0) * (1 - percent / 100), line.Cost ?? 0, Rounding);
        }));

    [Fact]
    public void With_100_percent_discount_all_is_free() => Requests.Any.Holds(request =>
        Assert.All(
            Shipped.Compare(request with { Pricing = request.Pricing with { DiscountPercent = 100, DiscountPercentByCategory = new Dictionary<string, decimal>() } }).Layouts,
            layout => Assert.Equal(0, layout.MonthlyCost)));

    [Fact]
    public void Discounts_leave_the_list_cost_alone() => Requests.Any.Holds(request =>
        Assert.Equal(
            Shipped.Compare(request with { Pricing = request.Pricing with { DiscountPercent = 0, DiscountPercentByCategory = new Dictionary<string, decimal>() } }).Layouts.Select(layout => layout.MonthlyCost),
            Shipped.Compare(request).Layouts.Select(layout => layout.ListMonthlyCost)));

    [Fact]
    public void Routes_cost_no_more_than_the_bill() => Property.HoldsForLayouts(layout =>
        Assert.True(layout.Routes.Sum(route => route.Cost ?? 0) <= layout.MonthlyCost + Rounding));

    [Theory]
    [InlineData(CostCategory.NatGateway, PathKind.NatGateway, PathKind.SharedNatGateway)]
    [InlineData(CostCategory.GatewayEndpoint, PathKind.GatewayEndpoint)]
    [InlineData(CostCategory.InterfaceEndpoint, PathKind.InterfaceEndpoint, PathKind.SharedInterfaceEndpoint)]
    public void Every_GB_of_a_flow_stands_on_the_lines_of_its_path(CostCategory category, params PathKind[] paths) => Property.HoldsForLayouts(layout =>
        Property.Near(
            layout.Routes.Where(route => paths.Contains(route.Path)).Sum(route => route.Gb),
            layout.LineItems.Where(line => line.Category == category && line.Unit is "GB").Sum(line => line.Quantity),
            Rounding));
}
