using System.Text.Json;

namespace CostApi.Core.PriceLists;

/// <summary>Reads JSON of others: what is not there, or is of another kind, reads as nothing.</summary>
internal static class Foreign
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object ? Whole(() => element.TryGetProperty(name, out var value) ? value : default) : default;

    public static IEnumerable<JsonElement> Members(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(member => member.Value) : [];

    /// <summary>A text; of a number, its text.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Whole(element.GetString),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    public static IReadOnlyDictionary<string, string> Texts(this JsonElement element)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object) return texts;
        foreach (var member in element.EnumerateObject())
            if (Whole(() => member.Name) is { } name && member.Value.Text() is { } text) texts[name] = text;
        return texts;
    }

    private static T? Whole<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON, but no text, and no name.
            return default;
        }
    }
}
