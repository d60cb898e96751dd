namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>A name that a part of a template refers to.</summary>
/// <param name="Name">A resource or parameter.</param>
/// <param name="Attribute">The attribute that is asked for; null for the thing itself.</param>
/// <param name="IsCertain">Whether the template refers to it whatever is not known: not so behind a condition, or as one of
/// several names.</param>
internal readonly record struct Mention(string Name, string? Attribute, bool IsCertain);

/// <summary>The names that a part of a template refers to, by <c>Ref</c>, <c>Fn::GetAtt</c> and <c>Fn::Sub</c>.</summary>
internal static class Mentions
{
    public static IReadOnlyList<Mention> In(Literal literal, Evaluator evaluator)
    {
        var found = new List<Mention>();
        // A stack of its own, as the depth of what is read says nothing of the machine's.
        var open = new Stack<(Literal Part, bool IsCertain)>([(literal, true)]);
        while (open.TryPop(out var next))
        {
            evaluator.Charge(1);
            switch (next.Part)
            {
                case Literal.Sequence sequence:
                    foreach (var item in sequence.Items) open.Push((item, next.IsCertain));
                    break;
                case Literal.Mapping { Only: ("Fn::If", Literal.Sequence { Items: [{ Text: { } name }, var whenTrue, var whenFalse] }) }:
                    var verdict = evaluator.Condition(name).Is;
                    if (verdict != false) open.Push((whenTrue, next.IsCertain && verdict == true));
                    if (verdict != true) open.Push((whenFalse, next.IsCertain && verdict == false));
                    break;
                case Literal.Mapping mapping:
                    if (mapping.Only is { } only) found.AddRange(Of(only.Name, only.Value, next.IsCertain, evaluator));
                    foreach (var member in mapping.Members.Values) open.Push((member, next.IsCertain));
                    break;
            }
        }

        return found;
    }

    private static IEnumerable<Mention> Of(string name, Literal argument, bool isCertain, Evaluator evaluator) => (name, argument) switch
    {
        ("Ref", _) => All(evaluator.Names(argument), resource => new Mention(resource, null, isCertain)),
        ("Fn::GetAtt", Literal.Sequence { Items: [var resource, var attribute] }) =>
            All(evaluator.Names(resource), one => new Mention(one, evaluator.Names(attribute) is [var only] ? only : null, isCertain)),
        ("Fn::GetAtt", _) => All(evaluator.Names(argument), dotted => Split(dotted, isCertain)),
        ("Fn::Sub", { Text: { } text }) => Variables(text, isCertain),
        ("Fn::Sub", Literal.Sequence { Items: [{ Text: { } text }, ..] }) => Variables(text, isCertain),
        _ => [],
    };

    private static IEnumerable<Mention> All(IReadOnlyList<string> names, Func<string, Mention> of) =>
        names.Select(of).Select(mention => mention with { IsCertain = mention.IsCertain && names.Count == 1 });

    private static IEnumerable<Mention> Variables(string text, bool isCertain)
    {
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf('}', start) is > 0 and var end)
        {
            at = end + 1;
            if (text[start + 2] != '!') yield return Split(text[(start + 2)..end].Trim(), isCertain);
        }
    }

    private static Mention Split(string dotted, bool isCertain) =>
        dotted.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? new Mention(dotted[..dot], dotted[(dot + 1)..], isCertain)
            : new Mention(dotted, null, isCertain);
}
