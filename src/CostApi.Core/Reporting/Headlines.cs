using CostApi.Core.Comparing;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>Says first what matters most.</summary>
internal static class Headlines
{
    public static (string Figure, string Headline) Of(LayoutCost layout, string currency)
    {
        var amount = $"{currency} {Figures.Money(layout.MonthlyCost)}{UsageWords.PerMonth(layout, currency)}";
        var unpriced = layout.LineItems.Count(line => line.Unpriced is not null);
        var lost = layout.Routes.Count(route => route.Path == Routing.PathKind.Unreachable);
        string[] faults =
        [
            .. lost > 0 ? [$"{Figures.Count(lost, "flow")} of its traffic {(lost == 1 ? "has" : "have")} no route"] : Array.Empty<string>(),
            .. unpriced > 0 ? [$"{Figures.Count(unpriced, "charge")} {(unpriced == 1 ? "has" : "have")} no known price"] : Array.Empty<string>(),
        ];
        var but = faults.Length == 0 ? "" : $" However, {string.Join(" and ", faults)}.";
        var planned = layout.Plan is { } plan ? $" {PlanTable.Sentence(plan, currency)}" : "";
        return (layout.Complete ? amount : $"At least {amount}", $"This is the cost of "
            + $"'{layout.Name}'{Split(layout, currency)}.{but}{planned}");
    }

    public static (string Figure, string Headline) Of(Comparison comparison)
    {
        if (comparison.Layouts is [var only]) return Of(only, comparison.Currency);
        var (figure, headline) = Compared(comparison);
        return (figure, $"{headline}{Planned(comparison)}");
    }

    private static (string Figure, string Headline) Compared(Comparison comparison)
    {
        if (comparison.Cheapest is null)
        {
            return (
                "No layout can be ranked",
                "Each layout has traffic without a route or a charge without a known price. The findings show which.");
        }

        var cheapest = comparison.Layouts.First(layout => layout.Name == comparison.Cheapest);
        var baseline = comparison.Layouts.First(layout => layout.Name == comparison.Baseline);
        var among = Among(comparison.Layouts);
        var cost = $"{comparison.Currency} {Figures.Money(cheapest.MonthlyCost)}";
        if (baseline.Rank is null || cheapest.Difference.Amount is not { } difference || difference == 0)
        {
            var what = cheapest == baseline ? $"'{cheapest.Name}', the baseline" : $"'{cheapest.Name}'";
            return ($"{cost}{UsageWords.PerMonth(cheapest, comparison.Currency)}", $"This is the cost of {what}. It is {among}.");
        }

        var percent = cheapest.Difference.Percent is { } share ? $" ({Cell.Brief(Math.Abs(share))} % less)" : "";
        var instead = $"{comparison.Currency} {Figures.Money(baseline.MonthlyCost)}";
        return (
            $"Cheaper by {comparison.Currency} {Figures.Money(-difference)}{UsageWords.PerMonth(cheapest, comparison.Currency)}",
            $"'{cheapest.Name}' costs {cost} per month instead of {instead} for the baseline '{baseline.Name}'{percent}. It is {among}.");
    }

    /// <summary><c>, including USD 40.00 in hourly charges and USD 14.75 in usage charges</c>; nothing where no traffic is given.</summary>
    internal static string Split(LayoutCost layout, string currency) => layout.UsageMonthlyCost is not { } usage
        ? ""
        : $", including {currency} {Figures.Money(layout.HourlyMonthlyCost)} in hourly charges and {currency} {Figures.Money(usage)} in "
            + "usage charges";

    // Where a layout would beat the cheapest one once the changes of its plan are made.
    private static string Planned(Comparison comparison)
    {
        var best = comparison.Layouts.Where(layout => layout.Plan is not null).MinBy(layout => layout.Plan!.MonthlyCost);
        var cheapest = comparison.Layouts.FirstOrDefault(layout => layout.Name == comparison.Cheapest);
        if (best?.Plan is not { } plan || plan.MonthlyCost >= cheapest?.MonthlyCost) return "";
        return $" With the {Figures.Count(plan.Steps.Count, "change")} of its plan, '{best.Name}' would cost {comparison.Currency} {Figures.Money(plan.MonthlyCost)} per month.";
    }

    private static string Among(IReadOnlyList<LayoutCost> layouts)
    {
        var unranked = layouts.Count(layout => layout.Rank is null);
        if (unranked == layouts.Count - 1) return $"the only one of {layouts.Count} layouts that can be ranked";
        var place = layouts.Count(layout => layout.Rank == 1) > 1 ? "one of the cheapest" : "the cheapest";
        return $"{place} of {layouts.Count} layouts{(unranked == 0 ? "" : $", {unranked} of which cannot be ranked")}";
    }
}
