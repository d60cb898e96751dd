namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The names that a part of a template mentions, by <c>Ref</c>, <c>Fn::GetAtt</c> and <c>Fn::Sub</c>.</summary>
internal static class Mentions
{
    public static IEnumerable<string> In(Literal literal, Func<string, bool?>? condition = null) => All(literal, condition).Select(mention => mention.Name);

    /// <summary>Those of which a certain attribute is asked for.</summary>
    public static IEnumerable<string> OfAttribute(Literal literal, string attribute) => All(literal, null).Where(mention => mention.Attribute == attribute).Select(mention => mention.Name);

    private static List<(string Name, string? Attribute)> All(Literal literal, Func<string, bool?>? condition)
    {
        var found = new List<(string, string?)>();
        // A stack of its own, as the depth of what is read says nothing of the machine's.
        var open = new Stack<Literal>([literal]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case Literal.Sequence sequence:
                    foreach (var item in sequence.Items) open.Push(item);
                    break;
                case Literal.Mapping mapping when mapping.Only is { } only:
                    if (only is ("Fn::If", Literal.Sequence { Items: [{ Text: { } name }, var whenTrue, var whenFalse] }) && condition?.Invoke(name) is { } known)
                    {
                        open.Push(known ? whenTrue : whenFalse);
                        break;
                    }

                    found.AddRange(Of(only.Name, only.Value));
                    open.Push(only.Value);
                    break;
                case Literal.Mapping mapping:
                    foreach (var member in mapping.Members.Values) open.Push(member);
                    break;
            }
        }

        return found;
    }

    private static IEnumerable<(string, string?)> Of(string function, Literal argument) => (function, argument) switch
    {
        ("Ref", { Text: { } name }) => [(name, null)],
        ("Fn::GetAtt", { Text: { } dotted }) => [Split(dotted)],
        ("Fn::GetAtt", Literal.Sequence { Items: [{ Text: { } name }, var attribute] }) => [(name, attribute.Text)],
        ("Fn::Sub", { Text: { } text }) => Variables(text),
        ("Fn::Sub", Literal.Sequence { Items: [{ Text: { } text }, ..] }) => Variables(text),
        _ => [],
    };

    private static IEnumerable<(string, string?)> Variables(string text)
    {
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf('}', start) is > 0 and var end)
        {
            at = end + 1;
            if (text[start + 2] != '!') yield return Split(text[(start + 2)..end].Trim());
        }
    }

    private static (string, string?) Split(string dotted) =>
        dotted.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (dotted[..dot], dotted[(dot + 1)..]) : (dotted, null);
}
