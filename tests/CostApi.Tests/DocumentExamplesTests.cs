using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CostApi.Tests.Reviewing.Reviews;

namespace CostApi.Tests;

/// <summary>Every example in the README and in docs/ is run, or is listed here as what something else runs.</summary>
public sealed partial class DocumentExamplesTests(DocumentedService documented) : IClassFixture<DocumentedService>
{
    private const string Key = DocumentedService.Key;

    // What is no example of a request, by how it begins, and where it is tried instead.
    private static readonly (string Begins, string TriedBy)[] Elsewhere =
    [
        ("dotnet run --project src/CostApi", "StartTests, PricingDataCommandTests"),
        ("dotnet run -c Release --project benchmarks", "run by hand"),
        ("dotnet test CostApi.sln", ".ci/run"),
        ("export NUGET_PACKAGES", "run by hand: it measures an empty machine"),
        ("dotnet publish", "run by hand"),
        ("docker ", "run by hand: needs Docker"),
        ("curl -s http://localhost:8080/health", "ServiceTests"),
        ("COSTAPI_URL=", "EmbeddingTests"),
        ("curl -s http://localhost:5000/v1/comparisons -H", "ReadmeTests"),
        ("curl -s http://localhost:5000/v1/estimates -H", "ReadmeTests"),
        ("<a href=", "EmbeddingTests"),
        ("<img alt=", "DocumentedAddressTests"),
        ("[![One NAT", "DocumentedAddressTests"),
        ("proxy:", "Backstage's own settings"),
        ("import base64", "SharedRequestTests, as zlib"),
        ("// Browsers", "SharedRequestTests, as deflate"),
        (". as $f", "jq over AWS's own file"),
        ("info: CostApi", "StartTests"),
        ("eu-west-2: 61 live rates", "PricingDataCommandTests"),
        ("eu-west-2: 61 live rates", "PricingDataCommandTests"),
        ("{\n  \"cheapest\"", "ReadmeTests"),
        ("{\n  \"status\"", "ReadmeTests"),
        ("{ \"Version\": \"2012-10-17\"", "a policy of AWS"),
    ];

    private readonly Service _service = documented.Service;

    public static TheoryData<string, string> Shells => Blocks((language, text) => language == "sh" && IsRun(text));

    public static TheoryData<string, string> Requests => Blocks((language, text) => language is "jsonc" or "json" && IsRun(text));

    private static IEnumerable<(string File, string Language, string Text)> All =>
        from file in Directory.EnumerateFiles(Repository.Folder("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.Folder("README.md"))
        from block in Block().Matches(File.ReadAllText(file))
        select (Path.GetFileName(file), block.Groups["language"].Value, block.Groups["text"].Value);

    [ShellTheory]
    [MemberData(nameof(Shells))]
    public async Task What_a_shell_is_to_run_works(string file, string commands)
    {
        using var pipeline = new Pipeline(_service);
        foreach (var (name, content) in Files()) pipeline.Write(name, content);
        // Terraform is played, curl says by its exit code what was answered.
        var (code, output) = await pipeline.StepAsync($$"""
            terraform() { case "$1" in show) cat plan.json.fixture ;; esac; }
            curl() { command curl --fail-with-body "$@"; }
            {{commands.Replace("http://localhost:5000", pipeline.ServiceUrl, StringComparison.Ordinal).Replace("X-Api-Key: …", $"X-Api-Key: {Key}", StringComparison.Ordinal)}}
            """);
        Assert.True(code == 0, $"{file}:\n{commands}\n{output}");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_that_is_shown_is_answered(string file, string text)
    {
        var request = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        var path = request.ContainsKey("vpcs") ? "/v1/recommendations" : request.ContainsKey("layout") ? "/v1/estimates" : "/v1/comparisons";
        var reply = await _service.PostAsync(path, request.ToJsonString());
        Assert.True(reply.Status == 200, $"{file}: {reply.Text}");
    }

    [Fact]
    public void Every_example_is_run_or_listed()
    {
        var unknown = All.Where(block => block.Language is not ("sh" or "json" or "jsonc") && IsRun(block.Text) && !block.Text.StartsWith("# ", StringComparison.Ordinal));
        Assert.Empty(unknown.Select(block => $"{block.File}: {block.Text}"));
    }

    [Fact]
    public void The_files_that_the_documents_show_are_those_that_their_commands_send() =>
        Assert.Superset(new HashSet<string> { "traffic.yaml", ".costapi.yml" }, Files().Select(file => file.Name).ToHashSet());

    private static bool IsRun(string text) => !Elsewhere.Any(known => text.StartsWith(known.Begins, StringComparison.Ordinal));

    private static TheoryData<string, string> Blocks(Func<string, string, bool> isMeant)
    {
        var data = new TheoryData<string, string>();
        foreach (var (file, language, text) in All.Where(block => isMeant(block.Language, block.Text))) data.Add(file, text);
        return data;
    }

    // What the commands send: the files that a document shows by name, and documents to review.
    private static IEnumerable<(string Name, string Text)> Files()
    {
        foreach (var block in All)
            if (Named().Match(block.Text) is { Success: true } named) yield return (named.Groups["name"].Value, block.Text);
        var plan = File.ReadAllText(Repository.Folder("tests/CostApi.Tests/Reviewing/Terraform/Fixtures/vpc-with-modules/plan.json")).Replace("module.vpc", "module.net", StringComparison.Ordinal);
        yield return ("plan.json", plan);
        yield return ("plan.json.fixture", plan);
        var template = File.ReadAllText(Repository.Folder("tests/CostApi.Tests/Reviewing/CloudFormation/Fixtures/parameters/template.yaml"));
        yield return ("template.yaml", template);
        yield return ("template-as-it-was.yaml", template);
        yield return ("parameters.json", "{}");
        yield return ("request.json", """{ "region": "eu-west-1", "layouts": [{ "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "natGateway": { "mode": "zonal" } }] }] }""");
    }

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^# (?<name>[\w.-]+\.ya?ml)\n")]
    private static partial Regex Named();
}

/// <summary>The service that the documented examples are sent to: one for all of them.</summary>
public sealed class DocumentedService : IDisposable
{
    internal const string Key = "the-key-of-the-service";

    internal Service Service { get; } = new(
        null, ("Prices:RefreshKey", Key), ("Prices:Sources", "offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", "http://127.0.0.1:1"));

    public void Dispose() => Service.Dispose();
}
