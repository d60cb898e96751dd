using System.Buffers;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;

namespace CostApi.Json;

/// <summary>Reads request bodies within their limits.</summary>
internal static class JsonBodyReader
{
    /// <summary>Largest body that is taken.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    public static void CheckContentType(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !encoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException(
                $"The Content-Encoding '{encoding}' is not supported. Send the body without compression.",
                StatusCodes.Status415UnsupportedMediaType);
        }
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException(
                $"The Content-Type '{request.ContentType}' is not supported here. Use application/json.",
                StatusCodes.Status415UnsupportedMediaType);
        }
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.CharSet?.Trim('"') is { Length: > 0 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException(
                $"The charset {charset} is not supported. Encode the body as UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    public static async Task<ArrayBufferWriter<byte>> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        TakeAnySize(request);
        if (request.ContentLength > most) throw TooLarge(most);
        var body = new ArrayBufferWriter<byte>((int)Math.Max(request.ContentLength ?? 4096, 1));
        while (true)
        {
            var read = await ReadAsync(request.BodyReader, cancellation);
            foreach (var segment in read.Buffer) body.Write(segment.Span);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (body.WrittenCount > most) throw TooLarge(most);
            if (read.IsCompleted) return body;
        }
    }

    // The server has a fault of its own for most of what a body can have wrong, but not for all: a chunk can call itself longer
    // than there are numbers.
    private static async Task<ReadResult> ReadAsync(PipeReader body, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(cancellation);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException && !cancellation.IsCancellationRequested)
        {
            throw new BadHttpRequestException($"The body cannot be read: {broken.Message}", StatusCodes.Status400BadRequest, broken);
        }
    }

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>
    /// Lifts the server's own limit, which would cut the connection, often before the caller has read why. The reader's own
    /// lets the server read off what is still coming, for the few seconds that it allows, behind the answer.
    /// </summary>
    public static void TakeAnySize(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
    }

    public static BadHttpRequestException TooLarge(int most, string what = "The body") =>
        new($"{what} is larger than {most / 1024 / 1024} MB, which is the maximum.", StatusCodes.Status413PayloadTooLarge);
}
