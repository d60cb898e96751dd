namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The Availability Zones of subnets and VPCs.</summary>
internal sealed class Zones(World world)
{
    // No Region has more.
    private const int Most = 6;

    private readonly Dictionary<string, string?> _ofSubnets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<string> Names, int Count)> _around = new(StringComparer.Ordinal);
    private readonly Dictionary<Found, Dictionary<string, int>> _ofCandidates = new(ReferenceEqualityComparer.Instance);

    /// <summary>The zones that a VPC has subnets in: the names where all are known, and how many.</summary>
    public (IReadOnlyList<string> Names, int Count) Around(string vpc)
    {
        if (_around.TryGetValue(vpc, out var known)) return known;
        var zones = world.SubnetsOf(vpc).Select(Of).ToList();
        var names = zones.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return _around[vpc] = (zones.Contains(null) ? [] : names, Count(zones));
    }

    /// <summary>The most zones that a VPC has, of those that something may be in; 0 where none are known.</summary>
    public int MostAround(VpcOf place)
    {
        if (place.Vpc is { } vpc) return Around(vpc).Count;
        if (place.Possible.Count > 0) return place.Possible.Max(possible => Around(possible).Count);
        // Of a VPC that is not known at all, any of the document's.
        return _mostOfAll ??= world.SubnetsOfVpcs.Select(group => Count([.. group.Select(Of)])).DefaultIfEmpty(0).Max();
    }

    private int? _mostOfAll;

    /// <summary>The most zones that one VPC has of some subnets, where all of them are in one of several VPCs.</summary>
    public int MostOf(Found subnets, VpcOf place)
    {
        if (!_ofCandidates.TryGetValue(subnets, out var byVpc))
        {
            world.References.Work.Charge(subnets.Count);
            _ofCandidates[subnets] = byVpc = subnets.Resources.Take(Gathering.Most)
                .GroupBy(subnet => world.VpcOf(subnet).Vpc ?? "", StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Count([.. group.Select(Of)]), StringComparer.Ordinal);
        }

        if (place.Vpc is { } vpc) return Math.Max(byVpc.GetValueOrDefault(vpc), byVpc.GetValueOrDefault(""));
        return byVpc.Values.DefaultIfEmpty(0).Max();
    }

    /// <summary>The zone of a subnet by name, by id, or by the position that the configuration takes it from.</summary>
    public string? Of(Resource subnet)
    {
        if (_ofSubnets.TryGetValue(subnet.Address, out var known)) return known;
        return _ofSubnets[subnet.Address] = world.Links.Shown(subnet["availability_zone"])
            ?? world.Links.Shown(subnet["availability_zone_id"]) ?? Position(subnet);
    }

    // Those whose zone is not known may be in one or in many.
    private static int Count(List<string?> zones)
    {
        var names = zones.OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return names > 0 ? names : Math.Min(zones.Count, Most);
    }

    // names[0] of a data source that was not read is some zone, and the same one wherever it is asked for.
    private string? Position(Resource subnet)
    {
        if (!subnet["availability_zone"].IsUnknown && !subnet["availability_zone_id"].IsUnknown) return null;
        var references = (world.Links.Written(subnet, "availability_zone")
            ?? world.Links.Written(subnet, "availability_zone_id"))?.References ?? [];
        // What else is in it may choose between zones.
        if (references is [var only] && Steps.Of(only) is [{ Name: "data" }, { Name: "aws_availability_zones" }, _, { Key: { } key }, ..])
            return Numbered(key);
        return references.Count == 2 && references.Contains("count.index") ? Numbered(subnet.Index) : null;
    }

    private static string? Numbered(string? index) =>
        int.TryParse(index, out var position) && position is >= 0 and < 100 ? $"zone {position + 1}" : null;
}
