using System.Text;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Members with their loops written out, and the loops that could not be.</summary>
internal sealed record Expanded(IReadOnlyDictionary<string, Literal> Members, IReadOnlyList<Unread> Unread);

/// <summary><c>Fn::ForEach</c> of the language extensions: a member of a mapping that stands for several.</summary>
internal sealed class Loops(Evaluator evaluator)
{
    /// <summary>As much as the loops of a template may write out, in parts of it; CloudFormation takes 500 resources and 1 MB.</summary>
    private const int Most = 200_000;

    /// <summary>The longest name of a loop's variable that is looked for in texts; a logical id has 255 characters at most.</summary>
    private const int LongestName = 255;

    private int _written;

    public static bool IsLoop(string name) => name.StartsWith("Fn::ForEach", StringComparison.Ordinal);

    public Expanded Expand(IReadOnlyDictionary<string, Literal> members)
    {
        if (!members.Keys.Any(IsLoop)) return new Expanded(members, []);
        var found = new Dictionary<string, Literal>(StringComparer.Ordinal);
        var unread = new List<Unread>();
        Collect(members, [], found, unread);
        if (_written > Most) unread.Add(new Unread("", "Fn::ForEach expands to more than a template can contain. The rest is not read."));
        return new Expanded(found, unread);
    }

    // The variables of the loops around are put in where a member is written out, once, and not at each of the loops.
    private void Collect(
        IReadOnlyDictionary<string, Literal> members, Dictionary<string, LoopItem> variables, Dictionary<string, Literal> found,
        List<Unread> unread)
    {
        foreach (var (name, member) in members)
        {
            if (!Spend(1)) return;
            if (!IsLoop(name)) found[Replaced(name, variables)] = Replaced(member, variables);
            else if (member is not Literal.Sequence { Items: [{ Text: { Length: > 0 } variable }, var collection, Literal.Mapping body] })
                unread.Add(new Unread(Shortened(name), "Fn::ForEach requires an identifier, a list and a mapping. It is not read."));
            else Run(name, variable, Replaced(collection, variables), body);
        }

        void Run(string name, string variable, Literal collection, Literal.Mapping body)
        {
            var value = evaluator.Evaluate(collection);
            if (ItemsOf(value) is not { } items)
            {
                var doubt = value.Doubt ?? "it is not a list of strings";
                unread.Add(new Unread(Shortened(name), $"The list that this loop iterates over is not known: {doubt}. "
                    + "One iteration is assumed."));
                Collect(body.Members, variables, found, unread);
                return;
            }

            var inner = new Dictionary<string, LoopItem>(variables, StringComparer.Ordinal);
            foreach (var item in items)
            {
                if (!Spend(1)) return;
                inner[variable] = new LoopItem(item);
                Collect(body.Members, inner, found, unread);
            }
        }
    }

    private static IEnumerable<string>? ItemsOf(Value value)
    {
        if (value is not Value.List list) return null;
        var items = list.Items.SelectMany(item => item is Value.List inner ? inner.Items : [item]).ToArray();
        return items.All(item => item is Value.Text) ? items.Cast<Value.Text>().Select(item => item.Content) : null;
    }

    private Literal Replaced(Literal literal, Dictionary<string, LoopItem> variables)
    {
        if (variables.Count == 0) return literal;
        if (!Spend(1)) return literal;
        switch (literal)
        {
            case Literal.Scalar scalar:
                return Replaced(scalar.Content, variables) is var text && ReferenceEquals(text, scalar.Content)
                    ? scalar
                    : new Literal.Scalar(text);
            case Literal.Sequence sequence:
                return new Literal.Sequence([.. sequence.Items.Select(item => Replaced(item, variables))]);
            case Literal.Mapping when literal.Only is ("Ref", { Text: { } name }) && variables.TryGetValue(name, out var item):
                return new Literal.Scalar(item.Text);
            case Literal.Mapping mapping:
                var members = new Dictionary<string, Literal>(StringComparer.Ordinal);
                foreach (var (name, member) in mapping.Members) members[Replaced(name, variables)] = Replaced(member, variables);
                return new Literal.Mapping(members);
            default:
                return literal;
        }
    }

    private string Replaced(string text, Dictionary<string, LoopItem> variables)
    {
        if (variables.Count == 0 || !text.Contains('{')) return text;
        var written = new StringBuilder();
        var at = 0;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            if (open <= at || text[open - 1] is not ('$' or '&')) continue;
            var length = text.AsSpan(open + 1, Math.Min(LongestName + 1, text.Length - open - 1)).IndexOf('}');
            if (length < 0 || !variables.TryGetValue(text.Substring(open + 1, length), out var item)) continue;
            // &{Name} is the value without what a logical id cannot hold.
            written.Append(text, at, open - 1 - at).Append(text[open - 1] == '$' ? item.Text : item.LogicalId);
            if (written.Length > Value.LongestText) return text;
            open += length + 1;
            at = open + 1;
        }

        if (at == 0) return text;
        written.Append(text, at, text.Length - at);
        return Spend(written.Length / 32) && written.Length <= Value.LongestText ? written.ToString() : text;
    }

    private bool Spend(int parts)
    {
        _written += parts;
        evaluator.Charge(parts);
        return _written <= Most;
    }

    private static string Shortened(string name) => name.Length <= 80 ? name : name[..80] + "…";

    /// <summary>An item that a loop runs over.</summary>
    private sealed class LoopItem(string text)
    {
        private string? _logicalId;

        public string Text { get; } = text;

        /// <summary>Only its letters and digits, taken once for all the places where they stand.</summary>
        public string LogicalId => _logicalId ??= string.Concat(Text.Where(char.IsAsciiLetterOrDigit));
    }
}
