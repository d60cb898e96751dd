using System.Text.Json;
using CostApi.Core.Recommending;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>Makes a report of a recommendation: the layout's own, with why it is that one.</summary>
public static class RecommendationReport
{
    public static Report Of(Recommendation answer)
    {
        var report = ComparisonReport.Of(answer.Estimate);
        return report with
        {
            Id = answer.Id,
            Title = $"The cheapest layout for {Figures.Count(answer.Vpcs.Count, "VPC")} in {answer.Region}",
            Headline = Headline(answer),
            Bars = [.. report.Bars, .. answer.RunnersUp.Where(other => other.MonthlyCost is not null && other.Margin != 0).Select(Bar)],
            Charts = [.. answer.Curves.Take(MostCharts).Select(curve => Chart(curve, answer.Sensitivity.FirstOrDefault(input => input.Input == curve.Input)))],
            Sections = [.. Sections(answer), .. report.Sections.Select(section => section with { IsDetail = true })],
            Notes = [report.Notes[0], .. answer.Assumptions, .. report.Notes.Skip(1).Except(answer.Assumptions).SkipLast(1), $"Id of the question and its prices: {answer.Id}."],
        };
    }

    // Those whose flips lie nearest come first; more would be a wall.
    private const int MostCharts = 3;

    private static LineChart Chart(Curve curve, Sensitivity? input) => new(
        curve.Name, input?.Value, [.. new[] { input?.Below, input?.Above }.OfType<decimal>()],
        [.. curve.Series.Select(series => new LineSeries(series.Name == "recommended" ? "as recommended" : $"as would be best {series.Name}", [.. series.Points.Select(point => (point.Value, point.MonthlyCost))]))]);

    private static string Headline(Recommendation answer)
    {
        var proof = answer.Optimal
            ? "No layout that was considered costs less."
            : $"The time limit was reached: no layout costs less than {answer.Currency} {Figures.Money(answer.LowerBound)}, so that this is at most {Figures.Money(answer.Gap)} too dear.";
        var saving = answer.Difference is { Amount: { } amount } ? $" That is {answer.Currency} {Figures.Money(Math.Abs(amount))} {(amount > 0 ? "more" : "less")} than the current layout." : "";
        var near = answer.Sensitivity.Where(input => input.FlipsWithinFactorTwo).ToArray();
        var firmness = near.Length == 0 ? "" : $" It would be another if {near[0].Name} {(near.Length == 1 ? "were" : $"or one of {near.Length - 1} more figures were")} wrong by a factor of two.";
        return proof + saving + firmness;
    }

    private static Bar Bar(RunnerUp other) => new(
        RunnersUp.Name(other.Kind), other.MonthlyCost!.Value, [.. other.CostByCategory.Where(part => part.Value > 0).OrderBy(part => part.Key).Select(part => new BarPart(part.Key, part.Value))],
        $"+{Figures.Money(other.Margin!.Value)}", [], IsOpen: false, IsBroken: false);

    private static IEnumerable<Section> Sections(Recommendation answer)
    {
        var money = $"({answer.Currency})";
        yield return new Section("Other kinds of layout", new Table(
            [new Column("Kind"), new Column($"Cost per month {money}", true), new Column($"Margin {money}", true), new Column("Remarks")],
            [.. answer.RunnersUp.Select(other => Row(Cell.Text(RunnersUp.Name(other.Kind)), Money(other.MonthlyCost), other.Margin is { } margin ? Cell.Change(margin) : Cell.Empty, Cell.Text(other.Note ?? (other.Margin == 0 ? "as recommended" : other.Optimal ? "" : "not proven"))))]));
        if (answer.Difference is { Changes.Count: > 0 } difference)
            yield return new Section("What changes", new Table(
                [new Column("VPC"), new Column("Do"), new Column("Resource"), new Column("Detail")],
                [.. difference.Changes.Select(change => Row(Cell.Text(change.Vpc), Camel(change.Action), Cell.Text(change.Resource), Cell.Text(change.Detail)))]));
        yield return new Section("VPCs", new Table(
            [new Column("VPC"), new Column("NAT"), new Column("Hub"), new Column("Interface endpoints", true), new Column("Why")],
            [.. answer.Vpcs.Select(vpc => Row(Cell.Text(vpc.Vpc), Camel(vpc.Nat), Cell.Text(vpc.AttachedToHub ? "attached" : ""), Cell.Count(vpc.InterfaceEndpoints), Cell.Text(vpc.Reason)))]));
        if (answer.Decisions.Count > 0)
            yield return new Section("Decisions", new Table(
                [new Column("VPC"), new Column("Service"), new Column("Way"), new Column("GB per month", true), new Column($"Adds {money}", true), new Column("Why")],
                [.. answer.Decisions.Select(decision => Row(Cell.Text(decision.Vpc), Cell.Text(decision.Service), Cell.Text(PathNames.Of(decision.Path)), Cell.Quantity(decision.Gb), Cell.Money(decision.Cost), Cell.Text(decision.Reason)))]));
        if (answer.Sensitivity.Count > 0)
            yield return new Section("What would change it", new Table(
                [new Column("Input"), new Column("Value", true), new Column("Flips below", true), new Column("Flips above", true), new Column("Then")],
                [.. answer.Sensitivity.Select(input => Row(Cell.Text(input.Name), Cell.Quantity(input.Value), Quantity(input.Below), Quantity(input.Above), Cell.Text(Then(input))))]));
        if (answer.Bands.Count > 0)
            yield return new Section("Ranges", new Table(
                [new Column("All ranges at"), new Column($"Recommended {money}", true), new Column($"Least {money}", true), new Column("Remarks")],
                [.. answer.Bands.Select(band => Row(Camel(band.Name), Money(band.MonthlyCost), Money(band.LeastMonthlyCost), Cell.Text(band.Holds ? "as recommended" : string.Join("; ", band.Changes))))]));
        foreach (var curve in answer.Curves)
            yield return new Section($"Cost per month by {curve.Name}", new Table(
                [new Column("Value", true), .. curve.Series.Select(series => new Column($"{series.Name} {money}", true))],
                [.. curve.Series[0].Points.Select((point, i) => Row([Cell.Quantity(point.Value), .. curve.Series.Select(series => Cell.Money(series.Points[i].MonthlyCost))]))]), IsDetail: true);
    }

    private static string Then(Sensitivity input) => string.Join("; ", new[]
    {
        input.BelowChanges.Count > 0 ? $"below: {string.Join(", ", input.BelowChanges)}" : null,
        input.AboveChanges.Count > 0 ? $"above: {string.Join(", ", input.AboveChanges)}" : null,
    }.OfType<string>());

    private static Cell Money(decimal? amount) => amount is { } known ? Cell.Money(known) : Cell.Empty;

    private static Cell Quantity(decimal? quantity) => quantity is { } known ? Cell.Quantity(known) : Cell.Text("–");

    private static Cell Camel<T>(T value)
        where T : struct, Enum => Cell.Text(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    private static Cell[] Row(params Cell[] cells) => cells;
}
