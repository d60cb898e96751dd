using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

/// <summary>Whatever is turned away gets a problem document, whatever the caller wants to read.</summary>
public sealed class ProblemDocumentTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string, string, int, string> TurnedAway
    {
        get
        {
            (string Method, string Path, string ContentType, int Status, string Says)[] requests =
            [
                ("POST", "/v1/comparison", "application/json", 404, "Did you mean POST /v1/comparisons?"),
                ("POST", "/comparisons", "application/json", 404, "Did you mean POST /v1/comparisons?"),
                ("POST", "/v2/estimates", "application/json", 404, "Did you mean POST /v1/estimates?"),
                ("POST", "/api/v1/estimates", "application/json", 404, "Did you mean POST /v1/estimates?"),
                ("POST", "/v1/recommendation", "application/json", 404, "Did you mean POST /v1/recommendations?"),
                ("POST", "/v1/review/terraform", "application/json", 404, "Did you mean POST /v1/reviews/terraform?"),
                ("GET", "/v1/comparison.svg", "", 404, "Did you mean GET /v1/comparisons.svg?"),
                ("GET", "/v1/region/eu-west-1/prices", "", 404, "Did you mean GET /v1/regions/eu-west-1/prices?"),
                ("GET", "/v1/breakeven", "", 404, "Did you mean GET /v1/break-even?"),
                ("GET", "/health/alive", "", 404, "Did you mean GET /health/live?"),
                ("GET", "/v1/comparisons.pdf", "", 404, "'.pdf' is not"),
                ("GET", "/v1/services/sqss", "", 404, "'sqs'"),
                ("GET", "/nothing-like-it-anywhere", "", 404, "/openapi/v1.json"),
                ("GET", "/v1/comparisons", "", 405, "Use POST."),
                ("DELETE", "/v1/estimates", "", 405, "Use POST."),
                ("POST", "/v1/regions", "application/json", 405, "Use GET."),
                ("POST", "/v1/comparisons", "text/csv", 415, "text/csv"),
                ("POST", "/v1/recommendations", "", 415, "application/json"),
                ("POST", "/v1/reviews/terraform", "application/pdf", 415, "multipart/form-data"),
                ("POST", "/v1/imports/cloudformation", "image/png", 415, "application/yaml"),
            ];
            var data = new TheoryData<string, string, string, int, string>();
            foreach (var (method, path, type, status, says) in requests) data.Add(method, path, type, status, says);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(TurnedAway))]
    public async Task It_is_a_problem_document_whatever_Accept_says(string method, string path, string contentType, int status, string says)
    {
        using var client = service.CreateClient();
        foreach (var accept in new[] { "application/json", "text/html", "image/svg+xml", "text/plain;q=0.5", "*/*", "application/xml", "" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
            if (accept.Length > 0) request.Headers.TryAddWithoutValidation("Accept", accept);
            if (method == "POST") request.Content = new ByteArrayContent("{}"u8.ToArray());
            if (contentType.Length > 0) request.Content!.Headers.TryAddWithoutValidation("Content-Type", contentType);
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            var problem = JsonNode.Parse(text)!;
            Assert.Equal(status, (int)problem["status"]!);
            Assert.All(new[] { "type", "title", "detail" }, member => Assert.NotEmpty((string)problem[member]!));
            Assert.Contains(says, (string)problem["detail"]!, StringComparison.Ordinal);
            if (status == 405) Assert.NotEmpty(response.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("ffffffffffffffffff\r\n")]
    [InlineData("7fffffff1\r\n")]
    [InlineData("80000000\r\n")]
    [InlineData("ffffffff\r\n")]
    [InlineData("zz\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("2\r\n{}!!\r\n")]
    public async Task A_chunk_that_cannot_be_is_400(string chunk)
    {
        foreach (var (path, type) in new[] { ("/v1/comparisons", "application/json"), ("/v1/reviews/terraform", "application/octet-stream"), ("/v1/reviews/cloudformation", "multipart/form-data; boundary=x") })
        {
            var answer = await SendRawAsync($"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n{chunk}");
            Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(service.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var client = service.CreateClient();
        using var socket = new TcpClient(client.BaseAddress!.Host, client.BaseAddress.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new MemoryStream();
        var buffer = new byte[4096];
        // The head is enough; the server may leave the connection open.
        while (!Encoding.ASCII.GetString(answer.ToArray()).Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0) break;
            answer.Write(buffer.AsSpan(0, read));
        }

        return Encoding.ASCII.GetString(answer.ToArray());
    }
}
