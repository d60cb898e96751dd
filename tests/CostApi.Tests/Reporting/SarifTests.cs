using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CostApi.Core.Advising;
using CostApi.Core.Reporting;

namespace CostApi.Tests.Reporting;

public sealed class SarifTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("baseline")]
    [InlineData("unpriced-and-unreachable")]
    [InlineData("hostile")]
    public async Task A_log_has_what_the_schema_of_SARIF_2_1_0_asks_for(string request)
    {
        var log = (await service.PostAsync("/v1/comparisons?format=sarif", ReportsTests.Request(request))).Json;
        Only(log, "$schema", "version", "runs");
        Assert.Equal("2.1.0", (string)log["version"]!);
        var run = log["runs"]!.AsArray().Single()!;
        Only(run, "tool", "columnKind", "results", "properties");
        Assert.Equal("utf16CodeUnits", (string)run["columnKind"]!);
        var driver = run["tool"]!["driver"]!;
        Only(driver, "name", "version", "rules");
        var rules = driver["rules"]!.AsArray();
        Assert.Equal(rules.Count, rules.Select(rule => (string)rule!["id"]!).Distinct().Count());
        Assert.All(rules, rule =>
        {
            Only(rule!, (string[])["id", "shortDescription", .. rule!["helpUri"] is null ? Array.Empty<string>() : ["helpUri"], "defaultConfiguration"]);
            IsMessage(rule!["shortDescription"]!);
            IsLevel(rule["defaultConfiguration"]!["level"]!);
        });
        Assert.NotEmpty(run["results"]!.AsArray());
        Assert.All(run["results"]!.AsArray(), result =>
        {
            Only(result!, "ruleId", "ruleIndex", "level", "message", "locations", "properties");
            Assert.Equal((string)result!["ruleId"]!, (string)rules[(int)result["ruleIndex"]!]!["id"]!);
            IsLevel(result["level"]!);
            IsMessage(result["message"]!);
            var place = result["locations"]!.AsArray().Single()!["logicalLocations"]!.AsArray().Single()!;
            Only(place, "name", "fullyQualifiedName", "kind");
            Assert.StartsWith((string)result["properties"]!["layout"]!, (string)place["fullyQualifiedName"]!, StringComparison.Ordinal);
            Assert.EndsWith((string)place["name"]!, (string)place["fullyQualifiedName"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void There_is_a_rule_for_every_code() => Assert.Equal(
        typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        FindingRules.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Rules_say_what_the_documentation_says()
    {
        var documented = Regex.Matches(File.ReadAllText(Repository.Folder("docs/findings.md")), @"^\| `([\w-]+)` \| (error|warning|info)[^|]* \| ([^|]+) \|", RegexOptions.Multiline);
        Assert.Equal(
            documented.Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)),
            FindingRules.All.Select(rule => (rule.Code, rule.Severity.ToString().ToLowerInvariant(), rule.When)));
    }

    private static void Only(JsonNode node, params string[] members) => Assert.Equal(members, node.AsObject().Select(member => member.Key));

    private static void IsLevel(JsonNode level) => Assert.Contains((string)level!, new[] { "error", "warning", "note" });

    // Braces but for {0} of an argument are doubled, and no bracketed text is followed by an address.
    private static void IsMessage(JsonNode message)
    {
        Only(message, "text");
        var text = (string)message["text"]!;
        Assert.NotEmpty(text);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\{)\{(\{\{)*(?!\{)", text);
    }
}
