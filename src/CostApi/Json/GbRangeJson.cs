using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Recommending;

namespace CostApi.Json;

/// <summary>GB a month: a number, or an object with `low`, `typical` and `high` and nothing else.</summary>
internal sealed class GbRangeJson : JsonConverter<GbRange>
{
    public const string Noun = """a number of GB, or an object { "low", "typical", "high" } of three numbers""";

    private static readonly string[] Members = ["low", "typical", "high"];

    public override GbRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var one)) return new GbRange(one, one, one);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"must be {Noun}.");
        var found = new decimal?[Members.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Array.IndexOf(Members, reader.GetString());
            if (member < 0 || found[member] is not null || !reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var value)) throw new JsonException($"must be {Noun}.");
            found[member] = value;
        }

        return found is [{ } low, { } typical, { } high] ? new GbRange(low, typical, high) : throw new JsonException($"must be {Noun}.");
    }

    public override void Write(Utf8JsonWriter writer, GbRange value, JsonSerializerOptions options)
    {
        if (!value.IsRange)
        {
            JsonSerializer.Serialize(writer, value.Typical, options);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, number) in Members.Zip([value.Low, value.Typical, value.High]))
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, number, options);
        }

        writer.WriteEndObject();
    }
}
