using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Recommending;
using CostApi.Core.Services;

namespace CostApi.Json;

/// <summary>
/// Finds every place where JSON does not have the shape of a type, where a deserializer stops at the first; and writes
/// the JSON again with stand-ins at those places, so that what the rest says can be checked as well.
/// </summary>
internal sealed class StructureCheck(JsonSerializerOptions options)
{
    private readonly List<(string Path, string Message)> _found = [];
    private readonly ArrayBufferWriter<byte> _repaired = new();

    public IReadOnlyList<(string Path, string Message)> Found => _found;

    /// <summary>The JSON with a stand-in for each unusable value.</summary>
    public ReadOnlySpan<byte> Repaired => _repaired.WrittenSpan;

    public void Check(JsonElement root, Type type)
    {
        using var writer = new Utf8JsonWriter(_repaired);
        Walk(root, options.GetTypeInfo(type), JsonPath.Root, writer);
    }

    private void Walk(JsonElement element, JsonTypeInfo type, JsonPath path, Utf8JsonWriter writer)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                WalkObject(element, type, path, writer);
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                WalkDictionary(element, type, path, writer);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                WalkArray(element, type, path, writer);
                break;
            case JsonTypeInfoKind.None when type.Type == typeof(GbRange) && element.ValueKind == JsonValueKind.Object:
                WalkRange(element, path, writer);
                break;
            case JsonTypeInfoKind.None when Fault(element, type) is not { } fault:
                element.WriteTo(writer);
                break;
            default:
                Report(path, type.Kind == JsonTypeInfoKind.None ? Fault(element, type)! : $"must be {Noun(type)}, not {Noun(element)}.");
                StandIn(type, writer);
                break;
        }
    }

    private void WalkObject(JsonElement element, JsonTypeInfo type, JsonPath path, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, path))
        {
            var at = path.Member(name);
            given.Add(name);
            if (type.Properties.FirstOrDefault(property => property.Name == name) is not { } property)
            {
                var names = type.Properties.Select(known => known.Name).ToArray();
                var nearest = Nearest.To(name, names, 1);
                var hint = nearest.Count == 0 ? "" : $" Did you mean '{nearest[0]}'?";
                Report(at, $"is not a known member.{hint} The members are {string.Join(", ", names)}.");
            }
            else if (!seen.Add(name))
            {
                Report(at, "is specified more than once. Remove the duplicates.");
            }
            else if (value.ValueKind == JsonValueKind.Null)
            {
                if (!property.IsSetNullable)
                {
                    Report(at, $"must not be null. It must be {Noun(TypeOf(property))}.");
                    seen.Remove(name);
                }
            }
            else
            {
                writer.WritePropertyName(name);
                Walk(value, TypeOf(property), at, writer);
            }
        }

        foreach (var property in type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
        {
            if (!given.Contains(property.Name)) Report(path.Member(property.Name), $"is required. It must be {Noun(TypeOf(property))}.");
            writer.WritePropertyName(property.Name);
            StandIn(TypeOf(property), writer);
        }

        writer.WriteEndObject();
    }

    // A range that is not whole is none: a number stands in for all of it.
    private void WalkRange(JsonElement element, JsonPath path, Utf8JsonWriter writer)
    {
        var found = _found.Count;
        using var unread = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        WalkObject(element, options.GetTypeInfo(typeof(RangeMembers)), path, unread);
        if (_found.Count == found) element.WriteTo(writer);
        else writer.WriteNumberValue(0);
    }

    private void WalkDictionary(JsonElement element, JsonTypeInfo type, JsonPath path, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, path))
        {
            if (!seen.Add(name))
            {
                Report(path.Member(name), "is specified more than once. Remove the duplicates.");
                continue;
            }

            writer.WritePropertyName(name);
            Walk(value, options.GetTypeInfo(type.ElementType!), path.Member(name), writer);
        }

        writer.WriteEndObject();
    }

    // Ends where no more faults are taken. A name can hold half a surrogate pair or bytes that are no UTF-8: it is in no path then.
    private IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element, JsonPath path)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (_found.Count > Problems.Most) break;
            if (TextOf(() => member.Name) is { } name) yield return (name, member.Value);
            else Report(path, "has a member whose name is not valid Unicode text.");
        }
    }

    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void WalkArray(JsonElement element, JsonTypeInfo type, JsonPath path, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (_found.Count > Problems.Most) break;
            // A null among the items passes as JSON; the checks of the request report it.
            if (item.ValueKind == JsonValueKind.Null) writer.WriteNullValue();
            else Walk(item, options.GetTypeInfo(type.ElementType!), path.Item(index), writer);
            index++;
        }

        writer.WriteEndArray();
    }

    private static string? Fault(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            element.Deserialize(type);
            return null;
        }
        catch (JsonException)
        {
            if (ScalarOf(type).IsEnum) return $"must be {Noun(type)}.";
            if (type.Type == typeof(string) && element.ValueKind == JsonValueKind.String) return "is not valid Unicode text.";
            if (IsDate(type) && element.ValueKind == JsonValueKind.String) return $"must be {Noun(type)}.";
            var isNumber = ScalarOf(type) is var scalar && (scalar == typeof(decimal) || scalar == typeof(int));
            return isNumber && element.ValueKind == JsonValueKind.Number
                ? $"{Truncated(element.GetRawText())} is not {Noun(type)}, or is out of range."
                : $"must be {Noun(type)}, not {Noun(element)}."
                    + (isNumber && element.ValueKind == JsonValueKind.String ? " Remove the quotes." : "");
        }
    }

    // The least that deserializes. Its path is reported, so what it says is never checked.
    private void StandIn(JsonTypeInfo type, Utf8JsonWriter writer)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case JsonTypeInfoKind.None when type.Type == typeof(string):
                writer.WriteStringValue("");
                break;
            case JsonTypeInfoKind.None when IsDate(type):
                writer.WriteStringValue("0001-01-01");
                break;
            case JsonTypeInfoKind.None when ScalarOf(type) == typeof(bool):
                writer.WriteBooleanValue(false);
                break;
            case JsonTypeInfoKind.None when ScalarOf(type) is { IsEnum: true } enumeration:
                writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(enumeration)[0]));
                break;
            case JsonTypeInfoKind.None:
                writer.WriteNumberValue(0);
                break;
            default:
                writer.WriteStartObject();
                foreach (var property in type.Properties.Where(property => property.IsRequired))
                {
                    writer.WritePropertyName(property.Name);
                    StandIn(TypeOf(property), writer);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private void Report(JsonPath path, string message)
    {
        if (_found.Count == Problems.Most) _found.Add(Problems.Overflow);
        if (_found.Count < Problems.Most) _found.Add((path.ToString() is { Length: > 0 } text ? text : "$", message));
    }

    private JsonTypeInfo TypeOf(JsonPropertyInfo property) => options.GetTypeInfo(property.PropertyType);

    private static bool IsDate(JsonTypeInfo type) => ScalarOf(type) == typeof(DateOnly);

    // A member that may be null has the values of one that may not.
    private static Type ScalarOf(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) ?? type.Type;

    private static string Noun(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "an array",
        _ => ScalarOf(type) switch
        {
            { IsEnum: true } enumeration => $"one of {string.Join(", ", Enum.GetNames(enumeration).Select(JsonNamingPolicy.CamelCase.ConvertName))}",
            var scalar when scalar == typeof(bool) => "true or false",
            var scalar when scalar == typeof(int) => "a whole number",
            var scalar when scalar == typeof(decimal) => "a number",
            var scalar when scalar == typeof(GbRange) => GbRangeJson.Noun,
            var scalar when scalar == typeof(DateOnly) => "a date such as \"2026-11-22\"",
            _ => "a string",
        },
    };

    private static string Noun(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private sealed record RangeMembers
    {
        public required decimal Low { get; init; }

        public required decimal Typical { get; init; }

        public required decimal High { get; init; }
    }

    private static string Truncated(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
