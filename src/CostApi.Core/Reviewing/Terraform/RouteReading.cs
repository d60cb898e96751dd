namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads where single routes lead.</summary>
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
        ("gateway_id", RouteTarget.InternetGateway, Kind.InternetGateway),
        ("carrier_gateway_id", RouteTarget.Other, Kind.None),
        ("local_gateway_id", RouteTarget.Other, Kind.None),
        ("core_network_arn", RouteTarget.Other, Kind.None),
        ("instance_id", RouteTarget.Other, Kind.None),
    ];

    // "gateway_id" takes gateways of every kind in old providers, and ids of NAT gateways still.
    private const Kind AnyGateway =
        Kind.InternetGateway | Kind.NatGateway | Kind.TransitGateway | Kind.Peering | Kind.Endpoint | Kind.EgressOnlyInternetGateway;

    private static readonly string[] Destinations =
    [
        "destination_cidr_block", "cidr_block", "destination_ipv6_cidr_block", "destination_ipv_6_cidr_block", "ipv6_cidr_block",
        "destination_prefix_list_id",
    ];

    public DeclaredRoute Read(Resource route) =>
        Read(route, new Field(route.Values, route.Unknown, route.Sensitive), attribute => world.Links.Written(route, attribute));

    public IEnumerable<DeclaredRoute> Inline(Resource table) =>
        table["route"].Items.Select(item => Read(table, item, attribute => world.Links.Written(table, "route", attribute, item)));

    private DeclaredRoute Read(Resource holder, Field route, Func<string, Written?> written)
    {
        world.References.Work.Charge();
        var destination = Destinations.Select(name => route[name].PublicText).FirstOrDefault(text => text is not null);
        foreach (var (attribute, target, kinds) in Targets)
        {
            var field = route[attribute];
            if (field.Text is null && !field.IsUnknown) continue;
            var expression = written(attribute);
            // The provider computes what is not set.
            if (field.Text is null && expression is null) continue;
            if (kinds == Kind.None) return new DeclaredRoute(holder.Address, destination, target, null);
            return attribute == "gateway_id" ? ThroughGateway(holder, field, expression, destination)
                : Made(holder, destination, target, world.Links.One(holder, field, expression, kinds));
        }

        return new DeclaredRoute(holder.Address, destination, RouteTarget.Other, null);
    }

    private DeclaredRoute ThroughGateway(Resource holder, Field field, Written? expression, string? destination)
    {
        if (field.Text is not null)
        {
            var known = world.Links.One(holder, field, expression, AnyGateway);
            return Made(holder, destination, TargetOf(known.To), known);
        }

        // Routes within a table mix their references: an internet gateway among them is what this attribute takes today.
        var internet = world.Links.One(holder, field, expression, Kind.InternetGateway);
        if (internet.To is not null) return Made(holder, destination, RouteTarget.InternetGateway, internet);
        var any = world.Links.One(holder, field, expression, AnyGateway);
        var targets = any.To is not null ? [TargetOf(any.To)] : any.May.Resources.Take(Gathering.Most)
            .Select(resource => TargetOf(resource.Kind)).Distinct().Take(2).ToArray();
        return Made(holder, destination, targets is [var only] && (any.To is not null || any.May.IsComplete) ? only
            : RouteTarget.Other, any);
    }

    private static DeclaredRoute Made(Resource holder, string? destination, RouteTarget target, Lead lead) =>
        new(holder.Address, destination, target, lead.To?.Address) { PossibleTargets = lead.Possible };

    private static RouteTarget TargetOf(Link? to) =>
        TargetOf(to?.Resource?.Kind ?? (to is null ? Kind.None : IdsOfThings.KindOf(to.Address)));

    private static RouteTarget TargetOf(Kind kind) => kind switch
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
