using System.Globalization;
using CostApi.Core.Comparing;
using CostApi.Core.Prices;

namespace CostApi.Core.Reporting;

/// <summary>Says of a layout whether its traffic is known, and what each GB adds where it is not.</summary>
internal static class UsageWords
{
    /// <summary><c> per month</c>, or <c> per month in hourly charges; no traffic given: each GB …</c>: what follows an amount.</summary>
    public static string PerMonth(LayoutCost layout, string currency) =>
        layout.UsageRates is null ? " per month" : $" per month in hourly charges; {NoTraffic(layout, currency)}";

    /// <summary><c>no traffic given: each GB through the NAT gateway adds USD 0.045</c>.</summary>
    public static string NoTraffic(LayoutCost layout, string currency)
    {
        var parts = (layout.UsageRates ?? []).GroupBy(rate => rate.Category)
            .Select(rates => (Way: WayOf(rates.Key, layout), Price: PriceOf([.. rates.Select(rate => rate.PerGb)], currency)))
            .ToArray();
        if (parts.Length == 0) return "no traffic given";
        var ways = parts.Select((part, index) => $"through {part.Way} {(index == 0 ? "adds " : "")}{part.Price}");
        return $"no traffic given: each GB {string.Join(", ", ways)}";
    }

    // Of several Regions the rates may differ.
    private static string PriceOf(IReadOnlyList<decimal?> rates, string currency)
    {
        if (rates.Any(rate => rate is null)) return "a charge whose price is not known";
        var (least, most) = (rates.Min()!.Value, rates.Max()!.Value);
        return least == most ? $"{currency} {Rate(least)}" : $"{currency} {Rate(least)} to {Rate(most)}";
    }

    // As prices are written: two decimals at least.
    private static string Rate(decimal rate) => rate.ToString("#,0.00########", CultureInfo.InvariantCulture);

    private static string WayOf(CostCategory category, LayoutCost layout)
    {
        var ofCategory = layout.LineItems.Where(line => line.Category == category).Select(line => (line.Region, line.Vpc, line.Resource));
        var isOne = ofCategory.Distinct().Count() == 1;
        return category switch
        {
            CostCategory.NatGateway => isOne ? "the NAT gateway" : "a NAT gateway",
            CostCategory.InterfaceEndpoint => isOne ? "the interface endpoint" : "an interface endpoint",
            CostCategory.GatewayLoadBalancerEndpoint => "a Gateway Load Balancer endpoint",
            CostCategory.ResourceEndpoint => "a resource endpoint",
            CostCategory.ServiceNetwork => "a service network",
            CostCategory.TransitGateway => "the Transit Gateway",
            _ => CategoryNames.Of(category),
        };
    }
}
