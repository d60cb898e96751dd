namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The instances of one time with what leads from one to another; notes what could not be read.</summary>
internal sealed class World
{
    private readonly Dictionary<string, string?> _vpcs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Name, string? Region)> _foreignVpcs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _zones = new(StringComparer.Ordinal);
    private ILookup<string?, Resource>? _subnetsOfVpc;
    private readonly Dictionary<string, string?> _regionsOfVpcs = new(StringComparer.Ordinal);
    private string? _onlyRegion;

    public World(IEnumerable<Resource> resources, Configuration configuration)
    {
        Inventory = new Inventory(Once(resources));
        References = new References(Inventory, configuration);
        Links = new Links(Inventory, References);
        Regions = new Regions(Inventory, configuration, References);
    }

    public Inventory Inventory { get; }

    public References References { get; }

    public Links Links { get; }

    public Regions Regions { get; }

    public List<Unread> Unread { get; } = [];

    // Terraform writes an instance once; a document that was put together by hand must not be billed twice for it.
    private IEnumerable<Resource> Once(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            if (_byAddress.TryAdd(resource.Address, resource)) yield return resource;
            else Unread.Add(new Unread(resource.Address, "It stands in the document more than once; only the first is read."));
        }
    }

    /// <summary>VPCs that are named but not declared.</summary>
    public IEnumerable<DeclaredVpc> ForeignVpcs => _foreignVpcs.Select(vpc => new DeclaredVpc(vpc.Key, vpc.Value.Name, vpc.Value.Region, IsDeclared: false));

    /// <summary>Managed instances of a kind, which exist and cost; data sources only name things.</summary>
    public IEnumerable<Resource> Managed(Kind kind) => Inventory.Of(kind).Where(resource => !resource.IsData);

    /// <summary>Address of the VPC of a resource: its own, or that of a subnet of it.</summary>
    public string? VpcOf(Resource resource)
    {
        if (_vpcs.TryGetValue(resource.Address, out var known)) return known;
        _vpcs[resource.Address] = null;
        return _vpcs[resource.Address] = Named(Links.One(resource, "vpc_id", Kind.Vpc), resource) ?? ThroughSubnets(resource);
    }

    private string? ThroughSubnets(Resource resource)
    {
        if (resource.Kind is Kind.Subnet or Kind.Vpc) return null;
        var subnets = Links.One(resource, "subnet_id", Kind.Subnet) is { } one ? [one.Resource]
            : Links.Candidates(resource, "subnet_id", Kind.Subnet).Concat(Links.Many(resource, "subnet_ids", Kind.Subnet).To.Select(link => link.Resource));
        var vpcs = subnets.Select(subnet => subnet is null ? null : VpcOf(subnet)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return vpcs.Count == 1 ? vpcs[0] : null;
    }

    private string? Named(Link? vpc, Resource of)
    {
        if (vpc is null) return null;
        if (vpc.Resource is { IsData: false }) return vpc.Address;
        _foreignVpcs.TryAdd(vpc.Address, (vpc.Resource?["tags"]["Name"].PublicText, (vpc.Resource is null ? null : Regions.Of(vpc.Resource)) ?? Regions.Of(of)));
        return vpc.Address;
    }

    /// <summary>Notes the VPC at the other end of something.</summary>
    public string? Vpc(Resource resource, string attribute) => Named(Links.One(resource, attribute, Kind.Vpc), resource);

    public string? RegionOf(Resource resource) =>
        Regions.Of(resource)
        ?? (VpcOf(resource) is { } vpc && _byAddress.GetValueOrDefault(vpc) is { } declared && !ReferenceEquals(declared, resource) ? Regions.Of(declared) : null)
        ?? (resource.Kind == Kind.Subnet ? null : Links.One(resource, "subnet_id", Kind.Subnet)?.Resource is { } subnet ? Regions.Of(subnet) : null)
        ?? RegionOfSubnets(resource)
        ?? (OnlyRegion.Length > 0 ? OnlyRegion : null);

    // A resource that is gone from the configuration has no provider there; where all others are in one Region, so was it.
    private string OnlyRegion =>
        _onlyRegion ??= Inventory.All.Select(Regions.Of).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : "";

    // A VPC of a state has no zone, but its subnets have.
    private string? RegionOfSubnets(Resource resource)
    {
        var vpc = resource.Kind == Kind.Vpc ? resource.Address : resource.Kind == Kind.Subnet ? null : VpcOf(resource);
        if (vpc is null) return null;
        if (!_regionsOfVpcs.TryGetValue(vpc, out var region)) _regionsOfVpcs[vpc] = region = SubnetsOf(vpc).Select(Regions.Of).FirstOrDefault(found => found is not null);
        return region;
    }

    public IEnumerable<Resource> SubnetsOf(string vpc) =>
        (_subnetsOfVpc ??= Inventory.Of(Kind.Subnet).ToLookup(VpcOf, StringComparer.Ordinal))[vpc];

    // No Region has more.
    public const int MostZones = 6;

    private readonly Dictionary<string, (IReadOnlyList<string> Names, int Count)> _zonesAround = new(StringComparer.Ordinal);

    /// <summary>The zones that a VPC has subnets in; where it is not known, that the document has. The names where all are known.</summary>
    public (IReadOnlyList<string> Names, int Count) ZonesAround(string? vpc)
    {
        if (_zonesAround.TryGetValue(vpc ?? "", out var known)) return known;
        var zones = (vpc is null ? Inventory.Of(Kind.Subnet) : SubnetsOf(vpc)).Select(ZoneOf).ToList();
        var names = zones.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return _zonesAround[vpc ?? ""] = (zones.Contains(null) ? [] : names, names.Count > 0 ? names.Count : Math.Min(zones.Count, MostZones));
    }

    /// <summary>The zone of a subnet by name, by id, or by the position that the configuration takes it from.</summary>
    public string? ZoneOf(Resource subnet)
    {
        if (_zones.TryGetValue(subnet.Address, out var known)) return known;
        return _zones[subnet.Address] = subnet["availability_zone"].Text ?? subnet["availability_zone_id"].Text ?? Position(subnet);
    }

    // names[0] of a data source that was not read is some zone, and the same one wherever it is asked for.
    private string? Position(Resource subnet)
    {
        if (!subnet["availability_zone"].IsUnknown && !subnet["availability_zone_id"].IsUnknown) return null;
        var expression = Links.Expression(subnet, "availability_zone");
        if (expression.ValueKind == System.Text.Json.JsonValueKind.Undefined) expression = Links.Expression(subnet, "availability_zone_id");
        var references = Expressions.References(expression).ToList();
        foreach (var reference in references)
        {
            var steps = Steps.Of(reference);
            if (steps is [{ Name: "data" }, { Name: "aws_availability_zones" }, _, { Key: { } key }, ..] && int.TryParse(key, out var position) && position is >= 0 and < 100) return $"zone {position + 1}";
        }

        return references.Contains("count.index") && int.TryParse(subnet.Index, out var index) && index is >= 0 and < 100 ? $"zone {index + 1}" : null;
    }
}
