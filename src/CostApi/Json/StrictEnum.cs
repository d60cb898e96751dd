using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostApi.Json;

/// <summary>Enumerations by name, in any case, as generated clients send them; written in camelCase. No number and no list.</summary>
internal sealed class StrictEnum<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Names = [.. Values.Select(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()))];
    private static readonly JsonEncodedText[] Encoded = [.. Names.Select(name => JsonEncodedText.Encode(name))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            for (var i = 0; i < Names.Length; i++)
                if (reader.ValueTextEquals(Names[i])) return Values[i];
            if (TextOf(ref reader) is { } text && Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is var found and >= 0)
                return Values[found];
        }

        throw new JsonException($"must be one of {string.Join(", ", Names)}.");
    }

    // A text that is no valid Unicode is no name.
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Encoded[Array.IndexOf(Values, value)]);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Encoded[Array.IndexOf(Values, value)]);
}
