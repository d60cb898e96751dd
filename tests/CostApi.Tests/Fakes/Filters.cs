using System.Text.Json;

namespace CostApi.Tests.Fakes;

/// <summary>A filter of GetProducts. A product without the attribute does not match, whatever the filter.</summary>
internal sealed record Filter(string Type, string Field, string Value)
{
    private static readonly string[] Types = ["TERM_MATCH", "EQUALS", "CONTAINS", "ANY_OF", "NONE_OF"];

    /// <summary>The filters of a request; null where one is not as AWS wants it.</summary>
    public static IReadOnlyList<Filter>? ReadAll(JsonElement request)
    {
        if (!request.TryGetProperty("Filters", out var filters)) return [];
        if (filters.ValueKind != JsonValueKind.Array) return null;
        Filter[] read = [.. filters.EnumerateArray().Select(filter => new Filter(Text(filter, "Type"), Text(filter, "Field"), Text(filter, "Value")))];
        return read.All(filter => Types.Contains(filter.Type) && filter.Field.Length > 0 && filter.Value.Length > 0) ? read : null;
    }

    public bool Matches(CatalogueProduct product)
    {
        var actual = Field switch
        {
            "productFamily" => product.Family,
            "ServiceCode" => product.ServiceCode,
            "sku" => product.Sku,
            _ => product[Field],
        };
        return actual is not null && Type switch
        {
            "CONTAINS" => actual.Contains(Value, StringComparison.Ordinal),
            "ANY_OF" => Values.Contains(actual),
            "NONE_OF" => !Values.Contains(actual),
            _ => actual == Value,
        };
    }

    private string[] Values => Value.Split(',', StringSplitOptions.TrimEntries);

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
