using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads NAT gateways: zonal, private and regional.</summary>
internal sealed class NatReading
{
    private readonly World _world;
    private readonly ILookup<string, Resource> _addresses;

    public NatReading(World world)
    {
        _world = world;
        var found = new List<(string Nat, Resource Association)>();
        foreach (var association in world.Managed(Kind.NatAddressAssociation))
        {
            if (world.Links.One(association, "nat_gateway_id", Kind.NatGateway) is { } nat) found.Add((nat.Address, association));
            else world.Unread.Add(new Unread(association.Address, "Which NAT gateway it belongs to cannot be told: nat_gateway_id is known only after apply and its references lead to no one gateway."));
        }

        _addresses = found.ToLookup(pair => pair.Nat, pair => pair.Association, StringComparer.Ordinal);
    }

    public IReadOnlyList<DeclaredNat> All() => [.. _world.Managed(Kind.NatGateway).Select(Read)];

    private DeclaredNat Read(Resource nat)
    {
        var isPrivate = string.Equals(nat["connectivity_type"].Text, "private", StringComparison.OrdinalIgnoreCase);
        var mode = string.Equals(nat["availability_mode"].Text, "regional", StringComparison.OrdinalIgnoreCase) ? NatMode.Regional
            : isPrivate ? NatMode.Private
            : NatMode.Zonal;
        var (zones, addresses) = mode == NatMode.Regional ? Regional(nat) : (Zone(nat), isPrivate ? 0 : Addresses(nat));
        return new DeclaredNat(nat.Address, _world.VpcOf(nat), _world.RegionOf(nat), mode, zones, addresses);
    }

    // A zonal gateway is in one zone, whether or not it can be told which.
    private ZonesOf Zone(Resource nat)
    {
        var found = _world.Links.One(nat, nat["subnet_id"], _world.Links.Expression(nat, "subnet_id"), Kind.Subnet);
        var candidates = found is { Link.Resource: { } one } ? [one] : found is null ? _world.Links.Candidates(nat, "subnet_id", Kind.Subnet) : [];
        var zones = candidates.Select(_world.ZoneOf).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return zones is [{ } zone] ? new ZonesOf([zone], 1, 1, found?.Origin ?? Origin.Reference) : new ZonesOf([], 1, 1, found?.Origin ?? Origin.Assumed);
    }

    private int Addresses(Resource nat)
    {
        var secondary = _world.Links.Many(nat, "secondary_allocation_ids", Kind.ElasticIp);
        return 1 + Math.Max(secondary.Count ?? secondary.To.Count, _addresses[nat.Address].Count());
    }

    private (ZonesOf Zones, int? Addresses) Regional(Resource nat)
    {
        // Zones with addresses of their own make the mode manual; without them AWS follows the workloads.
        var manual = nat["availability_zone_address"].Items is { Count: > 0 } items ? items : nat["availability_zone_addresses"].Items;
        if (manual.Count > 0)
        {
            var names = manual.Select(item => item["availability_zone"].Text ?? item["availability_zone_id"].Text).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            int? addresses = 0;
            foreach (var item in manual)
            {
                var ids = item["allocation_ids"];
                addresses += ids.Items.Count > 0 ? ids.Items.Count
                    : _world.Links.Many(nat, ids, _world.Links.Expression(nat, "availability_zone_address", "allocation_ids", item), Kind.ElasticIp).Count is { } count and > 0 ? count
                    : null;
            }

            return (new ZonesOf(names, manual.Count, manual.Count, Origin.Declared), addresses);
        }

        var provisioned = nat["regional_nat_gateway_address"].Items;
        if (provisioned.Count > 0)
        {
            var names = provisioned.Select(item => item["availability_zone"].Text ?? item["availability_zone_id"].Text).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (names.Count > 0) return (new ZonesOf(names, names.Count, names.Count, Origin.Declared), provisioned.Count);
        }

        var (around, spread) = _world.ZonesAround(_world.VpcOf(nat));
        var most = spread == 0 ? World.MostZones : spread;
        _world.Unread.Add(new Unread(nat.Address, $"In how many zones it will be active cannot be told: AWS follows the workloads. Taken as 1 to {most}. State availability_zone_address to fix them."));
        return (new ZonesOf(most == 1 ? around : [], 1, most, most == 1 ? Origin.Reference : Origin.Assumed), null);
    }
}
