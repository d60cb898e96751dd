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

    // The conditions that are underway, by position, and how far back each of them leads.
    private readonly Dictionary<string, int> _positions = [];
    private readonly List<int> _reaches = [];

    /// <summary>Conditions that lead back to themselves.</summary>
    public HashSet<string> Cyclic { get; } = [];

    public Verdict Named(string name)
    {
        if (_known.TryGetValue(name, out var known)) return known;
        if (!declared.TryGetValue(name, out var literal)) return new Verdict(null, $"the condition {name} is not in the template");
        if (_positions.TryGetValue(name, out var start))
        {
            _reaches[^1] = Math.Min(_reaches[^1], start);
            return new Verdict(null, $"the condition {name} depends on itself");
        }

        _positions[name] = _reaches.Count;
        _reaches.Add(int.MaxValue);
        // A tool that lost a condition's functions leaves null behind: nothing says that the condition holds.
        var verdict = literal is Literal.Nothing ? new Verdict(false, $"the condition {name} is empty") : Of(literal);
        Close(name);
        return _known[name] = verdict.Is is null ? verdict with { Why = Named(name, verdict.Why) } : verdict;
    }

    private void Close(string name)
    {
        var (position, reach) = (_reaches.Count - 1, _reaches[^1]);
        _positions.Remove(name);
        _reaches.RemoveAt(position);
        if (reach > position) return;
        Cyclic.Add(name);
        if (position > 0) _reaches[^1] = Math.Min(_reaches[^1], reach);
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
        ("Fn::Equals", Literal.Sequence { Items: [var left, var right] }) => Compared(evaluator.Evaluate(left), evaluator.Evaluate(right)),
        ("Fn::Not", Literal.Sequence { Items: [var inner] }) => Negated(Of(inner)),
        ("Fn::And", Literal.Sequence all) => Decided(all.Items, false),
        ("Fn::Or", Literal.Sequence any) => Decided(any.Items, true),
        ("Condition", Literal.Scalar name) => Named(name.Content),
        (var name, _) => evaluator.Evaluate(literal) is Value.Text text
            ? OfText(text.Content)
            : new Verdict(null, $"{name} is not a supported condition function"),
        null => literal.Text is { } text ? OfText(text) : new Verdict(null, "it is not a condition function"),
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

    // Of several possibilities each must compare alike.
    private Verdict Compared(Value left, Value right)
    {
        evaluator.Charge(left.Choices.Count * right.Choices.Count);
        bool? found = null;
        foreach (var one in left.Choices)
        {
            foreach (var other in right.Choices)
            {
                if (AreEqual(one, other) is not { } known || (found ?? known) != known)
                    return new Verdict(null, left.Doubt ?? right.Doubt ?? "a string is compared with a list or mapping");
                found = known;
            }
        }

        return new Verdict(found);
    }

    private static bool? AreEqual(Value left, Value right) => (Seen(left), Seen(right)) switch
    {
        (Value.Text a, Value.Text b) => a.Content == b.Content,
        (Value.List a, Value.List b) when a.Doubt is null && b.Doubt is null => a.Equals(b),
        (Value.Unknown { Name: { } a }, Value.Unknown { Name: { } b }) when a == b => true,
        // A zone, a Region, an id: none of them is empty.
        (Value.Text { Content: "" }, var other) when IsNeverEmpty(other) => false,
        (var other, Value.Text { Content: "" }) when IsNeverEmpty(other) => false,
        _ => null,
    };

    // What the template asks not to show can still decide.
    private static Value Seen(Value value) => value is Value.Unknown { Hidden: { } hidden } ? hidden : value;

    private static bool IsNeverEmpty(Value value) => value is Value.Reference or Value.Zone or Value.Unknown { Name: "AWS::Region" };

    private static string Named(string name, string why) =>
        why.Contains("condition", StringComparison.Ordinal) ? why : $"the condition {name} is not known, because {why}";
}
