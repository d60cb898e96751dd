using System.Buffers;
using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CostApi.Json;

/// <summary>A request body as a value, with every fault of its structure.</summary>
/// <param name="Value">The value. Where there are faults, with stand-ins; null where the body is no JSON object at all.</param>
/// <param name="Faults">What is wrong with the JSON, by path.</param>
internal sealed record JsonBody<T>(T? Value, IReadOnlyList<(string Path, string Message)> Faults) : IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context)
    {
        JsonBodyReader.CheckContentType(context.Request);
        var body = await JsonBodyReader.ReadAsync(context.Request, JsonBodyReader.MaxBytes, context.RequestAborted);
        try
        {
            return Read(body.WrittenMemory, context.RequestServices);
        }
        finally
        {
            body.Clear();
        }
    }

    /// <summary>Reads what stands in for a body.</summary>
    public static JsonBody<T> Read(ReadOnlyMemory<byte> json, IServiceProvider services) =>
        Parse(JsonBodyReader.WithoutByteOrderMark(json.Span), json, services.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions);

    /// <summary>The body with faults found elsewhere in the request, to be named together.</summary>
    public JsonBody<T> With(IReadOnlyList<(string Path, string Message)> faults) => faults.Count == 0 ? this : this with { Faults = [.. Faults, .. faults] };

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    // Nearly every body is sound, and reads in one pass. Only where it is not is each fault looked for.
    private static JsonBody<T> Parse(ReadOnlySpan<byte> json, ReadOnlyMemory<byte> memory, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        string message;
        try
        {
            if (JsonSerializer.Deserialize(json, type) is { } value) return new JsonBody<T>(value, []);
            message = "must be an object, not null.";
        }
        catch (JsonException error)
        {
            message = error.Message;
        }

        try
        {
            using var document = JsonDocument.Parse(memory[(memory.Length - json.Length)..]);
            var check = new StructureCheck(options);
            check.Check(document.RootElement, typeof(T));
            return document.RootElement.ValueKind == JsonValueKind.Object && check.Found.Count > 0
                ? new JsonBody<T>(Repaired(check, type), check.Found)
                : new JsonBody<T>(null, check.Found.Count > 0 ? check.Found : [("$", message)]);
        }
        catch (JsonException error)
        {
            var fault = json.IsEmpty ? "The body is empty. Send a JSON object." : $"The body is not valid JSON: {error.Message}";
            return new JsonBody<T>(null, [("$", fault)]);
        }
    }

    // Whatever else fails, the faults that were found are told.
    private static T? Repaired(StructureCheck check, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(check.Repaired, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
