using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>What a resource says of itself at its beginning.</summary>
internal readonly record struct Glance(string? Type, string? Mode, string? Address, string? Previous)
{
    /// <summary>A resource of a type that matters; others are passed over unread.</summary>
    public static JsonElement? Resource(ref Utf8JsonReader reader, out bool isData) => Resource(ref reader, At(reader), out isData);

    public static JsonElement? Resource(ref Utf8JsonReader reader, Glance glance, out bool isData)
    {
        isData = glance.Mode == "data";
        if (ResourceTypes.Of(glance.Type, isData) != Kind.None) return JsonWalk.Parse(ref reader);
        reader.Skip();
        return null;
    }

    // By value: a copy looks ahead, and the reader stays where it is.
    public static Glance At(Utf8JsonReader reader)
    {
        Glance glance = default;
        if (reader.TokenType != JsonTokenType.StartObject) return glance;
        while ((glance.Type is null || glance.Mode is null || glance.Address is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isMode = reader.ValueTextEquals("mode"u8);
            var isAddress = reader.ValueTextEquals("address"u8);
            var isPrevious = reader.ValueTextEquals("previous_address"u8);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !(isType || isMode || isAddress || isPrevious))
            {
                reader.Skip();
                continue;
            }

            var text = reader.GetString();
            glance = isType ? glance with { Type = text } : isMode ? glance with { Mode = text } : isAddress ? glance with { Address = text } : glance with { Previous = text };
        }

        return glance;
    }
}
