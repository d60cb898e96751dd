using System.Text.RegularExpressions;
using CostApi.Tests.Fakes;
using YamlDotNet.RepresentationModel;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>The comment on a pull request or merge request, on a forge that is played over a socket.</summary>
public sealed partial class CommentTests(Service service) : IClassFixture<Service>, IDisposable
{
    private const string Mark = "<!-- costapi-review -->";
    private readonly Pipeline _pipeline = new(service);

    public void Dispose() => _pipeline.Dispose();

    [CommentTheory]
    [InlineData("github", FakeForge.Bot)]
    [InlineData("gitlab", FakeForge.GitLabBot)]
    public async Task Only_the_own_comment_with_the_mark_is_updated(string host, string own)
    {
        await using var forge = await FakeForge.StartAsync();
        forge.Add("ann", $"{Mark}\nnot the report, but somebody's who copied it");
        forge.Add(own, "another report of the same user");
        for (var more = 0; more < 120; more++) forge.Add("ben", "a long discussion");
        _pipeline.Write("review.md", $"{Mark}\n## Pass: first \"quoted\" \\ and ünïcode");
        Assert.Equal(0, (await CommentAsync(forge, host)).Code);
        Assert.Equal(123, forge.Comments.Count);
        Assert.Equal((own, $"{Mark}\n## Pass: first \"quoted\" \\ and ünïcode"), (forge.Comments[^1].Author, forge.Comments[^1].Body));
        forge.Add("ben", "thanks");

        _pipeline.Write("review.md", $"{Mark}\n## Fail: second");
        Assert.Equal(0, (await CommentAsync(forge, host)).Code);
        Assert.Equal(124, forge.Comments.Count);
        Assert.Equal($"{Mark}\n## Fail: second", forge.Comments[122].Body);
        Assert.All(forge.Comments.Take(122), comment => Assert.DoesNotContain("second", comment.Body, StringComparison.Ordinal));
    }

    [CommentTheory]
    [InlineData("github")]
    [InlineData("gitlab")]
    public async Task Reviews_with_marks_of_their_own_have_comments_of_their_own(string host)
    {
        await using var forge = await FakeForge.StartAsync();
        foreach (var _ in new[] { 1, 2 })
            foreach (var mark in new[] { "net, prod", "net, prod; 2" })
            {
                _pipeline.Write("plan.json", Form.Plan("single-nat"));
                await _pipeline.RunAsync("review.sh", ["plan.json"], ("COSTAPI_MARK", mark));
                await CommentAsync(forge, host);
            }

        Assert.Equal(["<!-- net-prod -->", "<!-- net-prod-2 -->"], forge.Comments.Select(comment => comment.Body.Split('\n')[0]));
    }

    [CommentTheory]
    [InlineData("github", true)]
    [InlineData("gitlab", true)]
    [InlineData("github", false)]
    [InlineData("gitlab", false)]
    public async Task A_token_that_may_not_comment_leaves_the_report_in_the_log(string host, bool hasToken)
    {
        await using var forge = await FakeForge.StartAsync();
        forge.MayWrite = false;
        _pipeline.Write("review.md", $"{Mark}\n## Fail: too much");
        var (code, output) = await CommentAsync(forge, host, hasToken);
        Assert.Equal(0, code);
        Assert.Contains("## Fail: too much", output, StringComparison.Ordinal);
        Assert.Contains(hasToken ? "Resource not accessible by integration" : host == "github" ? "no GITHUB_TOKEN" : "no REVIEW_TOKEN", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", output, StringComparison.Ordinal);
        Assert.Empty(forge.Comments);
    }

    /// <summary>Budget, whether the token may comment, whether there is a plan, and the exit code.</summary>
    [CommentTheory]
    [InlineData("100", true, true, 0)]
    [InlineData("1", true, true, 1)]
    [InlineData("1", false, true, 1)]
    [InlineData("100", false, true, 0)]
    [InlineData("100", true, false, 2)]
    public async Task The_steps_of_the_workflow_comment_and_keep_the_verdict(string most, bool mayWrite, bool hasPlan, int exit)
    {
        await using var forge = await FakeForge.StartAsync();
        forge.Add(FakeForge.Bot, $"{Mark}\n## Pass: an earlier commit");
        forge.MayWrite = mayWrite;
        if (hasPlan) _pipeline.Write("plan.json", Form.Plan("nat-to-endpoints"));
        var steps = Steps();
        var review = steps["Review"].Replace("maxMonthlyIncrease=100", $"maxMonthlyIncrease={most}", StringComparison.Ordinal);
        _pipeline.Write("output", "");
        _pipeline.Write("summary", "");
        Assert.Equal(0, (await _pipeline.StepAsync(review, ("GITHUB_OUTPUT", "output"), ("GITHUB_STEP_SUMMARY", "summary"))).Code);
        var comment = await _pipeline.StepAsync(steps["Comment"], [.. forge.GitHub, ("NUMBER", "12")]);
        Assert.Equal(0, comment.Code);
        var status = _pipeline.Read("output").Trim().Split('=')[1];
        Assert.Equal(exit, (await _pipeline.StepAsync(steps["Verdict"], ("STATUS", status))).Code);

        var head = exit switch { 0 => "## Pass: USD 9.49 more", 1 => "## Fail: USD 9.49 more", _ => "## No review" };
        Assert.Contains(head, _pipeline.Read("summary"), StringComparison.Ordinal);
        Assert.Contains(mayWrite ? head : "an earlier commit", Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
        if (!mayWrite) Assert.Contains(head, comment.Output, StringComparison.Ordinal);
    }

    [CommentTheory]
    [InlineData("1", true, 1)]
    [InlineData("100", true, 0)]
    [InlineData("1", false, 1)]
    public async Task The_GitLab_job_notes_and_keeps_the_verdict(string most, bool mayWrite, int exit)
    {
        await using var forge = await FakeForge.StartAsync();
        forge.MayWrite = mayWrite;
        _pipeline.Write("plan.json", Form.Plan("nat-to-endpoints"));
        var commands = ((YamlSequenceNode)Yaml("gitlab-ci.yml")["network-cost"]["script"]).Select(one => ((YamlScalarNode)one).Value!).Where(one => !one.Contains("terraform ", StringComparison.Ordinal) && !one.StartsWith("rm ", StringComparison.Ordinal));
        var script = string.Join('\n', commands).Replace("maxMonthlyIncrease=100", $"maxMonthlyIncrease={most}", StringComparison.Ordinal);
        var (code, output) = await _pipeline.StepAsync(script, [.. forge.GitLab, ("CI_MERGE_REQUEST_IID", "12")]);
        Assert.True(code == exit, output);
        var head = exit == 0 ? "## Pass: USD 9.49 more" : "## Fail: USD 9.49 more";
        if (mayWrite) Assert.Contains(head, Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
        else Assert.Contains(head, output, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output)> CommentAsync(FakeForge forge, string host, bool hasToken = true)
    {
        var environment = host == "github" ? forge.GitHub : forge.GitLab;
        return _pipeline.RunAsync("comment.sh", [host, "12"], hasToken ? environment : environment[..2]);
    }

    private static Dictionary<string, string> Steps()
    {
        var steps = (YamlSequenceNode)Yaml("github-actions.yml")["jobs"]["review"]["steps"];
        var named = steps.OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("name")).ToDictionary(step => ((YamlScalarNode)step["name"]).Value!, step => ((YamlScalarNode)step["run"]).Value!);
        // What a pull request says must not become part of a command.
        Assert.All(named.Values, run => Assert.DoesNotMatch(Expression(), run));
        return named;
    }

    private static YamlNode Yaml(string name)
    {
        using var text = File.OpenText(Path.Combine(Pipeline.Scripts, name));
        var stream = new YamlStream();
        stream.Load(text);
        return stream.Documents[0].RootNode;
    }

    [GeneratedRegex(@"\$\{\{")]
    private static partial Regex Expression();
}
