namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The resources that a stack of the template will have, and what works out their properties.</summary>
internal sealed class Stack(
    IReadOnlyList<Resource> resources, IReadOnlyDictionary<string, Literal> outputs, Evaluator evaluator, string? region, Notes notes)
{
    private readonly Dictionary<string, Resource> _byAddress = resources.ToDictionary(resource => resource.Address);
    private readonly ILookup<string, Resource> _byType = resources.ToLookup(resource => resource.Type);
    private readonly Dictionary<Literal, IReadOnlyList<Mention>> _mentions = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Resource> Resources { get; } = resources;

    public IReadOnlyDictionary<string, Literal> Outputs { get; } = outputs;

    public string? Region { get; } = region;

    public Notes Notes { get; } = notes;

    /// <summary>The resources of some types, in the order of the types.</summary>
    public IEnumerable<Resource> Of(params string[] types) => types.SelectMany(type => _byType[type]);

    public Resource? Find(string address) => _byAddress.GetValueOrDefault(address);

    public string? TypeOf(string? address) => address is null ? null : Find(address)?.Type;

    public Value Property(Resource resource, string name) => evaluator.Property(resource, name);

    /// <summary>What the resource refers to.</summary>
    public IReadOnlyList<Mention> Mentions(Literal literal) =>
        _mentions.TryGetValue(literal, out var known) ? known : _mentions[literal] = CloudFormation.Mentions.In(literal, evaluator);

    /// <summary>What a property names; said where it is written and not known.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="name">The property.</param>
    /// <param name="what">What it names, as the beginning of a sentence.</param>
    /// <param name="isRequired">Whether AWS refuses the resource without it.</param>
    public Which Which(Resource resource, string name, string what, bool isRequired = true)
    {
        var which = CloudFormation.Which.Of(Property(resource, name), isRequired);
        if (which.Only is not null || which.Why is null) return which;
        var among = which.Possible.Count > 1 ? $"is one of {Sayable.Some(which.Possible)}, and it is not known which one" : "is not known";
        Notes.Add(resource.Address, $"{what} {among}: {which.Why}.");
        return which;
    }

    /// <summary>The <c>Name</c> tag; null where there is none or it is not known.</summary>
    public string? NameOf(Resource resource) =>
        Property(resource, "Tags") is Value.List tags
            ? tags.Items.OfType<Value.Map>().Where(tag => tag.Members.GetValueOrDefault("Key") is Value.Text { Content: "Name" })
                .Select(tag => (tag.Members.GetValueOrDefault("Value") as Value.Text)?.Content).FirstOrDefault()
            : null;
}
