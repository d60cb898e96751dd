using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads elastic IP addresses, and finds what uses each.</summary>
internal sealed class AddressReading(World world)
{
    private readonly Dictionary<string, string> _users = new(StringComparer.Ordinal);
    private bool _isAnyUseUnknown;

    public IReadOnlyList<DeclaredAddress> All()
    {
        foreach (var nat in world.Inventory.Of(Kind.NatGateway))
        {
            Use(nat, nat["allocation_id"], world.Links.Expression(nat, "allocation_id"), nat.Address);
            UseAll(nat, nat["secondary_allocation_ids"], world.Links.Expression(nat, "secondary_allocation_ids"), nat.Address);
            foreach (var block in new[] { "availability_zone_address", "availability_zone_addresses" })
                foreach (var item in nat[block].Items)
                    UseAll(nat, item["allocation_ids"], world.Links.Expression(nat, block, "allocation_ids", item), nat.Address);
        }

        foreach (var association in world.Managed(Kind.NatAddressAssociation))
            Use(association, association["allocation_id"], world.Links.Expression(association, "allocation_id"), world.Links.One(association, "nat_gateway_id", Kind.NatGateway)?.Address ?? association.Address);
        foreach (var association in world.Managed(Kind.ElasticIpAssociation))
            Use(association, association["allocation_id"], world.Links.Expression(association, "allocation_id"), association.Address);
        foreach (var balancer in world.Managed(Kind.Unpriced))
            foreach (var item in balancer["subnet_mapping"].Items)
                Use(balancer, item["allocation_id"], world.Links.Expression(balancer, "subnet_mapping", "allocation_id", item), balancer.Address);
        return [.. world.Managed(Kind.ElasticIp).Select(Read)];
    }

    private DeclaredAddress Read(Resource address)
    {
        var region = world.RegionOf(address);
        if (_users.TryGetValue(address.Address, out var user)) return new DeclaredAddress(address.Address, region, true, user);
        foreach (var attribute in new[] { "instance", "network_interface", "instance_id" })
        {
            var field = address[attribute];
            if (field.Text is not null || (field.IsUnknown && world.Links.Expression(address, attribute).ValueKind != JsonValueKind.Undefined))
                return new DeclaredAddress(address.Address, region, true, world.Links.One(address, attribute, Kind.NetworkInterface)?.Address);
        }

        // Of an address that exists AWS says so itself.
        if (address["association_id"].Text is not null) return new DeclaredAddress(address.Address, region, true, null);
        return new DeclaredAddress(address.Address, region, _isAnyUseUnknown ? null : false, null);
    }

    private void Use(Resource by, Field field, JsonElement expression, string user)
    {
        if (world.Links.One(by, field, expression, Kind.ElasticIp) is { } found) _users.TryAdd(found.Link.Address, user);
        else if (field.IsUnknown && expression.ValueKind != JsonValueKind.Undefined) _isAnyUseUnknown = true;
    }

    private void UseAll(Resource by, Field field, JsonElement expression, string user)
    {
        var all = world.Links.Many(by, field, expression, Kind.ElasticIp);
        foreach (var link in all.To) _users.TryAdd(link.Address, user);
        _isAnyUseUnknown |= !all.IsWhole;
    }
}
