using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>The scripts of docs/embedding, run as a pipeline runs them.</summary>
public sealed partial class EmbeddingTests(Service service) : IClassFixture<Service>
{
    private static readonly string Scripts = Repository.Folder("docs/embedding");

    [ShellTheory]
    [InlineData("maxMonthlyIncrease=9.49", 0, "pass. USD 9.49 more a month")]
    [InlineData("maxMonthlyIncrease=9.48", 1, "fail. USD 9.49 more a month")]
    [InlineData("maxMonthlyIncrease=much", 2, "must be a number")]
    public async Task A_plan_is_reviewed_and_the_exit_code_is_the_verdict(string query, int exit, string said)
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "plan.json"), Form.Plan("nat-to-endpoints"));
        var (code, output) = await RunAsync(folder, "review.sh", "plan.json", query);
        Assert.Equal(exit, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        if (exit < 2) Assert.StartsWith("## USD 9.49 more a month", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "review.md")), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [ShellTheory]
    [InlineData("1000", 0)]
    [InlineData("1", 1)]
    public async Task Templates_are_reviewed_before_a_commit(string most, int exit)
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "template.json"), Form.Template("endpoints-and-one-nat/EndpointsAndOneNat.template.json"));
        var (code, output) = await RunAsync(folder, "review-templates.sh", ["template.json", "template.json"], ("MAX_MONTHLY_COST", most));
        Assert.Equal(exit, code);
        Assert.Equal(2, TemplateLines().Count(output));
        folder.Delete(recursive: true);
    }

    [ShellTheory]
    [InlineData("[{ to: internet, sentGb: 200, receivedGb: 1 }]", 1)]
    [InlineData("[]", 0)]
    public async Task Traffic_beside_the_plan_counts(string traffic, int exit)
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "plan.json"), Form.Plan("single-nat"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "traffic.yaml"), traffic);
        Assert.Equal(exit, (await RunAsync(folder, "review.sh", ["plan.json", "maxMonthlyCost=45.99"], ("COSTAPI_TRAFFIC", "traffic.yaml"))).Code);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Every_file_is_documented()
    {
        var text = File.ReadAllText(Repository.Folder("docs/embedding.md"));
        Assert.All(Directory.EnumerateFiles(Scripts).Select(Path.GetFileName), name => Assert.Contains($"(embedding/{name})", text, StringComparison.Ordinal));
    }

    private Task<(int Code, string Output)> RunAsync(DirectoryInfo folder, string script, params string[] arguments) => RunAsync(folder, script, arguments, []);

    private async Task<(int Code, string Output)> RunAsync(DirectoryInfo folder, string script, string[] arguments, params (string Name, string Value)[] environment)
    {
        using var client = service.CreateClient();
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(Scripts, script), .. arguments]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["COSTAPI_URL"] = client.BaseAddress!.ToString().TrimEnd('/');
        start.Environment["no_proxy"] = "127.0.0.1,localhost";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    [GeneratedRegex(@"^template\.json: (pass|fail)\. USD", RegexOptions.Multiline)]
    private static partial Regex TemplateLines();
}

/// <summary>A theory that needs a shell and curl.</summary>
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute()
    {
        if (!File.Exists("/bin/sh") || !File.Exists("/usr/bin/curl")) Skip = "needs /bin/sh and /usr/bin/curl, which this machine lacks.";
    }
}
