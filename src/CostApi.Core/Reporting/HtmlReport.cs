using System.Text;

namespace CostApi.Core.Reporting;

/// <summary>A report as a page on its own: no script, nothing to load; well-formed as XML too.</summary>
public static class HtmlReport
{
    private const string Style = """

        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; background: #ffffff; color: #1f2328; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.3; margin: 0; }
        h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
        svg { display: block; max-width: 100%; height: auto; margin: 1.5rem 0; border: 1px solid #d0d7de; border-radius: 8px; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .9rem; overflow-wrap: normal; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .7rem; border-bottom: 1px solid #d0d7de; max-width: 34rem; }
        td { overflow-wrap: break-word; }
        th { white-space: nowrap; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        details { margin: .5rem 0; }
        summary { cursor: pointer; font-weight: 600; }
        footer { margin-top: 2rem; color: #57606a; font-size: .9rem; }
        @media (prefers-color-scheme: dark) {
        body { background: #0d1117; color: #e6edf3; }
        svg, th, td { border-color: #3d444d; }
        footer { color: #9ea7b3; }
        }

        """;

    public static string Write(Report report)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
            .Append(XmlText.Of($"{report.Title}: {report.Figure}")).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n<h1>")
            .Append(XmlText.Of(report.Figure)).Append("</h1>\n<p>").Append(XmlText.Of(report.Headline)).Append("</p>\n").Append(SvgReport.WriteBare(report));
        foreach (var section in report.Sections)
        {
            var heading = XmlText.Of(section.Heading);
            html.Append(section.IsDetail ? "<details>\n<summary>" : "<h2>").Append(heading).Append(section.IsDetail ? "</summary>\n" : "</h2>\n");
            AppendTable(html, section.Table);
            if (section.IsDetail) html.Append("</details>\n");
        }

        html.Append("</main>\n<footer>\n<p>").Append(XmlText.Of(report.Title)).Append(".</p>\n<ul>\n");
        foreach (var note in report.Notes) html.Append("<li>").Append(XmlText.Of(note)).Append("</li>\n");
        return html.Append("</ul>\n</footer>\n</body>\n</html>\n").ToString();
    }

    private static void AppendTable(StringBuilder html, Table table)
    {
        html.Append("<div class=\"scroll\"><table>\n<thead><tr>");
        foreach (var column in table.Columns) html.Append(column.IsNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").Append(XmlText.Of(column.Name)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++) html.Append(table.Columns[i].IsNumber ? "<td class=\"number\">" : "<td>").Append(XmlText.Of(row[i].Shown)).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }
}
