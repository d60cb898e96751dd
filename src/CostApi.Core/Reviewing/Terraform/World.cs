namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The VPC that something is in, where that is certain, and else those of which it is in one.</summary>
internal sealed record VpcOf(string? Vpc, IReadOnlyList<string> Possible)
{
    public static VpcOf Unknown { get; } = new(null, []);
}

/// <summary>The instances of one time with what leads from one to another; notes what could not be read.</summary>
internal sealed class World
{
    private readonly Dictionary<string, VpcOf> _vpcs = new(StringComparer.Ordinal);
    private readonly Dictionary<Found, VpcOf> _vpcsOfSubnets = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (string? Name, string? Region)> _foreignVpcs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _regionsOfVpcs = new(StringComparer.Ordinal);
    private ILookup<string?, Resource>? _subnetsOfVpc;
    private string? _onlyRegion;

    public World(IEnumerable<Resource> resources, Configuration configuration, Work work)
    {
        Inventory = new Inventory(Once(resources));
        References = new References(Inventory, configuration, work);
        Links = new Links(Inventory, References);
        Regions = new Regions(Inventory, configuration, References);
        Zones = new Zones(this);
    }

    public Inventory Inventory { get; }

    public References References { get; }

    public Links Links { get; }

    public Regions Regions { get; }

    public Zones Zones { get; }

    public List<Unread> Unread { get; } = [];

    // Terraform writes an instance once; a document that was put together by hand must not be billed twice for it.
    private IEnumerable<Resource> Once(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            if (_byAddress.TryAdd(resource.Address, resource)) yield return resource;
            else Unread.Add(new Unread(resource.Address, "It is in the document more than once. Only the first occurrence is read."));
        }
    }

    /// <summary>VPCs that are named but not declared.</summary>
    public IEnumerable<DeclaredVpc> ForeignVpcs =>
        _foreignVpcs.Select(vpc => new DeclaredVpc(vpc.Key, vpc.Value.Name, vpc.Value.Region, IsDeclared: false));

    /// <summary>Managed instances of a kind, which exist and cost; data sources only name things.</summary>
    public IEnumerable<Resource> Managed(Kind kind) => Inventory.Of(kind).Where(resource => !resource.IsData);

    /// <summary>The VPC of a resource: its own, or that of a subnet of it.</summary>
    public VpcOf VpcOf(Resource resource)
    {
        if (_vpcs.TryGetValue(resource.Address, out var known)) return known;
        // Held while it is looked for, so that a circle ends.
        _vpcs[resource.Address] = Terraform.VpcOf.Unknown;
        return _vpcs[resource.Address] = FindVpc(resource);
    }

    private VpcOf FindVpc(Resource resource)
    {
        var named = Links.One(resource, "vpc_id", Kind.Vpc);
        if (named.To is { } certain) return new VpcOf(Named(certain, resource), []);
        if (resource.Kind is Kind.Subnet or Kind.Vpc) return new VpcOf(null, named.Possible);
        var ofSubnets = OfSubnets(resource);
        // It may be in any of the one and in any of the other, and so in one that both have.
        if (ofSubnets.Vpc is not null || named.Possible.Count == 0) return ofSubnets;
        var both = ofSubnets.Possible.Count == 0 ? [] : named.Possible.Intersect(ofSubnets.Possible, StringComparer.Ordinal).ToArray();
        return new VpcOf(null, both.Length > 0 ? both : named.Possible);
    }

    private VpcOf OfSubnets(Resource resource)
    {
        var one = Links.One(resource, "subnet_id", Kind.Subnet);
        var many = Links.Many(resource, "subnet_ids", Kind.Subnet);
        foreach (var link in many.To.Prepend(one.To))
            if (link?.Resource is { } subnet && VpcOf(subnet) is { Vpc: not null } certain) return certain;
        return OfAny(one.May.Count > 0 ? one.May : many.May);
    }

    private VpcOf OfAny(Found subnets)
    {
        if (subnets.Resources.Count == 0) return Terraform.VpcOf.Unknown;
        if (_vpcsOfSubnets.TryGetValue(subnets, out var known)) return known;
        References.Work.Charge(subnets.Count);
        var places = subnets.Resources.Take(Gathering.Most).Select(VpcOf).ToList();
        string[] vpcs = [.. places.SelectMany(place => place.Vpc is { } vpc ? [vpc] : place.Possible.Take(Gathering.Most))
            .Distinct(StringComparer.Ordinal).Take(Gathering.Most)];
        // Whichever of them it is, where all are in one VPC.
        var isCertain = vpcs.Length == 1 && subnets.IsComplete && subnets.Ids.Count == 0
            && places.TrueForAll(place => place.Vpc is not null);
        return _vpcsOfSubnets[subnets] = isCertain ? new VpcOf(vpcs[0], []) : new VpcOf(null, vpcs);
    }

    private string Named(Link vpc, Resource of)
    {
        if (vpc.Resource is { IsData: false }) return vpc.Address;
        var region = vpc.Resource is null ? null : Regions.Of(vpc.Resource);
        _foreignVpcs.TryAdd(vpc.Address, (vpc.Resource?["tags"]["Name"].PublicText, region ?? Regions.Of(of)));
        return vpc.Address;
    }

    /// <summary>Notes the VPC at the other end of something.</summary>
    public string? Vpc(Resource resource, string attribute) =>
        Links.One(resource, attribute, Kind.Vpc).To is { } link ? Named(link, resource) : null;

    public string? RegionOf(Resource resource) =>
        Regions.Of(resource)
        ?? RegionOfVpc(resource)
        ?? (resource.Kind == Kind.Subnet ? null : Links.One(resource, "subnet_id", Kind.Subnet).To?.Resource is { } subnet
            ? Regions.Of(subnet) : null)
        ?? RegionOfSubnets(resource)
        ?? (OnlyRegion.Length > 0 ? OnlyRegion : null);

    private string? RegionOfVpc(Resource resource)
    {
        var place = VpcOf(resource);
        if (place.Vpc is { } vpc) return OfDeclared(vpc);
        var regions = place.Possible.Select(OfDeclared).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return regions is [var only] ? only : null;

        string? OfDeclared(string address) =>
            _byAddress.GetValueOrDefault(address) is { } declared && !ReferenceEquals(declared, resource) ? Regions.Of(declared) : null;
    }

    // A resource that is gone from the configuration has no provider there; where all others are in one Region, so was it.
    private string OnlyRegion =>
        _onlyRegion ??= Inventory.All.Select(Regions.Of).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only]
            ? only : "";

    // A VPC of a state has no zone, but its subnets have.
    private string? RegionOfSubnets(Resource resource)
    {
        var vpc = resource.Kind == Kind.Vpc ? resource.Address : resource.Kind == Kind.Subnet ? null : VpcOf(resource).Vpc;
        if (vpc is null) return null;
        if (!_regionsOfVpcs.TryGetValue(vpc, out var region))
            _regionsOfVpcs[vpc] = region = SubnetsOf(vpc).Select(Regions.Of).FirstOrDefault(found => found is not null);
        return region;
    }

    /// <summary>The subnets of a VPC; under null those of which it is not known.</summary>
    public IEnumerable<Resource> SubnetsOf(string? vpc) => SubnetsOfVpcs[vpc];

    public ILookup<string?, Resource> SubnetsOfVpcs =>
        _subnetsOfVpc ??= Inventory.Of(Kind.Subnet).ToLookup(subnet => VpcOf(subnet).Vpc, StringComparer.Ordinal);
}
