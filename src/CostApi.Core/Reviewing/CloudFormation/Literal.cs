using System.Text.Json;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>A template as it is written: texts, lists and mappings, before any function is worked out.</summary>
internal abstract record Literal
{
    /// <summary>As deep as a template is read: one of a hundred levels in YAML can have three times as many in the long form.</summary>
    public const int Deepest = 300;

    /// <summary>A text, number or boolean: CloudFormation takes <c>true</c> and <c>"true"</c>, <c>3</c> and <c>"3"</c> for the
    /// same.</summary>
    public sealed record Scalar(string Content) : Literal;

    /// <summary>Null, or what could not be read.</summary>
    public sealed record Nothing(string Why) : Literal;

    public sealed record Sequence(IReadOnlyList<Literal> Items) : Literal;

    public sealed record Mapping(IReadOnlyDictionary<string, Literal> Entries) : Literal
    {
        public static Mapping Empty { get; } = new(new Dictionary<string, Literal>());
    }

    /// <summary>The member of a mapping; null where it is not there, or this is no mapping.</summary>
    public Literal? this[string name] => this is Mapping mapping ? mapping.Entries.GetValueOrDefault(name) : null;

    /// <summary>The text of a scalar; null for anything else.</summary>
    public string? Text => (this as Scalar)?.Content;

    /// <summary>The only member of a mapping that has just one.</summary>
    public (string Name, Literal Value)? Only =>
        this is Mapping { Entries.Count: 1 } mapping ? (mapping.Entries.First().Key, mapping.Entries.First().Value) : null;

    public IReadOnlyDictionary<string, Literal> Members => this is Mapping mapping ? mapping.Entries : Mapping.Empty.Entries;

    /// <summary>Never throws: what is too deep, or no Unicode, is nothing. Of members with one name the last holds.</summary>
    /// <param name="element">The template, or a part of it.</param>
    /// <param name="parts">How many texts, lists and mappings it has.</param>
    public static Literal Of(JsonElement element, out int parts)
    {
        parts = 0;
        return Of(element, 0, ref parts);
    }

    private static Literal Of(JsonElement element, int depth, ref int parts)
    {
        parts++;
        if (depth > Deepest) return new Nothing($"it is nested more than {Deepest} levels deep");
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return TextOf(element) is { } text ? new Scalar(text) : new Nothing("it is not valid Unicode");
            case JsonValueKind.Number:
                return new Scalar(element.GetRawText());
            case JsonValueKind.True:
                return new Scalar("true");
            case JsonValueKind.False:
                return new Scalar("false");
            case JsonValueKind.Array:
                var items = new List<Literal>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray()) items.Add(Of(item, depth + 1, ref parts));
                return new Sequence(items);
            case JsonValueKind.Object:
                var members = new Dictionary<string, Literal>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                    if (NameOf(member) is { } name) members[name] = Of(member.Value, depth + 1, ref parts);
                return new Mapping(members);
            default:
                return new Nothing("it is null, which CloudFormation does not accept");
        }
    }

    // Half of a surrogate pair is JSON, but no text.
    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
