using System.Text;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Joins texts and parts of texts.</summary>
internal static class Texts
{
    // What may be written out of the possibilities of one text, all together.
    private const int LongestOfAll = 4 * Value.LongestText;

    public static Value Concat(IEnumerable<Value> parts)
    {
        var flat = parts.SelectMany(part => part is Value.Mixed mixed ? mixed.Parts : [part]).ToArray();
        var doubtful = flat.OfType<Value.OneOf>().ToArray();
        if (doubtful.Length == 0) return Joined(flat);
        var many = Combinations(doubtful);
        var longest = flat.Sum(part => part.Choices.Max(Length));
        if (many > Value.MostOptions || many * longest > LongestOfAll) return new Value.Unknown(doubtful[0].Why);
        return Value.Either(Combined(flat).Select(Joined), doubtful[0].Why);
    }

    private static long Combinations(Value.OneOf[] doubtful)
    {
        var many = 1L;
        foreach (var several in doubtful)
            if ((many *= several.Options.Count) > Value.MostOptions) break;
        return many;
    }

    // Each combination of the possibilities, the first part turning slowest.
    private static List<List<Value>> Combined(Value[] parts)
    {
        var combined = new List<List<Value>> { new() };
        foreach (var part in parts)
        {
            var choices = part.Choices;
            if (choices.Count == 1) combined.ForEach(one => one.Add(part));
            else combined = [.. combined.SelectMany(_ => choices, (one, choice) => new List<Value>(one) { choice })];
        }

        return combined;
    }

    private static Value Joined(IReadOnlyList<Value> parts)
    {
        var joined = new List<Value>();
        var text = new StringBuilder();
        var length = 0;
        foreach (var part in parts.SelectMany(part => part is Value.Mixed mixed ? mixed.Parts : [part]))
        {
            if (part is Value.List or Value.Map or Value.Zones) return new Value.Unknown("a list or mapping is specified where a string "
                + "is required");
            if ((length += Length(part)) > Value.LongestText) return new Value.Unknown($"it is longer than {Value.LongestText} characters");
            if (part is Value.Text known) text.Append(known.Content);
            else if (part is not Value.Absent)
            {
                Flush();
                joined.Add(part);
            }
        }

        Flush();
        return joined.Count switch { 0 => new Value.Text(""), 1 => joined[0], _ => new Value.Mixed(joined) };

        void Flush()
        {
            if (text.Length > 0) joined.Add(new Value.Text(text.ToString()));
            text.Clear();
        }
    }

    // As long as it is where it is said: what is not known is said by its name.
    private static int Length(Value part) => part switch
    {
        Value.Text text => text.Content.Length,
        Value.Unknown unknown => 16 + (unknown.Name?.Length ?? 0),
        Value.Reference reference => reference.Address.Length + (reference.Attribute?.Length ?? 0) + 4,
        Value.Mixed mixed => mixed.Parts.Sum(Length),
        _ => 8,
    };
}
