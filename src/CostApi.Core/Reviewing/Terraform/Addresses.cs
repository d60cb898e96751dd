namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads Elastic IP addresses, and finds what uses each.</summary>
internal sealed class Addresses(World world)
{
    private readonly Dictionary<string, string> _users = new(StringComparer.Ordinal);
    private bool _isAnyUseUnknown;

    public static IReadOnlyList<DeclaredAddress> Read(World world, NatAddresses ofGateways)
    {
        var addresses = new Addresses(world);
        addresses.FindUsers(ofGateways);
        return [.. world.Managed(Kind.ElasticIp).Select(addresses.Read)];
    }

    private void FindUsers(NatAddresses ofGateways)
    {
        foreach (var nat in world.Inventory.Of(Kind.NatGateway))
        {
            var used = ofGateways.Of(nat);
            foreach (var address in used.Certain) _users.TryAdd(address, nat.Address);
            _isAnyUseUnknown |= used.Unknown > 0 || !world.Links.Many(nat, "secondary_allocation_ids", Kind.ElasticIp).IsWhole;
        }

        foreach (var association in world.Managed(Kind.NatAddressAssociation))
            Use(association, association["allocation_id"], world.Links.Written(association, "allocation_id"), association.Address);
        foreach (var association in world.Managed(Kind.ElasticIpAssociation))
            Use(association, association["allocation_id"], world.Links.Written(association, "allocation_id"), association.Address);
        foreach (var balancer in world.Managed(Kind.Unpriced))
            foreach (var item in balancer["subnet_mapping"].Items)
                Use(balancer, item["allocation_id"], world.Links.Written(balancer, "subnet_mapping", "allocation_id", item),
                    balancer.Address);
    }

    private void Use(Resource by, Field field, Written? written, string user)
    {
        var lead = world.Links.One(by, field, written, Kind.ElasticIp);
        if (lead.To is { } address) _users.TryAdd(address.Address, user);
        else if (field.IsUnknown && written is not null) _isAnyUseUnknown = true;
    }

    private DeclaredAddress Read(Resource address)
    {
        var (isAttached, to) = Use(address);
        return new DeclaredAddress(address.Address, world.RegionOf(address), isAttached, to) { Pool = AddressPools.Of(address, world) };
    }

    private (bool? IsAttached, string? To) Use(Resource address)
    {
        if (_users.TryGetValue(address.Address, out var user)) return (true, user);
        foreach (var attribute in new[] { "instance", "network_interface", "instance_id" })
        {
            var field = address[attribute];
            if (field.Text is not null || (field.IsUnknown && world.Links.Written(address, attribute) is not null))
                return (true, world.Links.One(address, attribute, Kind.NetworkInterface).To?.Address);
        }

        // Of an address that exists AWS says so itself.
        if (address["association_id"].Text is not null) return (true, null);
        return (_isAnyUseUnknown ? null : false, null);
    }
}
