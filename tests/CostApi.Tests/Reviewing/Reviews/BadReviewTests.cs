using System.Text;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>What cannot be reviewed, over the socket: each with an answer that says what would be right.</summary>
public sealed class BadReviewTests(Service service) : IClassFixture<Service>
{
    private const string Empty = """{ "Resources": { "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "Tags": [{ "Key": "Name", "Value": "app" }] } } } }""";

    /// <summary>Query, parts beside the document, the culprit, and what is said of it.</summary>
    public static TheoryData<string, string, string, string, string> Beside => new()
    {
        { "", "", "", "region", "the document does not show its Region" },
        { "region=eu-wst-1", "", "", "region", "Did you mean 'eu-west-1'" },
        { "region=eu-west-1&hoursPerMonth=745", "", "", "hoursPerMonth", "at most 744" },
        { "region=eu-west-1&maxMonthlyCost=-1", "", "", "maxMonthlyCost", "must be from 0" },
        { "region=eu-west-1&maxMonthlyCost=1,5", "", "", "maxMonthlyCost", "must be a number" },
        { "region=eu-west-1&maxMonthlyIncrease=much", "", "", "maxMonthlyIncrease", "must be a number" },
        { "region=eu-west-1&failOn=fatal", "", "", "failOn", "info, warning, error" },
        { "region=eu-west-1&format=pdf", "", "", "format", "markdown" },
        { "region=eu-west-1&maxMonthlyCosts=3", "", "", "maxMonthlyCosts", "Did you mean 'maxMonthlyCost'" },
        { "region=eu-west-1", "traffic", "[", "traffic", "JSON or YAML" },
        { "region=eu-west-1", "traffic", "3", "traffic", "JSON or YAML" },
        { "region=eu-west-1", "traffic", """{ "flows": [] }""", "flows", "traffic, pricing" },
        { "region=eu-west-1", "traffic", """[{ "from": "nowhere", "to": "sqs", "sentGb": 1 }]""", "traffic[0].from", "which has 'app'" },
        { "region=eu-west-1", "traffic", """[{ "from": "nowhere", "to": "sqss", "sentGb": 1 }]""", "traffic[0].to", "Did you mean 'sqs'" },
        { "region=eu-west-1", "traffic", """[{ "from": "app", "to": "sqs", "sentGb": 1 }, { "from": "Vpc", "to": "s3", "sentGb": -1 }]""", "traffic[1].sentGb", "must be from 0" },
        { "region=eu-west-1", "traffic", """[{ "from": "app", "to": "s3", "sentGb": "1" }]""", "traffic[0].sentGb", "Remove the quotes" },
        { "region=eu-west-1", "traffic", """[null]""", "traffic[0]", "must not be null" },
        { "region=eu-west-1", "traffic", """{ "pricing": { "discountPercent": 101 } }""", "pricing.discountPercent", "must be from 0 to 100" },
        { "region=eu-west-1", "traffic", """{ "pricing": { "asOf": "2027-01-01" } }""", "pricing.asOf", "must not be in the future" },
        { "region=eu-west-1", "parameters", "[3]", "parameters[0]", "ParameterKey" },
        { "region=eu-west-1", "parameters", """{ "A": { "B": 1 } }""", "parameters.A", "must be a string" },
        { "region=eu-west-1", "parameters", "7", "parameters", "JSON or YAML" },
        { "region=eu-west-1", "variables", "{}", "variables", "is not a known part" },
        { "region=eu-west-1", "document", Empty, "document", "is specified more than once" },
    };

    [Theory]
    [MemberData(nameof(Beside))]
    public async Task What_stands_beside_a_document_is_held_to_what_it_can_mean(string query, string part, string text, string culprit, string message)
    {
        (string, string)[] parts = part.Length == 0 ? [("document", Empty)] : [("document", Empty), (part, text)];
        // An import takes no budgets and has one format.
        var isOfReviews = query.Contains("max", StringComparison.Ordinal) || query.Contains("failOn", StringComparison.Ordinal) || query.Contains("format", StringComparison.Ordinal);
        foreach (var endpoint in isOfReviews ? new[] { "reviews" } : ["reviews", "imports"])
        {
            var reply = await service.PostFormAsync($"/v1/{endpoint}/cloudformation?{query}", parts);
            Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
            Assert.True(reply.Errors.ContainsKey(culprit), reply.Text);
            Assert.Contains(message, reply.Errors[culprit], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var reply = await service.PostFormAsync("/v1/reviews/cloudformation?region=eu-west-1&failOn=x&maxMonthlyCost=y&z=1", ("document", Empty), ("traffic", """[{ "from": 1, "to": "sqs" }]"""), ("parameters", "[1]"));
        Assert.Equal(["failOn", "maxMonthlyCost", "parameters[0]", "traffic[0].from", "z"], reply.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_form_without_a_document_says_how_to_send_one()
    {
        foreach (var path in new[] { "/v1/reviews/terraform", "/v1/reviews/cloudformation", "/v1/imports/terraform", "/v1/imports/cloudformation" })
        {
            var reply = await service.PostFormAsync(path, ("traffic", "[]"));
            Assert.Equal(400, reply.Status);
            Assert.Contains("-F document=@plan.json", reply.Errors["document"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("multipart/form-data", "boundary")]
    [InlineData("multipart/form-data; boundary=x", "form cannot be read")]
    public async Task A_broken_form_is_answered_400(string type, string message)
    {
        var reply = await service.PostAsync("/v1/reviews/terraform", "--x\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{", type);
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(message, (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_templates_have_parameters()
    {
        var reply = await service.PostFormAsync("/v1/reviews/terraform", ("document", Form.Plan("single-nat")), ("parameters", "{}"));
        Assert.Contains("The parts are document, traffic", reply.Errors["parameters"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terraform", "resource \"aws_vpc\" \"main\" {\n}\n", "terraform show -json")]
    [InlineData("terraform", """{"@level":"info","@message":"Terraform 1.11.4","type":"version"}""", "terraform show -json")]
    [InlineData("terraform", """{ "version": 3, "terraform_version": "0.11.14", "modules": [] }""", "version 3")]
    [InlineData("terraform", """{ "format_version": "1.2", "resource_changes": [""", "truncated")]
    [InlineData("terraform", "PK\u0003\u0004", "terraform show -json")]
    [InlineData("cloudformation", "a: &a [x]\nb: [*c]", "refers to no anchor before it")]
    [InlineData("cloudformation", "- a", "template")]
    [InlineData("cloudformation", """{ "Resources": {""", "is truncated")]
    public async Task A_document_of_another_kind_is_answered_422_with_what_it_is(string kind, string document, string message)
    {
        var reply = await service.PostAsync($"/v1/reviews/{kind}?region=eu-west-1", document, "application/octet-stream");
        Assert.Equal((422, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(message, (string)reply.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(422, (await service.PostFormAsync($"/v1/reviews/{kind}?region=eu-west-1", ("document", document))).Status);
    }

    [Fact]
    public async Task A_part_that_is_too_large_is_answered_413_with_its_name()
    {
        var reply = await service.PostFormAsync("/v1/reviews/cloudformation?region=eu-west-1", ("document", Empty), ("traffic", new StringBuilder().Append(' ', 11 * 1024 * 1024).ToString()));
        Assert.Equal(413, reply.Status);
        Assert.Contains("'traffic' is larger than 4 MB", (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_beyond_the_limits_says_which()
    {
        var vpcs = string.Join(",", Enumerable.Range(0, 201).Select(number => $"\"V{number}\": {{ \"Type\": \"AWS::EC2::VPC\" }}"));
        var reply = await service.PostAsync("/v1/reviews/cloudformation?region=eu-west-1", $"{{ \"Resources\": {{ {vpcs} }} }}");
        Assert.Equal(400, reply.Status);
        Assert.Contains("201", reply.Errors["document"], StringComparison.Ordinal);
        Assert.Contains("vpcs of the layout that it makes in eu-west-1: ", reply.Errors["document"], StringComparison.Ordinal);
    }
}
