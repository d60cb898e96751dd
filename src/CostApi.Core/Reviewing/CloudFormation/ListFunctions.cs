using System.Globalization;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Functions that make lists, or take from them.</summary>
internal static class ListFunctions
{
    public static Value Select(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [var which, var source] })
            return new Value.Unknown("Fn::Select requires an index and a list");
        var position = evaluator.Evaluate(which);
        var list = evaluator.Evaluate(source);
        if (position is Value.Unknown
            && list is Value.List { Items: { Count: > 0 and <= Value.MostOptions } items }
            && items.All(item => IsOnePlace(item) && item is not (Value.List or Value.Zones)))
            return Value.Either(items, position.Doubt!);
        return position.Each(one => Number(one) is { } index
            ? list.Each(of => At(of, index))
            : new Value.Unknown(one.Doubt ?? "the index is not a number"));
    }

    public static Value Length(Value value) => value switch
    {
        Value.List list when list.Items.All(IsOnePlace) => new Value.Text(list.Items.Count.ToString(CultureInfo.InvariantCulture)),
        _ => new Value.Unknown(value.Doubt ?? "Fn::Length requires a list"),
    };

    /// <summary>As many blocks as are asked for; which ones they are has no bearing on cost.</summary>
    public static Value Cidr(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [_, var many, ..] })
            return new Value.Unknown("Fn::Cidr requires a block, a number and bits", IsList: true);
        // CloudFormation makes 256 at most.
        return Number(evaluator.Evaluate(many)) is >= 1 and <= 256 and { } count
            ? new Value.List([.. Enumerable.Repeat(new Value.Unknown("CIDR blocks are not calculated"), count)])
            : new Value.Unknown("the number of blocks of Fn::Cidr is not known", IsList: true);
    }

    public static Value FindInMap(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [var first, var second, var third, ..] } all)
            return new Value.Unknown("Fn::FindInMap requires a mapping and two keys");
        var keys = new[] { first, second, third }.Select(evaluator.Evaluate).ToArray();
        var otherwise = all.Items.Skip(3).Select(option => option["DefaultValue"]).FirstOrDefault(option => option is not null);
        var why = keys.Select(key => key.Doubt).FirstOrDefault(doubt => doubt is not null);
        var found = new List<Value>();
        var isMissing = false;
        foreach (var (map, key, under) in Places(keys, evaluator))
        {
            evaluator.Charge(1);
            if (evaluator.InMap(map, key, under) is { } one) found.Add(one);
            else isMissing = true;
            if (found.Count > Value.MostOptions) return new Value.Unknown(why ?? $"the mapping {map} has too many values");
        }

        if (otherwise is not null && (isMissing || why is not null)) found.Add(evaluator.Evaluate(otherwise));
        if (found.Count > 0) return Value.Either(found, why ?? "");
        if (why is not null) return new Value.Unknown(why);
        return new Value.Unknown(keys is [Value.Text map1, Value.Text key1, Value.Text under1]
            ? $"the mapping {map1.Content} has no value for {key1.Content}, {under1.Content}"
            : "the keys of Fn::FindInMap are not strings");
    }

    private static IEnumerable<(string Map, string Key, string Second)> Places(Value[] keys, Evaluator evaluator) =>
        from map in KeysIn(keys[0], [])
        from key in KeysIn(keys[1], evaluator.KeysOf(map))
        from under in KeysIn(keys[2], evaluator.KeysOf(map, key))
        select (map, key, under);

    // Where a key is not known, it is one of those that are there.
    private static IEnumerable<string> KeysIn(Value key, IEnumerable<string> there) => key.Choices.SelectMany(choice => choice switch
    {
        Value.Text text => [text.Content],
        Value.Unknown => there,
        _ => [],
    });

    // Whether it is known to be one item, whichever: not a list of them, and not possibly nothing.
    private static bool IsOnePlace(Value item) =>
        item is not Value.Unknown { IsList: true }
        && (item is not Value.OneOf several
            || several.Options.All(option => option is not (Value.Absent or Value.List or Value.Unknown { IsList: true })));

    private static Value At(Value source, int index) => source switch
    {
        Value.Zones => new Value.Zone(index),
        Value.List { Items: [Value.Zones] } => new Value.Zone(index),
        Value.List { Items: [Value.Unknown { IsList: true } only] } => At(only, index),
        Value.List list when list.Items.Take(index + 1).Any(item => !IsOnePlace(item)) => new Value.Unknown(list.Doubt!),
        Value.List list => index < list.Items.Count
            ? list.Items[index]
            : new Value.Unknown($"the list has no item with the index {index}: it has {Figures.Count(list.Items.Count, "item")}"),
        // Positions of one list that is not known are still told apart.
        Value.Unknown { Name: { } name } unknown => new Value.Unknown(unknown.Why, $"{name}[{index}]"),
        _ => new Value.Unknown(source.Doubt ?? "Fn::Select requires a list"),
    };

    private static int? Number(Value value) =>
        value is Value.Text text && int.TryParse(text.Content, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
