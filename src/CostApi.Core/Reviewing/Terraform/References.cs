using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Where an expression stands: what <c>var</c>, <c>each</c> and <c>count</c> mean there.</summary>
internal readonly record struct Scope(string Module, string? Key, JsonElement ForEach);

/// <summary>What an expression leads to.</summary>
/// <param name="Resources">Instances, in the order of the references and their indexes.</param>
/// <param name="Ids">Ids of things that the document does not declare.</param>
/// <param name="IsWhole">Whether every reference could be followed; locals and unread data cannot.</param>
/// <param name="IsOneOfThem">Whether the expression picks by <c>count.index</c>, <c>each</c> or a local one does not see.</param>
internal sealed record Found(IReadOnlyList<Resource> Resources, IReadOnlyList<string> Ids, bool IsWhole, bool IsOneOfThem)
{
    public static Found Nothing { get; } = new([], [], IsWhole: false, IsOneOfThem: false);

    public bool IsEmpty => Resources.Count == 0 && Ids.Count == 0;
}

/// <summary>Follows references through the configuration: resources, module outputs, variables and for_each, over any number of modules.</summary>
internal sealed class References(Inventory inventory, Configuration configuration)
{
    // A module takes two steps, in and out; nobody nests them this deep.
    private const int Deepest = 48;

    private readonly Dictionary<(string Module, string Reference, Wish Wanted), Found> _known = [];
    private readonly Dictionary<(string Module, string References, Wish Wanted), Found> _knownTogether = [];
    private readonly Dictionary<string, ConfiguredModule?> _modules = new(StringComparer.Ordinal);

    public ConfiguredModule? Module(string address)
    {
        if (!_modules.TryGetValue(address, out var module)) _modules[address] = module = configuration.Module(address);
        return module;
    }

    public ConfiguredResource? Block(Resource resource) => Module(resource.Module)?.Resources.GetValueOrDefault(resource.Block);

    public Scope ScopeOf(Resource resource) => new(resource.Module, resource.Index, Block(resource)?.ForEach ?? default);

    /// <summary>Where the expression of a resource's attribute leads.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="wanted">The kinds of thing that the attribute takes.</param>
    /// <param name="isOne">Whether it takes one of them, so that <c>count.index</c> picks it from a list.</param>
    public Found Follow(Resource resource, JsonElement expression, Kind wanted, bool isOne) => Follow(ScopeOf(resource), expression, new Wish(wanted, isOne), 0);

    private readonly record struct Wish(Kind Kind, bool IsOne);

    private Found Follow(Scope scope, JsonElement expression, Wish wanted, int depth)
    {
        var references = Expressions.References(expression).ToList();
        // The same for every instance of a block, if nothing of the instance is in it: worked out once.
        if (references.Count == 0 || references.Exists(reference => reference.StartsWith("each.", StringComparison.Ordinal) || reference == "count.index")) return Follow(scope, expression, references, wanted, depth);
        var key = (scope.Module, string.Join('\n', references), wanted);
        if (!_knownTogether.TryGetValue(key, out var known)) _knownTogether[key] = known = Follow(scope, expression, references, wanted, depth);
        return known;
    }

    private Found Follow(Scope scope, JsonElement expression, List<string> references, Wish wanted, int depth)
    {
        var constants = new List<Resource>();
        var parts = new List<IReadOnlyList<Resource>>();
        var ids = new List<string>();
        var isWhole = true;
        var picks = false;
        if (references.Count == 0) AddConstants(Expressions.Constant(expression), wanted.Kind, constants, ids);
        foreach (var reference in references)
        {
            if (reference is "count.index" or "each.key")
            {
                picks = true;
                continue;
            }

            if (IsAside(reference)) continue;
            var isOfEach = reference == "each.value" || reference.StartsWith("each.value.", StringComparison.Ordinal) || reference.StartsWith("each.value[", StringComparison.Ordinal);
            picks |= isOfEach && OfEach(scope, reference) is null;
            var found = !isOfEach ? Follow(scope, reference, wanted, depth + 1)
                : OfEach(scope, reference) is { } exact ? Follow(scope, exact, wanted, depth + 1)
                : Follow(scope with { ForEach = default }, scope.ForEach, wanted, depth + 1);
            if (found.Resources.Count > 0) parts.Add(found.Resources);
            ids.AddRange(found.Ids);
            isWhole &= found.IsWhole;
            picks |= found.IsOneOfThem;
        }

        IReadOnlyList<Resource> resources = parts switch
        {
            [] => constants,
            [var only] => only,
            _ => [.. parts.SelectMany(part => part).Distinct()],
        };
        if (picks && resources.Count > 1 && scope.Key is { } key && ByKey(resources, key, wanted.IsOne) is { } one) return new Found([one], ids, isWhole, IsOneOfThem: false);
        return new Found(resources, [.. ids.Distinct(StringComparer.Ordinal)], isWhole, picks && resources.Count > 1);
    }

    /// <summary>What <c>each.value.id</c> is where for_each is a resource or module: <c>aws_subnet.private["a"].id</c>.</summary>
    private string? OfEach(Scope scope, string reference)
    {
        if (scope.Key is not { } key || Expressions.References(scope.ForEach).ToList() is not [var each]) return null;
        var isThere = Steps.Of(each) switch
        {
            [{ Name: "module", Key: null }, { Key: null } module] => inventory.Instances($"{(scope.Module.Length > 0 ? scope.Module + "." : "")}module.{module.Name}").Any(),
            [{ Name: not ("var" or "local" or "data" or "module" or "each"), Key: null }, { Key: null }] => inventory.Block(scope.Module, each)?.At(key) is not null,
            _ => false,
        };
        return isThere ? $"{each}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]{reference["each.value".Length..]}" : null;
    }

    /// <summary>The instance whose key is the same, as in <c>aws_subnet.private[each.key]</c>, or in its turn, as <c>element()</c> counts.</summary>
    private static Resource? ByKey(IReadOnlyList<Resource> resources, string key, bool isOne)
    {
        // Where several are wanted, a number says nothing: the list may be sliced by it.
        if (int.TryParse(key, out var number) && number >= 0) return isOne ? resources[number % resources.Count] : null;
        Resource? one = null;
        foreach (var resource in resources)
        {
            if (resource.Index != key) continue;
            if (one is not null) return null;
            one = resource;
        }

        return one;
    }

    private static bool IsAside(string reference) =>
        reference.StartsWith("path.", StringComparison.Ordinal) || reference.StartsWith("terraform.", StringComparison.Ordinal)
        || reference.StartsWith("self.", StringComparison.Ordinal) || reference.StartsWith("tofu.", StringComparison.Ordinal)
        || reference.StartsWith("each.key", StringComparison.Ordinal) || reference.StartsWith("count.", StringComparison.Ordinal);

    private Found Follow(Scope scope, string reference, Wish wanted, int depth)
    {
        if (depth > Deepest) return Found.Nothing;
        if (_known.TryGetValue((scope.Module, reference, wanted), out var known)) return known;
        // Held while it is looked for, so that a circle ends.
        _known[(scope.Module, reference, wanted)] = Found.Nothing;
        var steps = Steps.Of(reference);
        var found = (steps[0].Name, steps.Count) switch
        {
            ("local", _) => Found.Nothing,
            ("var", >= 2) => Variable(scope, steps, wanted, depth),
            ("module", >= 2) => Output(scope, steps, wanted, depth),
            ("data", >= 3) => Instances(scope, $"data.{steps[1].Name}.{steps[2].Name}", steps[2].Key, steps.Count > 3 ? steps[3] : default, wanted, depth),
            (_, >= 2) => Instances(scope, $"{steps[0].Name}.{steps[1].Name}", steps[1].Key, steps.Count > 2 ? steps[2] : default, wanted, depth),
            _ => Found.Nothing,
        };
        return _known[(scope.Module, reference, wanted)] = found;
    }

    private Found Variable(Scope scope, IReadOnlyList<Step> steps, Wish wanted, int depth)
    {
        var name = steps[1].Name;
        Found found;
        if (scope.Module.Length == 0)
        {
            var value = configuration.Variables.Member(name).Member("value");
            if (value.ValueKind == JsonValueKind.Undefined) value = configuration.Root?.Variables.Member(name).Member("default") ?? default;
            found = Constants(Within(value, steps, 2), wanted.Kind);
        }
        else
        {
            var parent = Inventory.Parent(scope.Module);
            var step = Steps.Modules(scope.Module)[^1];
            var call = Module(parent)?.Calls.GetValueOrDefault(step.Name);
            var expression = call?.Expressions.Member(name) ?? default;
            found = expression.ValueKind == JsonValueKind.Undefined
                ? Constants(Within(Module(scope.Module)?.Variables.Member(name).Member("default") ?? default, steps, 2), wanted.Kind)
                : Follow(new Scope(parent, step.Key, call!.ForEach), expression, wanted, depth + 1);
        }

        return Picked(found, steps.Skip(1));
    }

    private Found Output(Scope scope, IReadOnlyList<Step> steps, Wish wanted, int depth)
    {
        var call = $"{(scope.Module.Length > 0 ? scope.Module + "." : "")}module.{steps[1].Name}";
        var resources = new List<Resource>();
        var ids = new List<string>();
        var isWhole = true;
        var picks = false;
        foreach (var module in inventory.Instances(call))
        {
            var key = Steps.Modules(module)[^1].Key;
            if (steps[1].Key is { } asked && key is not null && asked != key) continue;
            var outputs = Module(module)?.Outputs ?? default;
            // Without a name the reference is indexed by something of its own (module.net[each.key].subnets), and the name is lost.
            var expressions = steps.Count > 2 ? [outputs.Member(steps[2].Name).Member("expression")] : outputs.Members().Select(output => output.Member("expression"));
            foreach (var expression in expressions)
            {
                var found = Follow(new Scope(module, null, default), expression, wanted, depth + 1);
                resources.AddRange(found.Resources);
                ids.AddRange(found.Ids);
                isWhole &= found.IsWhole || steps.Count <= 2;
                picks |= found.IsOneOfThem;
            }
        }

        return Picked(new Found([.. resources.Distinct()], [.. ids.Distinct(StringComparer.Ordinal)], isWhole, picks), steps.Skip(2));
    }

    private Found Instances(Scope scope, string block, string? key, Step attribute, Wish wanted, int depth)
    {
        var group = inventory.Block(scope.Module, block);
        if (group is null) return new Found([], [], IsWhole: !block.StartsWith("data.", StringComparison.Ordinal), IsOneOfThem: false);
        IReadOnlyList<Resource> instances = key is null ? group.Resources : group.At(key) is { } one ? [one] : [];
        var resources = new List<Resource>();
        var ids = new List<string>();
        var isWhole = true;
        foreach (var instance in instances)
        {
            if ((instance.Kind & wanted.Kind) != 0) resources.Add(instance);
            else if (instance.Kind == Kind.Lookup) isWhole &= AddListed(instance, attribute.Name, wanted.Kind, resources, ids);
            else if (instance.Kind == Kind.Vpc && (wanted.Kind & Kind.RouteTable) != 0) resources.Add(MainRouteTable(instance));
            else if ((wanted.Kind & Kind.Vpc) != 0 && instance["vpc_id"] is var vpc && (vpc.IsSet || vpc.IsUnknown))
            {
                if (vpc.Text is { } id) AddConstant(id, wanted.Kind, resources, ids);
                else if (Block(instance)?.Expressions.Member("vpc_id") is { ValueKind: not JsonValueKind.Undefined } expression)
                {
                    resources.AddRange(Follow(ScopeOf(instance), expression, wanted, depth + 1).Resources);
                }
            }
        }

        return Picked(new Found([.. resources.Distinct()], ids, isWhole, IsOneOfThem: false), [attribute]);
    }

    private readonly Dictionary<string, Resource> _mainRouteTables = new(StringComparer.Ordinal);

    /// <summary>The table that AWS makes with a VPC, which a configuration can lead to but need not declare.</summary>
    public Resource MainRouteTable(Resource vpc)
    {
        if (_mainRouteTables.TryGetValue(vpc.Address, out var table)) return table;
        return _mainRouteTables[vpc.Address] = new Resource($"{vpc.Address}.main_route_table_id", vpc.Module, "aws_main_route_table", vpc.Name, vpc.Index, Kind.RouteTable, IsData: true, default, default, default);
    }

    public IEnumerable<(string Vpc, Resource Table)> MainRouteTables => _mainRouteTables.Select(entry => (entry.Key, entry.Value));

    // "ids" is what all of these data sources list; other attributes tell nothing here.
    private bool AddListed(Resource lookup, string? attribute, Kind wanted, List<Resource> resources, List<string> ids)
    {
        var lists = lookup.Type switch
        {
            "aws_subnets" or "aws_subnet_ids" => Kind.Subnet,
            "aws_route_tables" => Kind.RouteTable,
            _ => Kind.None,
        };
        if ((lists & wanted) == 0) return true;
        if (attribute is not (null or "ids" or "id")) return true;
        var listed = lookup["ids"];
        if (listed.Value.ValueKind != JsonValueKind.Array) return false;
        AddConstants(listed.Value, wanted, resources, ids);
        return true;
    }

    /// <summary>One of several by a key that stands in the reference: <c>module.vpc.private_subnets[0]</c>.</summary>
    private static Found Picked(Found found, IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            if (step.Key is not { } key || found.Resources.Count <= 1) continue;
            if (found.Resources.FirstOrDefault(resource => resource.Index == key) is { } byKey && !int.TryParse(key, out _)) return found with { Resources = [byKey] };
            if (int.TryParse(key, out var position) && position >= 0 && position < found.Resources.Count && found.Ids.Count == 0) return found with { Resources = [found.Resources[position]], IsOneOfThem = false };
        }

        return found;
    }

    private Found Constants(JsonElement value, Kind wanted)
    {
        var resources = new List<Resource>();
        var ids = new List<string>();
        AddConstants(value, wanted, resources, ids);
        return new Found(resources, ids, IsWhole: value.ValueKind != JsonValueKind.Undefined, IsOneOfThem: false);
    }

    private void AddConstants(JsonElement value, Kind wanted, List<Resource> resources, List<string> ids)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) AddConstants(item, wanted, resources, ids);
        }
        else if (value.ValueKind == JsonValueKind.String && value.Text() is { Length: > 0 } id)
        {
            AddConstant(id, wanted, resources, ids);
        }
    }

    private void AddConstant(string id, Kind wanted, List<Resource> resources, List<string> ids)
    {
        if (inventory.ById(wanted, id) is { } resource) resources.Add(resource);
        else if (IdsOfThings.Fits(id, wanted)) ids.Add(id);
    }

    private static JsonElement Within(JsonElement value, IReadOnlyList<Step> steps, int from)
    {
        for (var i = from; i < steps.Count; i++) value = value.Member(steps[i].Name);
        return value;
    }
}
