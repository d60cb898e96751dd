namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The Elastic IP addresses of a NAT gateway.</summary>
/// <param name="Certain">Addresses in the document of those that it certainly has.</param>
/// <param name="Unknown">How many more it has of which the document does not show which they are.</param>
/// <param name="Count">How many public IPv4 addresses it has; null where AWS chooses the number.</param>
internal sealed record AddressesOf(IReadOnlyList<string> Certain, int Unknown, int? Count)
{
    public static AddressesOf None { get; } = new([], 0, 0);
}

/// <summary>Finds the Elastic IP addresses of each NAT gateway: a NAT gateway names them itself, or associations add them.</summary>
internal sealed class NatAddresses
{
    private readonly World _world;
    private readonly ILookup<string, Resource> _associations;
    private readonly Dictionary<string, AddressesOf> _known = new(StringComparer.Ordinal);

    public NatAddresses(World world)
    {
        _world = world;
        var found = new List<(string Nat, Resource Association)>();
        foreach (var association in world.Managed(Kind.NatAddressAssociation))
        {
            if (world.Links.One(association, "nat_gateway_id", Kind.NatGateway).To is { } nat) found.Add((nat.Address, association));
            else world.Unread.Add(new Unread(association.Address,
                "The plan does not show which NAT gateway this association belongs to: nat_gateway_id is known only after apply, and its "
                + "references do not identify a single NAT gateway."));
        }

        _associations = found.ToLookup(pair => pair.Nat, pair => pair.Association, StringComparer.Ordinal);
    }

    /// <summary>The zones that a regional gateway is given addresses in.</summary>
    public static IReadOnlyList<Field> Manual(Resource nat) =>
        nat["availability_zone_address"].Items is { Count: > 0 } items ? items : nat["availability_zone_addresses"].Items;

    public AddressesOf Of(Resource nat)
    {
        if (!_known.TryGetValue(nat.Address, out var known))
            _known[nat.Address] = known = nat["availability_mode"].Text == "regional" ? Regional(nat) : Zonal(nat);
        return known;
    }

    private AddressesOf Zonal(Resource nat)
    {
        var links = new List<Link>();
        var unknown = 0;
        // A public zonal gateway has an address, whether or not it can be told which.
        Add(_world.Links.One(nat, "allocation_id", Kind.ElasticIp).To);
        var secondary = _world.Links.Many(nat, "secondary_allocation_ids", Kind.ElasticIp);
        links.AddRange(secondary.To);
        unknown += Math.Max((secondary.Count ?? secondary.To.Count) - secondary.To.Count, 0);
        foreach (var association in _associations[nat.Address]) Add(_world.Links.One(association, "allocation_id", Kind.ElasticIp).To);
        return Sum(links, unknown);

        void Add(Link? link)
        {
            if (link is null) unknown++;
            else links.Add(link);
        }
    }

    private AddressesOf Regional(Resource nat)
    {
        var links = new List<Link>();
        var unknown = 0;
        var isCounted = true;
        var manual = Manual(nat);
        foreach (var item in manual)
        {
            var block = nat["availability_zone_address"].Items.Count > 0 ? "availability_zone_address" : "availability_zone_addresses";
            var ids = _world.Links.Many(nat, item["allocation_ids"], _world.Links.Written(nat, block, "allocation_ids", item),
                Kind.ElasticIp);
            links.AddRange(ids.To);
            if (ids.Count is { } count and > 0) unknown += count - ids.To.Count;
            else isCounted = false;
        }

        var sum = Sum(links, unknown);
        if (manual.Count > 0) return isCounted ? sum : sum with { Count = null };
        var provisioned = nat["regional_nat_gateway_address"].Items.Count;
        return new AddressesOf([], 0, provisioned > 0 ? provisioned : null);
    }

    // Which of the document's own addresses are billed is decided with them; of those that only data sources show, here.
    private AddressesOf Sum(List<Link> links, int unknown)
    {
        var distinct = links.DistinctBy(link => link.Address).ToArray();
        var free = distinct.Count(link => link.Resource is { IsData: true } data && BilledAddresses.IsFree(AddressPools.Of(data, _world)));
        var declared = distinct.Where(link => link.Resource is { IsData: false }).Select(link => link.Address);
        return new AddressesOf([.. declared], unknown, distinct.Length + unknown - free);
    }
}
