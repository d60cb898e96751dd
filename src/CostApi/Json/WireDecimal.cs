using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Rating;

namespace CostApi.Json;

/// <summary>Decimals on the wire: at most 10 decimals, and no trailing zeros.</summary>
internal sealed class WireDecimal : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[64];
        if (value.Scale > Schedule.Decimals) value = Schedule.Round(value);
        value.TryFormat(text, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        text = text[..length];
        if (text.Contains((byte)'.')) text = text.TrimEnd("0"u8).TrimEnd("."u8);
        writer.WriteRawValue(text, skipInputValidation: true);
    }
}
