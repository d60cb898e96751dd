using System.Text.Json;
using CostApi.Core.Prices;

namespace CostApi.Core.Layouts;

/// <summary>Cost categories as members of a request.</summary>
internal static class CategoryNames
{
    /// <summary>All of them, in camelCase.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<CostCategory>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The category that a name stands for, in any case; null for none.</summary>
    public static string? Find(string name) => All.FirstOrDefault(category => category.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same values by the category's own spelling. What names no category, or one that is named already, stays as it is.</summary>
    public static IReadOnlyDictionary<string, decimal> Spelled(IReadOnlyDictionary<string, decimal> values)
    {
        if (values.Keys.All(All.Contains)) return values;
        var spelled = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, value) in values.OrderByDescending(entry => All.Contains(entry.Key)))
            if (Find(name) is not { } category || !spelled.TryAdd(category, value)) spelled[name] = value;
        return spelled;
    }
}
