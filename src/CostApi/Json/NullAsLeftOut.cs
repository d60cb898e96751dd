using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CostApi.Json;

/// <summary>
/// A null for an optional member is the same as leaving the member out: it keeps its default. Clients that are generated
/// from the contract write every member that they know.
/// </summary>
internal static class NullAsLeftOut
{
    /// <summary>Changes the contract of a request type; types that are only written have no optional members.</summary>
    public static void Modify(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.GetConstructor(Type.EmptyTypes) is null) return;
        var defaults = Activator.CreateInstance(type.Type)!;
        foreach (var property in type.Properties)
        {
            if (property is { IsRequired: true } or { Set: null } or { Get: null }) continue;
            if (property.Get(defaults) is not { } byDefault) continue;
            if (property.PropertyType.IsValueType) property.CustomConverter = ConverterOf(property, byDefault, type.Options);
            else LeaveDefault(property, byDefault);
        }
    }

    private static void LeaveDefault(JsonPropertyInfo property, object byDefault)
    {
        var set = property.Set!;
        property.IsSetNullable = true;
        property.Set = (owner, value) => set(owner, value ?? byDefault);
    }

    private static JsonConverter ConverterOf(JsonPropertyInfo property, object byDefault, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(OrDefault<>).MakeGenericType(property.PropertyType),
            options.GetConverter(property.PropertyType),
            byDefault)!;

    /// <summary>Values that JSON cannot spell as null.</summary>
    private sealed class OrDefault<T>(JsonConverter<T> inner, T byDefault) : JsonConverter<T>
        where T : struct
    {
        public override bool HandleNull => true;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? byDefault : inner.Read(ref reader, typeToConvert, options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => inner.Write(writer, value, options);
    }
}
