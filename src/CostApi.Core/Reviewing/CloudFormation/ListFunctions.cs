using System.Globalization;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Functions that make lists, or take from them.</summary>
internal static class ListFunctions
{
    public static Value Select(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [var which, var source] }) return new Value.Unknown("Fn::Select takes a position and a list");
        var position = evaluator.Evaluate(which);
        if (Number(position) is not { } index) return new Value.Unknown(position.Doubt ?? "the position is not a number");
        return At(evaluator.Evaluate(source), index);
    }

    public static Value Length(Value value) => value switch
    {
        Value.List list when list.Items.All(item => item is not (Value.Either or Value.Unknown { IsList: true })) => new Value.Text(list.Items.Count.ToString(CultureInfo.InvariantCulture)),
        _ => new Value.Unknown(value.Doubt ?? "Fn::Length takes a list"),
    };

    /// <summary>As many blocks as are asked for; which ones they are has no bearing on cost.</summary>
    public static Value Cidr(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [_, var many, ..] }) return new Value.Unknown("Fn::Cidr takes a block, a number and bits", IsList: true);
        // CloudFormation makes 256 at most.
        return Number(evaluator.Evaluate(many)) is >= 1 and <= 256 and { } count
            ? new Value.List([.. Enumerable.Repeat(new Value.Unknown("CIDR blocks are not worked out"), count)])
            : new Value.Unknown("how many blocks Fn::Cidr makes is not known", IsList: true);
    }

    public static Value FindInMap(Literal argument, Evaluator evaluator)
    {
        if (argument is not Literal.Sequence { Items: [var first, var second, var third, ..] } all) return new Value.Unknown("Fn::FindInMap takes a mapping and two keys");
        var keys = new[] { first, second, third }.Select(evaluator.Evaluate).ToArray();
        var otherwise = all.Items.Skip(3).Select(option => option["DefaultValue"]).FirstOrDefault(option => option is not null);
        if (keys is not [Value.Text map, Value.Text key, Value.Text under])
            return new Value.Unknown(keys.Select(key => key.Doubt).FirstOrDefault(why => why is not null) ?? "the keys of Fn::FindInMap are no texts");
        return otherwise is not null && !evaluator.HasMapping(map.Content, key.Content, under.Content)
            ? evaluator.Evaluate(otherwise)
            : evaluator.FindInMap(map.Content, key.Content, under.Content);
    }

    private static Value At(Value source, int index) => source switch
    {
        Value.Zones => new Value.Zone(index),
        Value.List { Items: [Value.Zones] } => new Value.Zone(index),
        Value.List { Items: [Value.Unknown { IsList: true } only] } => At(only, index),
        Value.List list when list.Items.Take(index + 1).Any(item => item is Value.Either or Value.Unknown { IsList: true }) => new Value.Unknown(list.Doubt!),
        Value.List list => index < list.Items.Count ? list.Items[index] : new Value.Unknown($"the list has no item {index}: it has {list.Items.Count}"),
        // Positions of one list that is not known are still told apart.
        Value.Unknown { Name: { } name } unknown => new Value.Unknown(unknown.Why, $"{name}[{index}]"),
        Value.Either either => new Value.Either(At(either.IfTrue, index), At(either.IfFalse, index), either.Why),
        _ => new Value.Unknown(source.Doubt ?? "Fn::Select takes a list"),
    };

    private static int? Number(Value value) =>
        value is Value.Text text && int.TryParse(text.Content, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
