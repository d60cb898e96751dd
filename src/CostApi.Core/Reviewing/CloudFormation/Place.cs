using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The subnets of a template, and in which VPCs and zones they put what stands in them.</summary>
internal sealed class Place
{
    private readonly Dictionary<string, DeclaredSubnet> _subnets;
    private readonly ILookup<string, string?> _zones;
    private readonly Func<string, bool> _isDeclared;
    private readonly Dictionary<string, IReadOnlyList<string>?> _known = new(StringComparer.Ordinal);

    public Place(IReadOnlyList<DeclaredSubnet> subnets, Func<string, bool> isDeclared)
    {
        _subnets = subnets.ToDictionary(subnet => subnet.Address);
        _zones = subnets.SelectMany(subnet => VpcsOf(subnet).All, (subnet, vpc) => (subnet.Zone, vpc))
            .ToLookup(pair => pair.vpc, pair => pair.Zone);
        _isDeclared = isDeclared;
    }

    public DeclaredSubnet? Subnet(string? address) => address is not null && _subnets.TryGetValue(address, out var subnet) ? subnet : null;

    /// <summary>The VPC of what stands in these subnets, which are all in one.</summary>
    /// <param name="certain">Subnets that it is in.</param>
    /// <param name="possible">Subnets of which it is in some.</param>
    public Which Vpc(IEnumerable<string> certain, IEnumerable<string> possible)
    {
        var parts = new List<Which>();
        foreach (var subnet in certain.Select(Subnet).OfType<DeclaredSubnet>())
        {
            var vpc = VpcsOf(subnet);
            if (vpc.Only is not null) return vpc;
            parts.Add(vpc);
        }

        parts.AddRange(possible.Select(address => Subnet(address) is { } subnet ? VpcsOf(subnet) : Which.None));
        return parts.Count == 0 ? Which.None : Which.Of(parts, "its subnets are not known");
    }

    /// <summary>The zones of all subnets of a VPC; null where one is not known, or another stack declares the VPC and may add to
    /// it.</summary>
    public IReadOnlyList<string>? ZonesOf(string? vpc)
    {
        if (vpc is null || !_isDeclared(vpc)) return null;
        if (_known.TryGetValue(vpc, out var known)) return known;
        string?[] zones = [.. _zones[vpc].Distinct()];
        return _known[vpc] = zones.Length > 0 && !zones.Contains(null) ? [.. zones.OfType<string>()] : null;
    }

    /// <summary>The most zones that something in the VPC can be in; in one of several VPCs, those of the one with most.</summary>
    public int Most(Which vpc) => vpc.All.Count == 0 ? Limits.Zones : vpc.All.Max(candidate => ZonesOf(candidate)?.Count ?? Limits.Zones);

    /// <summary>
    /// The zones of what has a network interface in each of these subnets. AWS refuses two subnets of one zone on one
    /// endpoint (CreateVpcEndpoint, InvalidParameter), so subnets whose zones are not known count as one zone each.
    /// </summary>
    public ZonesOf Zones(Several listed, Which vpc)
    {
        var addresses = listed.Certain.Select(Named.Address).ToArray();
        if (addresses.Any(CdkLookups.IsPlaceholder)) return new ZonesOf([], 1, Most(vpc), Origin.Assumed);
        var named = addresses.Select(address => Subnet(address)?.Zone).ToArray();
        var distinct = named.OfType<string>().Distinct().ToArray();
        var unnamed = addresses.Zip(named)
            .Where(pair => pair.Second is null).Select((pair, index) => pair.First ?? $"#{index}").Distinct().Count();
        var known = distinct.Length + unnamed;
        if (listed.IsKnown)
        {
            var isWritten = addresses.Any(address => Subnet(address) is not null);
            return new ZonesOf(distinct, known, known, isWritten ? Origin.Reference : Origin.Declared);
        }

        var least = known + listed.Least;
        // No Region has more than six zones; a VPC that declares its subnets has no endpoint elsewhere.
        var most = listed.Most is { } further ? Math.Min(known + further, KnownMost(vpc)) : Most(vpc);
        return new ZonesOf(distinct, least, Math.Max(least, most), Origin.Assumed);
    }

    private int KnownMost(Which vpc) =>
        vpc.All.Count > 0 && vpc.All.All(candidate => ZonesOf(candidate) is not null) ? Most(vpc) : int.MaxValue;

    private static Which VpcsOf(DeclaredSubnet subnet) => new(subnet.Vpc, subnet.PossibleVpcs, null);
}
