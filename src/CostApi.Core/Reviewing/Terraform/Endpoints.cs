using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads VPC endpoints, with the subnets and route tables that other resources associate with them.</summary>
internal sealed class Endpoints
{
    private readonly World _world;
    private readonly EndpointZones _zones;
    private readonly EndpointServices _services;
    private readonly EndpointUsers _users;
    private readonly ILookup<string, Resource> _tables;
    private readonly ILookup<string, Resource> _privateDns;
    private readonly ServiceNetworks _networks;
    private readonly HashSet<(string Module, string Block)> _told = [];

    private Endpoints(World world, EndpointUsers users)
    {
        (_world, _users) = (world, users);
        _services = new EndpointServices(world);
        _networks = new ServiceNetworks(world);
        _zones = new EndpointZones(world, Associations(world, Kind.EndpointSubnet));
        _tables = Associations(world, Kind.EndpointRouteTable);
        _privateDns = Associations(world, Kind.EndpointPrivateDns);
    }

    public static IReadOnlyList<DeclaredEndpoint> Read(World world, EndpointUsers users)
    {
        var endpoints = new Endpoints(world, users);
        return [.. world.Managed(Kind.Endpoint).Select(endpoints.Read)];
    }

    private static ILookup<string, Resource> Associations(World world, Kind kind)
    {
        var found = new List<(string Endpoint, Resource Association)>();
        foreach (var association in world.Managed(kind))
        {
            if (world.Links.One(association, "vpc_endpoint_id", Kind.Endpoint).To is { } endpoint)
                found.Add((endpoint.Address, association));
            else world.Unread.Add(new Unread(association.Address,
                "The plan does not show which endpoint this association belongs to: vpc_endpoint_id is known only after apply, and its "
                + "references do not identify a single endpoint. Create the plan after the endpoint exists."));
        }

        return found.ToLookup(pair => pair.Endpoint, pair => pair.Association, StringComparer.Ordinal);
    }

    private DeclaredEndpoint Read(Resource endpoint)
    {
        var type = TypeOf(endpoint);
        var place = _world.VpcOf(endpoint);
        var isGateway = type == EndpointType.Gateway;
        var (zones, subnets) = isGateway ? (new ZonesOf([], 0, 0, Origin.Default), []) : _zones.Of(endpoint, place);
        var (service, doubt) = _services.Of(endpoint);
        var options = endpoint["dns_options"].Items is [var one, ..] ? one : default;
        return new DeclaredEndpoint(
            endpoint.Address, place.Vpc, _world.RegionOf(endpoint), type, service, zones, subnets,
            PrivateDns(endpoint), IsInboundOnly(options["private_dns_only_for_inbound_resolver_endpoint"]),
            isGateway ? RouteTables(endpoint) : [])
        {
            PossibleVpcs = place.Possible,
            ServiceDoubt = doubt,
            ResourceConfigurations = type == EndpointType.ServiceNetwork ? _networks.ResourcesOf(endpoint) : null,
            UsedBy = _users.Of(endpoint),
        };
    }

    // A boolean in the one provider, CloudFormation's word in the other.
    private static bool IsInboundOnly(Field field) => field.IsTrue || field.Text == "OnlyInboundResolver";

    // AWS and the provider take a gateway endpoint where nothing is said.
    private EndpointType TypeOf(Resource endpoint)
    {
        var field = endpoint["vpc_endpoint_type"];
        if (Enum.TryParse<EndpointType>(field.Text, ignoreCase: true, out var type) && Enum.IsDefined(type)) return type;
        if (!field.IsUnknown || _world.Links.Written(endpoint, "vpc_endpoint_type") is null) return EndpointType.Gateway;
        var likely = _world.Links.Many(endpoint, "subnet_ids", Kind.Subnet).IsSet ? EndpointType.Interface : EndpointType.Gateway;
        _world.Unread.Add(new Unread(endpoint.Address,
            $"The plan does not show the type of this endpoint: it is known only after apply. Its other attributes suggest {likely}."));
        return likely;
    }

    // The provider computes it where it is unset or null, and then it is off, unless a resource of its own turns it on.
    private (bool IsOn, Origin Origin) PrivateDns(Resource endpoint)
    {
        if (endpoint["private_dns_enabled"] is { IsSet: true } field) return (field.IsTrue, Origin.Declared);
        if (_privateDns[endpoint.Address].FirstOrDefault() is { } own) return (own["private_dns_enabled"].IsTrue, Origin.Association);
        var isOfResource = _world.Links.Written(endpoint, "private_dns_enabled")?.References.Any(Names.IsOfResource) == true;
        return (false, isOfResource ? Origin.Assumed : Origin.Default);
    }

    private IReadOnlyList<string>? RouteTables(Resource endpoint)
    {
        var declared = _world.Links.Many(endpoint, "route_table_ids", Kind.RouteTable);
        var associated = _tables[endpoint.Address]
            .Select(association => _world.Links.One(association, "route_table_id", Kind.RouteTable).To).ToList();
        if (declared.IsWhole && !associated.Contains(null))
            return [.. declared.To.Concat(associated.OfType<Link>()).Select(link => link.Address).Distinct(StringComparer.Ordinal)];
        if (_told.Add((endpoint.Module, endpoint.Block)))
            _world.Unread.Add(new Unread(endpoint.BlockAddress,
                "The plan does not show for certain which route tables it is associated with: route_table_ids is known only after apply, "
                + "and its references point to more than one possibility or cannot be resolved. Create the plan after the route tables "
                + "exist."));
        return null;
    }
}
