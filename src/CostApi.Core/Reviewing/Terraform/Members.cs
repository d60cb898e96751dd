using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Members of a JSON object by name; the object itself looks through all of them for each.</summary>
internal sealed class Members
{
    private readonly Dictionary<string, JsonElement> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Written> _written = new(StringComparer.Ordinal);

    public Members(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject()) _byName[member.Name] = member.Value;
    }

    public static Members None { get; } = new(default);

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public JsonElement this[string name] => _byName.GetValueOrDefault(name);

    /// <summary>A member that is an expression; null where there is none.</summary>
    public Written? Written(string name, Work work)
    {
        if (_written.TryGetValue(name, out var known)) return known;
        return _byName.TryGetValue(name, out var expression) ? _written[name] = Terraform.Written.Of(expression, work) : null;
    }

    /// <summary>The expression of an output: a member of what stands under its name.</summary>
    public Written? Output(string name, Work work)
    {
        if (_written.TryGetValue(name, out var known)) return known;
        return this[name] is { ValueKind: JsonValueKind.Object } output && output.TryGetProperty("expression", out var expression)
            ? _written[name] = Terraform.Written.Of(expression, work)
            : null;
    }
}
