namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The items of a list, as far as it is known which and how many they are.</summary>
/// <param name="Certain">Items that are there whatever is not known.</param>
/// <param name="Least">How many items may be there beside those, at least.</param>
/// <param name="Most">How many items may be there beside those, at most; null where nothing tells.</param>
/// <param name="Why">Why it is not known; null where it is.</param>
internal sealed record Several(IReadOnlyList<Value> Certain, int Least, int? Most, string? Why)
{
    public bool IsKnown => Why is null;

    private static Several None { get; } = new([], 0, 0, null);

    public static Several Of(Value value) => value switch
    {
        Value.Absent => None,
        Value.List list => All(list.Items.Select(item => item is Value.Unknown { IsList: false } unknown ? Just(unknown) : Of(item))),
        Value.Unknown unknown => new Several([], 1, null, unknown.Why),
        Value.Either either => OneOf(Of(either.IfTrue), Of(either.IfFalse), either.Why),
        // An empty default of a list parameter is one empty text, and names nothing.
        Value.Text { Content: "" } => None,
        Value.Text text when text.Content.Contains(',') => new Several([.. text.Content.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => new Value.Text(item))], 0, 0, null),
        _ => Just(value),
    };

    private static Several Just(Value value) => new([value], 0, 0, null);

    private static Several All(IEnumerable<Several> parts)
    {
        var (certain, all) = (new List<Value>(), None);
        foreach (var part in parts)
        {
            certain.AddRange(part.Certain);
            all = new Several(certain, all.Least + part.Least, all.Most + part.Most, all.Why ?? part.Why);
        }

        return all;
    }

    private static Several OneOf(Several first, Several second, string why)
    {
        var both = first.Certain.Where(second.Certain.ToHashSet().Contains).ToArray();
        var (one, other) = (first.Certain.Count - both.Length, second.Certain.Count - both.Length);
        if (one == 0 && other == 0 && first.IsKnown && second.IsKnown) return new Several(both, 0, 0, null);
        return new Several(both, Math.Min(one + first.Least, other + second.Least), first.Most is { } a && second.Most is { } b ? Math.Max(one + a, other + b) : null, why);
    }
}
