using System.Text;
using System.Text.Json;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;
using CostApi.Json;

namespace CostApi.Reviewing;

/// <summary>What stands beside a document, in JSON or YAML: traffic, and parameters.</summary>
internal static class PartText
{
    /// <summary>Traffic: a list of flows, or an object with <c>traffic</c> and <c>pricing</c>.</summary>
    public static JsonBody<DocumentTrafficPart> Traffic(ReadOnlyMemory<byte>? part, IServiceProvider services) =>
        WithNulls(Strict(part, DocumentParts.Traffic, "must be a list of flows, or an object with traffic and pricing.", new DocumentTrafficPart(), services));

    /// <summary>Findings that are accepted: a list of entries, or an object with <c>ignore</c>, as <c>.costapi.yml</c> is.</summary>
    public static JsonBody<DocumentIgnorePart> Ignore(ReadOnlyMemory<byte>? part, IServiceProvider services) =>
        Strict(part, DocumentParts.Ignore, "must be a list of entries with code, or an object with ignore.", new DocumentIgnorePart(), services);

    // A list stands for the member of the part's own name.
    private static JsonBody<T> Strict<T>(ReadOnlyMemory<byte>? part, string name, string right, T none, IServiceProvider services)
        where T : class
    {
        if (part is not { } bytes) return new JsonBody<T>(none, []);
        if (Read(bytes, out var fault) is not { } read) return new JsonBody<T>(null, [(name, fault)]);
        using var document = read;
        var json = document.Json.RootElement.GetRawText();
        return document.Json.RootElement.ValueKind switch
        {
            JsonValueKind.Array => JsonBody<T>.Read(Encoding.UTF8.GetBytes($"{{\"{name}\":{json}}}"), services),
            JsonValueKind.Object => JsonBody<T>.Read(Encoding.UTF8.GetBytes(json), services),
            _ => new JsonBody<T>(null, [(name, right)]),
        };
    }

    // A null among the flows passes as JSON.
    private static JsonBody<DocumentTrafficPart> WithNulls(JsonBody<DocumentTrafficPart> body) => body.With(
    [
        .. from flow in (body.Value?.Traffic ?? []).Index().Take(Limits.Flows)
           where flow.Item is null
           select ($"traffic[{flow.Index}]", "must not be null."),
    ]);

    /// <summary>
    /// Values of parameters, as an object of names and values, or in the shape of AWS's parameter files: a list of
    /// <c>ParameterKey</c> and <c>ParameterValue</c>, or an object with <c>Parameters</c>. Lists are joined by commas.
    /// </summary>
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<(string Path, string Message)> Faults) Parameters(ReadOnlyMemory<byte>? part)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<(string, string)>();
        if (part is not { } bytes) return (values, faults);
        if (Read(bytes, out var fault) is not { } read) return (values, [(DocumentParts.Parameters, fault)]);
        using var document = read;
        var root = document.Json.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Parameters", out var inner)) root = inner;
        switch (root.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in root.EnumerateObject()) Add(member.Name, member.Value, $"{DocumentParts.Parameters}.{member.Name}");
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in root.EnumerateArray().Index())
                {
                    var path = $"{DocumentParts.Parameters}[{index}]";
                    if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("ParameterKey", out var key) && key.ValueKind == JsonValueKind.String && item.TryGetProperty("ParameterValue", out var value)) Add(key.GetString()!, value, path);
                    else faults.Add((path, "must be an object with ParameterKey and ParameterValue."));
                }

                break;
            default:
                faults.Add((DocumentParts.Parameters, "must be an object with names and values, or a list of objects with ParameterKey "
                    + "and ParameterValue."));
                break;
        }

        return (values, faults);

        void Add(string name, JsonElement value, string path)
        {
            // A null is a parameter left out.
            if (value.ValueKind == JsonValueKind.Null) return;
            if (TextOf(value) is not { } text) faults.Add((path, "must be a string, a number, true, false, or a list of these."));
            else if (!values.TryAdd(name, text)) faults.Add((path, $"'{name}' is specified more than once. Remove all but one."));
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array when value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Array ? null : TextOf(item)).ToArray() is var items && items.All(item => item is not null) => string.Join(',', items),
        _ => null,
    };

    private static TemplateDocument? YamlOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return bytes.Length <= TemplateText.MostBytes ? YamlTemplate.Read(Encoding.UTF8.GetString(bytes.Span)) : null;
        }
        catch (UnreadableDocumentException)
        {
            return null;
        }
    }

    private static TemplateDocument? Read(ReadOnlyMemory<byte> bytes, out string fault)
    {
        fault = "";
        try
        {
            return TemplateText.Read(bytes.Span);
        }
        catch (UnreadableDocumentException)
        {
            // A list in brackets without quotes is YAML too.
            if (YamlOf(bytes) is { } yaml) return yaml;
            fault = "cannot be read. It must be JSON or YAML in UTF-8.";
            return null;
        }
    }
}
