using System.Text;
using System.Text.RegularExpressions;

namespace CostApi.Core.Reporting;

/// <summary>The line items as comma-separated values (RFC 4180), amounts exact.</summary>
public static partial class CsvReport
{
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        Append(text, report.Lines.Columns.Select(column => Quoted(column.Name)));
        foreach (var row in report.Lines.Rows) Append(text, row.Select(cell => cell.IsNumber ? cell.Exact : Quoted(Harmless(Printable.Of(cell.Exact)))));
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells).Append("\r\n");

    // Spreadsheets run a cell that begins like a formula, and some split at semicolons, quoted or not.
    private static string Harmless(string text) => Formula().Replace(text, "$1'$2");

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",;\"") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"(^|;)([\s\p{C}""]*[=+\-@＝＋－＠])")]
    private static partial Regex Formula();
}
