using CostApi.Core.Prices;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>What is known from outside the template: parameters, imports and the Region.</summary>
internal sealed class Inputs(IReadOnlyDictionary<string, Literal> declared, IReadOnlyDictionary<string, string> given, string? region)
{
    private const string Ssm = "AWS::SSM::Parameter::Value<";

    private readonly Dictionary<string, Value> _known = [];

    public string? Region { get; } = region;

    public bool Declares(string parameter) => declared.ContainsKey(parameter);

    /// <summary>The value of a parameter that the template declares: the caller's, or its default.</summary>
    public Value Parameter(string name) => _known.TryGetValue(name, out var known) ? known : _known[name] = Seen(name);

    // NoEcho: the template asks that nobody sees the value. It still decides conditions.
    private Value Seen(string name)
    {
        var value = Worked(name);
        if (!bool.TryParse(declared[name]["NoEcho"]?.Text, out var isHidden) || !isHidden) return value;
        return new Value.Unknown($"the parameter {name} is marked NoEcho, so its value is not shown", name, IsListType(TypeOf(name)))
        {
            Hidden = value is Value.Unknown ? null : value,
        };
    }

    private Value Worked(string name)
    {
        var type = TypeOf(name);
        var isList = IsListType(type);
        var isGiven = given.TryGetValue(name, out var value);
        if (!isGiven) value = DefaultOf(declared[name]["Default"]);
        if (type.StartsWith(Ssm, StringComparison.Ordinal))
        {
            // What the template and the caller hold is the name under which the value is stored; a caller who gives the value itself helps.
            if (!isGiven || value!.StartsWith('/'))
            {
                var stored = value is null ? "" : $" ({Sayable.Beginning(value, 80)})";
                var why = $"the parameter {name} is read from Systems Manager{stored} when the stack is deployed; specify its value";
                return new Value.Unknown(why, name, isList);
            }

            isList = type.Contains("List", StringComparison.Ordinal);
        }

        if (value is null) return new Value.Unknown($"the parameter {name} has no default; specify its value", name, isList);
        if (value.Length > Value.LongestText)
            return new Value.Unknown($"the parameter {name} is longer than {Value.LongestText} characters", name, isList);
        if (isList) return new Value.List([.. value.Split(',', StringSplitOptions.TrimEntries).Select(item => Of(item, name))]);
        return Of(value, name);
    }

    private string TypeOf(string name) => declared[name]["Type"]?.Text ?? "String";

    private static bool IsListType(string type) => type.Contains("List<", StringComparison.Ordinal) || type == "CommaDelimitedList";

    /// <summary>A value that another stack exports.</summary>
    public Value Import(Value export)
    {
        if (export.Pattern is not { } name) return new Value.Unknown($"it is imported under a name that is not known: {export.Doubt}");
        return given.TryGetValue(name, out var value)
            ? new Value.Text(value)
            : new Value.Unknown($"it is imported from another stack as {name}; specify its value under that name", name);
    }

    /// <summary>A pseudo parameter; null where there is none of that name.</summary>
    public Value? Pseudo(string name) => name switch
    {
        "AWS::NoValue" => new Value.Absent(),
        "AWS::Region" when Region is not null => new Value.Text(Region),
        "AWS::Partition" when Region is not null => new Value.Text(Partition.OfRegion(Region).Name),
        "AWS::URLSuffix" when Region is not null => new Value.Text(Partition.OfRegion(Region).DnsSuffix),
        "AWS::Region" or "AWS::Partition" or "AWS::URLSuffix" => new Value.Unknown("the Region is not known; specify it", name),
        "AWS::AccountId" or "AWS::StackName" or "AWS::StackId" when given.TryGetValue(name, out var value) => new Value.Text(value),
        "AWS::AccountId" or "AWS::StackName" or "AWS::StackId" => new Value.Unknown($"{name} is known only after deployment", name),
        "AWS::NotificationARNs" => new Value.Unknown($"{name} is known only after deployment", name, IsList: true),
        _ => null,
    };

    /// <summary>A text, unless CloudFormation fetches what it stands for when it deploys (<c>{{resolve:ssm:…}}</c>).</summary>
    public static Value Of(string text, string? name = null) => text.Contains("{{resolve:", StringComparison.Ordinal)
        ? new Value.Unknown($"{(text.Length <= 80 ? text : text[..80] + "…")} is resolved when the stack is deployed", name ?? text)
        : new Value.Text(text);

    // A default may be written as a list, which CloudFormation takes for its comma-separated text.
    private static string? DefaultOf(Literal? literal) => literal switch
    {
        Literal.Scalar scalar => scalar.Content,
        Literal.Sequence sequence when sequence.Items.All(item => item is Literal.Scalar) =>
            string.Join(',', sequence.Items.Select(item => item.Text)),
        _ => null,
    };
}
