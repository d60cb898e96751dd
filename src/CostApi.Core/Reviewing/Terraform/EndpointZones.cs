namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Finds the zones of endpoints: of their subnets, however these are given.</summary>
internal sealed class EndpointZones(World world, ILookup<string, Resource> associations)
{
    private readonly HashSet<(string Module, string Block, string Why)> _told = [];

    /// <summary>The zones, and the subnets that it is certainly in.</summary>
    public (ZonesOf Zones, IReadOnlyList<string> Subnets) Of(Resource endpoint, VpcOf place)
    {
        var declared = world.Links.Many(endpoint, "subnet_ids", Kind.Subnet);
        var configured = endpoint["subnet_configuration"].Items
            .Select(item => world.Links.One(endpoint, item["subnet_id"],
                world.Links.Written(endpoint, "subnet_configuration", "subnet_id", item), Kind.Subnet).To)
            .ToArray();
        var associated = associations[endpoint.Address].Select(association => world.Links.One(association, "subnet_id", Kind.Subnet).To)
            .ToArray();
        Link[] subnets = [.. declared.To.Concat(configured.Concat(associated).OfType<Link>()).DistinctBy(link => link.Address)];

        var isNamed = declared.IsSet || configured.Length > 0 || associated.Length > 0;
        var origin = declared.IsSet ? declared.Origin : configured.Length > 0 ? Origin.Declared : Origin.Association;
        string[] addresses = [.. subnets.Select(subnet => subnet.Address)];
        if (!isNamed)
            return (Untold(endpoint, place,
                "The document shows no subnet for this endpoint, and no other resource associates one with it. Specify subnet_ids, or "
                + "send the plan that associates them."), []);

        var zones = subnets.Select(subnet => subnet.Resource is { } resource ? world.Zones.Of(resource) : null).ToArray();
        string[] names = [.. zones.OfType<string>().Distinct(StringComparer.Ordinal)];
        // AWS refuses two subnets of one zone on an endpoint, so those whose zone is not known are each in another.
        var seen = names.Length + zones.Count(zone => zone is null);
        var unknown = configured.Concat(associated).Count(link => link is null);
        if (declared.IsWhole && unknown == 0) return (new ZonesOf(names, seen, seen, origin), addresses);

        // The number is certain though not which they are: as many as there are items, blocks or associations.
        var number = declared.IsSet ? declared.Count + unknown : configured.Length + associated.Length;
        if (number is { } count) return (Counted(names, place, count, origin), addresses);
        return (Ranged(endpoint, place, names, seen, declared.May), addresses);
    }

    private ZonesOf Counted(string[] names, VpcOf place, int count, Origin origin)
    {
        var around = place.Vpc is { } vpc ? world.Zones.Around(vpc) : ([], 0);
        var known = around.Count == count && around.Names.Count == count ? around.Names : names.Length <= count ? names : [];
        return new ZonesOf(known, count, count, origin == Origin.Assumed ? Origin.Reference : origin);
    }

    // Its subnets lie in one VPC: it has at most the zones that one VPC has of them.
    private ZonesOf Ranged(Resource endpoint, VpcOf place, string[] names, int seen, Found may)
    {
        var possible = may is { Count: > 0, IsComplete: true } ? world.Zones.MostOf(may, place) : 0;
        if (possible == 0)
            return Untold(endpoint, place,
                "The plan does not show the subnets of this endpoint: they are known only after apply, and the references cannot be "
                + "resolved completely (a plan does not contain locals). Create the plan after the subnets exist.", names, seen);
        var most = Math.Max(possible, seen);
        if (seen > 0 && seen == most) return new ZonesOf(names, seen, seen, Origin.Reference);
        if (most == 1 && seen == 0) return new ZonesOf(OnlyZone(may), 1, 1, Origin.Reference);
        Tell(endpoint, "The plan does not show for certain which subnets this endpoint is in: they are known only after apply, and the "
            + "references point to more than one possibility. Create the plan after the subnets exist.");
        return new ZonesOf(names, Math.Max(seen, 1), most, Origin.Assumed);
    }

    private string[] OnlyZone(Found may)
    {
        var zones = may.Resources.Take(Gathering.Most).Select(world.Zones.Of).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return zones is [{ } only] ? [only] : [];
    }

    private ZonesOf Untold(Resource endpoint, VpcOf place, string why, IReadOnlyList<string>? names = null, int seen = 0)
    {
        Tell(endpoint, why);
        if (world.Zones.MostAround(place) == 1 && seen <= 1 && place.Vpc is { } vpc)
            return new ZonesOf(world.Zones.Around(vpc).Names, 1, 1, Origin.Assumed);
        var most = world.Zones.MostAround(place) is > 0 and var around ? around : Layouts.Limits.Zones;
        return new ZonesOf(names ?? [], Math.Max(seen, 1), Math.Max(most, seen), Origin.Assumed);
    }

    // The instances of a block are alike: they are told of once.
    private void Tell(Resource endpoint, string why)
    {
        if (_told.Add((endpoint.Module, endpoint.Block, why))) world.Unread.Add(new Unread(endpoint.BlockAddress, why));
    }
}
