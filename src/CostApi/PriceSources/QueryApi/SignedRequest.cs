using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace CostApi.PriceSources.QueryApi;

/// <summary>A call of <c>GetProducts</c> on the wire: AWS JSON 1.1, signed with Signature Version 4.</summary>
internal static class SignedRequest
{
    private const string ContentType = "application/x-amz-json-1.1";

    public static HttpRequestMessage Of(ProductQuery query, string? nextToken, PricingEndpoint endpoint, ImmutableCredentials credentials)
    {
        var body = Body(query, nextToken);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);

        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var headers = new Dictionary<string, string>();
        // Host and date: AWS judges a signature by its own clock, so the SDK's is used, which is never a test's.
        var signedAt = AWS4Signer.InitializeHeaders(headers, endpoint.Url);
        headers["X-Amz-Target"] = "AWSPriceListService.GetProducts";
        headers["X-Amz-Content-SHA256"] = hash;
        if (credentials.UseToken) headers["X-Amz-Security-Token"] = credentials.Token;
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);

        var signed = headers.Append(new("Content-Type", ContentType)).OrderBy(header => header.Key.ToLowerInvariant(), StringComparer.Ordinal).ToArray();
        var names = string.Join(';', signed.Select(header => header.Key.ToLowerInvariant()));
        var lines = string.Concat(signed.Select(header => $"{header.Key.ToLowerInvariant()}:{header.Value}\n"));
        var canonical = $"POST\n{endpoint.Url.AbsolutePath}\n\n{lines}\n{names}\n{hash}";
        var signature = AWS4Signer.ComputeSignature(credentials, endpoint.SigningRegion, signedAt, "pricing", names, canonical);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
        return request;
    }

    private static byte[] Body(ProductQuery query, string? nextToken)
    {
        var body = new JsonObject
        {
            ["ServiceCode"] = query.ServiceCode,
            ["FormatVersion"] = "aws_v1",
            ["MaxResults"] = 100,
            ["Filters"] = new JsonArray([.. query.Filters.Select(filter => new JsonObject { ["Type"] = "TERM_MATCH", ["Field"] = filter.Field, ["Value"] = filter.Value })]),
        };
        if (nextToken is not null) body["NextToken"] = nextToken;
        return System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
