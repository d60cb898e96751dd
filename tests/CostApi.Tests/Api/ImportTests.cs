using System.Text;
using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

/// <summary>Documents of tools, as comparisons that can be posted.</summary>
public sealed class ImportTests(Service service) : IClassFixture<Service>
{
    private const string Template = """
        Parameters:
          Zones: { Type: Number, Default: 2 }
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: Name, Value: app }] } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a } }
          SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b } }
          Sqs:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: !Ref Vpc
              VpcEndpointType: Interface
              ServiceName: !Sub com.amazonaws.${AWS::Region}.sqs
              SubnetIds: [!Ref SubnetA, !Ref SubnetB]
              PrivateDnsEnabled: true
          Wall: { Type: AWS::NetworkFirewall::Firewall, Properties: { VpcId: !Ref Vpc } }
        """;

    private static readonly string Fixtures = Repository.Folder("tests/CostApi.Tests/Reviewing");

    /// <summary>Every document that the tests of the readers keep.</summary>
    public static TheoryData<string, string> Documents
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var plan in Directory.EnumerateFiles(Path.Combine(Fixtures, "Terraform"), "plan.json", SearchOption.AllDirectories)) data.Add("terraform", Path.GetRelativePath(Fixtures, plan));
            foreach (var template in Directory.EnumerateFiles(Path.Combine(Fixtures, "CloudFormation"), "*.*", SearchOption.AllDirectories).Where(IsTemplate)) data.Add("cloudformation", Path.GetRelativePath(Fixtures, template));
            return data;
        }
    }

    [Fact]
    public async Task A_template_becomes_the_body_of_a_comparison()
    {
        var import = await service.PostAsync("/v1/imports/cloudformation?region=eu-west-1", Template, "application/x-www-form-urlencoded");
        Assert.Equal(200, import.Status);
        var vpc = import.Json["layouts"]![0]!["vpcs"]![0]!;
        Assert.Equal(("app", "sqs"), ((string)vpc["name"]!, (string)vpc["endpoints"]![0]!["service"]!));
        Assert.Contains(import.Json["layouts"]![0]!["notes"]!.AsArray(), note => ((string)note!).StartsWith("Wall (AWS::NetworkFirewall::Firewall) is not priced", StringComparison.Ordinal));

        var comparison = await service.PostAsync("/v1/comparisons", import.Text);
        Assert.Equal(200, comparison.Status);
        Assert.Equal(16.06m, (decimal)comparison.Json["layouts"]![0]!["monthlyCost"]!);
        Assert.Contains(comparison.Json["assumptions"]!.AsArray(), text => ((string)text!).StartsWith("after: Wall", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Whatever_is_imported_can_be_compared(string kind, string path)
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Fixtures, path));
        var import = await service.PostAsync($"/v1/imports/{kind}", document, "application/octet-stream");
        if (import.Status == 400) import = await service.PostAsync($"/v1/imports/{kind}?region={RegionIn((string)import.Json["errors"]!["region"]![0]!)}", document, "application/octet-stream");
        Assert.True(import.Status == 200, import.Text);
        if (import.Json["layouts"]!.AsArray().Count == 0) return;
        var comparison = await service.PostAsync("/v1/comparisons", import.Text);
        Assert.True(comparison.Status == 200, comparison.Text);
    }

    [Theory]
    [InlineData("terraform", "", "empty")]
    [InlineData("terraform", "resource \"aws_vpc\" \"a\" {}", "HCL")]
    [InlineData("terraform", "{\"@level\":\"info\",\"type\":\"version\"}\n{\"@level\":\"info\"}", "show -json")]
    [InlineData("terraform", "{\"version\":3,\"terraform_version\":\"0.11.14\",\"serial\":1,\"lineage\":\"x\",\"modules\":[]}", "3")]
    [InlineData("terraform", "{\"format_version\":\"1.2\",\"resource_changes\":[", "")]
    [InlineData("cloudformation", "", "empty")]
    [InlineData("cloudformation", "Resources: [", "")]
    [InlineData("cloudformation", "resource \"aws_vpc\" \"a\" {\n}", "HCL")]
    public async Task What_is_no_document_is_told_what_it_is(string kind, string body, string says)
    {
        var reply = await service.PostAsync($"/v1/imports/{kind}?region=eu-west-1", body, "application/octet-stream");
        Assert.Equal((422, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(says, (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Region_must_be_told_or_known()
    {
        Assert.Contains("does not show its Region", (await service.PostAsync("/v1/imports/cloudformation", "{\"Resources\":{}}")).Errors["region"], StringComparison.Ordinal);
        Assert.Contains("eu-west-1", (await service.PostAsync("/v1/imports/cloudformation?region=eu-wst-1", "{\"Resources\":{}}")).Errors["region"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_a_network_is_an_answer_without_layouts()
    {
        var reply = await service.PostAsync("/v1/imports/cloudformation?region=eu-west-1", """{ "Resources": { "Bucket": { "Type": "AWS::S3::Bucket" } } }""");
        Assert.Equal(200, reply.Status);
        Assert.Empty(reply.Json["layouts"]!.AsArray());
    }

    [Fact]
    public async Task A_note_changes_no_id()
    {
        var import = (await service.PostAsync("/v1/imports/cloudformation?region=eu-west-1", Template)).Json;
        var noted = (string)(await service.PostAsync("/v1/comparisons", import.ToJsonString())).Json["id"]!;
        import["layouts"]![0]!["notes"] = new JsonArray();
        Assert.Equal(noted, (string)(await service.PostAsync("/v1/comparisons", import.ToJsonString())).Json["id"]!);
    }

    private static bool IsTemplate(string path) => path.EndsWith(".template.json", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);

    // The first Region that the answer offers, or one that will do where the document tells none.
    private static string RegionIn(string message) =>
        message.Contains("declares resources: ", StringComparison.Ordinal) ? message.Split(": ")[^1].Split(',', '.')[0] : "eu-west-1";
}
