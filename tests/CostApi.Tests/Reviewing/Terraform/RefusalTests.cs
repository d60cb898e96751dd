using System.Text;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  \n", "is empty")]
    [InlineData("PK\u0003\u0004binary", "binary plan file")]
    [InlineData("{\"@level\":\"info\",\"@message\":\"Terraform 1.11.4\",\"type\":\"version\"}\n{\"@level\":\"info\"}\n", "stream of messages")]
    [InlineData("{\"@level\":\"info\",\"type\":\"version\"}", "stream of messages")]
    [InlineData("# a comment\nresource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n", "source code (HCL)")]
    [InlineData("terraform {\n}\n", "source code (HCL)")]
    [InlineData("\nTerraform used the selected providers to generate the following execution plan.\n", "human-readable output")]
    [InlineData("{\"version\":3,\"terraform_version\":\"0.11.14\",\"serial\":1,\"lineage\":\"x\",\"modules\":[]}", "state of version 3")]
    [InlineData("{\"version\":5,\"terraform_version\":\"9.0.0\",\"lineage\":\"x\",\"resources\":[]}", "state of version 5")]
    [InlineData("{\"meta\":{},\"encrypted_data\":\"AAAA\",\"encryption_version\":\"v0\"}", "encrypted state")]
    [InlineData("{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Resources\":{}}", "CloudFormation template")]
    [InlineData("{\"Resources\":{}}", "CloudFormation template")]
    [InlineData("AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Vpc:\n    Type: AWS::EC2::VPC\n", "CloudFormation template")]
    [InlineData("{\"format_version\":\"2.0\",\"resource_changes\":[]}", "format 2.0")]
    [InlineData("{\"hello\":1}", "a JSON object, but neither")]
    [InlineData("{\"resource_changes\":5}", "'resource_changes' must be an array")]
    [InlineData("{\"resource_changes\":{\"a\":1}}", "'resource_changes' must be an array")]
    [InlineData("{\"resource_changes\":[5]}", "'resource_changes[]' must be an object")]
    [InlineData("{\"planned_values\":7}", "'planned_values' must be an object")]
    [InlineData("{\"planned_values\":{\"root_module\":[]}}", "'root_module' must be an object")]
    [InlineData("{\"values\":{\"root_module\":{\"resources\":{}}}}", "'resources' must be an array")]
    [InlineData("{\"values\":{\"root_module\":{\"child_modules\":[1]}}}", "'child_modules[]' must be an object")]
    [InlineData("{\"version\":4,\"terraform_version\":\"1.9.0\",\"lineage\":\"x\",\"resources\":\"x\"}", "'resources' must be an array")]
    [InlineData("[]", "JSON, but no object")]
    [InlineData("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"aws_vpc.m", "truncated: it ends after 65 bytes")]
    [InlineData("{\"format_version\":\"1.2\",\n\"resource_changes\":[}", "line 2, byte 21")]
    [InlineData("{\"format_version\":\"1.2\"} and more", "is not valid JSON: there is an error at line 1")]
    [InlineData("{\"format_version\":\"1.2\",\"x\":\"\\ud800\"}", "unpaired surrogate")]
    [InlineData("just text", "is not valid JSON")]
    public void What_is_no_plan_is_named_for_what_it_is(string document, string says)
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => TerraformReader.Read(Encoding.UTF8.GetBytes(document)));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_too_deep_is_refused_and_no_stack_overflows()
    {
        var deep = "{\"format_version\":\"1.2\",\"resource_changes\":[],\"x\":" + string.Concat(Enumerable.Repeat("[", 100_000));
        Assert.Contains("deeper than 128 levels", Assert.Throws<UnreadableDocumentException>(() => TerraformReader.Read(Encoding.UTF8.GetBytes(deep))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Contains("not text", Assert.Throws<UnreadableDocumentException>(() => TerraformReader.Read([(byte)'{', 0xC3, 0x28, (byte)'}'])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"format_version\":\"1.0\"}")]
    [InlineData("{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"resource_changes\":[],\"configuration\":{}}")]
    [InlineData("{\"version\":4,\"terraform_version\":\"1.11.4\",\"serial\":1,\"lineage\":\"x\",\"outputs\":{},\"resources\":[]}")]
    [InlineData("{\"format_version\":\"1.0\",\"note\":\"\\\\ud800 and \\ud83d\\ude00\"}")]
    public void A_document_without_resources_is_an_empty_network(string document)
    {
        var after = TerraformReader.Read(Encoding.UTF8.GetBytes(document)).After;
        Assert.Empty(after.Vpcs);
        Assert.Empty(after.Unread);
    }
}
