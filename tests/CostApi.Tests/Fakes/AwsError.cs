using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>An error as services of AWS with the protocol JSON 1.1 state it: nearly always 400, the kind in <c>__type</c>.</summary>
public sealed record AwsError(string Type, string Message, int Status = 400)
{
    public const string ContentType = "application/x-amz-json-1.1";

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        context.Response.Headers["x-amzn-ErrorType"] = Type;
        await context.Response.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["__type"] = Type, ["message"] = Message }));
    }
}

internal static class Sending
{
    public static async Task SendAsync(this HttpResponse response, byte[] body)
    {
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}
