using System.Text;
using System.Text.RegularExpressions;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>The scripts of docs/embedding that review, run as a pipeline runs them.</summary>
public sealed partial class EmbeddingTests(Service service) : IClassFixture<Service>, IDisposable
{
    private readonly Pipeline _pipeline = new(service);

    public void Dispose() => _pipeline.Dispose();

    [ShellTheory]
    [InlineData("maxMonthlyIncrease=9.49", 0, "plan.json: Pass: USD 9.49 more per month")]
    [InlineData("maxMonthlyIncrease=9.48", 1, "plan.json: Fail: USD 9.49 more per month")]
    [InlineData("maxMonthlyIncrease=much", 2, "must be a number")]
    public async Task A_plan_is_reviewed_and_the_exit_code_is_the_verdict(string query, int exit, string said)
    {
        _pipeline.Write("plan.json", Form.Plan("nat-to-endpoints"));
        var (code, output) = await _pipeline.RunAsync("review.sh", ["plan.json", query]);
        Assert.Equal(exit, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        var report = _pipeline.Read("review.md").Split('\n');
        Assert.Equal("<!-- costapi-review -->", report[0]);
        Assert.StartsWith(exit == 2 ? "## No review" : exit == 1 ? "## Fail: USD 9.49 more per month" : "## Pass: USD 9.49 more per month", report[1], StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData("plan.json")]
    [InlineData("a plan, of prod; v2=3.json")]
    [InlineData("-v \"quoted\" \\.json")]
    public async Task Whatever_a_file_is_called_it_is_reviewed(string name)
    {
        _pipeline.Write(name, Form.Plan("nat-to-endpoints"));
        _pipeline.Write("the traffic, as measured; v1.yaml", "[]");
        var (code, output) = await _pipeline.RunAsync("review.sh", [name], ("COSTAPI_TRAFFIC", "the traffic, as measured; v1.yaml"));
        Assert.True(code == 0, output);
        Assert.StartsWith($"{name}: Pass", output, StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plan_as_PowerShell_writes_it_and_one_without_a_version_are_reviewed(bool hasMark)
    {
        var plan = FormatVersion().Replace(Form.Plan("nat-to-endpoints"), "");
        Assert.DoesNotContain("format_version\"", plan, StringComparison.Ordinal);
        var wide = new UnicodeEncoding(bigEndian: false, byteOrderMark: hasMark);
        _pipeline.Write("plan.json", [.. wide.GetPreamble(), .. wide.GetBytes(plan)]);
        var (code, output) = await _pipeline.RunAsync("review.sh", ["plan.json", "maxMonthlyIncrease=9.48"]);
        Assert.Equal(1, code);
        Assert.Contains("USD 9.49 more per month", output, StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData("missing.json", "No such file")]
    [InlineData("empty.json", "is empty")]
    [InlineData("notes.txt", "neither a Terraform plan or state nor a CloudFormation template")]
    public async Task A_failure_leaves_no_earlier_report(string document, string why)
    {
        _pipeline.Write("empty.json", "");
        _pipeline.Write("notes.txt", "remember the milk @everyone");
        _pipeline.Write("review.md", "## Pass: of an earlier run");
        var (code, output) = await _pipeline.RunAsync("review.sh", [document]);
        Assert.Equal(2, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.StartsWith("<!-- costapi-review -->\n## No review\n", _pipeline.Read("review.md"), StringComparison.Ordinal);
        Assert.Contains(why, _pipeline.Read("review.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("earlier run", _pipeline.Read("review.md"), StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData("http://127.0.0.1:1", "connect")]
    [InlineData("{service}/v1/imports#", "no CostApi-Verdict")]
    [InlineData("{service}/nowhere", "404")]
    public async Task What_does_not_answer_with_a_review_gives_no_verdict(string url, string why)
    {
        _pipeline.Write("plan.json", Form.Plan("single-nat"));
        var (code, output) = await _pipeline.RunAsync("review.sh", ["plan.json"], ("COSTAPI_URL", url.Replace("{service}", _pipeline.ServiceUrl, StringComparison.Ordinal)));
        Assert.Equal(2, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.Contains("## No review", _pipeline.Read("review.md"), StringComparison.Ordinal);
    }

    [ShellTheory]
    [InlineData("1000", 0)]
    [InlineData("1", 1)]
    [InlineData("much", 2)]
    public async Task Templates_are_reviewed_before_a_commit(string most, int exit)
    {
        _pipeline.Write("template.json", Form.Template("endpoints-and-one-nat/EndpointsAndOneNat.template.json"));
        var (code, output) = await _pipeline.RunAsync("review-templates.sh", ["template.json", "template.json"], ("MAX_MONTHLY_COST", most));
        Assert.Equal(exit, code);
        if (exit < 2) Assert.Equal(2, TemplateLines().Count(output));
    }

    [ShellTheory]
    [InlineData("[{ to: internet, sentGb: 200, receivedGb: 1 }]", 1)]
    [InlineData("[]", 0)]
    public async Task Traffic_beside_the_plan_counts(string traffic, int exit)
    {
        _pipeline.Write("plan.json", Form.Plan("single-nat"));
        _pipeline.Write("traffic.yaml", traffic);
        Assert.Equal(exit, (await _pipeline.RunAsync("review.sh", ["plan.json", "maxMonthlyCost=45.99"], ("COSTAPI_TRAFFIC", "traffic.yaml"))).Code);
    }

    [ShellTheory]
    [InlineData("2026-11-22", 0)]
    [InlineData("2026-11-21", 1)]
    public async Task Accepted_findings_beside_the_document_are_sent(string until, int exit)
    {
        _pipeline.Write("nets/plan.json", Form.Plan("single-nat"));
        var found = await _pipeline.RunAsync("review.sh", ["nets/plan.json", "failOn=info"]);
        Assert.Equal(1, found.Code);
        var codes = AcceptedFindingsTests.CodesIn(_pipeline.Read("review.md"));
        Assert.NotEmpty(codes);
        _pipeline.Write("nets/.costapi.yml", $"ignore:\n{string.Concat(codes.Select(code => $"  - {{ code: {code}, reason: as agreed, by: ann, until: {until} }}\n"))}");
        var (code, output) = await _pipeline.RunAsync("review.sh", ["nets/plan.json", "failOn=info"]);
        Assert.True(code == exit, output);
        if (exit == 0) Assert.Contains("as agreed", _pipeline.Read("review.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_is_documented()
    {
        var text = File.ReadAllText(Repository.Folder("docs/embedding.md"));
        Assert.All(Directory.EnumerateFiles(Pipeline.Scripts).Select(Path.GetFileName), name => Assert.Contains($"(embedding/{name})", text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^template\.json: (Pass|Fail): ", RegexOptions.Multiline)]
    private static partial Regex TemplateLines();

    [GeneratedRegex("\"format_version\":\\s*\"[^\"]*\",")]
    private static partial Regex FormatVersion();
}
