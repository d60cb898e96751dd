using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using CostApi.Api;

namespace CostApi.Tests.Reporting;

public sealed class SharedRequestTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string> Extensions => ["json", "md", "html", "csv", "svg", "sarif"];

    public static TheoryData<string> Compressions => ["deflate", "zlib", "gzip"];

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task An_address_answers_as_a_POST_of_its_request(string extension)
    {
        foreach (var (path, body) in new[] { ("/v1/comparisons", ReportsTests.Request("hostile")), ("/v1/estimates", ReportsTests.Estimate) })
        {
            var format = ReportFormat.All.Single(known => known.Extension == extension);
            var posted = await service.PostAsync($"{path}?format={format.Name}", body);
            Assert.Equal(200, posted.Status);
            Assert.Equal(posted, await service.GetAsync($"{path}.{extension}?request={Packed(body)}"));
        }
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task Every_usual_compression_is_taken(string compression) =>
        Assert.Equal(200, (await service.GetAsync($"/v1/estimates.json?request={Packed(ReportsTests.Estimate, compression)}")).Status);

    [Fact]
    public async Task An_answer_may_be_cached_and_is_not_sent_twice()
    {
        using var client = service.CreateClient();
        var address = new Uri($"/v1/comparisons.svg?request={Packed(ReportsTests.Request("baseline"))}", UriKind.Relative);
        using var first = await client.GetAsync(address);
        Assert.Equal("public, max-age=300", first.Headers.CacheControl!.ToString());
        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", first.Headers.GetValues("Content-Security-Policy").Single());

        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await client.GetAsync(address);
        Assert.Equal(304, (int)second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal("public, max-age=300", second.Headers.CacheControl!.ToString());
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());

        using var other = await client.GetAsync(new Uri($"/v1/comparisons.svg?request={Packed(ReportsTests.Request("hostile"))}", UriKind.Relative));
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would()
    {
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri($"/v1/estimates.svg?request={Packed(ReportsTests.Estimate)}", UriKind.Relative));
        using var response = await client.SendAsync(request);
        Assert.Equal((200, "image/svg+xml"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("", "is required")]
    [InlineData("request=", "is required")]
    [InlineData("request=%20%2B", "is not base64url")]
    [InlineData("request=a", "is not base64url")]
    [InlineData("request=_____w", "cannot be decompressed")]
    [InlineData("request=H4sIAAAA", "cannot be decompressed")]
    public async Task What_cannot_be_unpacked_is_told_what_would_be_right(string query, string message)
    {
        var reply = await service.GetAsync($"/v1/comparisons.svg?{query}");
        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(message, reply.Errors["request"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "region": "nowhere", "layouts": [{ "nam": "x" }] }""")]
    public async Task Faults_of_the_request_are_named_as_for_a_POST(string body)
    {
        var reply = await service.GetAsync($"/v1/comparisons.md?request={Packed(body)}");
        Assert.Equal(400, reply.Status);
        Assert.Equal((await service.PostAsync("/v1/comparisons", body)).Errors, reply.Errors);
    }

    [Fact]
    public async Task A_strict_request_with_an_unpriced_charge_is_answered_422() =>
        Assert.Equal(422, (await service.GetAsync($"/v1/comparisons.svg?request={Packed(ReportsTests.Request("unpriced-and-unreachable").Replace("\"region\"", "\"strict\": true, \"region\"", StringComparison.Ordinal))}")).Status);

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task A_bomb_is_refused_before_it_has_grown(string compression)
    {
        // About as much as an address can hold.
        var bomb = Packed(new string(' ', 5_500_000), compression);
        var reply = await service.GetAsync($"/v1/comparisons.svg?request={bomb}");
        Assert.Equal(400, reply.Status);
        Assert.Contains("larger than 1 MB", reply.Errors["request"], StringComparison.Ordinal);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<BadRequestException>(() => PackedRequest.Unpack(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * PackedRequest.MaxBytes);
    }

    [Fact]
    public async Task A_request_of_one_megabyte_is_read() =>
        Assert.Equal(200, (await service.GetAsync($"/v1/estimates.svg?request={Packed(ReportsTests.Estimate.PadRight(1024 * 1024))}")).Status);

    [Fact]
    public async Task An_address_over_8_KB_is_too_long() =>
        Assert.Equal(414, (await service.GetAsync($"/v1/comparisons.svg?request={new string('A', 8192)}")).Status);

    [Fact]
    public async Task An_unknown_extension_is_answered_with_those_there_are()
    {
        var reply = await service.GetAsync($"/v1/comparisons.pdf?request={Packed(ReportsTests.Request("baseline"))}");
        Assert.Equal((404, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(".svg", (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    private static string Packed(string json, string compression = "deflate")
    {
        var packed = new MemoryStream();
        using (Stream stream = compression switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
            "zlib" => new ZLibStream(packed, CompressionLevel.SmallestSize),
            _ => new DeflateStream(packed, CompressionLevel.SmallestSize),
        }) stream.Write(Encoding.UTF8.GetBytes(json));
        return Base64Url.EncodeToString(packed.ToArray());
    }
}
