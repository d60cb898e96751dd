using System.Globalization;
using System.Text;
using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>A report as a picture: what each layout costs, as a bar of categories. In light and dark, as the reader's system is set.</summary>
public static class SvgReport
{
    private const int Breadth = 800;
    private const int Margin = 24;
    private const int RowHeight = 54;
    private const int BarHeight = 20;

    // Where a bar that charges without a price would lengthen ends in an open box.
    private const int OpenWidth = 26;
    private const int Full = Breadth - 2 * Margin - OpenWidth - 6;

    // Of a letter in the text's size, on average; wider would be cut though it fits, narrower would run into the number.
    private const decimal LetterWidth = 0.58m;

    /// <summary>A picture on its own.</summary>
    public static string Write(Report report)
    {
        var body = new StringBuilder();
        var y = Margin + 16;
        var figure = Lines(report.Figure, 22).ToArray();
        foreach (var (index, line) in figure.Index()) Text(body, Margin, y + 28 * index, "cost-figure", line, 22, Breadth - 2 * Margin);
        y += 28 * (figure.Length - 1) + 4;
        foreach (var line in Lines(report.Headline, 13).Take(3)) Text(body, Margin, y += 20, "cost-muted", line, 13, Breadth - 2 * Margin);
        y = Chart(body, report, y + 18);
        y += 6;
        foreach (var line in Lines($"{report.Title}, before tax. {report.Notes[0]}", 11).Take(2)) Text(body, Margin, y += 16, "cost-muted", line, 11, Breadth - 2 * Margin);
        return Picture(report, body, y + Margin - 8);
    }

    /// <summary>The bars and their legend, for a page that says the rest.</summary>
    internal static string WriteBare(Report report)
    {
        var body = new StringBuilder();
        return Picture(report, body, Chart(body, report, Margin - 8) + Margin);
    }

    private static int Chart(StringBuilder svg, Report report, int y)
    {
        var most = Math.Max(report.Bars.Max(bar => bar.Total), 0.01m);
        foreach (var bar in report.Bars)
        {
            Draw(svg, bar, y, most, report.Currency);
            y += RowHeight;
        }

        y = Legend(svg, report, y + 4);
        foreach (var chart in report.Charts) y = SvgCurves.Draw(svg, chart, report.Currency, y + 18);
        return y;
    }

    private static string Picture(Report report, StringBuilder body, int height) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Breadth} {height}\" width=\"{Breadth}\" height=\"{height}\" role=\"img\" aria-labelledby=\"cost-title cost-desc\" class=\"cost-chart\">\n")
        .Append(CultureInfo.InvariantCulture, $"<title id=\"cost-title\">{XmlText.Of($"{report.Title}: {report.Figure}")}</title>\n")
        .Append(CultureInfo.InvariantCulture, $"<desc id=\"cost-desc\">{XmlText.Of(InWords(report))}</desc>\n")
        .Append("<style>").Append(ChartColours.Style).Append(report.Charts.Count > 0 ? SvgCurves.Style : "").Append("</style>\n")
        .Append(CultureInfo.InvariantCulture, $"<rect class=\"cost-ground\" width=\"{Breadth}\" height=\"{height}\" rx=\"8\"/>\n")
        .Append(body).Append("</svg>\n").ToString();

    private static void Draw(StringBuilder svg, Bar bar, int y, decimal most, string currency)
    {
        var total = $"{(bar.IsOpen ? "at least " : "")}{currency} {Figures.Money(bar.Total)}{(bar.Aside.Length == 0 ? "" : $" ({bar.Aside})")}";
        var remarks = string.Join(", ", bar.Remarks);
        var room = Breadth - 2 * Margin - WidthOf(total, 14) - 16;
        var name = Printable.Cut(Printable.Of(bar.Name), Places(room - WidthOf(remarks, 12) - 12, 14));
        svg.Append(CultureInfo.InvariantCulture, $"<g>\n<text x=\"{Margin}\" y=\"{y + 16}\" class=\"cost-name\" font-size=\"14\"><tspan>{XmlText.Of(name)}</tspan>");
        if (remarks.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<tspan dx=\"10\" font-size=\"12\" class=\"{(bar.IsBroken || bar.IsOpen ? "cost-fault" : "cost-muted")}\">{XmlText.Of(remarks)}</tspan>");
        svg.Append(CultureInfo.InvariantCulture, $"</text>\n<text x=\"{Breadth - Margin}\" y=\"{y + 16}\" class=\"cost-name\" font-size=\"14\" text-anchor=\"end\">{XmlText.Of(total)}</text>\n");
        decimal before = 0;
        foreach (var part in bar.Parts)
        {
            var (x, width) = (Margin + before / most * Full, part.Cost / most * Full);
            var amount = Figures.Money(part.Cost);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y + 24}\" width=\"{width:0.##}\" height=\"{BarHeight}\" class=\"cost-part {ChartColours.Of(part.Category)}\"><title>{CategoryNames.Of(part.Category)}: {currency} {amount}</title></rect>\n");
            if (WidthOf(amount, 11) + 10 < width) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + width / 2:0.##}\" y=\"{y + 38}\" class=\"cost-inside\" font-size=\"11\" text-anchor=\"middle\">{amount}</text>\n");
            before += part.Cost;
        }

        var end = Margin + bar.Total / most * Full;
        if (bar.Total == 0) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Margin} {y + 24}v{BarHeight}\" class=\"cost-zero\"/>\n");
        if (bar.IsBroken) svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Margin - 2}\" y=\"{y + 22}\" width=\"{end - Margin + 4:0.##}\" height=\"{BarHeight + 4}\" rx=\"2\" class=\"cost-broken\"/>\n");
        if (bar.IsOpen) svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{end + 4:0.##}\" y=\"{y + 24}\" width=\"{OpenWidth}\" height=\"{BarHeight}\" rx=\"2\" class=\"cost-broken\"/>\n<text x=\"{end + 4 + OpenWidth / 2:0.##}\" y=\"{y + 38}\" class=\"cost-fault\" font-size=\"12\" text-anchor=\"middle\">?</text>\n");
        svg.Append("</g>\n");
    }

    private static int Legend(StringBuilder svg, Report report, int y)
    {
        decimal x = Margin;
        y += 12;
        foreach (var (colour, name) in Entries())
        {
            var width = 18 + WidthOf(name, 12) + 18;
            if (x + width > Breadth - Margin && x > Margin) (x, y) = (Margin, y + 20);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y - 10}\" width=\"12\" height=\"12\" rx=\"2\" class=\"{colour}\"/>\n<text x=\"{x + 18:0.##}\" y=\"{y}\" class=\"cost-muted\" font-size=\"12\">{XmlText.Of(name)}</text>\n");
            x += width;
        }

        return y;

        IEnumerable<(string Colour, string Name)> Entries()
        {
            foreach (var category in report.Bars.SelectMany(bar => bar.Parts).Select(part => part.Category).Distinct().Order()) yield return (ChartColours.Of(category), CategoryNames.Of(category));
            if (report.Bars.Any(bar => bar.IsOpen)) yield return ("cost-broken", "?: additional charges that are not priced");
            if (report.Bars.Any(bar => bar.IsBroken)) yield return ("cost-broken", "dashed: does not carry all traffic");
        }
    }

    private static string InWords(Report report) => $"{report.Headline} " + string.Join(" ", report.Bars.Select(bar =>
        $"{bar.Name}: {(bar.IsOpen ? "at least " : "")}{report.Currency} {Figures.Money(bar.Total)} per month{(bar.Remarks.Count == 0 ? "" : $" ({string.Join(", ", bar.Remarks)})")}"
        + (bar.Parts.Count == 0 ? "." : $", of which {string.Join(", ", bar.Parts.Select(part => $"{CategoryNames.Of(part.Category)} {Figures.Money(part.Cost)}"))}.")))
        + string.Concat(report.Charts.Select(InWords));

    private static string InWords(LineChart chart)
    {
        var change = chart.Turns.Count == 0 ? "does not change" : $"changes at {Listing.Of([.. chart.Turns.Select(Figures.Brief)])}";
        var current = chart.Now is { } now ? $"; the current value is {Figures.Brief(now)}" : "";
        return $" Cost by {chart.Title}: the cheapest layout {change}{current}.";
    }

    private static void Text(StringBuilder svg, int x, int y, string style, string text, int size, int room) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" class=\"{style}\" font-size=\"{size}\">{XmlText.Of(Printable.Cut(Printable.Of(text), Places(room, size)))}</text>\n");

    private static IEnumerable<string> Lines(string text, int size)
    {
        var (line, places) = ("", Places(Breadth - 2 * Margin, size));
        foreach (var word in Printable.Of(text).Split(' '))
        {
            if (line.Length > 0 && Printable.WidthOf(line) + 1 + Printable.WidthOf(word) > places)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    private static decimal WidthOf(string text, int size) => Printable.WidthOf(text) * size * LetterWidth;

    private static int Places(decimal room, int size) => Math.Max((int)(room / (size * LetterWidth)), 1);
}
