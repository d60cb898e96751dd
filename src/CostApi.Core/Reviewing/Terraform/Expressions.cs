using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads expressions of the configuration: a constant, or the list of what is referred to.</summary>
internal static class Expressions
{
    // Addresses within a module and its attributes have no more steps than this; what is deeper is not looked for.
    private const int MostSteps = 64;

    public static JsonElement Constant(JsonElement expression) => expression.Member("constant_value");

    /// <summary>
    /// What an expression refers to, at any depth of blocks; of <c>module.vpc.private_subnets</c>, <c>module.vpc</c> only the
    /// longest.
    /// </summary>
    public static IReadOnlyList<string> References(JsonElement expression, Work work)
    {
        var all = new List<string>();
        Collect(expression, all, work);
        return all.Count == 0 ? [] : WithoutPrefixes(all, work);
    }

    private static void Collect(JsonElement expression, List<string> into, Work work)
    {
        work.Charge();
        if (expression.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in expression.EnumerateArray()) Collect(item, into, work);
        }
        else if (expression.ValueKind == JsonValueKind.Object)
        {
            if (expression.Member("references") is { ValueKind: JsonValueKind.Array } references) CollectTexts(references, into, work);
            // The blocks within a block are members of it.
            else if (expression.Member("constant_value").ValueKind == JsonValueKind.Undefined)
                foreach (var member in expression.EnumerateObject()) Collect(member.Value, into, work);
        }
    }

    private static void CollectTexts(JsonElement references, List<string> into, Work work)
    {
        foreach (var reference in references.EnumerateArray())
        {
            work.Charge();
            if (reference.ValueKind == JsonValueKind.String && reference.Text() is { Length: > 0 } text) into.Add(text);
        }
    }

    private static List<string> WithoutPrefixes(List<string> all, Work work)
    {
        var distinct = new HashSet<string>(all.Count, StringComparer.Ordinal);
        var once = all.FindAll(distinct.Add);
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        var known = distinct.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var reference in once)
        {
            var steps = 0;
            for (var end = NextStep(reference, 0); end > 0 && steps < MostSteps; end = NextStep(reference, end))
            {
                steps++;
                if (known.TryGetValue(reference.AsSpan(0, end), out var prefix)) prefixes.Add(prefix);
            }

            work.Charge(1 + steps);
        }

        return once.FindAll(reference => !prefixes.Contains(reference));
    }

    private static int NextStep(string reference, int from) =>
        from + 1 >= reference.Length ? -1 : reference.AsSpan(from + 1).IndexOfAny('.', '[') is >= 0 and var found ? from + 1 + found : -1;
}
