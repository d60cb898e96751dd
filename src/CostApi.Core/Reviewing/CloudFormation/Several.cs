namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The items of a list, as far as it is known which and how many they are.</summary>
/// <param name="Certain">Items that are there whatever is not known.</param>
/// <param name="Possible">Items that may be there beside those, as far as they are known.</param>
/// <param name="Least">How many items may be there beside those that are certain, at least.</param>
/// <param name="Most">How many items may be there beside those that are certain, at most; null where nothing tells.</param>
/// <param name="Why">Why it is not known; null where it is.</param>
internal sealed record Several(IReadOnlyList<Value> Certain, IReadOnlyList<Value> Possible, int Least, int? Most, string? Why)
{
    /// <summary>Whether all items are known, and which they are.</summary>
    public bool IsKnown => Why is null;

    /// <summary>How many items there are; null where that is not known.</summary>
    public int? Count => Least == Most ? Certain.Count + Least : null;

    private static Several None { get; } = new([], [], 0, 0, null);

    public static Several Of(Value value) => value switch
    {
        Value.Absent => None,
        Value.List list => All(list.Items.Select(item => item is Value.Unknown { IsList: false } unknown ? Just(unknown) : Of(item))),
        Value.Unknown { Hidden: Value.List hidden } unknown => new Several([], [], hidden.Items.Count, hidden.Items.Count, unknown.Why),
        Value.Unknown unknown => new Several([], [], 1, null, unknown.Why),
        Value.OneOf several => OneOf([.. several.Options.Select(Of)], several.Why),
        // An empty default of a list parameter is one empty text, and names nothing.
        Value.Text { Content: "" } => None,
        Value.Text text when text.Content.Contains(',') => new Several([.. Items(text.Content)], [], 0, 0, null),
        _ => Just(value),
    };

    private static IEnumerable<Value.Text> Items(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => new Value.Text(item));

    private static Several Just(Value value) => new([value], [], 0, 0, null);

    private static Several All(IEnumerable<Several> parts)
    {
        var certain = new List<Value>();
        var possible = new List<Value>();
        var (least, most, why) = (0, (int?)0, (string?)null);
        foreach (var part in parts)
        {
            certain.AddRange(part.Certain);
            possible.AddRange(part.Possible);
            least += part.Least;
            most += part.Most;
            why ??= part.Why;
        }

        return new Several(certain, possible, least, most, why);
    }

    private static Several OneOf(Several[] options, string why)
    {
        var shared = options[0].Certain.ToHashSet();
        foreach (var option in options) shared.IntersectWith(option.Certain);
        var possible = options.SelectMany(option => option.Certain.Concat(option.Possible))
            .Where(item => !shared.Contains(item)).ToHashSet();
        if (possible.Count == 0 && options.All(option => option.IsKnown)) return new Several([.. shared], [], 0, 0, null);
        return new Several(
            [.. shared], [.. possible],
            options.Min(option => option.Certain.Count - shared.Count + option.Least),
            options.All(option => option.Most is not null)
                ? options.Max(option => option.Certain.Count - shared.Count + option.Most)
                : null,
            why);
    }
}
