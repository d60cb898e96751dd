using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing;

/// <summary>Turns what a document declares in one Region into a layout.</summary>
public sealed class LayoutMaker
{
    private const string NoVpc = "no VPC";

    private readonly DeclaredNetwork _network;
    private readonly VpcNames _names;
    private readonly VpcZones _zones;
    private readonly ILookup<string?, DeclaredNat> _gateways;
    private readonly ILookup<string?, DeclaredEndpoint> _endpoints;
    private readonly ILookup<string?, DeclaredRouteTable> _tables;
    private readonly EndpointMaker _endpointMaker;
    private readonly HashSet<string> _attached;
    private readonly string[] _hubs;
    private readonly Dictionary<(string Vpc, string Resource), List<string>> _addresses = [];
    private readonly Dictionary<(string Vpc, string Resource), int> _ordinals = [];
    private readonly List<string> _assumptions = [];
    private readonly List<NotPriced> _notPriced;
    private readonly List<Unread> _unread;

    private LayoutMaker(DeclaredNetwork network, Region region, ServiceCatalogue services)
    {
        var housing = Housing.Of(BilledAddresses.Of(network, _assumptions), _assumptions);
        _network = housing.Network;
        _notPriced = [.. network.NotPriced];
        _unread = [.. network.Unread];
        _names = new VpcNames(_network);
        _zones = new VpcZones(_network);
        _endpointMaker = new EndpointMaker(_network, region, services, _zones, _assumptions, _unread);
        _gateways = _network.NatGateways.ToLookup(nat => nat.Vpc);
        _endpoints = _network.Endpoints.ToLookup(endpoint => endpoint.Vpc);
        _tables = _network.RouteTables.ToLookup(table => table.Vpc);
        // No route rests on an attachment or a NAT gateway whose VPC is assumed.
        _attached = _network.Attachments
            .Where(attachment => AttachedVpcs.IsOfVpc(attachment) && !housing.AssumedAttachments.Contains(attachment.Address))
            .Select(attachment => attachment.Vpc).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _hubs = [.. _attached.Where(vpc => _gateways[vpc].Any(nat => !housing.AssumedHomes.Contains(nat.Address))).Take(3)];
    }

    /// <param name="network">What the document declares in the Region.</param>
    /// <param name="region">The Region.</param>
    /// <param name="services">The services with VPC endpoints.</param>
    /// <param name="name">Name of the layout.</param>
    /// <returns>The layout; null where the document declares no VPC and nothing in one.</returns>
    public static ImportedLayout? Make(DeclaredNetwork network, Region region, ServiceCatalogue services, string name)
    {
        var maker = new LayoutMaker(network, region, services);
        Vpc[] standing = [.. maker._names.Addresses.SelectMany(maker.Vpcs)];
        var (gateway, holders) = maker.TransitGateway();
        var vpcs = maker.WithElasticIps([.. standing, .. holders]);
        if (vpcs.Length == 0) return null;
        maker._endpointMaker.SayRanges();
        var layout = new Layout { Name = name, Vpcs = vpcs, TransitGateway = gateway, Peerings = maker.Peerings() };
        var names = maker._names.Addresses.ToDictionary(address => maker._names[address], StringComparer.Ordinal);
        var addresses = maker._addresses.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value);
        return new ImportedLayout(region.Code, layout, names, addresses, maker._assumptions, maker._notPriced, maker._unread);
    }

    // A VPC has NAT gateways of one kind in a layout, one to a zone. What a document has beyond that stands in a VPC of its
    // own beside it: it costs the same there, and carries no traffic.
    private IEnumerable<Vpc> Vpcs(string address)
    {
        var (name, zones) = (_names[address], _zones.Of(address));
        var sets = NatPlaces.Sets(_gateways[address], zones, nat => Spread(nat, address), _assumptions).ToArray();
        Endpoint[] endpoints = [.. _endpoints[address].Select(endpoint => Endpoint(endpoint, name)).OfType<Endpoint>()];
        if (_zones.AreAssumed(address) && !_endpointMaker.HasAssumedZones(address))
            _assumptions.Add($"The document does not show the Availability Zones of {name}: {Assumed(zones.Length)}.");
        yield return new Vpc
        {
            Name = name,
            AvailabilityZones = zones,
            NatGateway = sets.FirstOrDefault()?.Gateway,
            Endpoints = endpoints,
            EgressVia = sets.Length == 0 ? EgressVia(address) : null,
        };
        foreach (var (index, (gateway, of)) in sets.Index())
        {
            var holder = index == 0 ? name : _names.Beside(name, index + 1);
            foreach (var (zone, nat) in gateway.AvailabilityZones!.Zip(of)) Note(holder, gateway.Mode == NatMode.Regional ? "nat/regional" : $"nat/{zone}", nat.Address);
            if (index == 0) continue;
            _assumptions.Add($"{name} has more than one NAT gateway of the same type in a zone: "
                + $"{Sayable.Some([.. of.Select(nat => nat.Address)])} {(of.Count == 1 ? "is" : "are")} listed under {holder}, at the same cost and without traffic.");
            yield return new Vpc { Name = holder, AvailabilityZones = zones, NatGateway = gateway };
        }
    }

    private string[] Spread(DeclaredNat nat, string vpc) => _endpointMaker.Spread(nat.Address, vpc, nat.Zones);

    private Endpoint? Endpoint(DeclaredEndpoint declared, string vpc)
    {
        if (_endpointMaker.Of(declared) is not { } endpoint) return null;
        Note(vpc, Numbered(vpc, $"{Kind(declared.Type)}/{endpoint.Service}"), declared.Address);
        return endpoint;
    }

    // Central egress: the default route leads to the Transit Gateway, and one VPC on it has a NAT gateway.
    private string? EgressVia(string vpc)
    {
        if (!_attached.Contains(vpc) || _hubs.Where(hub => hub != vpc).ToArray() is not [var only]) return null;
        var routes = _tables[vpc].SelectMany(table => table.Routes);
        if (!routes.Any(route => route is { Target: RouteTarget.TransitGateway, Destination: "0.0.0.0/0" })) return null;
        _assumptions.Add($"{_names[vpc]} reaches the internet through the NAT gateway of {_names[only]}: its default route uses the "
            + "Transit Gateway.");
        return _names[only];
    }

    // A layout attaches a VPC once. An attachment without a VPC of its own is listed under its address, at the same cost.
    private (TransitGateway? Gateway, IReadOnlyList<Vpc> Holders) TransitGateway()
    {
        foreach (var attachment in _network.Attachments.Where(attachment => !AttachedVpcs.IsOfVpc(attachment)))
        {
            var type = $"Transit Gateway attachment, {attachment.Kind}";
            _notPriced.Add(new NotPriced(attachment.Address, type, "per attachment-hour and per GB"));
        }

        var (attached, holders) = (new List<string>(), new List<Vpc>());
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attachment in _network.Attachments.Where(AttachedVpcs.IsOfVpc))
        {
            var isFirst = attachment.Vpc is { } vpc && _names.Knows(vpc) && taken.Add(vpc);
            var name = isFirst ? _names[attachment.Vpc!] : _names.Made(attachment.Address);
            if (!isFirst) holders.Add(new Vpc { Name = name, AvailabilityZones = ["zone 1"] });
            Note(name, "transitGateway", attachment.Address);
            attached.Add(name);
        }

        return (attached.Count == 0 ? null : new TransitGateway { Attachments = attached }, holders);
    }

    private IReadOnlyList<IReadOnlyList<string>> Peerings() =>
        [.. _network.Peerings.Where(peering => peering.Vpc is not null && peering.Peer is not null && peering.Vpc != peering.Peer && _names.Knows(peering.Vpc) && _names.Knows(peering.Peer))
            .Select(peering => (IReadOnlyList<string>)[.. new[] { _names[peering.Vpc!], _names[peering.Peer!] }.Order(StringComparer.Ordinal)])
            .DistinctBy(pair => (pair[0], pair[1]))];

    // Elastic IP addresses belong to a Region and not to a VPC; those of NAT gateways are counted with the gateways.
    private Vpc[] WithElasticIps(Vpc[] vpcs)
    {
        var gateways = _network.NatGateways.Select(nat => nat.Address).ToHashSet(StringComparer.Ordinal);
        DeclaredAddress[] held = [.. _network.Addresses.Where(address => address.To is null || !gateways.Contains(address.To))];
        if (held.Length == 0) return vpcs;
        if (vpcs.Length == 0) vpcs = [new Vpc { Name = NoVpc, AvailabilityZones = ["zone 1"] }];
        // Both cost the same; an address that may be free of charge is not called idle, which would advise to release it.
        DeclaredAddress[] idle = [.. held.Where(address => address is { IsAttached: false, Pool: AddressPool.Amazon })];
        DeclaredAddress[] inUse = [.. held.Except(idle)];
        Note(vpcs[0].Name, StandingMeter.ElasticIpsInUse, [.. inUse.Select(address => address.Address)]);
        Note(vpcs[0].Name, StandingMeter.ElasticIpsIdle, [.. idle.Select(address => address.Address)]);
        if (vpcs.Length > 1)
        {
            _assumptions.Add($"Elastic IP addresses belong to no VPC: {Names(held)} {(held.Length == 1 ? "is" : "are")} listed under "
                + $"{vpcs[0].Name}, at the same cost.");
        }

        DeclaredAddress[] unsure = [.. inUse.Where(address => address.IsAttached is null)];
        if (unsure.Length > 0)
            _assumptions.Add($"The document does not show whether something uses {Names(unsure)}. "
                + "They are assumed to be in use, which costs the same.");
        vpcs[0] = vpcs[0] with { ElasticIpAddresses = new ElasticIpAddresses { InUse = inUse.Length, Idle = idle.Length } };
        return vpcs;
    }

    private static string Assumed(int count) => $"{count} {(count == 1 ? "is" : "are")} assumed";

    private static string Names(IEnumerable<DeclaredAddress> addresses) => Sayable.Some([.. addresses.Select(address => address.Address)]);

    private void Note(string vpc, string resource, params IReadOnlyList<string> addresses)
    {
        if (!_addresses.TryGetValue((vpc, resource), out var known)) _addresses[(vpc, resource)] = known = [];
        known.AddRange(addresses);
    }

    // As the lines name a second endpoint of a service.
    private string Numbered(string vpc, string resource) =>
        (_ordinals[(vpc, resource)] = _ordinals.GetValueOrDefault((vpc, resource)) + 1) is > 1 and var number ? $"{resource}#{number}" : resource;

    private static string Kind(EndpointType type) => char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..];
}
