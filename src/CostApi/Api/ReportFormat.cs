using CostApi.Core.Reporting;

namespace CostApi.Api;

/// <summary>A format that answers come in.</summary>
/// <param name="Name">What `?format=` calls it.</param>
/// <param name="Extension">What addresses with a request in them end in.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Parameters">What the Content-Type says beside it.</param>
/// <param name="Write">Writes it; null for JSON, which is the answer itself.</param>
internal sealed record ReportFormat(string Name, string Extension, string MediaType, string Parameters, Func<Report, string>? Write)
{
    private static string Version { get; } = typeof(ReportFormat).Assembly.GetName().Version!.ToString(3);

    public static ReportFormat Json { get; } = new("json", "json", "application/json", "; charset=utf-8", null);

    /// <summary>All of them; of those that a caller likes equally, the first is sent.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        Json,
        new("markdown", "md", "text/markdown", "; charset=utf-8", MarkdownReport.Write),
        new("html", "html", "text/html", "; charset=utf-8", HtmlReport.Write),
        new("csv", "csv", "text/csv", "; charset=utf-8; header=present", CsvReport.Write),
        new("svg", "svg", "image/svg+xml", "; charset=utf-8", SvgReport.Write),
        new("sarif", "sarif", "application/sarif+json", "", report => SarifReport.Write(report, Version)),
    ];

    public string ContentType => MediaType + Parameters;

    public static string Names => string.Join(", ", All.Select(format => format.Name));
}
