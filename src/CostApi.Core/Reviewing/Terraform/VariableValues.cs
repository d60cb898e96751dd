using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Values of variables, as far as they are constants.</summary>
internal sealed class VariableValues(References references, Configuration configuration)
{
    private const int Deepest = 40;

    private readonly Dictionary<(string Module, string Name), JsonElement> _known = [];

    /// <summary>The value that a reference to a variable has; undefined where it is no constant.</summary>
    /// <param name="module">Address of the module.</param>
    /// <param name="steps">The reference: <c>var</c>, the name, and what is within the value.</param>
    public JsonElement Constant(string module, IReadOnlyList<Step> steps)
    {
        var value = Constant(module, steps[1].Name, 0);
        // Within a map by name; what a key picks from a list is left with the list.
        for (var i = 2; i < steps.Count && value.ValueKind != JsonValueKind.Undefined; i++) value = value.Member(steps[i].Name);
        return value;
    }

    /// <summary>Whether a reference is a variable that is true or false, and so chooses and is not chosen.</summary>
    public bool IsSwitch(string module, string reference) =>
        Steps.Of(reference) is [{ Name: "var", Key: null }, { Key: null } name]
            && Constant(module, name.Name, 0).ValueKind is JsonValueKind.True or JsonValueKind.False;

    /// <summary>Whether the configuration marks a variable as sensitive, in its module or in one that gives its value.</summary>
    public bool IsSensitive(string module, string name) =>
        references.Module(module)?.Variables[name].Member("sensitive").ValueKind == JsonValueKind.True;

    private JsonElement Constant(string module, string name, int depth)
    {
        if (_known.TryGetValue((module, name), out var known)) return known;
        if (depth > Deepest || !references.Work.Charge()) return default;
        return _known[(module, name)] = Find(module, name, depth);
    }

    private JsonElement Find(string module, string name, int depth)
    {
        var byDefault = references.Module(module)?.Variables[name].Member("default") ?? default;
        if (module.Length == 0)
            return configuration.Variables[name].Member("value") is { ValueKind: not JsonValueKind.Undefined } value ? value : byDefault;
        var (written, scope) = references.Given(module, name);
        if (written is null) return byDefault;
        if (written.References.Count == 0) return written.Constant;
        return written.References is [var only] && Steps.Of(only) is [{ Name: "var", Key: null }, { Key: null } outer]
            ? Constant(scope.Module, outer.Name, depth + 1) : default;
    }
}
