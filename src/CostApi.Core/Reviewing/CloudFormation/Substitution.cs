namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary><c>Fn::Sub</c>.</summary>
internal static class Substitution
{
    public static Value Of(Literal argument, Evaluator evaluator)
    {
        if (argument.Text is { } plain) return Replace(plain, Literal.Mapping.Empty, evaluator);
        return argument is Literal.Sequence { Items: [{ Text: { } text }, Literal.Mapping variables] }
            ? Replace(text, variables, evaluator)
            : new Value.Unknown("Fn::Sub requires a string, with or without a mapping of variables");
    }

    private static Value Replace(string text, Literal variables, Evaluator evaluator)
    {
        var parts = new List<Value>();
        // Worked out once, however often it stands there: variables within variables would take ever longer.
        var known = new Dictionary<string, Value>(StringComparer.Ordinal);
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf('}', start) is > 0 and var end)
        {
            parts.Add(new Value.Text(text[at..start]));
            var name = text[(start + 2)..end].Trim();
            parts.Add(name.StartsWith('!') ? new Value.Text($"${{{name[1..]}}}") : Variable(name));
            at = end + 1;
        }

        parts.Add(new Value.Text(text[at..]));
        var joined = Texts.Concat(parts);
        return joined.Each(value => value is Value.Text whole ? Inputs.Of(whole.Content) : value);

        Value Variable(string name) => known.TryGetValue(name, out var value) ? value : known[name] = Worked(name);

        Value Worked(string name) =>
            variables[name] is { } own ? evaluator.Evaluate(own)
            : name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? evaluator.Attribute(name[..dot], name[(dot + 1)..])
            : evaluator.Ref(name);
    }
}
