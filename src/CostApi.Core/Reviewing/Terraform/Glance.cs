using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>What a resource says of itself at its beginning.</summary>
internal readonly record struct Glance(string? Type, string? Mode, string? Address, string? Previous)
{
    private static readonly JsonEncodedText EndpointId = JsonEncodedText.Encode("vpce-");

    /// <summary>A resource of a type that matters; others are passed over, but for the ids of endpoints that they mention.</summary>
    public static JsonElement? Resource(ref Utf8JsonReader reader, List<(string Address, string Id)> mentioned, out bool isData)
    {
        var glance = At(reader);
        return Resource(ref reader, glance, mentioned, out isData);
    }

    public static JsonElement? Resource(ref Utf8JsonReader reader, Glance glance, List<(string Address, string Id)> mentioned,
        out bool isData)
    {
        if (glance.Address is { } address
            && ResourceTypes.Of(glance.Type, glance.Mode == "data") is Kind.None or Kind.Unpriced or Kind.DnsRecord
            && EndpointMentions.MayUse(glance.Type ?? ""))
            MentionedIds(reader, address, mentioned);
        return Resource(ref reader, glance, out isData);
    }

    // A copy looks ahead. Names of endpoints begin with their ids, which are vpce- and letters and digits; vpce-svc- is a service.
    private static void MentionedIds(Utf8JsonReader reader, string address, List<(string Address, string Id)> mentioned)
    {
        var end = reader.CurrentDepth;
        string? last = null;
        while (reader.Read() && reader.CurrentDepth > end)
        {
            if (reader.TokenType != JsonTokenType.String) continue;
            var text = reader.ValueSpan;
            var at = text.IndexOf(EndpointId.EncodedUtf8Bytes);
            if (at < 0) continue;
            var length = EndpointId.EncodedUtf8Bytes.Length;
            while (at + length < text.Length && char.IsAsciiLetterOrDigit((char)text[at + length])) length++;
            var id = System.Text.Encoding.ASCII.GetString(text.Slice(at, Math.Min(length, 40)));
            if (id != last) mentioned.Add((address, id));
            last = id;
        }
    }

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
        while ((glance.Type is null || glance.Mode is null || glance.Address is null) && reader.Read()
            && reader.TokenType == JsonTokenType.PropertyName)
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
            glance = isType ? glance with { Type = text } : isMode ? glance with { Mode = text } : isAddress
                ? glance with { Address = text } : glance with { Previous = text };
        }

        return glance;
    }
}
