using CostApi.Core.Advising;
using CostApi.Core.Comparing;

namespace CostApi.Core.Reporting;

/// <summary>The findings of all layouts, each once.</summary>
internal static class FindingTable
{
    /// <summary>Errors first, then what saves most.</summary>
    public static IEnumerable<ReportedFinding> InOrder(IReadOnlyList<LayoutCost> layouts) => layouts
        .SelectMany(layout => layout.Findings.Select(finding => new ReportedFinding(finding, layout.Name)))
        .OrderByDescending(found => found.Finding.Severity)
        .ThenByDescending(found => found.Finding.MonthlySaving ?? 0);

    public static Table Of(IReadOnlyList<LayoutCost> layouts, string currency) => new(
        [
            new Column("Severity"), new Column("Code"), new Column("Layouts"), new Column("Where"), new Column("Finding"),
            new Column($"Saving per month ({currency})", true),
        ],
        [.. from found in InOrder(layouts)
            let finding = found.Finding
            group found.Layout by (finding.Severity, finding.Code, finding.Vpc, finding.Resource, finding.Message, finding.MonthlySaving) into same
            select (IReadOnlyList<Cell>)[
                Cell.Text(NameOf(same.Key.Severity)),
                Cell.Text(same.Key.Code),
                Cell.Text(same.Distinct().Count() == layouts.Count && layouts.Count > 1 ? "all" : string.Join(", ", same.Distinct())),
                Cell.Text(string.Join(": ", new[] { same.Key.Vpc, same.Key.Resource }.OfType<string>())),
                Cell.Text(same.Key.Message),
                same.Key.MonthlySaving is { } saving ? Cell.Money(saving) : Cell.Empty]]);

    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
