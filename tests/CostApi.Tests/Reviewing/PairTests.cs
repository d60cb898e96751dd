using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Tests.Reviewing.CloudFormation;
using CostApi.Tests.Reviewing.Findings;

namespace CostApi.Tests.Reviewing;

/// <summary>Plans and templates that mean the same: one declaration, one answer, in both languages.</summary>
public sealed partial class PairTests
{
    private const string Folder = "tests/CostApi.Tests/Reviewing/Pairs";
    private const string Region = "eu-west-1";

    public static TheoryData<string> Pairs => [.. Directory.GetFiles(Repository.Folder(Folder), "*.plan.json")
        .Select(file => Path.GetFileName(file).Replace(".plan.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_pairs_of_all_constructs() => Assert.True(Pairs.Count >= 25);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_declare_the_same_network(string pair) => Assert.Equal(Told(Plan(pair)), Told(Template(pair)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_make_the_same_layout_with_the_same_assumptions(string pair)
    {
        var (plan, template) = (Made(Plan(pair)), Made(Template(pair)));
        Assert.Equal(Normal(JsonSerializer.Serialize(plan?.Layout)), Normal(JsonSerializer.Serialize(template?.Layout)));
        Assert.Equal(plan?.Assumptions.Select(Normal), template?.Assumptions.Select(Normal));
        Assert.Equal(plan?.NotPriced.Select(one => (Normal(one.Address), one.What)).Order(), template?.NotPriced.Select(one => (Normal(one.Address), one.What)).Order());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_have_the_same_findings(string pair)
    {
        var (plan, template) = (Designs.Review(Plan(pair), Dialect.Terraform), Designs.Review(Template(pair), Dialect.CloudFormation));
        Assert.Equal(plan.Select(Kernel).Order(), template.Select(Kernel).Order());
    }

    internal static DeclaredNetwork Plan(string pair) => TerraformReader.Read(File.ReadAllBytes(Repository.Folder($"{Folder}/{pair}.plan.json"))).After;

    internal static DeclaredNetwork Template(string pair) =>
        Reading.Document(File.ReadAllBytes(Repository.Folder($"{Folder}/{pair}.template.json")), Region).After;

    private static ImportedLayout? Made(DeclaredNetwork network) =>
        LayoutMaker.Make(network.In(Region, Region), Shipped.Snapshot.Regions[Region], Shipped.Snapshot.Services, "after");

    private static string Kernel(Finding finding) =>
        Normal($"{finding.Severity} {finding.Code} {string.Join(' ', (finding.Addresses ?? []).Select(Normal).Order(StringComparer.Ordinal))} {finding.MonthlySaving}");

    // What was not read, and how a fact was found, is told in the words of each language.
    private static string Told(DeclaredNetwork network)
    {
        var json = JsonNode.Parse(Normal(network.Said()))!.AsObject();
        foreach (var member in new[] { "unread", "leftout", "sourcepaths", "notwhole" }) json.Remove(member);
        Without(json, "origin", "type@notpriced", "servicedoubt", "region");
        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static void Without(JsonNode? node, params string[] members)
    {
        if (node is JsonArray list) foreach (var item in list) Without(item, members);
        if (node is not JsonObject map) return;
        if (map.ContainsKey("what")) map.Remove("type");
        foreach (var member in members) map.Remove(member);
        foreach (var (_, value) in map.ToArray()) Without(value, members);
    }

    // aws_subnet.privatea of the one is Privatea of the other.
    private static string Normal(string text) => Doubt().Replace(Address().Replace(text, "$1"), "$1").ToLowerInvariant();

    // Why a service is not shown is told in the words of each language.
    [GeneratedRegex(@"(does not show its service): [^.]*(?:\.[^ ][^.]*)*")]
    private static partial Regex Doubt();

    [GeneratedRegex(@"\baws_[a-z0-9_]+\.([a-z]+)")]
    private static partial Regex Address();
}
