using System.Runtime.CompilerServices;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Works out the functions of a template, as far as that can be done before it is deployed.</summary>
internal sealed class Evaluator
{
    /// <summary>How deep functions, conditions and attributes may call each other.</summary>
    private const int Deepest = 400;

    /// <summary>How much is worked out for one template; a real one of the most that CloudFormation takes needs a hundredth.</summary>
    private const int MostSteps = 1_000_000;

    private readonly Template _template;
    private readonly IReadOnlyDictionary<string, Resource> _resources;
    private readonly Conditions _conditions;
    private readonly HashSet<(string, string)> _following = [];
    private readonly Dictionary<(string, string), Value> _followed = [];
    private int _depth;
    private int _steps;

    public Evaluator(Template template, Inputs inputs, IReadOnlyDictionary<string, Resource> resources, IReadOnlyDictionary<string, Literal> conditions)
    {
        _template = template;
        Inputs = inputs;
        _resources = resources;
        _conditions = new Conditions(conditions, this);
    }

    public Inputs Inputs { get; }

    /// <summary>Conditions that lead back to themselves.</summary>
    public IReadOnlySet<string> Cyclic => _conditions.Cyclic;

    public Verdict Condition(string name) => _conditions.Named(name);

    /// <summary>A property of a resource; absent where it is not written.</summary>
    public Value Property(Resource resource, string name)
    {
        if (resource.Properties[name] is { } literal) return Evaluate(literal);
        // Language extensions: a loop within properties makes members of the same mapping.
        var isLooped = resource.Properties.Members.Keys.Any(Loops.IsLoop);
        return isLooped && Evaluate(resource.Properties) is Value.Map map ? map.Members.GetValueOrDefault(name) ?? new Value.Absent() : new Value.Absent();
    }

    public Value Evaluate(Literal literal) => Guarded(() => literal switch
    {
        Literal.Nothing nothing => new Value.Unknown(nothing.Why),
        Literal.Scalar scalar => Inputs.Of(scalar.Content),
        Literal.Sequence sequence => new Value.List([.. sequence.Items.Select(Evaluate).Where(item => item is not Value.Absent)]),
        _ => literal.Only is { } only && (only.Name is "Ref" or "Condition" || IsFunction(only.Name)) ? Function(only.Name, only.Value) : Mapping(literal),
    });

    /// <summary>Runs one step of the work, unless there were too many, or too deep in each other.</summary>
    public Value Guarded(Func<Value> step)
    {
        if (_steps++ > MostSteps) return new Value.Unknown("the template takes more working out than is done for one");
        if (_depth > Deepest || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) return new Value.Unknown("its functions are nested too deeply");
        _depth++;
        try
        {
            var value = step();
            _steps += SizeOf(value);
            return value;
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>A parameter, pseudo parameter or resource.</summary>
    public Value Ref(string name) =>
        Inputs.Pseudo(name) is { } pseudo ? pseudo
        : Inputs.Declares(name) ? Inputs.Parameter(name)
        : _resources.ContainsKey(name) ? new Value.Reference(name, null)
        : new Value.Unknown($"'{name}' is neither a parameter nor a resource of the template");

    /// <summary>An attribute of a resource: of those that lead to another resource or zone, that one.</summary>
    public Value Attribute(string address, string attribute)
    {
        if (!_resources.TryGetValue(address, out var resource)) return new Value.Unknown($"'{address}' is not a resource of the template");
        if (Attributes.IsOwnId(resource.Type, attribute)) return new Value.Reference(address, null);
        if (Attributes.PropertyBehind(resource.Type, attribute) is not { } property || resource.Properties[property] is null)
            return new Value.Unknown(resource.Type == "AWS::CloudFormation::Stack"
                ? $"{address}.{attribute} comes from a nested stack, which is not read; review that stack's template too"
                : $"{address}.{attribute} is known once it is deployed", $"{address}.{attribute}");
        if (_followed.TryGetValue((address, attribute), out var followed)) return followed;
        if (!_following.Add((address, attribute))) return new Value.Unknown($"{address}.{attribute} leads back to itself", $"{address}.{attribute}");
        var value = Property(resource, property);
        _following.Remove((address, attribute));
        return _followed[(address, attribute)] = value;
    }

    public Value FindInMap(string map, string key, string second) =>
        _template.Mappings.GetValueOrDefault(map)?[key]?[second] is { } found
            ? Evaluate(found)
            : new Value.Unknown($"the mapping {map} has nothing under {key}, {second}");

    public bool HasMapping(string map, string key, string second) => _template.Mappings.GetValueOrDefault(map)?[key]?[second] is not null;

    // Long texts and lists are work too, and memory.
    private static int SizeOf(Value value) => value switch
    {
        Value.Text text => text.Content.Length / 16,
        Value.List list => list.Items.Count,
        Value.Mixed mixed => mixed.Parts.Count,
        _ => 0,
    };

    private static bool IsFunction(string name) => name.StartsWith("Fn::", StringComparison.Ordinal) && !Loops.IsLoop(name);

    private Value.Map Mapping(Literal literal)
    {
        var members = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, member) in Loops.Expand(literal.Members, this).Members)
            if (Evaluate(member) is var value and not Value.Absent) members[name] = value;
        return new Value.Map(members);
    }

    private Value Function(string name, Literal argument) => name switch
    {
        "Ref" => argument.Text is { } target ? Ref(target) : new Value.Unknown("Ref takes a name"),
        "Condition" => argument.Text is { } condition ? Condition(condition).AsValue : new Value.Unknown("Condition takes a name"),
        "Fn::Equals" or "Fn::And" or "Fn::Or" or "Fn::Not" => _conditions.Of(new Literal.Mapping(new Dictionary<string, Literal> { [name] = argument })).AsValue,
        "Fn::If" => If(argument),
        "Fn::GetAtt" => GetAtt(argument),
        "Fn::Sub" => Substitution.Of(argument, this),
        "Fn::Join" => TextFunctions.Join(argument, this),
        "Fn::Split" => TextFunctions.Split(argument, this),
        "Fn::Base64" => TextFunctions.Base64(Evaluate(argument)),
        "Fn::ToJsonString" => TextFunctions.ToJsonString(Evaluate(argument)),
        "Fn::Select" => ListFunctions.Select(argument, this),
        "Fn::Length" => ListFunctions.Length(Evaluate(argument)),
        "Fn::Cidr" => ListFunctions.Cidr(argument, this),
        "Fn::FindInMap" => ListFunctions.FindInMap(argument, this),
        "Fn::GetAZs" => new Value.Zones(),
        "Fn::ImportValue" => Inputs.Import(Evaluate(argument)),
        "Fn::Transform" => new Value.Unknown($"the macro {argument["Name"]?.Text ?? "of Fn::Transform"} runs when the stack is deployed"),
        _ => new Value.Unknown($"{(name.Length <= 60 ? name : name[..60] + "…")} is not a function that is known"),
    };

    private Value If(Literal argument)
    {
        if (argument is not Literal.Sequence { Items: [var condition, var whenTrue, var whenFalse] }) return new Value.Unknown("Fn::If takes a condition and two values");
        var verdict = condition.Text is { } name ? Condition(name) : _conditions.Of(condition);
        if (verdict.Is is { } known) return Evaluate(known ? whenTrue : whenFalse);
        var (first, second) = (Evaluate(whenTrue), Evaluate(whenFalse));
        return first.Equals(second) ? first : new Value.Either(first, second, verdict.Why);
    }

    private Value GetAtt(Literal argument)
    {
        if (argument.Text is { } dotted && dotted.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot) return Attribute(dotted[..dot], dotted[(dot + 1)..]);
        if (argument is not Literal.Sequence { Items: [{ Text: { } address }, var attribute] }) return new Value.Unknown("Fn::GetAtt takes a resource and an attribute");
        return Evaluate(attribute) is Value.Text name ? Attribute(address, name.Content) : new Value.Unknown($"which attribute of {address} is meant is not known");
    }
}
