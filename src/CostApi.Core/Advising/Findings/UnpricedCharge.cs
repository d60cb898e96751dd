using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

internal static class UnpricedCharge
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from line in layout.Bill.Lines
        where line.Unpriced is not null
        group line by (line.UsageType, line.Unpriced) into lines
        select new Finding
        {
            Code = FindingCodes.Unpriced,
            Severity = Severity.Error,
            Message = $"{(lines.Key.UsageType is { } usageType ? $"{usageType}: " : "")}{lines.Key.Unpriced} "
                + $"{Figures.Count(lines.Count(), "cost line")} {(lines.Count() == 1 ? "has" : "have")} no amount, "
                + $"so the monthly cost is too low and the layout is not ranked.{Remedy(lines.Key.UsageType, layout.Topology.Region)}",
        };

    // Only what has a usage type can be priced by the caller.
    private static string Remedy(string? usageType, Region region)
    {
        if (usageType is null) return "";
        var hasPrefix = region.UsageTypePrefix is { } prefix && usageType.StartsWith($"{prefix}-", StringComparison.Ordinal);
        var name = hasPrefix ? usageType[(region.UsageTypePrefix!.Length + 1)..] : usageType;
        return $" To complete the cost, specify your own price in pricing.unitPrices, '{name}'.";
    }
}
