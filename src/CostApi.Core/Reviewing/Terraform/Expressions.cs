using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads expressions of the configuration: a constant, or the list of what is referred to.</summary>
internal static class Expressions
{
    public static JsonElement Constant(JsonElement expression) => expression.Member("constant_value");

    /// <summary>What an expression refers to, at any depth of blocks; of <c>module.vpc.private_subnets</c>, <c>module.vpc</c> only the longest.</summary>
    public static IEnumerable<string> References(JsonElement expression)
    {
        if (expression.ValueKind == JsonValueKind.Array) return expression.EnumerateArray().SelectMany(References);
        if (expression.ValueKind != JsonValueKind.Object) return [];
        var references = expression.Member("references");
        if (references.ValueKind != JsonValueKind.Array) return [];
        var all = references.EnumerateArray().Select(reference => reference.Text()).OfType<string>().Where(reference => reference.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return all.Where(reference => !all.Exists(other => IsPrefix(reference, other)));
    }

    private static bool IsPrefix(string reference, string other) =>
        other.Length > reference.Length && other[reference.Length] is ('.' or '[') && other.StartsWith(reference, StringComparison.Ordinal);
}
