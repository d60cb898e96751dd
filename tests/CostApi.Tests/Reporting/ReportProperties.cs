using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Reporting;
using CostApi.Tests.Properties;
using CsCheck;

namespace CostApi.Tests.Reporting;

public sealed class ReportProperties
{
    private static readonly Gen<string> Nasty = Gen.Frequency(
        (3, Gen.OneOf("|", "`", "<script>", "&amp;", "=1+1", "@me", "\"", "'", "\\", "]]>", "-->", "](x)", "{0}", "\r\n", "\t", "\0", "\u001b[31m", "\uD800", "\uDC00", "\uFFFF", "\u202e", "\u2028", "$x$", "~~~", "\n# h", ";-1", "\uFEFF")),
        (1, Gen.String)).Array[1, 6].Select(string.Concat);

    private static readonly Gen<Comparison> Answers = Requests.Any.Select(Shipped.Compare);

    private static readonly Gen<Comparison> HostileAnswers =
        from request in Requests.Any
        from names in Nasty.Array[request.Layouts.Count]
        from vpc in Nasty
        select Shipped.Compare(Renamed(request, names, vpc));

    [Fact]
    public void Lines_of_the_CSV_add_up_to_the_cost_of_their_layout_exactly() => Answers.Sample(answer =>
    {
        var rows = ReportText.Csv(CsvReport.Write(ComparisonReport.Of(answer)));
        var (layout, cost, list) = (rows[0].IndexOf("layout"), rows[0].IndexOf("cost"), rows[0].IndexOf("listCost"));
        Assert.Equal(answer.Layouts.Sum(each => each.LineItems.Count), rows.Count - 1);
        foreach (var each in answer.Layouts)
        {
            var own = rows.Skip(1).Where(row => row[layout] == each.Name).ToArray();
            Assert.Equal(each.MonthlyCost, own.Sum(row => Exact(row[cost])));
            Assert.Equal(each.ListMonthlyCost, own.Sum(row => Exact(row[list])));
        }
    });

    [Fact]
    public void Every_table_shows_the_costs_of_the_answer_to_the_cent() => Answers.Sample(answer =>
    {
        var report = ComparisonReport.Of(answer);
        var costs = answer.Layouts.Select(layout => Math.Round(layout.MonthlyCost, 2, MidpointRounding.AwayFromZero)).ToArray();
        var markdown = ReportText.MarkdownTables(MarkdownReport.Write(report))[0];
        Assert.Equal(costs, markdown.Skip(2).Select(row => ReportText.Shown(row[markdown[0].IndexOf("Cost per month (USD)")])));
        var page = ReportText.Xml(HtmlReport.Write(report)).Descendants().First(element => element.Name.LocalName == "table");
        var heads = page.Descendants().Where(element => element.Name.LocalName == "th").Select(head => head.Value).ToList();
        Assert.Equal(costs, page.Descendants().Where(element => element.Name.LocalName == "tr").Skip(1).Select(row => ReportText.Shown(row.Elements().ElementAt(heads.IndexOf("Cost per month (USD)")).Value)));
    });

    [Fact]
    public void Parts_of_a_bar_add_up_to_it_and_stay_in_the_picture() => Answers.Sample(answer =>
    {
        var report = ComparisonReport.Of(answer);
        Assert.All(report.Bars, bar => Assert.Equal(bar.Total, bar.Parts.Sum(part => part.Cost)));
        var rectangles = ReportText.Xml(SvgReport.Write(report)).Descendants().Where(element => element.Name.LocalName == "rect").ToArray();
        Assert.Equal(report.Bars.Sum(bar => bar.Parts.Count), rectangles.Count(one => one.Attribute("class")!.Value.StartsWith("cost-part ", StringComparison.Ordinal)));
        Assert.All(rectangles, one => Assert.InRange(Exact(one.Attribute("x")?.Value) + Exact(one.Attribute("width")!.Value), 0, 800));
    });

    [Fact]
    public void The_findings_are_those_of_the_answer() => Answers.Sample(answer =>
    {
        var results = JsonNode.Parse(SarifReport.Write(ComparisonReport.Of(answer), "1.0.0"))!["runs"]![0]!["results"]!.AsArray();
        Assert.Equal(
            answer.Layouts.SelectMany(layout => layout.Findings.Select(finding => (layout.Name, finding.Code))).Order(),
            results.Select(result => ((string)result!["properties"]!["layout"]!, (string)result["ruleId"]!)).Order());
    });

    [Fact]
    public void Whatever_the_names_every_format_stays_what_it_is() => HostileAnswers.Sample(
        answer =>
        {
            var report = ComparisonReport.Of(answer);
            var (csv, markdown, svg, html, sarif) = (CsvReport.Write(report), MarkdownReport.Write(report), SvgReport.Write(report), HtmlReport.Write(report), SarifReport.Write(report, "1.0.0"));
            Assert.All(new[] { csv, markdown, svg, html, sarif }, text => Assert.True(ReportText.IsClean(text)));
            Assert.Equal(1 + answer.Layouts.Sum(layout => layout.LineItems.Count), ReportText.Csv(csv).Count);
            Assert.All(ReportText.Csv(csv).Skip(1).SelectMany(row => row), cell => Assert.DoesNotMatch(@"^\s*[=+\-@]", cell));
            Assert.NotEmpty(ReportText.MarkdownTables(markdown));
            Assert.DoesNotContain("<script", markdown, StringComparison.OrdinalIgnoreCase);
            Assert.InRange(markdown.Length, 1, 65_536);
            Assert.All(new[] { ReportText.Xml(svg), ReportText.Xml(html) }, document => Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName == "script"));
            Assert.Equal("2.1.0", (string)JsonNode.Parse(sarif)!["version"]!);
        },
        print: answer => JsonSerializer.Serialize(answer.Layouts.Select(layout => layout.Name)));

    [Fact]
    public void A_comment_stays_within_what_GitHub_takes_and_says_what_it_leaves_out()
    {
        var layouts = Enumerable.Range(0, 50).Select(index => new Layout
        {
            Name = $"{new string('$', 97)}{index}",
            Vpcs = [.. Enumerable.Range(0, 20).Select(vpc => new Vpc { Name = $"{new string('|', 97)}{vpc}", AvailabilityZones = ["a"], NatGateway = new NatGateway { Mode = NatMode.Zonal } })],
        });
        var report = ComparisonReport.Of(Shipped.Compare(new ComparisonRequest { Region = "eu-west-1", Layouts = [.. layouts] }));
        var markdown = MarkdownReport.Write(report);
        Assert.InRange(markdown.Length, 50_000, 65_536);
        Assert.Contains("do not fit here", markdown, StringComparison.Ordinal);
        Assert.EndsWith("last seen in a price list 2025-10-28).\n", markdown, StringComparison.Ordinal);
        Assert.NotEmpty(ReportText.MarkdownTables(markdown));
        Assert.Equal(50 * 20 * 2 + 1, ReportText.Csv(CsvReport.Write(report)).Count);
    }

    private static decimal Exact(string? text) => string.IsNullOrEmpty(text) ? 0 : decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static ComparisonRequest Renamed(ComparisonRequest request, string[] names, string vpc)
    {
        string To(string name) => $"{vpc}{name}{vpc}";
        var layouts = request.Layouts.Select((layout, index) => layout with
        {
            Name = $"{names[index]}{index}",
            Vpcs = [.. layout.Vpcs.Select(one => one with { Name = To(one.Name), EgressVia = one.EgressVia is { } hub ? To(hub) : null })],
            TransitGateway = layout.TransitGateway is { } gateway ? gateway with { Attachments = [.. gateway.Attachments.Select(To)], AlreadyPaid = [.. gateway.AlreadyPaid.Select(To)] } : null,
            Peerings = [.. layout.Peerings.Select(pair => pair.Select(To).ToArray())],
            Traffic = layout.Traffic?.Select(Moved).ToArray(),
        }).ToArray();
        return request with { Baseline = null, Layouts = layouts, Traffic = [.. request.Traffic.Select(Moved)] };

        Flow Moved(Flow flow) => flow with
        {
            From = flow.From is { } from ? To(from) : null,
            To = flow.To.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal) ? $"{FlowTargets.VpcPrefix}{To(flow.To[FlowTargets.VpcPrefix.Length..])}" : flow.To,
        };
    }
}
