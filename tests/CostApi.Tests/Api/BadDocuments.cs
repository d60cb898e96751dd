using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace CostApi.Tests.Api;

/// <summary>Documents that are not what was asked for, or hold what no tool would take: said, and never a fault of the service.</summary>
public sealed class BadDocuments(Service service) : IClassFixture<Service>
{
    private static readonly string Folder = Repository.Folder("tests/CostApi.Tests/Api/Documents");

    private static readonly Dictionary<string, byte[]> All = new(StringComparer.Ordinal)
    {
        ["a binary plan"] = File.ReadAllBytes(Path.Combine(Folder, "release.tfplan")),
        ["messages"] = File.ReadAllBytes(Path.Combine(Folder, "messages.jsonl")),
        ["a plan without AWS"] = File.ReadAllBytes(Path.Combine(Folder, "plan.json")),
        ["a deep plan"] = Utf8($$"""{ "format_version": "1.2", "resource_changes": {{new string('[', 130)}}{{new string(']', 130)}} }"""),
        ["a deep template"] = Utf8($"Resources: {new string('[', 101)}{new string(']', 101)}"),
        ["a circle"] = Utf8("""
            Resources:
              Vpc: { Type: AWS::EC2::VPC, DependsOn: Subnet, Properties: { CidrBlock: 10.0.0.0/16 } }
              Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc } }
            """),
        ["unknown tags"] = Utf8("""
            Resources:
              Vpc: !Network { Type: AWS::EC2::VPC, Properties: { CidrBlock: !!python/object/apply:os.system ["id"] } }
            """),
        ["a bomb"] = Utf8("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
            + string.Concat(Enumerable.Range(1, 20).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n"))
            + "Resources: {}\n"),
    };

    [Theory]
    [InlineData("a binary plan", "terraform", 422, "is a binary plan file (a zip archive)")]
    [InlineData("a binary plan", "cloudformation", 422, "is a zip archive, such as a binary Terraform plan")]
    [InlineData("messages", "terraform", 422, "is the stream of messages of 'terraform plan -json'")]
    [InlineData("messages", "cloudformation", 422, "is Terraform's -json output")]
    [InlineData("a plan without AWS", "terraform", 200, "\"layouts\":[]")]
    [InlineData("a deep plan", "terraform", 422, "deeper than 128 levels")]
    [InlineData("a deep template", "cloudformation", 422, "nested more than 100 levels deep, at line 1")]
    [InlineData("a circle", "cloudformation", 200, "Vpc: It depends on itself through Subnet, which CloudFormation rejects.")]
    [InlineData("unknown tags", "cloudformation", 200, "The tag !Network at line 2 is not a CloudFormation tag")]
    [InlineData("a bomb", "cloudformation", 422, "Its aliases expand it to more than a template can contain")]
    public async Task What_is_wrong_with_a_document_is_said(string document, string kind, int status, string says)
    {
        await SaysAsync("imports", document, kind, status, says);
        // A review names the address, and a Region, beside what it says.
        await SaysAsync("reviews", document, kind, status, says == "\"layouts\":[]" ? "\"regions\":[]" : says.Replace("Vpc: ", "", StringComparison.Ordinal));
    }

    private async Task SaysAsync(string endpoint, string document, string kind, int status, string says)
    {
        using var content = new ByteArrayContent(All[document]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var client = service.CreateClient();
        using var response = await client.PostAsync(new Uri($"/v1/{endpoint}/{kind}?region=eu-west-1", UriKind.Relative), content);
        var reply = await Reply.OfAsync(response);
        Assert.Equal((status, status == 200 ? "application/json" : "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(says, status == 200 ? reply.Text : (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    /// <summary>Of a body that says its length nothing is sent here, and of one that does not no more than a little over the limit: the answer waits for no more.</summary>
    [Theory]
    [InlineData("imports/terraform", 100, true)]
    [InlineData("reviews/terraform", 100, true)]
    [InlineData("imports/terraform", 100, false)]
    [InlineData("reviews/terraform", 100, false)]
    [InlineData("imports/cloudformation", 4, true)]
    [InlineData("reviews/cloudformation", 4, true)]
    [InlineData("imports/cloudformation", 4, false)]
    [InlineData("reviews/cloudformation", 4, false)]
    public async Task Two_hundred_megabytes_are_refused_before_they_are_there(string path, int limit, bool saysLength)
    {
        using var client = service.CreateClient();
        using var caller = new TcpClient();
        using var patience = new CancellationTokenSource(Waiting.Most);
        await caller.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port, patience.Token);
        var stream = caller.GetStream();
        await stream.WriteAsync(Utf8($"POST /v1/{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n{(saysLength ? $"Content-Length: {200 << 20}" : "Transfer-Encoding: chunked")}\r\n\r\n"), patience.Token);
        var megabyte = Utf8($"{1 << 20:x}\r\n{new string(' ', 1 << 20)}\r\n");
        for (var sent = 0; !saysLength && sent <= limit; sent++) await stream.WriteAsync(megabyte, patience.Token);

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(patience.Token));
        string? line;
        do line = await reader.ReadLineAsync(patience.Token); while (line is { Length: > 0 });
        var detail = new char[200];
        Assert.Contains($"larger than {limit.ToString(CultureInfo.InvariantCulture)} MB", new string(detail, 0, await reader.ReadBlockAsync(detail, patience.Token)), StringComparison.Ordinal);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
