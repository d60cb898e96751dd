using System.Text;
using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>A request that the fake got, and what it sent back.</summary>
public sealed class RecordedRequest
{
    /// <summary>When it came in, by the machine's clock.</summary>
    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary><c>X-Amz-Target</c>; null for an offer file.</summary>
    public required string? Target { get; init; }

    public required string Body { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The status that was sent; 0 before that.</summary>
    public int Status { get; internal set; }

    /// <summary>Bytes of the body that the connection took.</summary>
    public long BytesSent { get => Volatile.Read(ref field); internal set => Volatile.Write(ref field, value); }

    /// <summary>The fake is done with it, in whatever way.</summary>
    public bool IsOver { get; internal set; }

    public override string ToString() => $"{Method} {Path} {Target} -> {Status}, {BytesSent} bytes";

    internal static async Task<RecordedRequest> OfAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var recorded = new RecordedRequest
        {
            Method = request.Method,
            Path = request.Path + request.QueryString.Value,
            Target = request.Target,
            Body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted),
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        request.HttpContext.Items[typeof(RecordedRequest)] = recorded;
        return recorded;
    }
}

public static class RequestFacts
{
    extension(HttpRequest request)
    {
        public string? Target => request.Headers.TryGetValue("X-Amz-Target", out var target) ? target.ToString() : null;

        /// <summary>The body, which was read before anything else.</summary>
        public string Text => ((RecordedRequest)request.HttpContext.Items[typeof(RecordedRequest)]!).Body;
    }
}
