using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Something that an attribute leads to: a resource, or an id that nothing in the document has.</summary>
internal sealed record Link(string Address, Resource? Resource);

/// <summary>What an attribute that takes several leads to.</summary>
/// <param name="To">The things, each once.</param>
/// <param name="Count">How many there are, where that is certain.</param>
/// <param name="IsSet">Whether it is set at all.</param>
/// <param name="IsWhole">Whether these are all, and all are meant.</param>
/// <param name="Origin">How they were found.</param>
internal sealed record LinkSet(IReadOnlyList<Link> To, int? Count, bool IsSet, bool IsWhole, Origin Origin)
{
    public static LinkSet Unset { get; } = new([], 0, IsSet: false, IsWhole: true, Origin.Declared);
}

/// <summary>Leads from attributes to what they mean, by id where it is known and by reference where it is not.</summary>
internal sealed class Links(Inventory inventory, References references)
{
    // A VPC has 200 subnets and as many route tables, unless AWS was asked for more.
    private const int MostLinks = 256;

    private readonly Dictionary<string, string> _withheld = new(StringComparer.Ordinal);

    /// <summary>What an attribute that takes one thing leads to; nothing where it is unset or cannot be told.</summary>
    public Link? One(Resource resource, string attribute, Kind wanted) => One(resource, resource[attribute], Expression(resource, attribute), wanted)?.Link;

    public (Link Link, Origin Origin)? One(Resource resource, Field field, JsonElement expression, Kind wanted)
    {
        if (field.Text is { } id) return (ById(id, field, wanted), Origin.Declared);
        if (!field.IsUnknown) return null;
        var found = references.Follow(resource, expression, wanted, isOne: true);
        if (found is { Resources: [var only], Ids: [] }) return (Of(only), Origin.Reference);
        if (found is { Resources: [], Ids: [var foreign] }) return (new Link(Shown(foreign, field), null), Origin.Reference);
        // Locals are not in the document; most lead to what stands beside them in the module.
        if (found.IsEmpty && !found.IsWhole && expression.ValueKind != JsonValueKind.Undefined && Beside(resource, wanted) is { } beside) return (Of(beside), Origin.Assumed);
        return null;
    }

    /// <summary>All that an attribute for one thing may lead to, where it cannot be told which.</summary>
    public IReadOnlyList<Resource> Candidates(Resource resource, string attribute, Kind wanted) =>
        resource[attribute].IsUnknown ? [.. references.Follow(resource, Expression(resource, attribute), wanted, isOne: true).Resources.Take(MostLinks)] : [];

    public LinkSet Many(Resource resource, string attribute, Kind wanted) => Many(resource, resource[attribute], Expression(resource, attribute), wanted);

    public LinkSet Many(Resource resource, Field field, JsonElement expression, Kind wanted)
    {
        var items = field.Value.ValueKind == JsonValueKind.Array ? field.Items : [];
        if (items.Count > 0 && items.All(item => item.Text is not null))
            return new LinkSet([.. items.Select(item => ById(item.Text!, field, wanted)).DistinctBy(link => link.Address)], items.Count, IsSet: true, IsWhole: true, Origin.Declared);
        if (items.Count == 0 && !field.IsUnknown) return LinkSet.Unset;
        // The provider computes what is not set, so "unknown" can mean either; the configuration tells which.
        if (items.Count == 0 && references.Block(resource) is not null && expression.ValueKind == JsonValueKind.Undefined) return LinkSet.Unset;
        var found = references.Follow(resource, expression, wanted, isOne: false);
        // A whole module's worth of references can lead to all there is; nothing in AWS takes so many.
        if (found.Resources.Count > MostLinks) found = found with { Resources = [.. found.Resources.Take(MostLinks)], IsWhole = false };
        var links = found.Resources.Select(Of)
            .Concat(found.Ids.Select(id => new Link(Shown(id, field), null)))
            .Concat(items.Where(item => item.Text is not null).Select(item => ById(item.Text!, field, wanted)))
            .DistinctBy(link => link.Address)
            .ToList();
        // Where the length is known and does not fit, the references mean more, or less, than is meant.
        int? count = items.Count > 0 ? items.Count : null;
        if (count is { } known && known != links.Count) return new LinkSet(links, known, IsSet: true, IsWhole: false, Origin.Reference);
        return new LinkSet(links, count ?? (found is { IsWhole: true, IsOneOfThem: false } && links.Count > 0 ? links.Count : null), IsSet: true,
            IsWhole: count is not null || (found is { IsWhole: true, IsOneOfThem: false } && links.Count > 0), Origin.Reference);
    }

    public JsonElement Expression(Resource resource, string attribute) => references.Block(resource)?.Expressions.Member(attribute) ?? default;

    /// <summary>Expression of an attribute within a block that can stand several times: of the block whose constants fit, or of all.</summary>
    public JsonElement Expression(Resource resource, string block, string attribute, Field item)
    {
        var blocks = Expression(resource, block);
        // Where the block is written as an attribute, its references are not told apart.
        if (blocks.ValueKind == JsonValueKind.Object) return blocks.Member("references").ValueKind == JsonValueKind.Array ? blocks : blocks.Member(attribute);
        if (blocks.ValueKind != JsonValueKind.Array) return default;
        var fitting = blocks.EnumerateArray().Where(candidate => candidate.Member(attribute).ValueKind != JsonValueKind.Undefined && Fits(candidate, item)).ToList();
        if (fitting.Count == 1) return fitting[0].Member(attribute);
        return JsonSerializer.SerializeToElement(new Dictionary<string, string[]>
        {
            ["references"] = [.. fitting.SelectMany(candidate => Expressions.References(candidate.Member(attribute))).Distinct(StringComparer.Ordinal)],
        });
    }

    // Sets are ordered by what is in them, not as they are written.
    private static bool Fits(JsonElement block, Field item)
    {
        if (block.ValueKind != JsonValueKind.Object) return false;
        foreach (var member in block.EnumerateObject())
        {
            var constant = Expressions.Constant(member.Value).Text();
            if (constant is not null && item[member.Name].Text is { } value && value != constant) return false;
        }

        return true;
    }

    private ILookup<(string Module, Kind Kind), string>? _beside;

    private Resource? Beside(Resource resource, Kind wanted)
    {
        _beside ??= inventory.All.Where(candidate => !candidate.IsData).DistinctBy(candidate => (candidate.Module, candidate.Block)).ToLookup(candidate => (candidate.Module, candidate.Kind), candidate => candidate.Block);
        var blocks = _beside[(resource.Module, wanted)].Take(2).ToList();
        if (blocks is not [var block] || inventory.Block(resource.Module, block) is not { } group) return null;
        return group.Resources is [var only] ? only : resource.Index is { } index ? group.At(index) : null;
    }

    private Link ById(string id, Field field, Kind wanted) => inventory.ById(wanted, id) is { } resource ? Of(resource) : new Link(Shown(id, field), null);

    private static Link Of(Resource resource) => new(resource.IsData && resource.Id is { } id && !resource.IsSensitive("id") ? id : resource.Address, resource);

    // Numbered, so that two stay two.
    private string Shown(string id, Field field)
    {
        var sensitive = field.Sensitive;
        if (sensitive.ValueKind != JsonValueKind.True && !(sensitive.ValueKind == JsonValueKind.Array && sensitive.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.True))) return id;
        if (!_withheld.TryGetValue(id, out var shown)) _withheld[id] = shown = $"(sensitive {_withheld.Count + 1})";
        return shown;
    }
}
