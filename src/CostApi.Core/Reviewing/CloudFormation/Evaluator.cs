using System.Runtime.CompilerServices;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Works out the functions of a template, as far as that can be done before it is deployed.</summary>
internal sealed class Evaluator
{
    /// <summary>How deep functions, conditions and attributes may call each other.</summary>
    private const int Deepest = 400;

    private readonly Template _template;
    private readonly IReadOnlyDictionary<string, Resource> _resources;
    private readonly Work _work;
    private readonly Conditions _conditions;
    private readonly Loops _loops;
    private readonly HashSet<(string, string)> _following = [];
    private readonly Dictionary<(string, string), Value> _followed = [];
    private readonly Dictionary<(string, string, string), Value> _mapped = [];
    private readonly Dictionary<Literal, IReadOnlyDictionary<string, Literal>> _written = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    public Evaluator(
        Template template, Inputs inputs, IReadOnlyDictionary<string, Resource> resources, IReadOnlyDictionary<string, Literal> conditions,
        Work work)
    {
        _template = template;
        Inputs = inputs;
        _resources = resources;
        _work = work;
        _conditions = new Conditions(conditions, this);
        _loops = new Loops(this);
    }

    public Inputs Inputs { get; }

    /// <summary>Conditions that lead back to themselves.</summary>
    public IReadOnlySet<string> Cyclic => _conditions.Cyclic;

    public Verdict Condition(string name) => _conditions.Named(name);

    /// <summary>Members of a mapping with its loops written out.</summary>
    public Expanded Expand(IReadOnlyDictionary<string, Literal> members) => _loops.Expand(members);

    /// <summary>A property of a resource; absent where it is not written.</summary>
    public Value Property(Resource resource, string name) =>
        Written(resource.Properties).TryGetValue(name, out var literal) ? Evaluate(literal) : new Value.Absent();

    public Value Evaluate(Literal literal) => Guarded(() => literal switch
    {
        Literal.Nothing nothing => new Value.Unknown(nothing.Why),
        Literal.Scalar scalar => Inputs.Of(scalar.Content),
        Literal.Sequence sequence => new Value.List([.. sequence.Items.Select(Evaluate).Where(item => item is not Value.Absent)]),
        _ => literal.Only is { } only && (only.Name is "Ref" or "Condition" || IsFunction(only.Name))
            ? Function(only.Name, only.Value)
            : Mapping(literal),
    });

    /// <summary>Runs one step of the work, unless it is too deep in others.</summary>
    /// <exception cref="UnreadableDocumentException">The template takes more work than is done for one.</exception>
    public Value Guarded(Func<Value> step)
    {
        Charge(1);
        if (_depth > Deepest || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return new Value.Unknown("its functions are nested too deeply");
        _depth++;
        try
        {
            var value = step();
            // Whoever takes the value goes through all of it: long texts and lists are work, and memory.
            Charge(value.Weight);
            return value.Weight <= Value.Heaviest
                ? value
                : new Value.Unknown("it is a list of lists that contains more than a template can");
        }
        finally
        {
            _depth--;
        }
    }

    public void Charge(long steps)
    {
        if (!_work.Charge(steps)) throw new UnreadableDocumentException(
            "It is too complex: its references, functions and loops refer to each other so often that evaluating them takes more work than "
            + "is done for a template of its size. Write out their values, or split the template.");
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
        if (_followed.TryGetValue((address, attribute), out var followed)) return followed;
        if (Attributes.PropertyBehind(resource.Type, attribute) is not { } property || !Written(resource.Properties).ContainsKey(property))
            return _followed[(address, attribute)] = new Value.Unknown(resource.Type == "AWS::CloudFormation::Stack"
                ? $"{address}.{attribute} comes from a nested stack, which is not read; review the template of that stack as well"
                : $"{address}.{attribute} is known only after deployment", $"{address}.{attribute}");
        if (!_following.Add((address, attribute)))
            return new Value.Unknown($"{address}.{attribute} refers to itself", $"{address}.{attribute}");
        var value = Property(resource, property);
        _following.Remove((address, attribute));
        return _followed[(address, attribute)] = value;
    }

    /// <summary>What a mapping has under two keys; null where it has nothing there.</summary>
    public Value? InMap(string map, string key, string second)
    {
        if (_mapped.TryGetValue((map, key, second), out var known)) return known;
        if (_template.Mappings.GetValueOrDefault(map)?[key]?[second] is not { } found) return null;
        // AWS takes no functions in mappings, but what is sent here can have one that leads back to itself.
        _mapped[(map, key, second)] = new Value.Unknown($"the mapping {map} refers to itself");
        return _mapped[(map, key, second)] = Evaluate(found);
    }

    /// <summary>The keys of a mapping, or of what it has under one.</summary>
    public IEnumerable<string> KeysOf(string map, string? key = null)
    {
        var found = _template.Mappings.GetValueOrDefault(map);
        return (key is null ? found : found?[key])?.Members.Keys ?? [];
    }

    /// <summary>The texts that a name can be: as it is written, or what a function makes of it.</summary>
    public IReadOnlyList<string> Names(Literal argument) =>
        argument.Text is { } written ? [written]
        : argument is Literal.Mapping ? [.. Evaluate(argument).Choices.OfType<Value.Text>().Select(text => text.Content)]
        : [];

    private static bool IsFunction(string name) => name.StartsWith("Fn::", StringComparison.Ordinal) && !Loops.IsLoop(name);

    // Loops within a mapping make members of the same mapping. They are written out once, whatever is asked of it.
    private IReadOnlyDictionary<string, Literal> Written(Literal mapping)
    {
        if (_written.TryGetValue(mapping, out var written)) return written;
        Charge(mapping.Members.Count);
        return _written[mapping] = _loops.Expand(mapping.Members).Members;
    }

    private Value.Map Mapping(Literal literal)
    {
        var members = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, member) in Written(literal))
            if (Evaluate(member) is var value and not Value.Absent) members[name] = value;
        return new Value.Map(members);
    }

    private Value Function(string name, Literal argument) => name switch
    {
        "Ref" => Named(argument, Ref, "Ref requires a name"),
        "Condition" => argument.Text is { } condition ? Condition(condition).AsValue : new Value.Unknown("Condition requires a name"),
        "Fn::Equals" or "Fn::And" or "Fn::Or" or "Fn::Not" =>
            _conditions.Of(new Literal.Mapping(new Dictionary<string, Literal> { [name] = argument })).AsValue,
        "Fn::If" => If(argument),
        "Fn::GetAtt" => GetAtt(argument),
        "Fn::Sub" => Substitution.Of(argument, this),
        "Fn::Join" => TextFunctions.Join(argument, this),
        "Fn::Split" => TextFunctions.Split(argument, this),
        "Fn::Base64" => Evaluate(argument).Each(TextFunctions.Base64),
        "Fn::ToJsonString" => TextFunctions.ToJsonString(Evaluate(argument)),
        "Fn::Select" => ListFunctions.Select(argument, this),
        "Fn::Length" => Evaluate(argument).Each(ListFunctions.Length),
        "Fn::Cidr" => ListFunctions.Cidr(argument, this),
        "Fn::FindInMap" => ListFunctions.FindInMap(argument, this),
        "Fn::GetAZs" => new Value.Zones(),
        "Fn::ImportValue" => Evaluate(argument).Each(Inputs.Import),
        "Fn::Transform" => new Value.Unknown($"the macro {argument["Name"]?.Text ?? "of Fn::Transform"} runs when the stack is deployed"),
        _ => new Value.Unknown($"{(name.Length <= 60 ? name : name[..60] + "…")} is not a known function"),
    };

    private Value If(Literal argument)
    {
        if (argument is not Literal.Sequence { Items: [var condition, var whenTrue, var whenFalse] })
            return new Value.Unknown("Fn::If requires a condition and two values");
        var verdict = condition.Text is { } name ? Condition(name) : _conditions.Of(condition);
        if (verdict.Is is { } known) return Evaluate(known ? whenTrue : whenFalse);
        return Value.Either([Evaluate(whenTrue), Evaluate(whenFalse)], verdict.Why);
    }

    private Value GetAtt(Literal argument)
    {
        const string Right = "Fn::GetAtt requires a resource and an attribute";
        if (argument is Literal.Sequence { Items: [var resource, var attribute] })
            return Named(resource, address => Of(address, attribute), Right);
        return Named(argument, Dotted, Right);

        Value Of(string address, Literal attribute) =>
            Named(attribute, name => Attribute(address, name), $"the attribute of {address} is not known");

        Value Dotted(string name) => name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? Attribute(name[..dot], name[(dot + 1)..])
            : new Value.Unknown(Right);
    }

    // The language extensions take functions for names, so that a loop can make them.
    private Value Named(Literal argument, Func<string, Value> of, string otherwise)
    {
        if (argument.Text is { } name) return of(name);
        if (argument is not Literal.Mapping) return new Value.Unknown(otherwise);
        return Evaluate(argument).Each(value => value is Value.Text text ? of(text.Content) : new Value.Unknown(value.Doubt ?? otherwise));
    }
}
