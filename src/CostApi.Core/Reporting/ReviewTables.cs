using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Prices;
using CostApi.Core.Reviewing;

namespace CostApi.Core.Reporting;

/// <summary>The tables of a review.</summary>
internal static class ReviewTables
{
    public static IEnumerable<Section> Of(Review review, string currency)
    {
        if (review.Currency is not null) yield return new Section("Cost per month", Costs(review, currency));
        if (review.Difference is { LineItems.Count: > 0 } difference && ReviewWords.Before(review) is not null)
            yield return new Section("Changes", Changes(difference, currency));
        if (review.Findings.Count > 0) yield return new Section("Findings", Findings(review.Findings, currency));
        if (review.Ignored.Count > 0) yield return new Section("Accepted findings", Accepted(review.Ignored));
        foreach (var plan in PlanTable.Of([review.After], currency)) yield return plan;
        if (review.BreakEvens.Count > 0) yield return new Section("Break-evens", BreakEvens(review.BreakEvens, currency));
        if (review.Before is { LineItems.Count: > 0 } before) yield return new Section("Line items before", Lines(before, currency), IsDetail: true);
        if (review.After.LineItems.Count > 0) yield return new Section(review.Before is null ? "Line items" : "Line items after", Lines(review.After, currency), IsDetail: true);
        if (review.NotPriced.Count > 0) yield return new Section("Resources that are not "
            + "priced", NotPriced(review.NotPriced), IsDetail: true);
        if (review.Unread.Count > 0) yield return new Section("Not read", Named(review.Unread.Select(unread => (unread.Address, unread.Why))), IsDetail: true);
        if (review.LeftOut.Count > 0) yield return new Section("Excluded by the conditions of the "
            + "document", Named(review.LeftOut.Select(gone => (gone.Address, gone.Why))), IsDetail: true);
    }

    private static Table Costs(Review review, string currency)
    {
        var (before, after) = (ReviewWords.Before(review), review.After);
        var spent = Enum.GetValues<CostCategory>()
            .Where(category => after.CostByCategory[category] > 0 || before?.CostByCategory[category] > 0);
        if (before is null)
        {
            return new Table(
                [
                    new Column("Category"), new Column($"Hourly charges ({currency})", true), new Column($"Usage charges "
                        + $"({currency})", true),
                    new Column($"Cost ({currency})", true),
                ],
                [
                    .. spent.Select(category => (IReadOnlyList<Cell>)[Cell.Text(CategoryNames.Of(category)), .. Split(after, category)]),
                    [Cell.Text("Total"), .. Split(review, after)],
                ]);
        }

        return new Table(
            [
                new Column("Category"),
                new Column($"Before: hourly ({currency})", true), new Column("Before: usage", true), new Column("Before: total", true),
                new Column($"After: hourly ({currency})", true), new Column("After: usage", true), new Column("After: total", true),
                new Column($"Difference ({currency})", true),
            ],
            [
                .. spent.Select(category => (IReadOnlyList<Cell>)[
                    Cell.Text(CategoryNames.Of(category)), .. Split(before, category), .. Split(after, category),
                    Cell.Change(review.Difference!.CostByCategory[category])]),
                [
                    Cell.Text("Total"), .. Split(review, before), .. Split(review, after),
                    review.Difference!.Amount is { } amount ? Cell.Change(amount) : Cell.Text("not known"),
                ],
            ]);
    }

    private static Cell[] Split(LayoutCost layout, CostCategory category) =>
        [CostSplit.Hourly(layout, category), CostSplit.Usage(layout, category), Cell.Money(layout.CostByCategory[category])];

    private static Cell[] Split(Review review, LayoutCost layout) =>
        [CostSplit.Hourly(layout), CostSplit.Usage(layout), Total(review, layout)];

    private static Cell Total(Review review, LayoutCost layout)
    {
        var cost = Cell.Money(layout.MonthlyCost);
        return ReviewWords.IsAtLeast(review, layout) ? cost with { Shown = $"at least {cost.Shown}" } : cost;
    }

    private static Table Accepted(IReadOnlyList<IgnoredFinding> accepted) => new(
        [
            new Column("Severity"), new Column("Code"), new Column("Where"), new Column("Finding"),
            new Column("Reason"), new Column("Accepted by"), new Column("Accepted until"),
        ],
        [.. accepted.Select(one => (IReadOnlyList<Cell>)[
            Cell.Text(FindingTable.NameOf(one.Severity)), Cell.Text(one.Code),
            Cell.Text(Where(one.Addresses, one.Vpc, one.Resource)), Cell.Text(one.Message),
            Cell.Text(one.Reason), Cell.Text(one.By), Cell.Text(one.Until is { } until ? $"{until:yyyy-MM-dd}" : "")])]);

    private static Table Changes(ReviewDifference difference, string currency) => new(
        [new Column("Change"), new Column("Where"), new Column("Description"),
         new Column($"Before ({currency})", true), new Column($"After ({currency})", true), new Column($"Difference ({currency})", true)],
        [.. difference.LineItems.Select(change => (IReadOnlyList<Cell>)[
            Cell.Text(change.Change.ToString().ToLowerInvariant()), Cell.Text(Where(change.Addresses, change.Vpc, change.Resource)), Cell.Text(change.Description),
            Money(change.Before), Money(change.After), change.Amount is { } amount ? Cell.Change(amount) : Cell.Text("not known")])]);

    private static Table Findings(IReadOnlyList<Finding> findings, string currency) => new(
        [new Column("Severity"), new Column("Code"), new Column("Where"), new Column("Finding"), new Column($"Saving per month "
            + $"({currency})", true)],
        [.. findings.Select(finding => (IReadOnlyList<Cell>)[
            Cell.Text(FindingTable.NameOf(finding.Severity)), Cell.Text(finding.Code), Cell.Text(Where(finding.Addresses, finding.Vpc, finding.Resource)),
            Cell.Text(finding.Remedy is { } remedy ? $"{finding.Message} {remedy}" : finding.Message),
            finding.MonthlySaving is { } saving ? Cell.Money(saving) : Cell.Empty])]);

    private static Table BreakEvens(IReadOnlyList<BreakEven> points, string currency) => new(
        [
            new Column("Where"), new Column("Service"), new Column("Endpoint zones", true), new Column($"Endpoint per month "
                + $"({currency})", true), new Column("Endpoint per GB", true),
            new Column("NAT per GB", true), new Column("Break-even (GB per month)", true), new Column("Current GB per month", true),
            new Column("Cheaper at current traffic"),
        ],
        [.. points.Select(point => (IReadOnlyList<Cell>)[
            Cell.Text(Where(point.Addresses, point.Vpc, null)), Cell.Text(point.Service == "*" ? "any other service" : point.Service), Cell.Count(point.AvailabilityZones),
            Money(point.EndpointMonthlyCost), Rate(point.EndpointPerGb), Rate(point.NatPerGb),
            point.GbPerMonth is { } gb ? Cell.Quantity(gb) : Cell.Text("never"), LayoutTables.NowOf(point),
            Cell.Text(point.Cheaper is { } path ? PathNames.Of(path) : "not known")])]);

    private static Table Lines(LayoutCost layout, string currency) => new(
        [
            new Column("Where"), new Column("Description"), new Column("Quantity", true), new Column("Unit"), new Column("Calculation"),
            new Column($"Cost per month ({currency})", true),
        ],
        [.. layout.LineItems.Select(line => (IReadOnlyList<Cell>)[
            Cell.Text(Where(line.Addresses, line.Vpc, line.Resource)), Cell.Text(line.Description), Cell.Quantity(line.Quantity), Cell.Text(line.Unit),
            Cell.Text(line.Unpriced ?? line.Formula), Money(line.Cost)])]);

    private static Table NotPriced(IReadOnlyList<SeenNotPriced> seen) => new(
        [new Column("Where"), new Column("Type"), new Column("Billing"), new Column("Change")],
        [.. seen.Select(one => (IReadOnlyList<Cell>)[Cell.Text(one.Address), Cell.Text(one.Type), Cell.Text(one.What), Cell.Text(one.Change?.ToString().ToLowerInvariant())])]);

    private static Table Named(IEnumerable<(string Address, string Why)> rows) => new(
        [new Column("Where"), new Column("Reason")],
        [.. rows.Select(row => (IReadOnlyList<Cell>)[Cell.Text(row.Address.Length == 0 ? "the document" : row.Address), Cell.Text(row.Why)])]);

    private static Cell Money(decimal? amount) => amount is { } money ? Cell.Money(money) : Cell.Text("not priced");

    private static Cell Rate(decimal? amount) => amount is { } rate ? Cell.Exactly(rate) : Cell.Text("not priced");

    private static string Where(IReadOnlyList<string>? addresses, string? vpc, string? resource) =>
        addresses is { Count: > 0 } ? string.Join(", ", addresses) : string.Join(": ", new[] { vpc, resource }.OfType<string>());
}
