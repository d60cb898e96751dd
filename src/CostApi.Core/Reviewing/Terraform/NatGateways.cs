using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads NAT gateways: zonal, private and regional.</summary>
internal sealed class NatGateways(World world, NatAddresses addresses)
{
    public static IReadOnlyList<DeclaredNat> Read(World world, NatAddresses addresses)
    {
        var gateways = new NatGateways(world, addresses);
        return [.. world.Managed(Kind.NatGateway).Select(gateways.Read)];
    }

    private DeclaredNat Read(Resource nat)
    {
        var isPrivate = string.Equals(nat["connectivity_type"].Text, "private", StringComparison.OrdinalIgnoreCase);
        var mode = string.Equals(nat["availability_mode"].Text, "regional", StringComparison.OrdinalIgnoreCase) ? NatMode.Regional
            : isPrivate ? NatMode.Private
            : NatMode.Zonal;
        var place = world.VpcOf(nat);
        var used = isPrivate ? AddressesOf.None : addresses.Of(nat);
        var zones = mode == NatMode.Regional ? Regional(nat, place) : Zone(nat);
        return new DeclaredNat(nat.Address, place.Vpc, world.RegionOf(nat), mode, zones, used.Count)
        {
            PossibleVpcs = place.Possible,
            ElasticIps = used.Certain,
            UnknownElasticIps = used.Unknown,
        };
    }

    // A zonal gateway is in one zone, whether or not it can be told which.
    private ZonesOf Zone(Resource nat)
    {
        var lead = world.Links.One(nat, "subnet_id", Kind.Subnet);
        if (lead.To is { } subnet)
            return subnet.Resource is { } one && world.Zones.Of(one) is { } zone ? new ZonesOf([zone], 1, 1, lead.Origin)
                : new ZonesOf([], 1, 1, lead.Origin);
        if (!lead.May.IsComplete || lead.May.Ids.Count > 0) return new ZonesOf([], 1, 1, Origin.Assumed);
        var zones = lead.May.Resources.Take(Gathering.Most).Select(world.Zones.Of).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return zones is [{ } same] ? new ZonesOf([same], 1, 1, Origin.Reference) : new ZonesOf([], 1, 1, Origin.Assumed);
    }

    private ZonesOf Regional(Resource nat, VpcOf place)
    {
        // Zones with addresses of their own make the mode manual; without them AWS follows the workloads.
        var manual = NatAddresses.Manual(nat);
        if (manual.Count > 0) return new ZonesOf(Names(manual), manual.Count, manual.Count, Origin.Declared);
        var provisioned = Names(nat["regional_nat_gateway_address"].Items);
        if (provisioned.Length > 0) return new ZonesOf(provisioned, provisioned.Length, provisioned.Length, Origin.Declared);

        var most = world.Zones.MostAround(place);
        world.Unread.Add(new Unread(nat.Address,
            "The document does not show in how many Availability Zones this regional NAT gateway will be active, because AWS expands it to "
            + "the zones that have workloads. To fix the zones, specify availability_zone_address."));
        if (most == 1 && place.Vpc is { } vpc) return new ZonesOf(world.Zones.Around(vpc).Names, 1, 1, Origin.Reference);
        return new ZonesOf([], 1, most > 0 ? most : Layouts.Limits.Zones, Origin.Assumed);
    }

    private string[] Names(IReadOnlyList<Field> items) =>
        [.. items.Select(item => world.Links.Shown(item["availability_zone"]) ?? world.Links.Shown(item["availability_zone_id"]))
            .OfType<string>().Distinct(StringComparer.Ordinal)];
}
