using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Layouts;

namespace CostApi.Core.Comparing;

/// <summary>One spelling for each request: members in one order, defaults filled in, numbers without trailing zeros.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CanonicalDecimal), typeof(SortedMembers)])]
[JsonSerializable(typeof(ComparisonRequest))]
internal sealed partial class CanonicalJson : JsonSerializerContext;

internal sealed class CanonicalDecimal : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    // Dividing by a 1 with 28 decimals takes the trailing zeros off.
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
}

internal sealed class SortedMembers : JsonConverter<IReadOnlyDictionary<string, decimal>>
{
    public override IReadOnlyDictionary<string, decimal> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, decimal> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, number) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            writer.WriteNumberValue(number / 1.0000000000000000000000000000m);
        }

        writer.WriteEndObject();
    }
}
