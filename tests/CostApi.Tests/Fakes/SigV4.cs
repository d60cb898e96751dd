using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>A key that the fake knows.</summary>
public sealed record AccessKey(string Id, string Secret, string? SessionToken = null)
{
    /// <summary>Known, but without <c>pricing:*</c>.</summary>
    public bool IsDenied { get; init; }

    public bool IsExpired { get; init; }
}

/// <summary>Checks AWS Signature Version 4, computed anew from the request.</summary>
internal static class SigV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    /// <summary>What AWS says of the signature; null where it holds.</summary>
    public static AwsError? Refuse(HttpRequest request, string body, IReadOnlyDictionary<string, AccessKey> keys, DateTimeOffset now)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length == 0) return new("MissingAuthenticationTokenException", "Missing Authentication Token");
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return Incomplete($"Authorization header requires '{Algorithm}'.");
        var parts = authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1]);
        if (!parts.TryGetValue("Credential", out var credential) || !parts.TryGetValue("SignedHeaders", out var signed) || !parts.TryGetValue("Signature", out var signature))
            return Incomplete("Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
        var names = signed.Split(';');
        if (!names.Contains("host") || !names.Contains("x-amz-date")) return Incomplete("'Host' and 'X-Amz-Date' must be in the SignedHeaders.");
        if (credential.Split('/') is not [var id, var date, var region, var service, "aws4_request"]) return Incomplete("Credential must have exactly 5 slash-delimited elements.");
        if (!keys.TryGetValue(id, out var key)) return Unrecognized();
        if (key.SessionToken is not null && !names.Contains("x-amz-security-token")) return Unrecognized();
        if ((key.SessionToken ?? "") != request.Headers["x-amz-security-token"].ToString()) return Unrecognized();
        if (key.IsExpired) return new("ExpiredTokenException", "The security token included in the request is expired");
        var stamp = request.Headers["x-amz-date"].ToString();
        if (!DateTimeOffset.TryParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt)) return Incomplete("Date must be in ISO-8601 'basic format'.");
        if ((now - signedAt).Duration() > Skew) return Invalid($"Signature expired: {stamp} is now more than 15 min. away from {now:yyyyMMdd'T'HHmmss'Z'}");
        if (date != stamp[..8]) return Invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
        if (service != "pricing") return Invalid("Credential should be scoped to correct service: 'pricing'.");

        var bodyHash = Hash(body);
        if (request.Headers.TryGetValue("x-amz-content-sha256", out var claimed) && claimed != bodyHash) return Invalid("The provided 'x-amz-content-sha256' header does not match what was computed.");
        var canonical = string.Join('\n', request.Method, request.Path.ToUriComponent(), Query(request), Headers(request, names), "", signed, bodyHash);
        var scope = $"{date}/{region}/{service}/aws4_request";
        var signing = new[] { date, region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + key.Secret), Hmac);
        var expected = Convert.ToHexStringLower(Hmac(signing, string.Join('\n', Algorithm, stamp, scope, Hash(canonical))));
        if (expected != signature)
            return Invalid("The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        return key.IsDenied
            ? new("AccessDeniedException", "User: arn:aws:iam::123456789012:user/prices is not authorized to perform: pricing:GetProducts because no identity-based policy allows the pricing:GetProducts action")
            : null;
    }

    private static string Headers(HttpRequest request, IEnumerable<string> names) =>
        string.Join('\n', names.Select(name => $"{name}:{string.Join(',', request.Headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))))}"));

    private static string Query(HttpRequest request) => string.Join('&', request.Query
        .SelectMany(pair => pair.Value, (pair, value) => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}").Order(StringComparer.Ordinal));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static AwsError Incomplete(string message) => new("IncompleteSignatureException", message);

    private static AwsError Invalid(string message) => new("InvalidSignatureException", message);

    private static AwsError Unrecognized() => new("UnrecognizedClientException", "The security token included in the request is invalid.");
}
