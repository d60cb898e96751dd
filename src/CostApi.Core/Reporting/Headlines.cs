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
            .. lost > 0 ? [$"{Figures.Count(lost, "flow")} of its traffic {(lost == 1 ? "has" : "have")} no way"] : Array.Empty<string>(),
            .. unpriced > 0 ? [$"{Figures.Count(unpriced, "charge")} {(unpriced == 1 ? "has" : "have")} no known price"] : Array.Empty<string>(),
        ];
        return (layout.Complete ? amount : $"At least {amount}", $"That is what '{layout.Name}' costs{Split(layout, currency)}{(faults.Length == 0 ? "" : $", but {string.Join(" and ", faults)}")}.{(layout.Plan is { } plan ? $" {PlanTable.Sentence(plan, currency)}" : "")}");
    }

    public static (string Figure, string Headline) Of(Comparison comparison)
    {
        if (comparison.Layouts is [var only]) return Of(only, comparison.Currency);
        var (figure, headline) = Compared(comparison);
        return (figure, $"{headline}{Planned(comparison)}");
    }

    private static (string Figure, string Headline) Compared(Comparison comparison)
    {
        if (comparison.Cheapest is null) return ("No layout can be ranked", "Each lacks a way for some of its traffic or a price for some charge; the findings name them.");

        var cheapest = comparison.Layouts.First(layout => layout.Name == comparison.Cheapest);
        var baseline = comparison.Layouts.First(layout => layout.Name == comparison.Baseline);
        var among = Among(comparison.Layouts);
        var cost = $"{comparison.Currency} {Figures.Money(cheapest.MonthlyCost)}";
        if (baseline.Rank is null || cheapest.Difference.Amount is not { } difference || difference == 0)
            return ($"{cost}{UsageWords.PerMonth(cheapest, comparison.Currency)}", $"That is what '{cheapest.Name}'{(cheapest == baseline ? ", the baseline," : "")} costs: {among}.");
        var percent = cheapest.Difference.Percent is { } share ? $", {Cell.Brief(Math.Abs(share))}% less" : "";
        return ($"{comparison.Currency} {Figures.Money(-difference)} less{UsageWords.PerMonth(cheapest, comparison.Currency)}",
            $"That is what '{cheapest.Name}' saves against the baseline '{baseline.Name}': {cost} per month instead of {comparison.Currency} {Figures.Money(baseline.MonthlyCost)}{percent}. It is {among}.");
    }

    /// <summary><c>, of which USD 40.00 is by the hour and USD 14.75 by usage</c>; nothing where no traffic is given.</summary>
    internal static string Split(LayoutCost layout, string currency) => layout.UsageMonthlyCost is not { } usage
        ? ""
        : $", of which {currency} {Figures.Money(layout.HourlyMonthlyCost)} is by the hour and {currency} {Figures.Money(usage)} by usage";

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
