namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Whether a condition holds; null where that is not known.</summary>
internal readonly record struct Verdict(bool? Is, string Why = "")
{
    public Value AsValue => Is is { } known ? new Value.Text(known ? "true" : "false") : new Value.Unknown(Why);
}

/// <summary>The conditions of a template.</summary>
internal sealed class Conditions(IReadOnlyDictionary<string, Literal> declared, Evaluator evaluator)
{
    private readonly Dictionary<string, Verdict> _known = [];
    private readonly List<string> _underway = [];

    /// <summary>Conditions that lead back to themselves.</summary>
    public HashSet<string> Cyclic { get; } = [];

    public Verdict Named(string name)
    {
        if (_known.TryGetValue(name, out var known)) return known;
        if (!declared.TryGetValue(name, out var literal)) return new Verdict(null, $"the condition {name} is not in the template");
        if (_underway.IndexOf(name) is >= 0 and var start)
        {
            Cyclic.UnionWith(_underway.Skip(start));
            return new Verdict(null, $"the condition {name} depends on itself");
        }

        _underway.Add(name);
        // A tool that lost a condition's functions leaves null behind: nothing says that the condition holds.
        var verdict = literal is Literal.Nothing ? new Verdict(false, $"the condition {name} is empty") : Of(literal);
        _underway.RemoveAt(_underway.Count - 1);
        return _known[name] = verdict.Is is null ? verdict with { Why = Named(name, verdict.Why) } : verdict;
    }

    public Verdict Of(Literal literal)
    {
        var verdict = new Verdict(null);
        var value = evaluator.Guarded(() =>
        {
            verdict = Worked(literal);
            return verdict.AsValue;
        });
        return value is Value.Unknown unknown ? new Verdict(null, unknown.Why) : verdict;
    }

    private Verdict Worked(Literal literal) => literal.Only switch
    {
        ("Fn::Equals", Literal.Sequence { Items: [var left, var right] }) => AreEqual(evaluator.Evaluate(left), evaluator.Evaluate(right)),
        ("Fn::Not", Literal.Sequence { Items: [var inner] }) => Negated(Of(inner)),
        ("Fn::And", Literal.Sequence all) => Decided(all.Items, false),
        ("Fn::Or", Literal.Sequence any) => Decided(any.Items, true),
        ("Condition", Literal.Scalar name) => Named(name.Content),
        (var name, _) => evaluator.Evaluate(literal) is Value.Text text ? OfText(text.Content) : new Verdict(null, $"{name} is not a test that is known here"),
        null => literal.Text is { } text ? OfText(text) : new Verdict(null, "it is no test"),
    };

    private static Verdict Negated(Verdict verdict) => verdict with { Is = !verdict.Is };

    private static Verdict OfText(string text) => text switch
    {
        "true" => new Verdict(true),
        "false" => new Verdict(false),
        _ => new Verdict(null, "it is neither true nor false"),
    };

    // One member can decide, whatever the others are.
    private Verdict Decided(IReadOnlyList<Literal> members, bool deciding)
    {
        var verdicts = members.Select(Of).ToArray();
        if (verdicts.Any(verdict => verdict.Is == deciding)) return new Verdict(deciding);
        return verdicts.FirstOrDefault(verdict => verdict.Is is null) is { Why: { } why } ? new Verdict(null, why) : new Verdict(!deciding);
    }

    private static Verdict AreEqual(Value left, Value right) => (left, right) switch
    {
        (Value.Text a, Value.Text b) => new Verdict(a.Content == b.Content),
        (Value.List a, Value.List b) when a.Doubt is null && b.Doubt is null => new Verdict(a.Items.SequenceEqual(b.Items)),
        (Value.Unknown { Name: { } a }, Value.Unknown { Name: { } b }) when a == b => new Verdict(true),
        // A zone, a Region, an id: none of them is empty.
        (Value.Text { Content: "" }, Value.Reference or Value.Zone or Value.Unknown { Name: "AWS::Region" }) or (Value.Reference or Value.Zone or Value.Unknown { Name: "AWS::Region" }, Value.Text { Content: "" }) => new Verdict(false),
        _ => new Verdict(null, left.Doubt ?? right.Doubt ?? "a text is compared with a list or mapping"),
    };

    private static string Named(string name, string why) => why.Contains("condition", StringComparison.Ordinal) ? why : $"the condition {name} is not known, because {why}";
}
