using System.Text.Json;
using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

/// <summary>As much of JSON Schema as the OpenAPI document uses.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <summary>What does not match, by its path.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string path = "$")
    {
        if ((string?)schema["$ref"] is { } reference)
            return Faults(value, document["components"]!["schemas"]![reference.Split('/')[^1]]!, path);
        if (schema["oneOf"] is JsonArray choices)
        {
            var failures = choices.Select(choice => Faults(value, choice!, path).ToArray()).ToArray();
            return failures.Count(failure => failure.Length == 0) == 1 ? [] : [$"{path} is not exactly one of: {string.Join(" | ", failures.Select(failure => string.Join("; ", failure)))}"];
        }

        if (schema["enum"] is JsonArray values && !values.Any(one => JsonNode.DeepEquals(one, value))) return [$"{path} is {value?.ToJsonString()}, not one of {values.ToJsonString()}"];
        if (!IsOfType(value, schema["type"])) return [$"{path} is {value?.ToJsonString() ?? "null"}, not {schema["type"]!.ToJsonString()}"];
        return value switch
        {
            JsonObject members => OfObject(members, schema, path),
            JsonArray items when schema["items"] is { } item => items.SelectMany((one, index) => Faults(one, item, $"{path}[{index}]")),
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonObject members, JsonNode schema, string path)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => (string)name!) ?? [])
            if (!members.ContainsKey(name)) yield return $"{path} lacks {name}";
        foreach (var (name, value) in members)
        {
            var at = $"{path}.{name}";
            if (schema["properties"]?[name] is { } property)
                foreach (var fault in Faults(value, property, at)) yield return fault;
            else if (schema["additionalProperties"] is JsonObject others)
                foreach (var fault in Faults(value, others, at)) yield return fault;
            else if (schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
                yield return $"{at} is not declared";
        }
    }

    private static bool IsOfType(JsonNode? value, JsonNode? type) => type switch
    {
        null => true,
        JsonArray types => types.Any(one => IsOfType(value, one)),
        _ => (string?)type switch
        {
            "null" => value is null,
            "integer" => value?.GetValueKind() == JsonValueKind.Number && decimal.IsInteger((decimal)value),
            var name => string.Equals(name, KindOf(value), StringComparison.Ordinal),
        },
    };

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
