using System.Text;
using System.Text.Json;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Functions that make texts, or take them apart.</summary>
internal static class TextFunctions
{
    public static Value Join(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [{ Text: { } delimiter }, var items] })
            return new Value.Unknown("Fn::Join requires a delimiter and a list");
        return evaluator.Evaluate(items).Each(value => Join(delimiter, value));
    }

    private static Value Join(string delimiter, Value items)
    {
        switch (items)
        {
            case Value.List list:
                var parts = Flat(list).SelectMany((part, index) => index == 0 ? new[] { part } : [new Value.Text(delimiter), part]);
                return Texts.Concat(parts).Each(joined => joined is Value.Text text ? Inputs.Of(text.Content) : joined);
            case Value.Text alone:
                return alone;
            case Value.Unknown unknown:
                return new Value.Unknown(unknown.Why, unknown.Name is null ? null : $"{unknown.Name} joined");
            default:
                return new Value.Unknown(items.Doubt ?? "Fn::Join requires a list");
        }
    }

    /// <summary>Takes a text apart; what is not known in it must be something that holds no delimiter.</summary>
    public static Value Split(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [{ Text: { Length: > 0 } delimiter }, var source] })
            return new Value.Unknown("Fn::Split requires a delimiter and a string");
        return evaluator.Evaluate(source).Each(value => Apart(value, delimiter));
    }

    public static Value Base64(Value value) => value is Value.Text text
        ? Texts.Concat([new Value.Text(Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Content)))])
        : new Value.Unknown(value.Doubt ?? "Fn::Base64 requires a string");

    public static Value ToJsonString(Value value)
    {
        if (value.Doubt is { } doubt) return new Value.Unknown(doubt);
        return Plain(value) is { } plain
            ? Texts.Concat([new Value.Text(JsonSerializer.Serialize(plain))])
            : new Value.Unknown("it contains a value that is not known");
    }

    private static Value Apart(Value value, string delimiter)
    {
        IReadOnlyList<Value> parts = value is Value.Mixed mixed ? mixed.Parts : [value];
        if (parts.FirstOrDefault(part => part is not (Value.Text or Value.Reference or Value.Zone)) is { } unknown)
            return new Value.Unknown(unknown.Doubt ?? "Fn::Split requires a string", (unknown as Value.Unknown)?.Name, IsList: true);
        var items = new List<Value>();
        var current = new List<Value>();
        foreach (var part in parts)
        {
            var pieces = part is Value.Text text
                ? text.Content.Split(delimiter).Select(piece => (Value)new Value.Text(piece)).ToArray()
                : [part];
            for (var index = 0; index < pieces.Length; index++)
            {
                if (index > 0) Next();
                current.Add(pieces[index]);
            }
        }

        Next();
        return new Value.List(items);

        void Next()
        {
            items.Add(Texts.Concat(current));
            current = [];
        }
    }

    private static IEnumerable<Value> Flat(Value.List list) =>
        list.Items.SelectMany(item => item is Value.List inner ? Flat(inner) : [item]);

    private static object? Plain(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.List list => list.Items.Select(Plain).ToArray(),
        Value.Map map => map.Members.ToDictionary(member => member.Key, member => Plain(member.Value)),
        _ => null,
    };
}
