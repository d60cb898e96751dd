using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>A route table with the subnets that use it, and its way to a NAT gateway.</summary>
/// <param name="Table">The table.</param>
/// <param name="Subnets">Addresses of the subnets that use it: those associated, or, of the main table, those of the VPC without a table of their own.</param>
/// <param name="ToNat">Its default route, where that leads to a NAT gateway.</param>
internal sealed record UsedTable(DeclaredRouteTable Table, IReadOnlyList<string> Subnets, DeclaredRoute? ToNat);

/// <summary>A design, with what stands where looked up: in the document by address, in the layout by VPC and resource.</summary>
internal sealed class Survey
{
    private readonly Dictionary<string, (string Vpc, string Resource)> _inLayout = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Vpc, string Resource), EndpointSite> _endpoints = [];
    private readonly Dictionary<string, DeclaredEndpoint> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeclaredNat> _gateways = new(StringComparer.Ordinal);
    private readonly ILookup<(string? Vpc, NatMode Mode, string Zone), DeclaredNat> _byZone;
    private readonly DirectedTraffic _directed;
    private readonly ILookup<string, string> _subnetsOn;
    private readonly ILookup<string?, string> _zonesOfVpcs;
    private readonly HashSet<string> _declaredVpcs;
    private readonly HashSet<string> _vpcs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeclaredSubnet> _subnets = new(StringComparer.Ordinal);

    public Survey(Design design)
    {
        Design = design;
        foreach (var (place, addresses) in design.Imported.Addresses)
            foreach (var address in addresses) _inLayout.TryAdd(address, place);
        foreach (var site in Layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)) _endpoints.TryAdd((site.Vpc.Name, site.Resource), site);
        foreach (var subnet in Network.Subnets) _subnets.TryAdd(subnet.Address, subnet);
        foreach (var endpoint in Network.Endpoints) _declared.TryAdd(endpoint.Address, endpoint);
        foreach (var nat in Network.NatGateways) _gateways.TryAdd(nat.Address, nat);
        _vpcs.UnionWith(Network.Vpcs.Select(vpc => vpc.Address).Concat(Network.NatGateways.Select(nat => nat.Vpc)).Concat(Network.Endpoints.Select(endpoint => endpoint.Vpc)).Concat(Network.Attachments.Select(attachment => attachment.Vpc)).OfType<string>());
        NatGateways = Network.NatGateways.ToLookup(nat => nat.Vpc ?? HomeOf(nat.Address));
        _byZone = Network.NatGateways.Where(nat => nat.Zones is { IsCertain: true, Names.Count: 1 }).ToLookup(nat => (nat.Vpc ?? HomeOf(nat.Address), nat.Mode, nat.Zones.Names[0]));
        _directed = new DirectedTraffic(Network);
        _declaredVpcs = Network.Vpcs.Where(vpc => vpc.IsDeclared).Select(vpc => vpc.Address).ToHashSet(StringComparer.Ordinal);
        _zonesOfVpcs = Network.Subnets.Where(subnet => subnet.Zone is not null).Select(subnet => (subnet.Vpc, Zone: subnet.Zone!))
            .Concat(Network.Endpoints.SelectMany(endpoint => endpoint.Zones.Names.Select(zone => (endpoint.Vpc, Zone: zone))))
            .Concat(Network.NatGateways.SelectMany(nat => nat.Zones.Names.Select(zone => (nat.Vpc, Zone: zone))))
            .ToLookup(pair => pair.Vpc, pair => pair.Zone);
        var tables = TablesInUse().ToArray();
        Tables = tables.ToLookup(table => table.Table.Vpc);
        _subnetsOn = tables.SelectMany(table => table.Subnets.Concat(table.Table.PossibleSubnets).Select(subnet => (table.Table.Address, subnet)))
            .Distinct().ToLookup(pair => pair.Address, pair => pair.subnet);
    }

    public Design Design { get; }

    public DeclaredNetwork Network => Design.Network;

    public PricedLayout Layout => Design.Priced;

    public Words Words => Words.Of(Design.Dialect);

    public string Currency => Layout.Bill.Card.Book.Region.Currency;

    /// <summary>NAT gateways by the address of their VPC.</summary>
    public ILookup<string?, DeclaredNat> NatGateways { get; }

    /// <summary>Route tables by the address of their VPC; under null those whose VPC is not known.</summary>
    public ILookup<string?, UsedTable> Tables { get; }

    /// <summary>VPC and resource of the layout that an address stands for; of neither where it stands for none.</summary>
    public (string? Vpc, string? Resource) InLayout(string address) => _inLayout.TryGetValue(address, out var place) ? place : (null, null);

    public EndpointSite? Endpoint(string address) => _inLayout.TryGetValue(address, out var place) ? _endpoints.GetValueOrDefault(place) : null;

    public EndpointSite? Endpoint(Finding finding) => finding is { Vpc: { } vpc, Resource: { } resource } ? _endpoints.GetValueOrDefault((vpc, resource)) : null;

    /// <summary>Address of the VPC of what the layout holds, also where the document does not tell and the layout had to.</summary>
    public string? HomeOf(string address) => InLayout(address).Vpc is { } vpc ? Design.Imported.Vpcs.GetValueOrDefault(vpc) : null;

    public IReadOnlyList<string> AddressesOf(string? vpc, string? resource) =>
        vpc is null ? []
        : resource is not null && Design.Imported.Addresses.TryGetValue((vpc, resource), out var found) ? found
        : AddressOf(vpc) is { } address ? [address] : [];

    /// <summary>Address of a VPC by its name in the layout; null where the layout only made one up.</summary>
    public string? AddressOf(string vpc) => Design.Imported.Vpcs.TryGetValue(vpc, out var address) && _vpcs.Contains(address) ? address : null;

    /// <summary>Whether a VPC of the layout is one of the document's, and not what had to stand beside one.</summary>
    public bool IsWhole(string? vpc) => vpc is not null && Design.Imported.Vpcs.ContainsKey(vpc);

    public DeclaredEndpoint? Declared(EndpointSite site) => AddressesOf(site).FirstOrDefault() is { } address ? _declared.GetValueOrDefault(address) : null;

    /// <summary>Whether something else in the document directs traffic to an endpoint.</summary>
    public bool IsDirectedTo(DeclaredEndpoint endpoint, EndpointSite site) => _directed.Reaches(endpoint) || ZoneInTheWay(site) is not null;

    /// <summary>Whether an endpoint's service is one of another Region than the layout's.</summary>
    public bool IsOfOtherRegion(DeclaredEndpoint endpoint) =>
        endpoint.Service is { } service && ServiceCatalogue.RegionOf(service) is { } region && region != Layout.Topology.Region.Code;

    public DeclaredNat? NatGateway(string address) => _gateways.GetValueOrDefault(address);

    /// <summary>A gateway like another one, in the same VPC and some zone.</summary>
    public DeclaredNat? NatGatewayIn(DeclaredNat like, string zone) => _byZone[(like.Vpc ?? HomeOf(like.Address), like.Mode, zone)].FirstOrDefault();

    public IEnumerable<string> AddressesOf(EndpointSite site) => AddressesOf(site.Vpc.Name, site.Resource);

    public string? ZoneOf(string subnet) => _subnets.GetValueOrDefault(subnet)?.Zone;

    /// <summary>Whether the document declares the VPC of an address, and so shows all of it.</summary>
    public bool IsDeclared(string? vpc) => vpc is not null && _declaredVpcs.Contains(vpc);

    /// <summary>How many Availability Zones a VPC certainly has.</summary>
    public int KnownZones(string vpc) => _zonesOfVpcs[vpc].Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether an endpoint that may be in a VPC is for a service that is not known.</summary>
    public bool HasUnknownEndpoint(string vpc, bool isGateway) => Network.Endpoints.Any(endpoint =>
        endpoint.Service is null && endpoint.Type == (isGateway ? EndpointType.Gateway : EndpointType.Interface)
        && (endpoint.Vpc == vpc || endpoint.Vpc is null && (endpoint.PossibleVpcs.Count == 0 || endpoint.PossibleVpcs.Contains(vpc))));

    /// <summary>Whether a gateway endpoint for a service may be in a VPC: the document leaves open in which one it is.</summary>
    public bool MayHaveGateway(string vpc, ServiceKey service) => Network.Endpoints.Any(endpoint =>
        endpoint is { Type: EndpointType.Gateway, Vpc: null, Service: { } named } && endpoint.PossibleVpcs.Contains(vpc)
        && ServiceKey.Of(named, Layout.Topology.Region, Layout.Topology.Catalogue).Name == service.Name);

    /// <summary>Whether the service that a finding misses has a gateway endpoint.</summary>
    public bool IsOfGatewayService(Finding finding) =>
        finding.Service is { } name && ServiceKey.Of(name, Layout.Topology.Region, Layout.Topology.Catalogue).Known is { HasGateway: true };

    /// <summary>The private hosted zone in a VPC that AWS refuses private DNS beside; null where there is none.</summary>
    public DeclaredHostedZone? ZoneInTheWay(EndpointSite site)
    {
        if (AddressOf(site.Vpc.Name) is not { } vpc || site.Service.Known is not { } service) return null;
        var names = EndpointNames.Of(service, Layout.Topology.Region).Select(name => name.TrimStart('*').TrimStart('.')).ToArray();
        return Network.HostedZones.FirstOrDefault(zone =>
            (zone.MayHaveOtherVpcs || zone.Vpcs.Contains(vpc)) && zone.Domain is { } domain && names.Any(name => IsNameOf(domain, name)));
    }

    private static bool IsNameOf(string domain, string name) =>
        domain == name || name.EndsWith($".{domain}", StringComparison.Ordinal) && domain.Count(letter => letter == '.') > 1;

    /// <summary>Whether a VPC only passes the traffic of others on: it has no workloads that a gateway endpoint could serve.</summary>
    public bool PassesTrafficOn(string vpc)
    {
        var attached = Network.Attachments.Where(attachment => attachment.Vpc == vpc).ToArray();
        if (attached.Length == 0 || !NatGateways.Contains(vpc)) return false;
        // Subnets behind the NAT gateway that hold more than the attachment hold workloads.
        var behind = Tables[vpc].Where(table => table.ToNat is not null).SelectMany(table => table.Subnets);
        var ofAttachments = attached.SelectMany(attachment => attachment.Subnets).ToHashSet(StringComparer.Ordinal);
        if (ofAttachments.Count > 0 && !behind.All(ofAttachments.Contains)) return false;
        return Layout.Topology.Vpcs.Any(other => other.Vpc.EgressVia is { } hub && AddressOf(hub) == vpc) || Tables[vpc].Any(ReturnsToTransitGateway);
    }

    // The subnets of the NAT gateway return the traffic of other VPCs over the Transit Gateway.
    private static bool ReturnsToTransitGateway(UsedTable table) =>
        table.Table.Routes.Any(route => route.Target == RouteTarget.InternetGateway)
        && table.Table.Routes.Any(route => route.Target == RouteTarget.TransitGateway);

    /// <summary>Route tables of a VPC whose default route leaves it: to a NAT gateway, or to the Transit Gateway and the NAT gateway of a hub.</summary>
    public IReadOnlyList<string> TablesOut(string? vpc)
    {
        var toNat = TablesToNat(vpc).ToArray();
        if (toNat.Length > 0) return toNat;
        var isToHub = (DeclaredRoute route) => route is { Target: RouteTarget.TransitGateway, Destination: "0.0.0.0/0" };
        return [.. Tables[vpc].Where(table => table.Subnets.Count > 0 && table.Table.Routes.Any(isToHub)).Select(table => table.Table.Address)];
    }

    /// <summary>The subnets that use a route table, and those that may.</summary>
    public IEnumerable<string> SubnetsOn(string table) => _subnetsOn[table];

    public IEnumerable<string> TablesToNat(string? vpc) => Tables[vpc].Where(table => table is { ToNat: not null, Subnets.Count: > 0 }).Select(table => table.Table.Address).Distinct(StringComparer.Ordinal);

    /// <summary>What one more GB between a VPC and a service costs on a way, without what crossing zones adds.</summary>
    public decimal? CostOfGb(VpcSite vpc, ServiceKey service, Path way) => -Layout.Saving(
        [], Layout.UsageOf(new Route(new Flow { To = service.Name, ReceivedGb = 1 }, vpc, new Destination.ToService(service), way)).Where(usage => usage.Charge != Charges.CrossZone));

    /// <summary>Hours and addresses of one gateway.</summary>
    public IReadOnlyList<Usage> HoursOf(DeclaredNat nat)
    {
        var (vpc, resource) = InLayout(nat.Address);
        return vpc is null || Layout.Topology.FindVpc(vpc) is not { } site ? [] : [.. site.Nats.SelectMany(one => StandingMeter.OfNat(one, Layout.Hours)).Where(usage => usage.Resource == resource)];
    }

    private IEnumerable<UsedTable> TablesInUse()
    {
        var associated = Network.RouteTables.SelectMany(table => table.Subnets).ToHashSet(StringComparer.Ordinal);
        // A subnet that another table may have is not on the main table for certain.
        associated.UnionWith(Network.RouteTables.SelectMany(table => table.PossibleSubnets));
        var left = Network.Subnets.Where(subnet => subnet.Vpc is not null && !associated.Contains(subnet.Address)).ToLookup(subnet => subnet.Vpc, subnet => subnet.Address);
        var hasMain = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in Network.RouteTables)
        {
            // A VPC has one main table.
            var implied = table is { IsMain: true, Vpc: { } vpc } && hasMain.Add(vpc) ? left[vpc] : [];
            yield return new UsedTable(table, [.. table.Subnets.Concat(implied).Distinct(StringComparer.Ordinal)], table.Routes.FirstOrDefault(route => route is { Target: RouteTarget.NatGateway, Destination: "0.0.0.0/0" }));
        }
    }
}
