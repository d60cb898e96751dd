using System.Globalization;
using System.Text.Json;
using CostApi.Core.Layouts.Checks;

namespace CostApi.Tests.Cases;

/// <summary>One row of a table of worked examples.</summary>
public sealed record WorkedExample(string File, string Case, string Region, string Layout, string Traffic, string Pricing, decimal MonthlyCost, string Status, string Paths, string Working)
{
    public override string ToString() => $"{File}: {Case}";
}

/// <summary>Examples worked by hand from the price data. They are tables, so that they can be checked and extended without C#.</summary>
public sealed class WorkedExamples
{
    public static TheoryData<string> Files => [.. FileNames];

    private static IEnumerable<string> FileNames => Directory.EnumerateFiles(Folder, "*.csv").Select(file => System.IO.Path.GetFileName(file)).Order();

    private static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "Cases");

    [Theory]
    [MemberData(nameof(Files))]
    public void Answers_equal_the_worked_ones(string file)
    {
        var failures = Read(file).Select(Failure).OfType<string>().ToArray();
        Assert.True(failures.Length == 0, string.Join(Environment.NewLine, failures));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Workings_give_the_stated_cost(string file) =>
        Assert.All(Read(file), example => Assert.Equal(example.MonthlyCost, Arithmetic.Evaluate(example.Working)));

    [Fact]
    public void Each_case_has_a_name_of_its_own() =>
        Assert.All(FileNames.SelectMany(Read).CountBy(example => example.ToString()), name => Assert.Equal(1, name.Value));

    [Fact]
    public void No_case_was_lost() => Assert.InRange(FileNames.SelectMany(Read).Count(), 430, int.MaxValue);

    private static IEnumerable<WorkedExample> Read(string file) =>
        File.ReadLines(System.IO.Path.Combine(Folder, file)).Skip(1).Where(line => line.Length > 0).Select(line =>
        {
            var cells = line.Split(',');
            Assert.Equal(9, cells.Length);
            return new WorkedExample(file, cells[0], cells[1], cells[2], cells[3], cells[4], decimal.Parse(cells[5], CultureInfo.InvariantCulture), cells[6], cells[7], cells[8]);
        });

    private static string? Failure(WorkedExample example)
    {
        var request = Notation.Request(example.Region, example.Layout, example.Traffic, example.Pricing);
        var problems = RequestCheck.Check(request, Shipped.Snapshot.Regions, Shipped.Snapshot.Services, [], isEstimate: true);
        if (problems.Any) return $"{example.Case}: refused, {JsonSerializer.Serialize(problems.ByPath())}";

        var layout = Shipped.Compare(request).Layouts[0];
        var status = !layout.Complete ? "incomplete" : !layout.Feasible ? "infeasible" : "ok";
        var paths = string.Join(' ', layout.Routes.Select(route => JsonNamingPolicy.CamelCase.ConvertName(route.Path.ToString())));
        var lines = layout.LineItems.Sum(line => line.Cost ?? 0);
        return (layout.MonthlyCost, status, paths, lines) == (example.MonthlyCost, example.Status, example.Paths, example.MonthlyCost)
            ? null
            : $"{example.Case}: {layout.MonthlyCost} {status} {paths} (lines {lines}), worked {example.MonthlyCost} {example.Status} {example.Paths}: {example.Working}";
    }
}
