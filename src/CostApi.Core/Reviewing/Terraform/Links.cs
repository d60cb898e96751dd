using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Something that an attribute leads to: a resource, or an id that nothing in the document has.</summary>
internal sealed record Link(string Address, Resource? Resource);

/// <summary>What an attribute that takes one thing leads to.</summary>
/// <param name="To">The thing, where that is certain.</param>
/// <param name="May">What it may lead to, where it is not.</param>
/// <param name="Possible">The addresses of these.</param>
/// <param name="Origin">How it was found.</param>
internal sealed record Lead(Link? To, Found May, IReadOnlyList<string> Possible, Origin Origin)
{
    /// <summary>Of an attribute that is not set.</summary>
    public static Lead Unset { get; } = new(null, Found.None, [], Origin.Declared);

    public bool IsSet => To is not null || !ReferenceEquals(this, Unset);
}

/// <summary>What an attribute that takes several leads to.</summary>
/// <param name="To">The things that it certainly has, each once.</param>
/// <param name="May">What it may lead to, where these are not all.</param>
/// <param name="Possible">The addresses of these.</param>
/// <param name="Count">How many there are, where that is certain.</param>
/// <param name="IsSet">Whether it is set at all.</param>
/// <param name="Origin">How they were found.</param>
internal sealed record LinkSet(IReadOnlyList<Link> To, Found May, IReadOnlyList<string> Possible, int? Count, bool IsSet, Origin Origin)
{
    public static LinkSet Unset { get; } = new([], Found.None, [], 0, IsSet: false, Origin.Declared);

    /// <summary>Whether it has these, and no others.</summary>
    public bool IsWhole => Count == To.Count;
}

/// <summary>Leads from attributes to what they mean, by id where it is known and by reference where it is not.</summary>
internal sealed class Links(Inventory inventory, References references)
{
    private readonly Dictionary<string, string> _withheld = new(StringComparer.Ordinal);
    private readonly Dictionary<Found, IReadOnlyList<string>> _addresses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Found, IReadOnlyList<Link>> _links = new(ReferenceEqualityComparer.Instance);

    /// <summary>What an attribute that takes one thing leads to.</summary>
    public Lead One(Resource resource, string attribute, Kind wanted) =>
        One(resource, resource[attribute], Written(resource, attribute), wanted);

    public Lead One(Resource resource, Field field, Written? written, Kind wanted)
    {
        if (field.Text is { } id) return new Lead(ById(id, field, wanted), Found.None, [], Origin.Declared);
        if (!field.IsUnknown) return Lead.Unset;
        var found = references.Follow(resource, written, wanted, isOne: true);
        if (found is { IsOne: true, Resources: [var only] }) return new Lead(Of(only), Found.None, [], Origin.Reference);
        if (found is { IsOne: true, Ids: [var foreign] })
            return new Lead(new Link(Shown(foreign, field), null), Found.None, [], Origin.Reference);
        return new Lead(null, found, Addresses(found, field), Origin.Assumed);
    }

    public LinkSet Many(Resource resource, string attribute, Kind wanted) =>
        Many(resource, resource[attribute], Written(resource, attribute), wanted);

    public LinkSet Many(Resource resource, Field field, Written? written, Kind wanted)
    {
        var items = field.Value.ValueKind == JsonValueKind.Array ? field.Items : [];
        var known = items.Where(item => item.Text is not null).Select(item => ById(item.Text!, field, wanted))
            .DistinctBy(link => link.Address).ToArray();
        if (items.Count > 0 && items.All(item => item.Text is not null))
            return new LinkSet(known, Found.None, [], known.Length, IsSet: true, Origin.Declared);
        if (items.Count == 0 && !field.IsUnknown) return LinkSet.Unset;
        // The provider computes what is not set, so "unknown" can mean either; the configuration tells which.
        if (items.Count == 0 && references.Block(resource) is not null && written is null) return LinkSet.Unset;

        var found = references.Follow(resource, written, wanted, isOne: false);
        int? count = items.Count > 0 ? items.Count : null;
        if (found.IsComplete && found.Count > 0)
        {
            IReadOnlyList<Link> links = known.Length == 0 ? Of(found, field)
                : [.. known.Concat(Of(found, field)).DistinctBy(link => link.Address)];
            // Where as many are meant as there are possibilities, each of these is meant.
            var isAll = count is { } number ? number == links.Count : found.IsAll || found.Count == 1;
            if (isAll) return new LinkSet(links, Found.None, [], links.Count, IsSet: true, Origin.Reference);
        }

        return new LinkSet(known, found, Addresses(found, field), count, IsSet: true, Origin.Assumed);
    }

    public Written? Written(Resource resource, string attribute) => references.Block(resource)?.Written(attribute);

    /// <summary>
    /// Expression of an attribute within a block that can stand several times: of the block whose constants fit, or of all.
    /// </summary>
    public Written? Written(Resource resource, string block, string attribute, Field item) =>
        references.Block(resource)?.Written(block, attribute).Of(item);

    /// <summary>A text as it may be repeated: one that is sensitive by a number, so that two stay two.</summary>
    public string? Shown(Field field) => field.Text is { } text ? Shown(text, field) : null;

    private IReadOnlyList<string> Addresses(Found found, Field field)
    {
        if (found.Count == 0) return [];
        if (found.Ids.Count > 0 && IsSensitive(field)) return [.. Of(found, field).Select(link => link.Address)];
        if (!_addresses.TryGetValue(found, out var addresses))
            _addresses[found] = addresses = [.. Of(found, field).Take(Gathering.Most).Select(link => link.Address)];
        return addresses;
    }

    private IReadOnlyList<Link> Of(Found found, Field field)
    {
        if (found.Ids.Count > 0 && IsSensitive(field))
            return [.. found.Resources.Select(Of), .. found.Ids.Select(id => new Link(Shown(id, field), null))];
        if (_links.TryGetValue(found, out var known)) return known;
        references.Work.Charge(found.Count);
        return _links[found] =
            [.. found.Resources.Select(Of).Concat(found.Ids.Select(id => new Link(id, null))).DistinctBy(link => link.Address)];
    }

    private Link ById(string id, Field field, Kind wanted) =>
        inventory.ById(wanted, id) is { } resource ? Of(resource) : new Link(Shown(id, field), null);

    private static Link Of(Resource resource) =>
        new(resource.IsData && resource.Id is { } id && !resource.IsSensitive("id") ? id : resource.Address, resource);

    private string Shown(string id, Field field)
    {
        if (!IsSensitive(field)) return id;
        if (!_withheld.TryGetValue(id, out var shown)) _withheld[id] = shown = $"(sensitive {_withheld.Count + 1})";
        return shown;
    }

    private static bool IsSensitive(Field field) =>
        field.Sensitive.ValueKind == JsonValueKind.True
        || (field.Sensitive.ValueKind == JsonValueKind.Array
            && field.Sensitive.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.True));
}
