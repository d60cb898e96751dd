namespace CostApi.Core.Reviewing.Terraform;

/// <summary>
/// Reads Route 53 private hosted zones, with the VPCs that they are associated with and the endpoints that their records name.
/// </summary>
internal sealed class HostedZones
{
    private readonly World _world;
    private readonly ILookup<string, Link?> _associated;
    private readonly ILookup<string, string> _endpoints;
    private readonly bool _isAnyAssociationUnknown;

    private HostedZones(World world)
    {
        _world = world;
        var associations = new List<(string Zone, Link? Vpc)>();
        foreach (var association in world.Managed(Kind.HostedZoneAssociation))
        {
            if (world.Links.One(association, "zone_id", Kind.HostedZone).To is { } zone)
                associations.Add((zone.Address, world.Links.One(association, "vpc_id", Kind.Vpc).To));
            else _isAnyAssociationUnknown = true;
        }

        _associated = associations.ToLookup(pair => pair.Zone, pair => pair.Vpc, StringComparer.Ordinal);
        _endpoints = world.Managed(Kind.DnsRecord).SelectMany(Records).Distinct()
            .ToLookup(pair => pair.Zone, pair => pair.Endpoint, StringComparer.Ordinal);
    }

    public static IReadOnlyList<DeclaredHostedZone> Read(World world)
    {
        var zones = new HostedZones(world);
        return [.. world.Inventory.Of(Kind.HostedZone).Where(zone => !zone.IsData || zone.Id is not null).Select(zones.ReadZone)
            .OfType<DeclaredHostedZone>()];
    }

    private DeclaredHostedZone? ReadZone(Resource zone)
    {
        var address = zone.IsData && !zone.IsSensitive("id") ? zone.Id! : zone.Address;
        var block = zone.Type.StartsWith("awscc_", StringComparison.Ordinal) ? "vpcs" : "vpc";
        var blocks = zone[block].Items
            .Select(item => _world.Links.One(zone, item["vpc_id"], _world.Links.Written(zone, block, "vpc_id", item), Kind.Vpc).To);
        Link?[] vpcs = [.. blocks, .. _associated[address]];
        // A zone without a VPC is public, and AWS refuses to make it private later.
        var mayBePrivate = vpcs.Length > 0 || zone[block].IsUnknown || zone["private_zone"].IsTrue;
        if (!mayBePrivate) return null;
        return new DeclaredHostedZone(address, Domain(zone),
            [.. vpcs.OfType<Link>().Select(vpc => vpc.Address).Distinct(StringComparer.Ordinal)])
        {
            // Associations can be made by any document; those of this one may be of this zone.
            MayHaveOtherVpcs = zone.IsData || vpcs.Contains(null) || zone[block].IsUnknown || _isAnyAssociationUnknown,
            Endpoints = [.. _endpoints[address].Distinct(StringComparer.Ordinal)],
        };
    }

    private static string? Domain(Resource zone) =>
        zone["name"].PublicText?.TrimEnd('.').ToLowerInvariant() is { Length: > 0 } name ? name : null;

    private IEnumerable<(string Zone, string Endpoint)> Records(Resource record)
    {
        if (_world.Links.One(record, "zone_id", Kind.HostedZone).To is not { } zone) yield break;
        foreach (var item in record["alias"].Items)
            foreach (var endpoint in Named(record, item["name"], _world.Links.Written(record, "alias", "name", item)))
                yield return (zone.Address, endpoint);
        foreach (var item in record["records"].Items)
            foreach (var endpoint in Named(record, item, null)) yield return (zone.Address, endpoint);
        if (record["records"].IsUnknown && _world.Links.Written(record, "records") is { } written)
            foreach (var endpoint in Named(record, record["records"], written)) yield return (zone.Address, endpoint);
    }

    // A name of an endpoint begins with its id; that of one to come is known by the reference.
    private IEnumerable<string> Named(Resource record, Field field, Written? written)
    {
        if (field.Text is { } name)
            return name.Split('-', '.') is ["vpce", var number, ..]
                && _world.Inventory.ById(Kind.Endpoint, $"vpce-{number}") is { } known ? [known.Address] : [];
        return written is null ? [] : _world.References.Follow(record, written, Kind.Endpoint, isOne: true).Resources
            .Take(Gathering.Most).Select(endpoint => endpoint.Address);
    }
}
