namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The thing that a property names, as far as the template tells which.</summary>
/// <param name="Only">Its address; null where it is one of several, or not known.</param>
/// <param name="Possible">Addresses of things of which it is one, where <paramref name="Only"/> is null; as far as they have one.</param>
/// <param name="Why">Why it is not known which; null where it is.</param>
internal sealed record Which(string? Only, IReadOnlyList<string> Possible, string? Why)
{
    /// <summary>Nothing is written.</summary>
    public static Which None { get; } = new(null, [], null);

    /// <summary>The one, or those that it can be.</summary>
    public IReadOnlyList<string> All => Only is null ? Possible : [Only];

    /// <param name="value">What the property comes to.</param>
    /// <param name="isRequired">Whether AWS refuses the resource without it, so that nothing is none of the possibilities.</param>
    public static Which Of(Value value, bool isRequired)
    {
        if (value is Value.Absent) return None;
        if (value is not Value.OneOf several)
            return Named.Address(value) is { } known ? new Which(known, [], null) : new Which(null, [], value.Doubt ?? "it is not a name");
        Value[] options = [.. several.Options.Where(option => !(isRequired && option is Value.Absent))];
        string?[] addresses = [.. options.Select(Named.Address).Distinct()];
        return addresses is [{ } only] ? new Which(only, [], null) : new Which(null, [.. addresses.OfType<string>()], several.Why);
    }

    /// <summary>One of what several things lead to: certain where they all lead to one.</summary>
    public static Which Of(IEnumerable<Which> all, string why)
    {
        var parts = all.ToArray();
        string[] addresses = [.. parts.SelectMany(part => part.All).Distinct()];
        return addresses is [var only] && parts.All(part => part.Only is not null)
            ? new Which(only, [], null)
            : new Which(null, addresses, why);
    }
}
