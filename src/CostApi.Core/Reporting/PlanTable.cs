using CostApi.Core.Comparing;
using CostApi.Core.Planning;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>The plans of layouts, step by step.</summary>
internal static class PlanTable
{
    /// <summary>The plans of all layouts that have one.</summary>
    public static IEnumerable<Section> Of(IReadOnlyList<LayoutCost> layouts, string currency)
    {
        var planned = layouts.Where(layout => layout.Plan is not null).ToArray();
        if (planned.Length == 0) yield break;
        var heading = layouts.Count == 1
            ? $"Plan: save {currency} {Figures.Money(planned[0].Plan!.MonthlySaving)} per month"
            : "Plans: changes that together save most";
        yield return new Section(heading, new Table(
            [
                .. layouts.Count > 1 ? [new Column("Layout")] : Array.Empty<Column>(),
                new Column("Step", true), new Column("Change"), new Column($"Saving per month ({currency})", true),
                new Column($"Cost per month after the step ({currency})", true),
            ],
            [.. planned.SelectMany(layout => Rows(layout, layouts.Count > 1))]));
    }

    /// <summary>What the plan of one layout does, as a sentence.</summary>
    public static string Sentence(Plan plan, string currency) =>
        $"{Figures.Count(plan.Steps.Count, "change")} would save {currency} {Figures.Money(plan.MonthlySaving)} per month "
        + $"and reduce the cost to {currency} {Figures.Money(plan.MonthlyCost)} per month.";

    private static IEnumerable<IReadOnlyList<Cell>> Rows(LayoutCost layout, bool isOneOfSeveral)
    {
        var cost = layout.MonthlyCost;
        for (var i = 0; i < layout.Plan!.Steps.Count; i++)
        {
            var step = layout.Plan.Steps[i];
            cost -= step.MonthlySaving;
            yield return
            [
                .. isOneOfSeveral ? [Cell.Text(layout.Name)] : Array.Empty<Cell>(),
                Cell.Count(i + 1),
                Cell.Text(step.Region is { } region ? $"{region}: {step.Action}" : step.Action),
                Cell.Money(step.MonthlySaving),
                Cell.Money(cost),
            ];
        }
    }
}
