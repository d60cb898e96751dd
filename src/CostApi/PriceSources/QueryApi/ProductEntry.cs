using System.Globalization;
using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.PriceSources.QueryApi;

/// <summary>One entry of a page: a product, and the version of the list that it is of.</summary>
/// <param name="Product">The product.</param>
/// <param name="Version">Version of the list; empty where the entry names none.</param>
/// <param name="PublishedAt">When that was published; null where the entry does not say.</param>
internal sealed record ProductEntry(Product Product, string Version, DateTimeOffset? PublishedAt)
{
    /// <summary>Reads an entry; null where it holds no product.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ProductEntry? Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var entry = document.RootElement;
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("product", out var described)) return null;
        var product = Product.Read(described);
        if (product.Sku.Length == 0 || product.UsageType.Length == 0) return null;
        var terms = entry.TryGetProperty("terms", out var all) && all.ValueKind == JsonValueKind.Object && all.TryGetProperty("OnDemand", out var onDemand) ? onDemand : default;
        return new ProductEntry(
            product with { Terms = OfferTerm.ReadAll(terms) },
            Text(entry, "version"),
            DateTimeOffset.TryParse(Text(entry, "publicationDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null);
    }

    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
