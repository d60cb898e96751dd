using System.Text;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>What an expression of a template comes to, as far as that can be told before it is deployed.</summary>
internal abstract record Value
{
    /// <summary>Longest text that is built; longer ones come from texts that double themselves.</summary>
    public const int LongestText = 64 * 1024;

    public sealed record Text(string Content) : Value;

    public sealed record List(IReadOnlyList<Value> Items) : Value;

    public sealed record Map(IReadOnlyDictionary<string, Value> Members) : Value;

    /// <summary>A resource of the template, or an attribute of it.</summary>
    public sealed record Reference(string Address, string? Attribute) : Value;

    /// <summary>The zone at a position of the Region's list: distinct from the others, whatever its name.</summary>
    public sealed record Zone(int Position) : Value;

    /// <summary>All zones of the Region.</summary>
    public sealed record Zones : Value;

    /// <summary><c>AWS::NoValue</c>: as if it were not written.</summary>
    public sealed record Absent : Value;

    /// <summary>A text of which only some parts are known.</summary>
    public sealed record Mixed(IReadOnlyList<Value> Parts) : Value;

    /// <summary>One of two, by a condition that is not known.</summary>
    public sealed record Either(Value IfTrue, Value IfFalse, string Why) : Value;

    /// <summary>Not known.</summary>
    /// <param name="Why">Why, and what would help.</param>
    /// <param name="Name">The same for what is surely the same: a parameter, an export.</param>
    /// <param name="IsList">Whether it is known to be a list.</param>
    public sealed record Unknown(string Why, string? Name = null, bool IsList = false) : Value;

    /// <summary>Why this is not known to the last letter; null where it is.</summary>
    public string? Doubt => this switch
    {
        Unknown unknown => unknown.Why,
        Either either => either.Why,
        // Without the Region a name is still useful; what else is missing is what to ask for.
        Mixed mixed => mixed.Parts.OrderBy(part => part is Unknown { Name: "AWS::Region" }).Select(part => part.Doubt).FirstOrDefault(why => why is not null),
        List list => list.Items.Select(item => item.Doubt).FirstOrDefault(why => why is not null),
        Reference reference => $"{reference.Address} has its id once it is deployed",
        Zone or Zones => "the Region's zones are known once it is deployed",
        _ => null,
    };

    /// <summary>A text in which what is not known stands as in <c>Fn::Sub</c>; null where even that has no name.</summary>
    public string? Pattern => this switch
    {
        Text text => text.Content,
        Reference { Attribute: null } reference => $"${{{reference.Address}}}",
        Reference reference => $"${{{reference.Address}.{reference.Attribute}}}",
        Zone zone => $"zone {zone.Position + 1}",
        Unknown { Name: { } name } => $"${{{name}}}",
        Mixed mixed when mixed.Parts.All(part => part.Pattern is not null) => string.Concat(mixed.Parts.Select(part => part.Pattern)),
        _ => null,
    };

    /// <summary>Joins texts and parts of texts.</summary>
    public static Value Concat(IEnumerable<Value> parts)
    {
        var joined = new List<Value>();
        var text = new StringBuilder();
        var length = 0;
        foreach (var part in parts.SelectMany(part => part is Mixed mixed ? mixed.Parts : [part]))
        {
            switch (part)
            {
                case Text known:
                    length += known.Content.Length;
                    text.Append(known.Content);
                    break;
                case Absent:
                    break;
                case List or Map or Zones:
                    return new Unknown("a list or mapping stands where a text belongs");
                case Either either:
                    return new Unknown(either.Why);
                default:
                    length++;
                    Flush();
                    joined.Add(part);
                    break;
            }

            if (length > LongestText) return new Unknown($"it is longer than {LongestText} characters");
        }

        Flush();
        return joined.Count switch { 0 => new Text(""), 1 => joined[0], _ => new Mixed(joined) };

        void Flush()
        {
            if (text.Length > 0) joined.Add(new Text(text.ToString()));
            text.Clear();
        }
    }
}
