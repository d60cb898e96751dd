using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostApi.PriceSources.QueryApi;

/// <summary>Reads the answers of the Query API, and no more of them than is sane.</summary>
internal static class AnswerBody
{
    /// <summary>A page has 100 products of a few kilobytes.</summary>
    public const int MaxBytes = 32 << 20;

    public static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // None was asked for, and unpacking would undo the limit.
        if (content.Headers.ContentEncoding.Count > 0) throw Refused("The answer of the Price List Query API is compressed, which was not asked for.");
        if (content.Headers.ContentLength > MaxBytes) throw TooLong();
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (whole.Length + read > MaxBytes) throw TooLong();
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    public static ProductPage Page(byte[] body)
    {
        try
        {
            var page = JsonSerializer.Deserialize(body, PageJson.Default.PageBody);
            if (page is { PriceList: null, NextToken: null or "" } or null) throw NotAPage();
            return new ProductPage([.. (page.PriceList ?? []).Select(entry => entry ?? "")], page.NextToken is "" ? null : page.NextToken);
        }
        catch (JsonException error)
        {
            throw NotAPage(error);
        }
    }

    /// <summary>The error code of an answer; empty where it has none.</summary>
    // Either place may qualify it: "com.amazonaws.pricing#ThrottlingException", "ThrottlingException:http://...".
    public static string ErrorCode(byte[] body, string? header)
    {
        var code = header ?? "";
        try
        {
            code = JsonSerializer.Deserialize(body, PageJson.Default.ErrorBody)?.Type ?? code;
        }
        catch (JsonException)
        {
            // A proxy's page; the header and the status have to do.
        }

        code = code.Split(':')[0].Split('#')[^1];
        return code.Length <= 64 && code.All(char.IsAsciiLetterOrDigit) ? code : "";
    }

    private static PricingApiException NotAPage(JsonException? error = null) => new(
        PricingFault.Unavailable, "What answers in place of the Price List Query API does not speak its JSON: check Prices:QueryApi:ServiceUrl and what stands between, such as a proxy.", inner: error);

    private static PricingApiException TooLong() => Refused($"The answer of the Price List Query API is longer than {MaxBytes >> 20} MB.");

    private static PricingApiException Refused(string message) => new(PricingFault.Refused, message);
}

internal sealed record PageBody(IReadOnlyList<string?>? PriceList = null, string? NextToken = null);

internal sealed record ErrorBody([property: JsonPropertyName("__type")] string? Type = null);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PageBody))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class PageJson : JsonSerializerContext;
