using System.Globalization;
using System.Text;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>Draws cost lines: what two layouts cost as one input grows, where they cross, and where the request stands.</summary>
internal static class SvgCurves
{
    private const int Height = 170;
    private const int Left = 24;
    private const int Right = 776;

    /// <summary>Styles of the lines, for pictures that have some.</summary>
    public const string Style = """
        .cost-line { fill: none; stroke: #1f6feb; stroke-width: 2; }
        .cost-other { stroke: #bc4c00; stroke-dasharray: 6 4; }
        .cost-axis { stroke: #57606a; stroke-width: 1; }
        .cost-turn { stroke: #57606a; stroke-dasharray: 2 3; }
        .cost-here { fill: #1f2328; }
        @media (prefers-color-scheme: dark) {
        .cost-line { stroke: #6cb6ff; }
        .cost-other { stroke: #f69d50; }
        .cost-axis, .cost-turn { stroke: #9ea7b3; }
        .cost-here { fill: #e6edf3; }
        }

        """;

    /// <summary>Draws a chart and returns where it ends.</summary>
    public static int Draw(StringBuilder svg, LineChart chart, string currency, int y)
    {
        var points = chart.Series.SelectMany(series => series.Points).ToArray();
        var (least, most) = (points.Min(point => point.At), points.Max(point => point.At));
        var highest = Math.Max(points.Max(point => point.Cost), 0.01m);
        var (top, bottom) = (y + 34, y + 34 + Height);
        svg.Append("<g>\n");
        Text(svg, Left, y + 16, "start", "cost-name", 13, $"{chart.Title}: {currency} per month");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {top}V{bottom}H{Right}\" class=\"cost-line cost-axis\"/>\n");
        foreach (var turn in chart.Turns.Where(turn => turn >= least && turn <= most))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(turn):0.##} {top}V{bottom}\" class=\"cost-line cost-turn\"/>\n");
            Text(svg, X(turn), top - 4, Anchor(turn), "cost-muted", 11, $"changes at {Figures.Brief(turn)}");
        }

        foreach (var (index, series) in chart.Series.Index())
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', series.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.At):0.##},{Y(point.Cost):0.##}")))}\" class=\"{(index == 0 ? "cost-line" : "cost-line cost-other")}\"/>\n");
        if (chart.Now is { } now && now >= least && now <= most && chart.Series[0].Points.OrderBy(point => Math.Abs(point.At - now)).FirstOrDefault() is var here)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(here.At):0.##}\" cy=\"{Y(here.Cost):0.##}\" r=\"4.5\" class=\"cost-here\"/>\n");
            Text(svg, X(here.At), Y(here.Cost) + 18, Anchor(here.At), "cost-name", 11, $"current: {Figures.Brief(now)}");
        }

        Text(svg, Left, bottom + 15, "start", "cost-muted", 11, Figures.Brief(least));
        Text(svg, Right, bottom + 15, "end", "cost-muted", 11, Figures.Brief(most));
        Text(svg, Right, top - 4, "end", "cost-muted", 11, Figures.Money(highest));
        decimal x = Left;
        foreach (var (index, series) in chart.Series.Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x} {bottom + 30}h18\" class=\"{(index == 0 ? "cost-line" : "cost-line cost-other")}\"/>\n");
            Text(svg, x + 24, bottom + 34, "start", "cost-muted", 12, series.Name);
            x += 44 + Printable.WidthOf(series.Name) * 7;
        }

        svg.Append("</g>\n");
        return bottom + 44;

        decimal X(decimal at) => Left + (most == least ? 0 : (at - least) / (most - least) * (Right - Left));

        decimal Y(decimal cost) => bottom - cost / highest * Height;

        string Anchor(decimal at) => X(at) < Left + 60 ? "start" : X(at) > Right - 60 ? "end" : "middle";
    }

    private static void Text(StringBuilder svg, decimal x, decimal y, string anchor, string style, int size, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" class=\"{style}\" font-size=\"{size}\">{XmlText.Of(Printable.Cut(Printable.Of(text), 100))}</text>\n");
}
