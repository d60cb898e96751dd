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
        if (review.Currency is not null) yield return new Section("Cost a month", Costs(review, currency));
        if (review.Difference is { LineItems.Count: > 0 } difference && review.Before!.LineItems.Count > 0) yield return new Section("What changes", Changes(difference, currency));
        if (review.Findings.Count > 0) yield return new Section("Findings", Findings(review.Findings, currency));
        if (review.BreakEvens.Count > 0) yield return new Section("Break-evens", BreakEvens(review.BreakEvens, currency));
        if (review.Before is { LineItems.Count: > 0 } before) yield return new Section("Line items before", Lines(before, currency), IsDetail: true);
        if (review.After.LineItems.Count > 0) yield return new Section(review.Before is null ? "Line items" : "Line items after", Lines(review.After, currency), IsDetail: true);
        if (review.NotPriced.Count > 0) yield return new Section("Seen and not priced", NotPriced(review.NotPriced), IsDetail: true);
        if (review.Unread.Count > 0) yield return new Section("Not read", Named(review.Unread.Select(unread => (unread.Address, unread.Why))), IsDetail: true);
        if (review.LeftOut.Count > 0) yield return new Section("Left out by the document's own conditions", Named(review.LeftOut.Select(gone => (gone.Address, gone.Why))), IsDetail: true);
    }

    private static Table Costs(Review review, string currency)
    {
        var spent = Enum.GetValues<CostCategory>().Where(category => review.After.CostByCategory[category] > 0 || review.Before?.CostByCategory[category] > 0);
        if (review.Before is not { } before)
        {
            return new Table(
                [new Column("What"), new Column($"Cost ({currency})", true)],
                [.. spent.Select(category => (IReadOnlyList<Cell>)[Cell.Text(CategoryNames.Of(category)), Cell.Money(review.After.CostByCategory[category])]), [Cell.Text("Total"), LayoutTables.Cost(review.After)]]);
        }

        return new Table(
            [new Column("What"), new Column($"Before ({currency})", true), new Column($"After ({currency})", true), new Column($"Difference ({currency})", true)],
            [
                .. spent.Select(category => (IReadOnlyList<Cell>)[Cell.Text(CategoryNames.Of(category)), Cell.Money(before.CostByCategory[category]), Cell.Money(review.After.CostByCategory[category]), Cell.Change(review.Difference!.CostByCategory[category])]),
                [Cell.Text("Total"), LayoutTables.Cost(before), LayoutTables.Cost(review.After), review.Difference!.Amount is { } amount ? Cell.Change(amount) : Cell.Text("not known")],
            ]);
    }

    private static Table Changes(ReviewDifference difference, string currency) => new(
        [new Column("Change"), new Column("Where"), new Column("What"), new Column($"Before ({currency})", true), new Column($"After ({currency})", true), new Column($"Difference ({currency})", true)],
        [.. difference.LineItems.Select(change => (IReadOnlyList<Cell>)[
            Cell.Text(change.Change.ToString().ToLowerInvariant()), Cell.Text(Where(change.Addresses, change.Vpc, change.Resource)), Cell.Text(change.Description),
            Money(change.Before), Money(change.After), change.Amount is { } amount ? Cell.Change(amount) : Cell.Text("not known")])]);

    private static Table Findings(IReadOnlyList<Finding> findings, string currency) => new(
        [new Column("Severity"), new Column("Code"), new Column("Where"), new Column("Finding"), new Column($"Saves a month ({currency})", true)],
        [.. findings.Select(finding => (IReadOnlyList<Cell>)[
            Cell.Text(FindingTable.NameOf(finding.Severity)), Cell.Text(finding.Code), Cell.Text(Where(finding.Addresses, finding.Vpc, finding.Resource)),
            Cell.Text(finding.Remedy is { } remedy ? $"{finding.Message} Instead: {remedy}" : finding.Message),
            finding.MonthlySaving is { } saving ? Cell.Money(saving) : Cell.Empty])]);

    private static Table BreakEvens(IReadOnlyList<BreakEven> points, string currency) => new(
        [
            new Column("Where"), new Column("Service"), new Column("Endpoint zones", true), new Column($"Endpoint a month ({currency})", true), new Column("and a GB", true),
            new Column("NAT a GB", true), new Column("Endpoint pays from GB", true), new Column("GB a month now", true), new Column("Cheaper now"),
        ],
        [.. points.Select(point => (IReadOnlyList<Cell>)[
            Cell.Text(Where(point.Addresses, point.Vpc, null)), Cell.Text(point.Service == "*" ? "any other service" : point.Service), Cell.Count(point.AvailabilityZones),
            Money(point.EndpointMonthlyCost), Rate(point.EndpointPerGb), Rate(point.NatPerGb),
            point.GbPerMonth is { } gb ? Cell.Quantity(gb) : Cell.Text("never"), Cell.Quantity(point.CurrentGbPerMonth),
            Cell.Text(point.Cheaper is { } path ? PathNames.Of(path) : "not known")])]);

    private static Table Lines(LayoutCost layout, string currency) => new(
        [new Column("Where"), new Column("What"), new Column("Quantity", true), new Column("Unit"), new Column("How"), new Column($"Cost a month ({currency})", true)],
        [.. layout.LineItems.Select(line => (IReadOnlyList<Cell>)[
            Cell.Text(Where(line.Addresses, line.Vpc, line.Resource)), Cell.Text(line.Description), Cell.Quantity(line.Quantity), Cell.Text(line.Unit),
            Cell.Text(line.Unpriced ?? line.Formula), Money(line.Cost)])]);

    private static Table NotPriced(IReadOnlyList<SeenNotPriced> seen) => new(
        [new Column("Where"), new Column("Type"), new Column("Costs"), new Column("Change")],
        [.. seen.Select(one => (IReadOnlyList<Cell>)[Cell.Text(one.Address), Cell.Text(one.Type), Cell.Text(one.What), Cell.Text(one.Change?.ToString().ToLowerInvariant())])]);

    private static Table Named(IEnumerable<(string Address, string Why)> rows) => new(
        [new Column("Where"), new Column("Why")],
        [.. rows.Select(row => (IReadOnlyList<Cell>)[Cell.Text(row.Address.Length == 0 ? "the document" : row.Address), Cell.Text(row.Why)])]);

    private static Cell Money(decimal? amount) => amount is { } money ? Cell.Money(money) : Cell.Text("not priced");

    private static Cell Rate(decimal? amount) => amount is { } rate ? Cell.Exactly(rate) : Cell.Text("not priced");

    private static string Where(IReadOnlyList<string>? addresses, string? vpc, string? resource) =>
        addresses is { Count: > 0 } ? string.Join(", ", addresses) : string.Join(": ", new[] { vpc, resource }.OfType<string>());
}
