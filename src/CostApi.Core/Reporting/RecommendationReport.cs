using System.Text.RegularExpressions;
using CostApi.Core.Recommending;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>Makes a report of a recommendation: the layout's own, with why it is that one.</summary>
public static partial class RecommendationReport
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
            Notes =
            [
                report.Notes[0], .. answer.Assumptions, .. report.Notes.Skip(1).Except(answer.Assumptions).SkipLast(1),
                ReportNotes.Id(answer.Id),
            ],
        };
    }

    // Those whose flips lie nearest come first; more would be a wall.
    private const int MostCharts = 3;

    private static LineChart Chart(Curve curve, Sensitivity? input) => new(
        curve.Name, input?.Value, [.. new[] { input?.Below, input?.Above }.OfType<decimal>()],
        [.. curve.Series.Select(series => new LineSeries(series.Name == "recommended" ? "recommended layout" : $"cheapest layout "
            + $"{series.Name} the threshold", [.. series.Points.Select(point => (point.Value, point.MonthlyCost))]))]);

    private static string Headline(Recommendation answer)
    {
        var proof = answer.Optimal
            ? "No layout that was considered costs less."
            : $"The time limit was reached. No layout costs less than {answer.Currency} {Figures.Money(answer.LowerBound)} per month, "
                + $"so this layout costs at most {answer.Currency} {Figures.Money(answer.Gap)} per month more than the cheapest one.";
        var saving = answer.Difference is { Amount: { } amount }
            ? $" It costs {answer.Currency} {Figures.Money(Math.Abs(amount))} per month {(amount > 0 ? "more" : "less")} than the "
                + "current layout."
            : "";
        var near = answer.Sensitivity.Where(input => input.FlipsWithinFactorTwo).ToArray();
        var others = near.Length <= 1 ? "" : $" or one of {Figures.Count(near.Length - 1, "other input")}";
        var firmness = near.Length == 0 ? "" : $" Another layout would be cheaper if {near[0].Name}{others} differed by a factor of two.";
        return proof + saving + firmness;
    }

    private static Bar Bar(RunnerUp other) => new(
        RunnersUp.Name(other.Kind), other.MonthlyCost!.Value, [.. other.CostByCategory.Where(part => part.Value > 0).OrderBy(part => part.Key).Select(part => new BarPart(part.Key, part.Value))],
        $"+{Figures.Money(other.Margin!.Value)}", [], IsOpen: false, IsBroken: false);

    private static IEnumerable<Section> Sections(Recommendation answer)
    {
        var money = $"({answer.Currency})";
        yield return new Section("Other types of layout", new Table(
            [new Column("Type"), new Column($"Cost per month {money}", true), new Column($"Margin {money}", true), new Column("Remarks")],
            [.. answer.RunnersUp.Select(other => Row(
                Cell.Text(RunnersUp.Name(other.Kind)),
                Money(other.MonthlyCost),
                other.Margin is { } margin ? Cell.Change(margin) : Cell.Empty,
                Cell.Text(other.Note ?? (other.Margin == 0 ? "as recommended" : other.Optimal ? "" : "not proven to be the cheapest"))))]));
        if (answer.Difference is { Changes.Count: > 0 } difference)
            yield return new Section("Changes", new Table(
                [new Column("VPC"), new Column("Action"), new Column("Resource"), new Column("Details")],
                [.. difference.Changes.Select(change => Row(
                    Cell.Text(change.Vpc), InWords(change.Action), Cell.Text(change.Resource), Cell.Text(change.Detail)))]));
        yield return new Section("VPCs", new Table(
            [new Column("VPC"), new Column("NAT"), new Column("Hub"), new Column("Interface endpoints", true), new Column("Reason")],
            [.. answer.Vpcs.Select(vpc => Row(
                Cell.Text(vpc.Vpc), InWords(vpc.Nat), Cell.Text(vpc.AttachedToHub ? "attached" : ""),
                Cell.Count(vpc.InterfaceEndpoints), Cell.Text(vpc.Reason)))]));
        if (answer.Decisions.Count > 0)
            yield return new Section("Decisions", new Table(
                [new Column("VPC"), new Column("Service"), new Column("Path"), new Column("GB per month", true), new Column($"Cost per "
                    + $"month {money}", true), new Column("Reason")],
                [.. answer.Decisions.Select(decision => Row(Cell.Text(decision.Vpc), Cell.Text(decision.Service), Cell.Text(PathNames.Of(decision.Path)), Cell.Quantity(decision.Gb), Cell.Money(decision.Cost), Cell.Text(decision.Reason)))]));
        if (answer.Sensitivity.Count > 0)
            yield return new Section("Sensitivity", new Table(
                [new Column("Input"), new Column("Value", true), new Column("Changes below", true),
                 new Column("Changes above", true), new Column("Effect")],
                [.. answer.Sensitivity.Select(input => Row(Cell.Text(input.Name), Cell.Quantity(input.Value), Quantity(input.Below), Quantity(input.Above), Cell.Text(Then(input))))]));
        if (answer.Bands.Count > 0)
            yield return new Section("Ranges", new Table(
                [new Column("All ranges at"), new Column($"Recommended {money}", true), new Column($"Lowest cost "
                    + $"{money}", true), new Column("Remarks")],
                [.. answer.Bands.Select(band => Row(
                    InWords(band.Name), Money(band.MonthlyCost), Money(band.LeastMonthlyCost),
                    Cell.Text(band.Holds ? "as recommended" : string.Join("; ", band.Changes))))]));
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

    private static Cell InWords<T>(T value)
        where T : struct, Enum => Cell.Text(Spaced().Replace(value.ToString(), "-$0").ToLowerInvariant());

    // SingleZone is "single-zone".
    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Spaced();

    private static Cell[] Row(params Cell[] cells) => cells;
}
