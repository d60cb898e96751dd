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
            if (page is { PriceList: null, NextToken: null or "" } or null) throw AwsFailure.OfAnotherLanguage();
            return new ProductPage([.. (page.PriceList ?? []).Select(entry => entry ?? "")], page.NextToken is "" ? null : page.NextToken);
        }
        catch (JsonException)
        {
            throw AwsFailure.OfAnotherLanguage();
        }
    }

    /// <summary>The error code of an answer as it stands there; null where it has none.</summary>
    public static string? ErrorCode(byte[] body, string? header)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PageJson.Default.ErrorBody)?.Type ?? header;
        }
        catch (JsonException)
        {
            // A proxy's page; the header and the status have to do.
            return header;
        }
    }

    private static PricingApiException TooLong() => Refused($"The answer of the Price List Query API is longer than {MaxBytes >> 20} MB.");

    private static PricingApiException Refused(string message) => new(PricingFault.Refused, message);
}

internal sealed record PageBody(IReadOnlyList<string?>? PriceList = null, string? NextToken = null);

internal sealed record ErrorBody([property: JsonPropertyName("__type")] string? Type = null);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PageBody))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class PageJson : JsonSerializerContext;
