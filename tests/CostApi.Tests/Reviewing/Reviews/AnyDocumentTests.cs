using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>Documents whose language the service finds out from their content.</summary>
public sealed class AnyDocumentTests(Service service) : IClassFixture<Service>
{
    private const string Yaml = "Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { Tags: [{ Key: Name, Value: app }] } }\n";
    private const string State = """{ "version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "b0b7c0b1-7f0e-4b56-a6a5-6b7a3b0f4f9d", "outputs": {}, "resources": [] }""";

    /// <summary>Document and how its kind begins.</summary>
    public static TheoryData<string, string> Known => new()
    {
        { Form.Plan("single-nat"), "Terraform plan" },
        { Without(Form.Plan("single-nat"), "format_version"), "Terraform plan" },
        { Without(Form.Plan("single-nat"), "format_version", "terraform_version"), "Terraform plan" },
        { State, "Terraform state" },
        { """{ "format_version": "1.0", "terraform_version": "1.11.4", "values": { "root_module": {} } }""", "Terraform state" },
        { """{ "values": { "outputs": {}, "root_module": {} } }""", "Terraform state" },
        { Form.Template("endpoints-and-one-nat/EndpointsAndOneNat.template.json"), "CloudFormation template" },
        { Yaml, "CloudFormation template" },
        { $"# a comment\n---\nDescription: |\n  terraform {{\n{Yaml}", "CloudFormation template" },
        { $"{{ Resources: {{ Vpc: {{ Type: AWS::EC2::VPC }} }} }}", "CloudFormation template" },
        { "---\n  Description: indented\n  Resources: { Vpc: { Type: AWS::EC2::VPC } }\n", "CloudFormation template" },
        { "\"AWSTemplateFormatVersion\": 2010-09-09\n\"Resources\": { Vpc: { Type: AWS::EC2::VPC } }\n", "CloudFormation template" },
        { """{ "Metadata": { "resource_changes": 1, "values": { "root_module": 2 } }, "Parameters": {}, "Resources": { "Vpc": { "Type": "AWS::EC2::VPC" } } }""", "CloudFormation template" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task Each_kind_of_document_is_known_by_its_content_alone(string document, string kind)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(document)];
            foreach (var asForm in new[] { false, true })
            {
                var review = await PostAsync("reviews", bytes, asForm);
                Assert.True(review.Status == 200, $"{encoding.EncodingName} {asForm}: {review.Text}");
                Assert.StartsWith(kind, (string)review.Json["document"]!, StringComparison.Ordinal);
                Assert.Equal(200, (await PostAsync("imports", bytes, asForm)).Status);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Api.ImportTests.Documents), MemberType = typeof(Api.ImportTests))]
    public async Task The_answer_is_that_of_the_address_of_the_language(string kind, string path)
    {
        var document = Form.Fixture(path);
        var (any, own) = (await service.PostAsync("/v1/reviews?region=eu-west-1", document, "application/octet-stream"), await service.PostAsync($"/v1/reviews/{kind}?region=eu-west-1", document, "application/octet-stream"));
        Assert.Equal(own.Status, any.Status);
        // A problem document has an id of its own.
        if (own.Status == 200) Assert.Equal(own.Text, any.Text);
        else Assert.Equal(own.Errors, any.Errors);
    }

    /// <summary>What is no document, and what is said of it.</summary>
    public static TheoryData<string, string> Unknown => new()
    {
        { "", "empty" },
        { " \n", "empty" },
        { "hello", "neither a Terraform plan or state nor a CloudFormation template" },
        { "[1, 2]", "neither" },
        { "{}", "neither" },
        { """{ "values": { "replicas": 3 } }""", "neither" },
        { """{ "Parameters": { "A": "1" } }""", "neither" },
        { """{ "layouts": [], "region": "eu-west-1" """, "its JSON is truncated or has an error at line 1" },
        { "kind: Deployment\nspec:\n  Resources: none\n", "neither" },
        { "resource \"aws_vpc\" \"main\" {\n}\n", "terraform show -json" },
        { "Terraform will perform the following actions:\n", "terraform show -json" },
        { """{"@level":"info","@message":"Terraform 1.11.4","type":"version"}""", "terraform show -json" },
        { "PK\u0003\u0004", "terraform show -json" },
        { """{ "version": "36.0.0", "artifacts": {} }""", "cdk.out" },
        { """{ "format_version": "1.2", "resource_changes": [""", "truncated" },
        { "Resources: [", "" },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task What_is_neither_is_answered_422_with_what_was_looked_for(string document, string says)
    {
        foreach (var endpoint in new[] { "reviews", "imports" })
        {
            var reply = await PostAsync(endpoint, Encoding.UTF8.GetBytes(document), asForm: document.Length == 0);
            Assert.Equal((422, "application/problem+json"), (reply.Status, reply.ContentType));
            var detail = (string)reply.Json["detail"]!;
            Assert.Contains(says, detail, StringComparison.Ordinal);
            if (says is "neither" or "empty") Assert.All(new[] { "'resource_changes'", "'Resources'" }, name => Assert.Contains(name, detail, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Parts_for_templates_alone_are_refused_beside_a_plan()
    {
        var reply = await service.PostFormAsync("/v1/reviews", ("document", Form.Plan("single-nat")), ("parameters", "{}"), ("before", Yaml));
        Assert.Equal(400, reply.Status);
        Assert.Equal(["before", "parameters"], reply.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(200, (await service.PostFormAsync("/v1/reviews?region=eu-west-1", ("document", Yaml), ("parameters", "{}"), ("before", Yaml))).Status);
    }

    [Fact]
    public async Task A_template_may_be_as_large_as_at_its_own_address()
    {
        var reply = await service.PostAsync("/v1/reviews?region=eu-west-1", $"{{ \"Resources\": {{}}, \"Description\": \"{new string('x', 5 * 1024 * 1024)}\" }}", "application/octet-stream");
        Assert.Equal(413, reply.Status);
        Assert.Contains("template", (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a plan, of prod; v2=3.json")]
    [InlineData("naïve \"plan\".json")]
    public async Task A_file_may_be_called_anything(string name)
    {
        foreach (var path in new[] { "/v1/reviews", "/v1/reviews/terraform", "/v1/imports", "/v1/imports/terraform" })
        {
            using var form = new MultipartFormDataContent();
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(Form.Plan("single-nat")));
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"document\"; filename=\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
            form.Add(part);
            using var client = service.CreateClient();
            using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form);
            Assert.True((int)response.StatusCode == 200, await response.Content.ReadAsStringAsync());
        }
    }

    private async Task<Reply> PostAsync(string endpoint, byte[] document, bool asForm)
    {
        using var form = new MultipartFormDataContent();
        using var raw = new ByteArrayContent(document);
        raw.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (asForm) form.Add(raw, "document", "x");
        using var client = service.CreateClient();
        using var response = await client.PostAsync(new Uri($"/v1/{endpoint}?region=eu-west-1", UriKind.Relative), asForm ? form : raw);
        return await Reply.OfAsync(response);
    }

    private static string Without(string plan, params string[] members)
    {
        var json = JsonNode.Parse(plan)!.AsObject();
        foreach (var member in members) json.Remove(member);
        return json.ToJsonString();
    }
}
