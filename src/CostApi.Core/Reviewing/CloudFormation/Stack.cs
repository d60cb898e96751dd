namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The resources that a stack of the template will have, and what works out their properties.</summary>
internal sealed class Stack(IReadOnlyList<Resource> resources, Evaluator evaluator, string? region, Notes notes)
{
    private readonly Dictionary<string, string> _types = resources.ToDictionary(resource => resource.Address, resource => resource.Type);

    public IReadOnlyList<Resource> Resources { get; } = resources;

    public string? Region { get; } = region;

    public Notes Notes { get; } = notes;

    public IEnumerable<Resource> Of(params string[] types) => Resources.Where(resource => types.Contains(resource.Type));

    public string? TypeOf(string? address) => address is null ? null : _types.GetValueOrDefault(address);

    public Value Property(Resource resource, string name) => evaluator.Property(resource, name);

    /// <summary>The address of what a property stands for; null, with a note, where it is written and not known.</summary>
    public string? Address(Resource resource, string name, string what)
    {
        var value = Property(resource, name);
        if (value is Value.Absent) return null;
        var address = Named.Address(value);
        if (address is null) Notes.Add(resource.Address, $"{what} is not known: {value.Doubt ?? $"{name} is no name"}.");
        return address;
    }

    /// <summary>The <c>Name</c> tag; null where there is none or it is not known.</summary>
    public string? NameOf(Resource resource) =>
        Property(resource, "Tags") is Value.List tags
            ? tags.Items.OfType<Value.Map>().Where(tag => tag.Members.GetValueOrDefault("Key") is Value.Text { Content: "Name" })
                .Select(tag => (tag.Members.GetValueOrDefault("Value") as Value.Text)?.Content).FirstOrDefault()
            : null;
}
