using CostApi.Core.Prices;

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
            Message = $"{lines.Key.UsageType}: {lines.Key.Unpriced} {(lines.Count() == 1 ? "One line has" : $"{lines.Count()} lines have")} no cost, so monthlyCost is too low and the layout is not ranked.{Remedy(lines.Key.UsageType, layout.Topology.Region)}",
        };

    // Only what has a usage type can be priced by the caller.
    private static string Remedy(string? usageType, Region region) => usageType is null
        ? ""
        : $" A price of your own would complete it: pricing.unitPrices, '{(region.UsageTypePrefix is { } prefix && usageType.StartsWith($"{prefix}-", StringComparison.Ordinal) ? usageType[(prefix.Length + 1)..] : usageType)}'.";
}
