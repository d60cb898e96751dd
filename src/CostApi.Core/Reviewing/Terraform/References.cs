using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Where an expression stands: what <c>var</c>, <c>each</c> and <c>count</c> mean there.</summary>
/// <param name="Module">Address of the module.</param>
/// <param name="Key">Key of the instance of the block or call; null where it has none.</param>
/// <param name="ForEach">What the block or call is repeated over.</param>
/// <param name="Peers">How many instances the block or call has.</param>
internal readonly record struct Scope(string Module, string? Key, Written? ForEach, int Peers);

/// <summary>What is looked for: things of some kinds, one of them or several.</summary>
internal readonly record struct Wish(Kind Kind, bool IsOne);

/// <summary>
/// Follows references through the configuration: resources, module outputs, variables and for_each, over any number of modules.
/// </summary>
internal sealed class References
{
    // A module takes two steps, in and out; nobody nests them this deep.
    private const int Deepest = 48;

    // More names in one expression than this are not followed: it leads to no one thing in any case.
    private const int MostReferences = 128;

    private readonly Dictionary<(string Module, string Reference, Wish Wanted), Found> _known = [];
    private readonly Dictionary<(string Module, Written Written, Wish Wanted), Joint> _knownJoints = [];
    private readonly Dictionary<string, ConfiguredModule?> _modules = new(StringComparer.Ordinal);
    private readonly Configuration _configuration;
    private readonly Instances _instances;
    private readonly ModuleView _view;

    public References(Inventory inventory, Configuration configuration, Work work)
    {
        (Inventory, _configuration, Work) = (inventory, configuration, work);
        Values = new VariableValues(this, configuration);
        _instances = new Instances(this);
        _view = new ModuleView(this);
    }

    public Inventory Inventory { get; }

    public Work Work { get; }

    public VariableValues Values { get; }

    public MainRouteTables MainRouteTables { get; } = new();

    public ConfiguredModule? Module(string address)
    {
        if (!_modules.TryGetValue(address, out var module)) _modules[address] = module = _configuration.Module(address);
        return module;
    }

    public ConfiguredResource? Block(Resource resource) => Module(resource.Module)?.Resources.GetValueOrDefault(resource.Block);

    /// <summary>Where the expression of a resource's attribute may lead.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="written">The expression.</param>
    /// <param name="wanted">The kinds of thing that the attribute takes.</param>
    /// <param name="isOne">Whether it takes one of them, so that <c>count.index</c> picks it from a list.</param>
    public Found Follow(Resource resource, Written? written, Kind wanted, bool isOne) =>
        Follow(resource, written, new Wish(wanted, isOne), 0);

    public Found Follow(Resource resource, Written? written, Wish wanted, int depth)
    {
        if (written is null) return Found.Unknown;
        var peers = Inventory.Block(resource.Module, resource.Block)?.Resources.Count ?? 1;
        return Follow(new Scope(resource.Module, resource.Index, Block(resource)?.ForEach, peers), written, wanted, depth);
    }

    public Found Follow(Scope scope, Written written, Wish wanted, int depth)
    {
        var joint = JointOf(scope, written, wanted, depth);
        return scope.Key is null || !joint.IsByInstance ? joint.All : Picking.Of(this, scope, joint, wanted, depth) ?? joint.All;
    }

    // The same for every instance of a block, but for what picks by the instance: worked out once.
    private Joint JointOf(Scope scope, Written written, Wish wanted, int depth)
    {
        if (_knownJoints.TryGetValue((scope.Module, written, wanted), out var known)) return known;
        return _knownJoints[(scope.Module, written, wanted)] = written.References.Count == 0
            ? new Joint(Constants(written.Constant, wanted.Kind))
            : Join(scope, written, wanted, depth);
    }

    private Joint Join(Scope scope, Written written, Wish wanted, int depth)
    {
        var gathering = new Gathering(Work);
        var ofEach = new List<string>();
        var others = new List<string>();
        var (isByIndex, isPlain) = (false, true);
        foreach (var reference in written.References.Take(MostReferences))
        {
            if (Names.IsIndex(reference)) isByIndex = true;
            else if (Names.IsOfEach(reference)) ofEach.Add(reference);
            else if (!Names.IsAside(reference)) others.Add(reference);
        }

        // The value of a set is its key, and picks as the key does.
        isByIndex |= ofEach.Contains("each.value");
        var switches = 0;
        foreach (var reference in others)
        {
            var part = Follow(scope.Module, reference, wanted, depth + 1);
            gathering.Add(part);
            if (part.Count > 0) continue;
            switches++;
            isPlain &= part.IsComplete && Values.IsSwitch(scope.Module, reference);
        }

        if (written.References.Count > MostReferences) gathering.Miss();
        var (only, isComplete) = (gathering.Leads is [var one] ? one : null, gathering.IsComplete);
        if (ofEach.Count > 0)
            gathering.Add(scope.ForEach is { } each
                ? Follow(scope with { Key = null, ForEach = null }, each, wanted, depth + 1) with { IsAll = false, Block = null }
                : Found.Unknown);
        var all = gathering.Sum(isAll: !isByIndex && ofEach.Count == 0 && switches == 0);
        return new Joint(all)
        {
            Only = only,
            IsOnlyComplete = isComplete,
            Others = others,
            OfEach = ofEach,
            IsByIndex = isByIndex,
            IsPlain = isPlain,
        };
    }

    /// <summary>Where one reference may lead, in a module.</summary>
    public Found Follow(string module, string reference, Wish wanted, int depth)
    {
        if (_known.TryGetValue((module, reference, wanted), out var known)) return known;
        if (depth > Deepest || !Work.Charge(1 + reference.Length / 16)) return Found.Unknown;
        // Held while it is looked for, so that a circle ends.
        _known[(module, reference, wanted)] = Found.Unknown;
        var steps = Steps.Of(reference);
        var found = (steps[0].Name, steps.Count) switch
        {
            ("local", _) => _view.Of(module, wanted, depth),
            ("var", >= 2) => Variable(module, steps, wanted, depth),
            ("module", >= 2) => Output(module, steps, wanted, depth),
            ("data", >= 3) => _instances.Of(module, $"data.{steps[1].Name}.{steps[2].Name}", steps[2].Key, After(2), wanted, depth),
            (_, >= 2) => _instances.Of(module, $"{steps[0].Name}.{steps[1].Name}", steps[1].Key, After(1), wanted, depth),
            _ => Found.Unknown,
        };
        return _known[(module, reference, wanted)] = found;

        Step After(int step) => steps.Count > step + 1 ? steps[step + 1] : default;
    }

    private Found Variable(string module, IReadOnlyList<Step> steps, Wish wanted, int depth)
    {
        var name = steps[1].Name;
        var found = Given(module, name) is not ({ } written, var scope) ? Constants(Values.Constant(module, steps), wanted.Kind)
            : Follow(scope, written, wanted, depth + 1);
        return Picking.Within(found, steps, 1);
    }

    /// <summary>What a module's caller gives for a variable, and where that is written; nothing where it gives none, or is none.</summary>
    public (Written? Written, Scope Scope) Given(string module, string name)
    {
        if (module.Length == 0) return default;
        var parent = Inventory.Parent(module);
        var step = Steps.Modules(module)[^1];
        if (Module(parent)?.Calls.GetValueOrDefault(step.Name) is not { } call) return default;
        return (call.Expressions.Written(name, Work),
            new Scope(parent, step.Key, call.ForEach, Inventory.Call(parent, step.Name).All.Count));
    }

    private Found Output(string module, IReadOnlyList<Step> steps, Wish wanted, int depth)
    {
        var call = Inventory.Call(module, steps[1].Name);
        // A module that has nothing of its own in the network still hands on what it was given.
        IReadOnlyList<string> instances = steps[1].Key is { } key ? call.At(key) is { } one ? [one] : []
            : call.All.Count > 0 ? call.All : [Names.OfCall(module, steps[1].Name)];
        var gathering = new Gathering(Work);
        if (instances.Count == 0) gathering.Miss();
        foreach (var instance in instances)
        {
            if (gathering.IsFull || !Work.Charge()) gathering.Miss();
            if (gathering.IsFull || Work.IsExhausted) break;
            AddOutputs(gathering, instance, steps.Count > 2 ? steps[2].Name : null, wanted, depth);
        }

        var found = gathering.Sum(isAll: steps.Count > 2 && instances.Count == 1);
        return steps.Count > 2 ? Picking.Within(found, steps, 2) : found;
    }

    // Without a name the reference is indexed by something of its own (module.net[each.key].subnets), and the name is lost.
    private void AddOutputs(Gathering gathering, string module, string? name, Wish wanted, int depth)
    {
        var outputs = Module(module)?.Outputs ?? Members.None;
        if (name is not null && outputs.Output(name, Work) is null) gathering.Miss();
        foreach (var output in name is null ? outputs.Names : [name])
        {
            if (gathering.IsFull) gathering.Miss();
            if (gathering.IsFull) return;
            if (outputs.Output(output, Work) is { } written)
                gathering.Add(Follow(new Scope(module, null, null, 1), written, wanted, depth + 1));
        }
    }

    public Found Constants(JsonElement value, Kind wanted)
    {
        if (value.ValueKind == JsonValueKind.Undefined) return Found.Unknown;
        var resources = new List<Resource>();
        var ids = new List<string>();
        AddConstants(value, wanted, resources, ids);
        return new Found(resources, ids, IsComplete: true, IsAll: true);
    }

    /// <summary>Adds what the ids in a value, at any depth of lists, are the ids of.</summary>
    public void AddConstants(JsonElement value, Kind wanted, List<Resource> resources, List<string> ids)
    {
        Work.Charge();
        if (resources.Count + ids.Count > Gathering.Most) return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) AddConstants(item, wanted, resources, ids);
        }
        else if (value.ValueKind == JsonValueKind.String && value.Text() is { Length: > 0 } id)
        {
            if (Inventory.ById(wanted, id) is { } resource) resources.Add(resource);
            else if (IdsOfThings.Fits(id, wanted)) ids.Add(id);
        }
    }
}
