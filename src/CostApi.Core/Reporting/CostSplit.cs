using CostApi.Core.Comparing;
using CostApi.Core.Prices;

namespace CostApi.Core.Reporting;

/// <summary>The cost of a layout by the hour and by the GB, as cells of a table.</summary>
internal static class CostSplit
{
    public static Cell Hourly(LayoutCost layout) => AtLeast(layout, Cell.Money(layout.HourlyMonthlyCost));

    public static Cell Usage(LayoutCost layout) => layout.UsageMonthlyCost is { } usage ? AtLeast(layout, Cell.Money(usage)) : Unknown;

    public static Cell Hourly(LayoutCost layout, CostCategory category) =>
        Cell.Money(layout.CostByCategory[category] - UsageOf(layout, category));

    public static Cell Usage(LayoutCost layout, CostCategory category) =>
        layout.UsageMonthlyCost is null && !IsByHourOnly(category) ? Unknown : Cell.Money(UsageOf(layout, category));

    private static bool IsByHourOnly(CostCategory category) => category is CostCategory.PublicIpv4 or CostCategory.PrivateHostedZone;

    private static Cell Unknown { get; } = Cell.Text("not known");

    private static Cell AtLeast(LayoutCost layout, Cell cost) => layout.Complete ? cost : cost with { Shown = $"at least {cost.Shown}" };

    private static decimal UsageOf(LayoutCost layout, CostCategory category) =>
        layout.LineItems.Where(line => line.IsByUsage && line.Category == category).Sum(line => line.Cost ?? 0);
}
