using System.Net.Http.Headers;
using System.Text;

namespace CostApi.Tests.Api;

/// <summary>Text that cannot be read is the caller's mistake, wherever it stands.</summary>
public sealed class UnreadableText(Service service) : IClassFixture<Service>
{
    private const string Rest = "\"layouts\":[{\"name\":\"one\",\"vpcs\":[{\"name\":\"app\",\"availabilityZones\":[\"a\"]}]}]}";

    [Theory]
    [InlineData("\"\\ud800\":1", "$", "name is not valid Unicode")]
    [InlineData("\"x\":1,\"\\udc00\":1", "$", "name is not valid Unicode")]
    [InlineData("\"@byte@\":1", "$", "name is not valid Unicode")]
    [InlineData("\"pricing\":{\"\\ud800\":1}", "pricing", "name is not valid Unicode")]
    [InlineData("\"pricing\":{\"unitPrices\":{\"\\ud800\":1}}", "pricing.unitPrices", "name is not valid Unicode")]
    [InlineData("\"pricing\":{\"unitPrices\":{\"@byte@\":1}}", "pricing.unitPrices", "name is not valid Unicode")]
    [InlineData("\"traffic\":[{\"to\":\"sqs\",\"sentGb\":1,\"zones\":{\"\\ud800\":1}}]", "traffic[0].zones", "name is not valid Unicode")]
    [InlineData("\"baseline\":\"\\ud800\"", "baseline", "is not valid Unicode")]
    [InlineData("\"baseline\":\"@byte@\"", "baseline", "is not valid Unicode")]
    [InlineData("\"hoursPerMonth\":\"\\ud800\"", "hoursPerMonth", "must be a number, not a string")]
    [InlineData("\"strict\":\"\\ud800\"", "strict", "must be true or false, not a string")]
    [InlineData("\"layouts\":[{\"name\":\"l\",\"vpcs\":[{\"name\":\"app\",\"availabilityZones\":[\"a\"],\"natGateway\":{\"mode\":\"\\ud800\"}}]}]", "layouts[0].vpcs[0].natGateway.mode", "must be one of zonal")]
    public async Task What_is_not_Unicode_is_named_by_the_path_nearest_to_it(string members, string culprit, string message)
    {
        var body = Encoding.Latin1.GetBytes($"{{\"region\":\"eu-west-1\",{members},{Rest}".Replace("@byte@", "\u00f3", StringComparison.Ordinal));
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var reply = await PostAsync(content);
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(message, reply.Errors[culprit], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_member_beside_such_a_name_is_still_missed()
    {
        var reply = await service.PostAsync("/v1/comparisons", """{ "\ud800": 1, "region": null, "layouts": [{ "\ud800": 1 }] }""");
        Assert.Equal(["$", "layouts[0]", "layouts[0].name", "layouts[0].vpcs", "region"], reply.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_is_415_and_says_to_send_it_plain(string encoding)
    {
        using var content = new ByteArrayContent([0x1f, 0x8b, 8, 0]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json"), ContentEncoding = { encoding } } };
        var reply = await PostAsync(content);
        Assert.Equal((415, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains($"The Content-Encoding '{encoding}' is not supported", (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    private async Task<Reply> PostAsync(HttpContent content)
    {
        using var client = service.CreateClient();
        using var response = await client.PostAsync(new Uri("/v1/comparisons", UriKind.Relative), content);
        return await Reply.OfAsync(response);
    }
}
