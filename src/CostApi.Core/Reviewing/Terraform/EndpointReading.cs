using CostApi.Core.Layouts;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads VPC endpoints, with the subnets and route tables that other resources associate with them.</summary>
internal sealed class EndpointReading(World world)
{
    private readonly ILookup<string, Resource> _subnetAssociations = Associations(world, Kind.EndpointSubnet);
    private readonly ILookup<string, Resource> _tableAssociations = Associations(world, Kind.EndpointRouteTable);

    public IReadOnlyList<DeclaredEndpoint> All() => [.. world.Managed(Kind.Endpoint).Select(Read)];

    private static ILookup<string, Resource> Associations(World world, Kind kind)
    {
        var found = new List<(string Endpoint, Resource Association)>();
        foreach (var association in world.Managed(kind))
        {
            if (world.Links.One(association, "vpc_endpoint_id", Kind.Endpoint) is { } endpoint) found.Add((endpoint.Address, association));
            else world.Unread.Add(new Unread(association.Address, "Which endpoint it belongs to cannot be told: vpc_endpoint_id is known only after apply and its references lead to no one endpoint. A plan made after the endpoint exists tells."));
        }

        return found.ToLookup(pair => pair.Endpoint, pair => pair.Association, StringComparer.Ordinal);
    }

    private DeclaredEndpoint Read(Resource endpoint)
    {
        var type = TypeOf(endpoint);
        var vpc = world.VpcOf(endpoint);
        var isGateway = type == EndpointType.Gateway;
        var declared = LinkSet.Unset;
        var subnets = isGateway ? [] : Subnets(endpoint, out declared);
        var zones = isGateway ? new ZonesOf([], 0, 0, Origin.Default) : Zones(endpoint, vpc, subnets, declared);
        var options = endpoint["dns_options"].Items is [var one, ..] ? one : default;
        return new DeclaredEndpoint(
            endpoint.Address, vpc, world.RegionOf(endpoint), type, Service(endpoint), zones, [.. subnets.Select(subnet => subnet.Address)],
            PrivateDns(endpoint), IsInboundOnly(options["private_dns_only_for_inbound_resolver_endpoint"]), isGateway ? RouteTables(endpoint) : []);
    }

    // A boolean in the one provider, CloudFormation's word in the other.
    private static bool IsInboundOnly(Field field) => field.IsTrue || field.Text == "OnlyInboundResolver";

    // AWS and the provider take a gateway endpoint where nothing is said.
    private static EndpointType TypeOf(Resource endpoint) =>
        Enum.TryParse<EndpointType>(endpoint["vpc_endpoint_type"].Text, ignoreCase: true, out var type) && Enum.IsDefined(type) ? type : EndpointType.Gateway;

    private string? Service(Resource endpoint) =>
        endpoint["service_name"] is { Text: not null } named ? named.PublicText
        : endpoint["resource_configuration_arn"].PublicText ?? endpoint["service_network_arn"].PublicText ?? LookedUp(endpoint) ?? Keyed(endpoint);

    /// <summary>The service that a data source was to look up, which is not read before apply.</summary>
    private string? LookedUp(Resource endpoint) =>
        Expressions.References(world.Links.Expression(endpoint, "service_name"))
            .Select(Steps.Of)
            .Where(steps => steps is [{ Name: "data" }, { Name: "aws_vpc_endpoint_service" }, _, ..])
            .Select(steps => world.References.Module(endpoint.Module)?.Resources.GetValueOrDefault($"data.aws_vpc_endpoint_service.{steps[2].Name}"))
            .Select(data => Expressions.Constant(data?.Expressions.Member("service") ?? default).Text())
            .FirstOrDefault(service => service is { Length: > 0 });

    // Modules name the endpoints of a for_each by service, with underscores where keys look better without dots.
    private static string? Keyed(Resource endpoint) =>
        endpoint["service_name"].IsUnknown && endpoint.Index is { Length: > 0 and <= 60 } key && char.IsAsciiLetter(key[0]) ? key.Replace('_', '.') : null;

    // The provider computes it where it is unset or null, and then it is off.
    private static (bool IsOn, Origin Origin) PrivateDns(Resource endpoint) =>
        endpoint["private_dns_enabled"] is { IsSet: true } field ? (field.IsTrue, Origin.Declared) : (false, Origin.Default);

    private List<Link> Subnets(Resource endpoint, out LinkSet declared)
    {
        declared = world.Links.Many(endpoint, "subnet_ids", Kind.Subnet);
        var links = new List<Link>(declared.To);
        foreach (var item in endpoint["subnet_configuration"].Items)
            if (world.Links.One(endpoint, item["subnet_id"], world.Links.Expression(endpoint, "subnet_configuration", "subnet_id", item), Kind.Subnet) is { } found) links.Add(found.Link);
        foreach (var association in _subnetAssociations[endpoint.Address])
            if (world.Links.One(association, "subnet_id", Kind.Subnet) is { } subnet) links.Add(subnet);
        return [.. links.DistinctBy(link => link.Address)];
    }

    private ZonesOf Zones(Resource endpoint, string? vpc, List<Link> subnets, LinkSet declared)
    {
        var configured = endpoint["subnet_configuration"].Items.Count;
        var associations = _subnetAssociations[endpoint.Address].ToList();
        var isAssociated = associations.Count > 0;
        var zones = subnets.Select(subnet => subnet.Resource is { } resource ? world.ZoneOf(resource) : null).ToList();
        var names = zones.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        // AWS refuses two subnets of one zone on an endpoint, so those whose zone is not known are each in another.
        var seen = names.Count + zones.Count(zone => zone is null);
        var origin = !declared.IsSet && configured == 0 && isAssociated ? Origin.Association : declared.IsSet ? declared.Origin : Origin.Declared;

        var around = world.ZonesAround(vpc);
        if (!declared.IsSet && configured == 0 && !isAssociated) return Nowhere(endpoint, around);
        var loose = associations.Count(association => world.Links.One(association, "subnet_id", Kind.Subnet) is null);
        if (declared is { IsWhole: true } && loose == 0 && (configured == 0 || subnets.Count >= configured)) return new ZonesOf(names, seen, seen, origin);

        // The number is certain though not which they are: as many as there are items, blocks or associations.
        var certain = declared.IsSet ? declared.Count + loose : configured + associations.Count;
        if (certain is { } count) return new ZonesOf(around.Count == count ? around.Names : names.Count <= count ? names : [], count, count, origin);

        var most = Math.Max(seen, around.Count);
        if (seen > 0 && seen == most) return new ZonesOf(names, seen, seen, origin);
        if (most == 0) most = World.MostZones;
        world.Unread.Add(new Unread(endpoint.Address, $"In how many zones it is cannot be told: its subnets are known only after apply, and the references lead {(seen == 0 ? "nowhere" : "only part of the way")} (locals are not in a plan). Taken as {Math.Max(seen, 1)} to {most}. A plan made after the subnets exist tells."));
        return new ZonesOf(names, Math.Max(seen, 1), most, Origin.Assumed);
    }

    private ZonesOf Nowhere(Resource endpoint, (IReadOnlyList<string> Names, int Count) around)
    {
        var most = Math.Max(around.Count, 1);
        world.Unread.Add(new Unread(endpoint.Address, $"No subnet is named for it, and nothing in the document associates one. Taken as in none to {most} zones. State subnet_ids, or send the plan that associates them."));
        return new ZonesOf([], 0, most, Origin.Assumed);
    }

    private List<string>? RouteTables(Resource endpoint)
    {
        var declared = world.Links.Many(endpoint, "route_table_ids", Kind.RouteTable);
        var associated = _tableAssociations[endpoint.Address].Select(association => world.Links.One(association, "route_table_id", Kind.RouteTable)).ToList();
        var known = declared.To.Concat(associated.OfType<Link>()).Select(link => link.Address).Distinct(StringComparer.Ordinal).ToList();
        if (declared is not { IsSet: true, IsWhole: false } && !associated.Contains(null)) return known;
        var isLost = declared is { IsSet: true, To.Count: 0 } || associated.Contains(null);
        world.Unread.Add(new Unread(endpoint.Address, $"Which route tables it is associated with cannot be told for certain: route_table_ids is known only after apply, and the references lead {(isLost ? "nowhere" : "to more than may be meant; all of these are taken")}. A plan made after the tables exist tells."));
        return isLost ? null : known;
    }
}
