namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Members with their loops written out, and the loops that could not be.</summary>
internal sealed record Expanded(IReadOnlyDictionary<string, Literal> Members, IReadOnlyList<Unread> Unread);

/// <summary><c>Fn::ForEach</c> of the language extensions: a member of a mapping that stands for several.</summary>
internal static class Loops
{
    /// <summary>As much as loops may write out, in parts of the template; CloudFormation takes 500 resources and 1 MB.</summary>
    private const int Most = 200_000;

    public static bool IsLoop(string name) => name.StartsWith("Fn::ForEach", StringComparison.Ordinal);

    public static Expanded Expand(IReadOnlyDictionary<string, Literal> members, Evaluator evaluator)
    {
        if (!members.Keys.Any(IsLoop)) return new Expanded(members, []);
        var found = new Dictionary<string, Literal>(StringComparer.Ordinal);
        var unread = new List<Unread>();
        var budget = Most;
        Collect(members, found, unread, evaluator, ref budget);
        if (budget <= 0) unread.Add(new Unread("", $"Fn::ForEach writes out more than a template can hold; the rest is not read."));
        return new Expanded(found, unread);
    }

    private static void Collect(IReadOnlyDictionary<string, Literal> members, Dictionary<string, Literal> found, List<Unread> unread, Evaluator evaluator, ref int budget)
    {
        foreach (var (name, member) in members)
        {
            if (budget-- <= 0) return;
            if (!IsLoop(name)) found[name] = member;
            else if (member is not Literal.Sequence { Items: [{ Text: { Length: > 0 } variable }, var collection, Literal.Mapping body] })
                unread.Add(new Unread(Shortened(name), "Fn::ForEach takes a variable, a list and a mapping; it is not read."));
            else if (ItemsOf(collection, evaluator) is not { } items)
            {
                unread.Add(new Unread(Shortened(name), $"It is not known over what this loop runs: {Doubt(collection, evaluator)}. It is read as if it ran once."));
                Collect(body.Members, found, unread, evaluator, ref budget);
            }
            else
            {
                foreach (var item in items)
                {
                    if (budget-- <= 0) return;
                    Collect(((Literal.Mapping)Replaced(body, variable, item, ref budget)).Members, found, unread, evaluator, ref budget);
                }
            }
        }
    }

    private static IReadOnlyList<string>? ItemsOf(Literal collection, Evaluator evaluator)
    {
        var value = collection is Literal.Sequence sequence ? new Value.List([.. sequence.Items.Select(evaluator.Evaluate)]) : evaluator.Evaluate(collection);
        if (value is not Value.List list) return null;
        var items = list.Items.SelectMany(item => item is Value.List inner ? inner.Items : [item]).ToArray();
        return items.All(item => item is Value.Text) ? [.. items.Cast<Value.Text>().Select(item => item.Content)] : null;
    }

    private static string Doubt(Literal collection, Evaluator evaluator) => evaluator.Evaluate(collection).Doubt ?? "it is no list of texts";

    private static Literal Replaced(Literal literal, string variable, string item, ref int budget)
    {
        budget--;
        switch (literal)
        {
            case Literal.Scalar scalar:
                return new Literal.Scalar(Replaced(scalar.Content, variable, item, ref budget));
            case Literal.Sequence sequence:
                var items = new List<Literal>();
                foreach (var one in sequence.Items)
                    if (budget > 0) items.Add(Replaced(one, variable, item, ref budget));
                return new Literal.Sequence(items);
            case Literal.Mapping { Entries.Count: 1 } mapping when mapping["Ref"]?.Text == variable:
                return new Literal.Scalar(item);
            case Literal.Mapping mapping:
                var members = new Dictionary<string, Literal>(StringComparer.Ordinal);
                foreach (var (name, member) in mapping.Members)
                    if (budget > 0) members[Replaced(name, variable, item, ref budget)] = Replaced(member, variable, item, ref budget);
                return new Literal.Mapping(members);
            default:
                return literal;
        }
    }

    // &{Name} is the value without what a logical id cannot hold.
    private static string Replaced(string text, string variable, string item, ref int budget)
    {
        if (!text.Contains('{')) return text;
        var replaced = text.Replace($"${{{variable}}}", item, StringComparison.Ordinal)
            .Replace($"&{{{variable}}}", string.Concat(item.Where(char.IsAsciiLetterOrDigit)), StringComparison.Ordinal);
        budget -= replaced.Length / 32;
        return replaced.Length <= Value.LongestText ? replaced : text;
    }

    private static string Shortened(string name) => name.Length <= 80 ? name : name[..80] + "…";
}
