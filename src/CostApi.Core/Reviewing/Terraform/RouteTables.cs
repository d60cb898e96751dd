namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads route tables with their routes and the subnets that use them.</summary>
internal sealed class RouteTables
{
    private readonly World _world;
    private readonly RouteReading _routes;
    private readonly Dictionary<string, RouteTableContents> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<(string Module, string Block)> _told = [];

    private RouteTables(World world)
    {
        _world = world;
        _routes = new RouteReading(world);
    }

    public static IReadOnlyList<DeclaredRouteTable> Read(World world)
    {
        var tables = new RouteTables(world);
        foreach (var route in world.Managed(Kind.Route)) tables.Add(route);
        foreach (var association in world.Managed(Kind.RouteTableAssociation)) tables.Associate(association);
        return tables.All();
    }

    private List<DeclaredRouteTable> All()
    {
        var mains = _world.Managed(Kind.MainRouteTable)
            .Select(association => _world.Links.One(association, "route_table_id", Kind.RouteTable).To?.Address)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var tables = new List<DeclaredRouteTable>();
        foreach (var table in _world.Managed(Kind.RouteTable))
        {
            var place = _world.VpcOf(table);
            var isMain = table.Type == "aws_default_route_table" || mains.Contains(table.Address);
            var made = Made(table.Address, place.Vpc ?? VpcOfDefault(table), isMain, _routes.Inline(table));
            tables.Add(made with { PossibleVpcs = place.Possible });
        }

        // Tables that routes and associations lead to but that others declare, and those that came with a VPC.
        var own = tables.Select(table => table.Address).ToHashSet(StringComparer.Ordinal);
        var mainOf = _world.References.MainRouteTables.All
            .ToDictionary(pair => pair.Table.Address, pair => pair.Vpc, StringComparer.Ordinal);
        foreach (var address in _contents.Where(pair => pair.Value.IsCertain).Select(pair => pair.Key).Concat(mainOf.Keys)
            .Distinct(StringComparer.Ordinal).Where(address => !own.Contains(address)))
        {
            var vpc = mainOf.GetValueOrDefault(address)
                ?? (_world.Inventory.ById(Kind.RouteTable, address) is { } data ? _world.VpcOf(data).Vpc : null);
            tables.Add(Made(address, vpc, mainOf.ContainsKey(address) || mains.Contains(address), []));
        }

        return tables;
    }

    private DeclaredRouteTable Made(string address, string? vpc, bool isMain, IEnumerable<DeclaredRoute> inline)
    {
        var contents = _contents.GetValueOrDefault(address) ?? new RouteTableContents();
        return new DeclaredRouteTable(address, vpc, isMain, [.. contents.Subnets.Distinct(StringComparer.Ordinal)],
            [.. inline, .. contents.Routes])
        {
            PossibleSubnets = [.. contents.PossibleSubnets.SelectMany(subnets => subnets).Distinct(StringComparer.Ordinal)
                .Except(contents.Subnets, StringComparer.Ordinal)],
            PossibleRoutes = contents.PossibleRoutes,
        };
    }

    // It names the table that came with the VPC, and through it the VPC.
    private string? VpcOfDefault(Resource table) =>
        table.Type == "aws_default_route_table" && table["default_route_table_id"].IsUnknown
            && _world.References.Follow(table, _world.Links.Written(table, "default_route_table_id"), Kind.Vpc,
                isOne: true) is { IsOne: true, Resources: [var vpc] }
            ? vpc.Address
            : null;

    private void Add(Resource route)
    {
        var lead = _world.Links.One(route, "route_table_id", Kind.RouteTable);
        var declared = _routes.Read(route);
        if (lead.To is { } table)
        {
            ContentsOf(table.Address).Routes.Add(declared);
            return;
        }

        foreach (var possible in lead.Possible) ContentsOf(possible).PossibleRoutes.Add(declared);
        _world.References.Work.Charge(lead.Possible.Count);
        Tell(route, "which route table this route belongs to: route_table_id");
    }

    private void Associate(Resource association)
    {
        // An association with a gateway is not one of a subnet.
        if (!association["subnet_id"].IsSet && !association["subnet_id"].IsUnknown) return;
        var table = _world.Links.One(association, "route_table_id", Kind.RouteTable);
        var subnet = _world.Links.One(association, "subnet_id", Kind.Subnet);
        if (table.To is { } oneTable && subnet.To is { } oneSubnet)
        {
            ContentsOf(oneTable.Address).Subnets.Add(oneSubnet.Address);
            return;
        }

        IReadOnlyList<string> subnets = subnet.To is { } known ? [known.Address] : subnet.Possible;
        foreach (var possible in table.To is { } certain ? [certain.Address] : table.Possible) ContentsOf(possible).AddPossible(subnets);
        _world.References.Work.Charge(1 + table.Possible.Count);
        Tell(association, table.To is null ? "which route table this association belongs to: route_table_id"
            : "which subnet this association belongs to: subnet_id");
    }

    // The instances of a block are alike: they are told of once.
    private void Tell(Resource resource, string what)
    {
        if (!_told.Add((resource.Module, resource.Block))) return;
        _world.Unread.Add(new Unread(resource.BlockAddress,
            $"The plan does not show for certain {what} is known only after apply, and its references point to more than one possibility "
            + $"or cannot be resolved. Create the plan after the route tables exist."));
    }

    private RouteTableContents ContentsOf(string address)
    {
        if (!_contents.TryGetValue(address, out var contents)) _contents[address] = contents = new RouteTableContents();
        return contents;
    }
}

/// <summary>What routes and associations give a route table.</summary>
internal sealed class RouteTableContents
{
    private readonly HashSet<IReadOnlyList<string>> _possibleSubnets = new(ReferenceEqualityComparer.Instance);

    public List<string> Subnets { get; } = [];

    public List<DeclaredRoute> Routes { get; } = [];

    public List<DeclaredRoute> PossibleRoutes { get; } = [];

    /// <summary>Lists of subnets; those of one expression are one list, however many associations have it.</summary>
    public IReadOnlyCollection<IReadOnlyList<string>> PossibleSubnets => _possibleSubnets;

    /// <summary>Whether something is certainly in it.</summary>
    public bool IsCertain => Subnets.Count > 0 || Routes.Count > 0;

    public void AddPossible(IReadOnlyList<string> subnets) => _possibleSubnets.Add(subnets);
}
