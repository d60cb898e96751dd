using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CostApi.Core.Advising;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>Findings that the caller accepts. It is 22 November 2026.</summary>
public sealed partial class AcceptedFindingsTests(Service service) : IClassFixture<Service>
{
    private const string Template = """
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { Tags: [{ Key: Name, Value: app }] } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a } }
          SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b } }
          Sqs: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: com.amazonaws.eu-west-1.sqs, SubnetIds: [!Ref SubnetA], PrivateDnsEnabled: true } }
          Kms: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: com.amazonaws.eu-west-1.kms, SubnetIds: [!Ref SubnetB], PrivateDnsEnabled: true } }
        """;

    /// <summary>Query, the part <c>ignore</c>, and the addresses of what is accepted of the two <c>single-zone</c>; the rest stands.</summary>
    public static TheoryData<string, string, string> Accepted => new()
    {
        { "", "", "" },
        { "&ignore=single-zone", "", "Kms Sqs" },
        { "&ignore=single-zone@Sqs", "", "Sqs" },
        { "&ignore=single-zone@Sqs&ignore=single-zone@Kms", "", "Kms Sqs" },
        { "&ignore=single-zone@app", "", "Kms Sqs" },
        { "", "ignore: [{ code: single-zone, reason: as agreed, by: ann }]", "Kms Sqs" },
        { "", "[{ code: single-zone, address: Kms }]", "Kms" },
        { "", """{ "ignore": [{ "code": "single-zone", "address": "Sqs", "until": "2026-11-22" }] }""", "Sqs" },
        { "", "ignore: [{ code: single-zone, address: Sqs, until: 2026-11-21 }]", "" },
        { "&ignore=single-zone@Kms", "ignore: [{ code: single-zone, address: Sqs, reason: as agreed }]", "Kms Sqs" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Accepted_findings_are_listed_and_do_not_count(string query, string part, string addresses)
    {
        var review = (await PostAsync($"region=eu-west-1&failOn=info{query}", part)).Json;
        var ignored = review["ignored"]!.AsArray();
        Assert.Equal(addresses, string.Join(' ', ignored.SelectMany(one => one!["addresses"]!.AsArray()).Select(one => (string)one!).Order(StringComparer.Ordinal)));
        Assert.All(ignored, one => Assert.Equal("single-zone", (string)one!["code"]!));
        var standing = review["findings"]!.AsArray().Where(one => (string)one!["code"]! == "single-zone").ToArray();
        Assert.Equal(2 - ignored.Count, standing.Length);
        Assert.Equal(review["findings"]!.ToJsonString(), review["after"]!["findings"]!.ToJsonString());
        var isAll = addresses == "Kms Sqs";
        Assert.Equal(isAll ? "pass" : "fail", (string)review["verdict"]!);
        if (part.Contains("as agreed", StringComparison.Ordinal)) Assert.Contains(ignored, one => (string?)one!["reason"] == "as agreed");
        if (part.Contains("ann", StringComparison.Ordinal)) Assert.All(ignored, one => Assert.Equal("ann", (string)one!["by"]!));
    }

    [Theory]
    [InlineData("", "ignore: [{ code: single-zone, address: Sqs, until: 2026-11-21 }]", "ended on 2026-11-21")]
    [InlineData("&ignore=single-zone@Nowhere", "", "No finding matches single-zone at Nowhere")]
    [InlineData("&ignore=cross-zone-nat", "", "No finding matches cross-zone-nat")]
    public async Task What_has_no_effect_is_told_for_information(string query, string part, string message)
    {
        var review = (await PostAsync($"region=eu-west-1&failOn=warning{query}", part)).Json;
        var finding = Assert.Single(review["findings"]!.AsArray(), one => (string)one!["code"]! == "ignore-without-effect")!;
        Assert.Equal("info", (string)finding["severity"]!);
        Assert.Contains(message, (string)finding["message"]!, StringComparison.Ordinal);
        Assert.Empty(review["ignored"]!.AsArray());
        Assert.Equal("pass", (string)review["verdict"]!);
    }

    /// <summary>Query, the part <c>ignore</c>, the culprit and what is said of it.</summary>
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "&ignore=single-zon", "", "ignore", "Did you mean 'single-zone'" },
        { "&ignore=", "", "ignore", "is not the code of a finding" },
        { "&ignore=single-zone@", "", "ignore", "must not be empty" },
        { "&ignore=single-zone&ignore=nope", "", "ignore[1]", "is not the code of a finding" },
        { "", "[{ code: nope }]", "ignore[0].code", "is not the code of a finding" },
        { "", "ignore: [{ address: Sqs }]", "ignore[0].code", "is required" },
        { "", "ignore: [{ code: single-zone, until: tomorrow }]", "ignore[0].until", "must be a date" },
        { "", "ignore: [{ code: single-zone, until: 2026-02-30 }]", "ignore[0].until", "must be a date" },
        { "", "ignore: [{ code: single-zone, owner: ann }]", "ignore[0].owner", "by" },
        { "", "ignore: [{ code: single-zone, reason: '' }]", "ignore[0].reason", "must not be empty" },
        { "", "ignore: [null]", "ignore[0]", "must not be null" },
        { "", "ignored: []", "ignored", "ignore" },
        { "", "7", "ignore", "must be" },
        { "", "ignore: [", "ignore", "JSON or YAML" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_with_it_is_named_by_its_path(string query, string part, string culprit, string message)
    {
        var reply = await PostAsync($"region=eu-west-1{query}", part);
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.True(reply.Errors.ContainsKey(culprit), reply.Text);
        Assert.Contains(message, reply.Errors[culprit], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_tell_no_findings_and_take_none()
    {
        var reply = await service.PostFormAsync("/v1/imports?region=eu-west-1", ("document", Template), ("ignore", "[]"));
        Assert.Contains("is not a known part", reply.Errors["ignore"], StringComparison.Ordinal);
        Assert.Contains("is not a known parameter", (await service.PostFormAsync("/v1/imports?region=eu-west-1&ignore=single-zone", ("document", Template))).Errors["ignore"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    public async Task Reports_list_them_with_reason_and_person(string format)
    {
        var text = (await PostAsync($"region=eu-west-1&format={format}", "ignore: [{ code: single-zone, address: Sqs, reason: agreed with ops, by: ann, until: 2027-01-31 }]")).Text;
        Assert.All(new[] { "Accepted findings", "agreed with ops", "ann", "1 finding is accepted" }, one => Assert.Contains(one, text, StringComparison.Ordinal));
        Assert.Contains("2027-01-31", text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SARIF_has_them_as_suppressed()
    {
        var reply = await PostAsync("region=eu-west-1&format=sarif", "ignore: [{ code: single-zone, address: Sqs, reason: agreed, by: ann }]");
        var results = JsonNode.Parse(reply.Text)!["runs"]![0]!["results"]!.AsArray();
        var suppressed = Assert.Single(results, result => result!["suppressions"] is not null)!;
        Assert.Equal(("external", "accepted", "agreed (accepted by ann)"), ((string)suppressed["suppressions"]![0]!["kind"]!, (string)suppressed["suppressions"]![0]!["status"]!, (string)suppressed["suppressions"]![0]!["justification"]!));
    }

    /// <summary>The codes of the findings in a report in Markdown.</summary>
    internal static string[] CodesIn(string markdown)
    {
        var plain = markdown.Replace("\\", "", StringComparison.Ordinal);
        return [.. FindingRules.All.Select(rule => rule.Code).Where(code => Row(plain, code))];
    }

    private static bool Row(string text, string code) => Rows().Matches(text).Any(row => row.Groups["code"].Value == code);

    private Task<Reply> PostAsync(string query, string part)
    {
        (string, string)[] parts = part.Length == 0 ? [("document", Template)] : [("document", Template), ("ignore", part)];
        return service.PostFormAsync($"/v1/reviews?{query}", parts);
    }

    [GeneratedRegex(@"^\| (?:info|warning|error) \| (?<code>[a-z0-9-]+) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
