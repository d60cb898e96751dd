using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads route tables with their routes and the subnets that use them.</summary>
internal sealed class RouteReading(World world)
{
    private static readonly (string Attribute, RouteTarget Target, Kind Kinds)[] Targets =
    [
        ("nat_gateway_id", RouteTarget.NatGateway, Kind.NatGateway),
        ("transit_gateway_id", RouteTarget.TransitGateway, Kind.TransitGateway),
        ("vpc_peering_connection_id", RouteTarget.Peering, Kind.Peering),
        ("egress_only_gateway_id", RouteTarget.EgressOnlyInternetGateway, Kind.EgressOnlyInternetGateway),
        ("egress_only_internet_gateway_id", RouteTarget.EgressOnlyInternetGateway, Kind.EgressOnlyInternetGateway),
        ("vpc_endpoint_id", RouteTarget.VpcEndpoint, Kind.Endpoint),
        ("network_interface_id", RouteTarget.NetworkInterface, Kind.NetworkInterface),
        ("gateway_id", RouteTarget.InternetGateway, Kind.InternetGateway | Kind.NatGateway | Kind.TransitGateway | Kind.Peering | Kind.Endpoint | Kind.EgressOnlyInternetGateway),
        ("carrier_gateway_id", RouteTarget.Other, Kind.None),
        ("local_gateway_id", RouteTarget.Other, Kind.None),
        ("core_network_arn", RouteTarget.Other, Kind.None),
        ("instance_id", RouteTarget.Other, Kind.None),
    ];

    private static readonly string[] Destinations =
    [
        "destination_cidr_block", "cidr_block", "destination_ipv6_cidr_block", "destination_ipv_6_cidr_block", "ipv6_cidr_block", "destination_prefix_list_id",
    ];

    public IReadOnlyList<DeclaredRouteTable> All()
    {
        var routes = Routes().ToLookup(pair => pair.Table, pair => pair.Route, StringComparer.Ordinal);
        var subnets = Subnets().ToLookup(pair => pair.Table, pair => pair.Subnet, StringComparer.Ordinal);
        var mains = world.Managed(Kind.MainRouteTable)
            .Select(association => world.Links.One(association, "route_table_id", Kind.RouteTable)?.Address)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var declared = world.Managed(Kind.RouteTable).ToList();
        var tables = declared
            .Select(table => new DeclaredRouteTable(
                table.Address, world.VpcOf(table) ?? VpcOfDefault(table), table.Type == "aws_default_route_table" || mains.Contains(table.Address),
                [.. subnets[table.Address].Distinct(StringComparer.Ordinal)], [.. Inline(table), .. routes[table.Address]]))
            .ToList();

        // Tables that routes and associations lead to but that others declare, and those that came with a VPC.
        var own = declared.Select(table => table.Address).ToHashSet(StringComparer.Ordinal);
        var mainOf = world.References.MainRouteTables.ToDictionary(pair => pair.Table.Address, pair => pair.Vpc, StringComparer.Ordinal);
        foreach (var address in routes.Select(group => group.Key).Concat(subnets.Select(group => group.Key)).Concat(mainOf.Keys).Distinct(StringComparer.Ordinal).Where(address => !own.Contains(address)).ToList())
        {
            var vpc = mainOf.GetValueOrDefault(address) ?? world.Inventory.ById(Kind.RouteTable, address) switch { { } data => world.VpcOf(data), _ => null };
            tables.Add(new DeclaredRouteTable(address, vpc, mainOf.ContainsKey(address) || mains.Contains(address), [.. subnets[address].Distinct(StringComparer.Ordinal)], [.. routes[address]]));
        }

        return tables;
    }

    // It names the table that came with the VPC, and through it the VPC.
    private string? VpcOfDefault(Resource table) =>
        table.Type == "aws_default_route_table" && table["default_route_table_id"].IsUnknown
            && world.References.Follow(table, world.Links.Expression(table, "default_route_table_id"), Kind.Vpc, isOne: true) is { Resources: [var vpc] }
            ? vpc.Address
            : null;

    private IEnumerable<(string Table, string Subnet)> Subnets()
    {
        foreach (var association in world.Managed(Kind.RouteTableAssociation))
        {
            // An association with a gateway is not one of a subnet.
            if (!association["subnet_id"].IsSet && !association["subnet_id"].IsUnknown) continue;
            var table = world.Links.One(association, "route_table_id", Kind.RouteTable);
            var subnet = world.Links.One(association, "subnet_id", Kind.Subnet);
            if (table is not null && subnet is not null) yield return (table.Address, subnet.Address);
            else world.Unread.Add(new Unread(association.Address, $"Which {(table is null ? "route table" : "subnet")} it associates cannot be told: {(table is null ? "route_table_id" : "subnet_id")} is known only after apply and its references lead to no one thing."));
        }
    }

    private IEnumerable<(string Table, DeclaredRoute Route)> Routes()
    {
        foreach (var route in world.Managed(Kind.Route))
        {
            if (world.Links.One(route, "route_table_id", Kind.RouteTable) is { } table)
            {
                yield return (table.Address, Read(route, new Field(route.Values, route.Unknown, route.Sensitive), attribute => world.Links.Expression(route, attribute)));
            }
            else
            {
                world.Unread.Add(new Unread(route.Address, "Which route table it belongs to cannot be told: route_table_id is known only after apply and its references lead to no one table."));
            }
        }
    }

    private IEnumerable<DeclaredRoute> Inline(Resource table) =>
        table["route"].Items.Select(item => Read(table, item, attribute => world.Links.Expression(table, "route", attribute, item)));

    private DeclaredRoute Read(Resource holder, Field route, Func<string, JsonElement> expression)
    {
        var destination = Destinations.Select(name => route[name].PublicText).FirstOrDefault(text => text is not null);
        foreach (var (attribute, target, kinds) in Targets)
        {
            var field = route[attribute];
            var written = expression(attribute);
            if (field.Text is null && !(field.IsUnknown && written.ValueKind != JsonValueKind.Undefined)) continue;
            if (kinds == Kind.None) return new DeclaredRoute(holder.Address, destination, target, null);
            var to = (IsMixed(holder, field, written, kinds) && !IsDefault(destination) ? null : world.Links.One(holder, field, written, kinds)?.Link) ?? Likeliest(holder, written, kinds, destination);
            return new DeclaredRoute(holder.Address, destination, target == RouteTarget.InternetGateway ? Gateway(to) : target, to?.Address);
        }

        return new DeclaredRoute(holder.Address, destination, RouteTarget.Other, null);
    }

    // Routes within a table mix their references: the default route is the one to the internet, and the others are not.
    private Link? Likeliest(Resource holder, JsonElement expression, Kind kinds, string? destination)
    {
        var isDefault = IsDefault(destination);
        var fitting = world.References.Follow(holder, expression, kinds, isOne: true).Resources
            .Where(resource => ((resource.Kind & (Kind.InternetGateway | Kind.NatGateway)) != 0) == isDefault)
            .Take(2)
            .ToList();
        return fitting is [var one] ? new Link(one.Address, one) : null;
    }

    // Those of one kind can be told apart only where they are written as one: gateways of two blocks, one of which fits the
    // table's own key, say nothing of a route beside the default one.
    private bool IsMixed(Resource holder, Field field, JsonElement expression, Kind kinds) =>
        field.Text is null && holder.Kind == Kind.RouteTable && Expressions.References(expression)
            .Select(reference => string.Join('.', reference.Split('.', '[').Take(2)))
            .Distinct(StringComparer.Ordinal)
            .Where(block => world.Inventory.Block(holder.Module, block) is { Resources: [var one, ..] } && (one.Kind & kinds) != 0)
            .Skip(1).Any();

    private static bool IsDefault(string? destination) => destination is "0.0.0.0/0" or "::/0";

    // "gateway_id" takes gateways of every kind in old providers, and ids of NAT gateways still.
    private static RouteTarget Gateway(Link? to) => (to?.Resource?.Kind ?? (to is null ? Kind.None : IdsOfThings.KindOf(to.Address))) switch
    {
        Kind.InternetGateway => RouteTarget.InternetGateway,
        Kind.NatGateway => RouteTarget.NatGateway,
        Kind.TransitGateway => RouteTarget.TransitGateway,
        Kind.Peering => RouteTarget.Peering,
        Kind.Endpoint => RouteTarget.VpcEndpoint,
        Kind.EgressOnlyInternetGateway => RouteTarget.EgressOnlyInternetGateway,
        Kind.NetworkInterface => RouteTarget.NetworkInterface,
        _ => RouteTarget.Other,
    };
}
