using System.Text.Json;

namespace CostApi.Core.PriceLists;

/// <summary>Reads JSON of others: what is not there, or is of another kind, reads as nothing.</summary>
internal static class Foreign
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static IEnumerable<JsonElement> Members(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(member => member.Value) : [];

    /// <summary>A text; of a number, its text.</summary>
    public static string? Text(this JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number => element.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON, but no text.
            return null;
        }
    }

    public static IReadOnlyDictionary<string, string> Texts(this JsonElement element)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object) return texts;
        foreach (var member in element.EnumerateObject())
            if (member.Value.Text() is { } text) texts[member.Name] = text;
        return texts;
    }
}
