using CostApi.Core.Comparing;

namespace CostApi.Core.Reporting;

/// <summary>The tables of an answer about layouts.</summary>
internal static class LayoutTables
{
    public static IEnumerable<Section> Of(IReadOnlyList<LayoutCost> layouts, string? baseline, string currency)
    {
        yield return new Section("Layouts", baseline is null ? Costs(layouts, currency) : Ranking(layouts, baseline, currency));
        if (FindingTable.Of(layouts, currency) is { Rows.Count: > 0 } findings) yield return new Section("Findings", findings);
        foreach (var plans in PlanTable.Of(layouts, currency)) yield return plans;
        if (BreakEvens(layouts) is { Rows.Count: > 0 } breakEvens) yield return new Section("Break-evens", breakEvens);
        yield return new Section("Cost by category", Categories(layouts, currency), IsDetail: true);
        foreach (var layout in layouts)
            if (layout.LineItems.Count > 0) yield return new Section($"Line items of {layout.Name}", LineTable.Brief(layout, currency), IsDetail: true);
    }

    private static Table Ranking(IReadOnlyList<LayoutCost> layouts, string baseline, string currency) => new(
        [
            new Column("Layout"), new Column("Rank", true), new Column($"Cost per month ({currency})", true), .. SplitColumns(currency),
            new Column($"Difference ({currency})", true), new Column("Difference", true), new Column("Remarks"),
        ],
        [.. layouts.Select(layout => (IReadOnlyList<Cell>)[
            Cell.Text(layout.Name),
            layout.Rank is { } rank ? Cell.Count(rank) : Cell.Text("–"),
            Cost(layout),
            CostSplit.Hourly(layout),
            CostSplit.Usage(layout),
            LayoutBars.IsComparable(layout, baseline) && layout.Difference.Amount is { } amount ? Cell.Change(amount) : Cell.Empty,
            LayoutBars.IsComparable(layout, baseline) && layout.Difference.Percent is { } percent ? Cell.Percent(percent) : Cell.Empty,
            Cell.Text(string.Join(", ", LayoutBars.Remarks(layout, baseline)))])]);

    private static Table Costs(IReadOnlyList<LayoutCost> layouts, string currency) => new(
        [
            new Column("Layout"), new Column($"Cost per month ({currency})", true), .. SplitColumns(currency),
            new Column($"At list prices ({currency})", true), new Column("Remarks"),
        ],
        [.. layouts.Select(layout => (IReadOnlyList<Cell>)[
            Cell.Text(layout.Name), Cost(layout), CostSplit.Hourly(layout), CostSplit.Usage(layout),
            Cell.Money(layout.ListMonthlyCost), Cell.Text(string.Join(", ", LayoutBars.Remarks(layout, null)))])]);

    private static Column[] SplitColumns(string currency) => [new($"Hourly charges ({currency})", true), new($"Usage charges "
        + $"({currency})", true)];

    public static Cell Cost(LayoutCost layout) => Cell.Money(layout.MonthlyCost) is var cost && layout.Complete ? cost : cost with { Shown = $"at least {cost.Shown}" };

    private static Table BreakEvens(IReadOnlyList<LayoutCost> layouts) => new(
        [new Column("Layout"), new Column("VPC"), new Column("Service"), new Column("Endpoint zones", true), new Column("Current GB per "
            + "month", true), new Column("Break-even (GB per month)", true), new Column("Cheaper at current traffic")],
        [.. from layout in layouts
            from point in layout.BreakEvens
            select (IReadOnlyList<Cell>)[
                Cell.Text(layout.Name), Cell.Text(point.Vpc), Cell.Text(point.Service), Cell.Count(point.AvailabilityZones), NowOf(point),
                point.GbPerMonth is { } gb ? Cell.Quantity(gb) : Cell.Text("never"),
                Cell.Text(point.Cheaper is { } path ? PathNames.Of(path) : "not known")]]);

    /// <summary>The GB that a break-even is compared with.</summary>
    internal static Cell NowOf(Advising.BreakEven point) => point.CurrentGbPerMonth is { } gb ? Cell.Quantity(gb) : Cell.Text("not known");

    private static Table Categories(IReadOnlyList<LayoutCost> layouts, string currency)
    {
        var spent = Enum.GetValues<Prices.CostCategory>().Where(category => layouts.Any(layout => layout.CostByCategory[category] > 0)).ToArray();
        return new Table(
            [new Column("Layout"), .. spent.Select(category => new Column($"{CategoryNames.Of(category)} ({currency})", true)), new Column($"Total ({currency})", true)],
            [.. layouts.Select(layout => (IReadOnlyList<Cell>)[Cell.Text(layout.Name), .. spent.Select(category => Cell.Money(layout.CostByCategory[category])), Cost(layout)])]);
    }
}
