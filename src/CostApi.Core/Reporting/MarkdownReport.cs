using System.Text;

namespace CostApi.Core.Reporting;

/// <summary>A report as a comment on a pull request (GitHub Flavored Markdown).</summary>
public static class MarkdownReport
{
    // GitHub takes comments of 65,536 characters; the notes have to fit behind the tables.
    private const int Room = 56_000;

    public static string Write(Report report)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(MarkdownText.Of(report.Figure)).Append("\n\n").Append(MarkdownText.Of(report.Headline)).Append("\n\n");
        for (var i = 0; i < report.Sections.Count; i++)
        {
            var section = report.Sections[i];
            if (text.Length > Room)
            {
                text.Append(report.Sections.Count - i).Append(" more tables do not fit here. The CSV and JSON formats contain them.\n\n");
                break;
            }

            if (section.IsDetail) text.Append("<details>\n<summary>").Append(MarkdownText.InHtml(section.Heading)).Append("</summary>\n\n");
            else text.Append("### ").Append(MarkdownText.Of(section.Heading)).Append("\n\n");
            AppendTable(text, section.Table);
            text.Append(section.IsDetail ? "\n</details>\n\n" : "\n");
        }

        text.Append("<details>\n<summary>Prices and assumptions</summary>\n\n");
        foreach (var note in report.Notes) text.Append("- ").Append(MarkdownText.Of(note)).Append('\n');
        return text.Append("\n</details>\n\n").Append(MarkdownText.Of(report.Title)).Append(". ").Append(MarkdownText.Of(report.Notes[0])).Append('\n').ToString();
    }

    private static void AppendTable(StringBuilder text, Table table)
    {
        AppendRow(text, table.Columns.Select(column => MarkdownText.Of(column.Name)));
        AppendRow(text, table.Columns.Select(column => column.IsNumber ? "--:" : ":--"));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var before = text.Length;
            AppendRow(text, table.Rows[i].Select(cell => MarkdownText.Of(cell.Shown)));
            if (text.Length <= Room) continue;
            text.Length = before;
            text.Append('\n').Append(table.Rows.Count - i).Append(" more rows do not fit here. The CSV and JSON formats contain them.\n");
            return;
        }
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
