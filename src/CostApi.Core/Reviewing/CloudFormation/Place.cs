using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The subnets of a template, and in which zones they put what stands in them.</summary>
internal sealed class Place(IReadOnlyDictionary<string, DeclaredSubnet> subnets, Func<string, bool> isDeclared)
{
    public DeclaredSubnet? Subnet(string? address) => address is not null && subnets.TryGetValue(address, out var subnet) ? subnet : null;

    /// <summary>The zones of all subnets of a VPC; null where one is not known, or another stack declares the VPC and may add to it.</summary>
    public IReadOnlyList<string>? ZonesOf(string? vpc)
    {
        if (vpc is null || !isDeclared(vpc)) return null;
        var zones = subnets.Values.Where(subnet => subnet.Vpc == vpc).Select(subnet => subnet.Zone).ToArray();
        return zones.Length > 0 && !zones.Contains(null) ? [.. zones.OfType<string>().Distinct()] : null;
    }

    /// <summary>
    /// The zones of what has a network interface in each of these subnets. AWS refuses two subnets of one zone on one
    /// endpoint (CreateVpcEndpoint, InvalidParameter), so subnets whose zones are not known count as one zone each.
    /// </summary>
    public ZonesOf Zones(Several listed, string? vpc)
    {
        var addresses = listed.Certain.Select(Named.Address).ToArray();
        var named = addresses.Select(address => Subnet(address)?.Zone).ToArray();
        var distinct = named.OfType<string>().Distinct().ToArray();
        var unnamed = addresses.Zip(named).Where(pair => pair.Second is null).Select((pair, index) => pair.First ?? $"#{index}").Distinct().Count();
        var known = distinct.Length + unnamed;
        if (listed.IsKnown) return new ZonesOf(distinct, known, known, addresses.Any(address => Subnet(address) is not null) ? Origin.Reference : Origin.Declared);
        var least = known + listed.Least;
        // No Region has more than six zones; a VPC that declares its subnets has no endpoint elsewhere.
        var most = ZonesOf(vpc)?.Count ?? (listed.Most is null ? Limits.Zones : int.MaxValue);
        return new ZonesOf(distinct, least, Math.Max(least, Math.Min(most, known + (listed.Most ?? Limits.Zones))), Origin.Assumed);
    }
}
