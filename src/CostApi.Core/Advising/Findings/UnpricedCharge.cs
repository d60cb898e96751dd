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
            Message = $"{lines.Key.Unpriced} {(lines.Count() == 1 ? "One line has" : $"{lines.Count()} lines have")} no cost, so monthlyCost is too low and the layout is not ranked. A price of your own in pricing.unitPrices would complete it.",
        };
}
