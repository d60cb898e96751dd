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
    private readonly Region _region;
    private readonly ServiceCatalogue _services;
    private readonly VpcNames _names;
    private readonly VpcZones _zones;
    private readonly ILookup<string?, DeclaredNat> _gateways;
    private readonly ILookup<string?, DeclaredEndpoint> _endpoints;
    private readonly ILookup<string?, DeclaredRouteTable> _tables;
    private readonly ILookup<string, DeclaredAttachment> _attachments;
    private readonly string[] _hubs;
    private readonly Dictionary<(string Vpc, string Resource), List<string>> _addresses = [];
    private readonly Dictionary<(string Vpc, string Resource), int> _ordinals = [];
    private readonly List<string> _assumptions = [];
    private readonly List<NotPriced> _notPriced;
    private readonly List<Unread> _unread;

    private LayoutMaker(DeclaredNetwork network, Region region, ServiceCatalogue services)
    {
        (_network, _region, _services) = (Housing.Of(network, _assumptions), region, services);
        _names = new VpcNames(_network);
        _zones = new VpcZones(_network);
        _gateways = _network.NatGateways.ToLookup(nat => nat.Vpc);
        _endpoints = _network.Endpoints.ToLookup(endpoint => endpoint.Vpc);
        _tables = _network.RouteTables.ToLookup(table => table.Vpc);
        _attachments = _network.Attachments.Where(attachment => attachment is { Kind: "vpc", Vpc: not null }).ToLookup(attachment => attachment.Vpc!);
        _hubs = [.. _attachments.Select(attached => attached.Key).Where(vpc => _gateways[vpc].Any()).Take(3)];
        _notPriced = [.. network.NotPriced];
        _unread = [.. network.Unread];
    }

    /// <param name="network">What the document declares in the Region.</param>
    /// <param name="region">The Region.</param>
    /// <param name="services">The services with VPC endpoints.</param>
    /// <param name="name">Name of the layout.</param>
    /// <returns>The layout; null where the document declares no VPC and nothing in one.</returns>
    public static ImportedLayout? Make(DeclaredNetwork network, Region region, ServiceCatalogue services, string name)
    {
        var maker = new LayoutMaker(network, region, services);
        var vpcs = maker.WithElasticIps([.. maker._names.Addresses.SelectMany(maker.Vpcs)]);
        if (vpcs.Length == 0) return null;
        var layout = new Layout { Name = name, Vpcs = vpcs, TransitGateway = maker.TransitGateway(), Peerings = maker.Peerings() };
        var names = maker._names.Addresses.ToDictionary(address => maker._names[address], StringComparer.Ordinal);
        var addresses = maker._addresses.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value);
        return new ImportedLayout(region.Code, layout, names, addresses, maker._assumptions, maker._notPriced, maker._unread);
    }

    // A VPC has NAT gateways of one kind in a layout, one to a zone. What a document has beyond that stands in a VPC of its
    // own beside it: it costs the same there, and carries no traffic.
    private IEnumerable<Vpc> Vpcs(string address)
    {
        var (name, zones) = (_names[address], _zones.Of(address));
        var sets = NatPlaces.Sets(_gateways[address], zones, nat => Spread(nat.Zones, zones, nat.Address), _assumptions).ToArray();
        if (!_zones.AreKnown(address)) _assumptions.Add($"{name}: the document does not tell its Availability Zones; {zones.Length} {(zones.Length == 1 ? "is" : "are")} assumed.");
        yield return new Vpc
        {
            Name = name,
            AvailabilityZones = zones,
            NatGateway = sets.FirstOrDefault()?.Gateway,
            Endpoints = [.. _endpoints[address].Select(endpoint => Endpoint(endpoint, name, zones)).OfType<Endpoint>()],
            EgressVia = sets.Length == 0 ? EgressVia(address) : null,
        };
        foreach (var (index, (gateway, of)) in sets.Index())
        {
            var holder = index == 0 ? name : _names.Beside(name, index + 1);
            foreach (var (zone, nat) in gateway.AvailabilityZones!.Zip(of)) Note(holder, gateway.Mode == NatMode.Regional ? "nat/regional" : $"nat/{zone}", nat.Address);
            if (index == 0) continue;
            _assumptions.Add($"{name} has more NAT gateways than one of a kind in each zone: {string.Join(", ", of.Select(nat => nat.Address))} {(of.Count == 1 ? "stands" : "stand")} in a VPC of its own, {holder}, which costs the same and carries no traffic.");
            yield return new Vpc { Name = holder, AvailabilityZones = zones, NatGateway = gateway };
        }
    }

    private Endpoint? Endpoint(DeclaredEndpoint declared, string vpc, string[] zones)
    {
        if (ServiceOf(declared) is not { } service) return null;
        if (declared.Type == EndpointType.ServiceNetwork)
            _assumptions.Add($"{declared.Address}: how many resource configurations its service network has is not in the document; 1 is assumed.");
        Note(vpc, Numbered(vpc, $"{Kind(declared.Type)}/{service}"), declared.Address);
        return new Endpoint
        {
            Type = declared.Type,
            Service = service,
            AvailabilityZones = declared.Type == EndpointType.Gateway ? null : Spread(declared.Zones, zones, declared.Address),
            PrivateDns = declared.Type == EndpointType.Interface ? declared.PrivateDns.IsOn : null,
            PrivateDnsOnlyForInboundResolver = declared is { IsForInboundResolverOnly: true, Type: EndpointType.Interface } && service == "s3",
            ResourceConfigurations = declared.Type == EndpointType.ServiceNetwork ? 1 : null,
        };
    }

    // The service as a layout names it; null where there can be no such endpoint. Gateway endpoints are free, so nothing is missed.
    private string? ServiceOf(DeclaredEndpoint declared)
    {
        var match = declared.Service is { } named ? _services.Find(named, _region) : null;
        switch (declared.Type)
        {
            case EndpointType.Gateway when match is ServiceMatch.Known { Service.HasGateway: true }:
                return Short(declared.Service!);
            case EndpointType.Gateway:
                _unread.Add(new Unread(declared.Address, declared.Service is null
                    ? "Its service is not in the document. Gateway endpoints are free; traffic to its service is taken to go another way."
                    : $"There is no gateway endpoint for '{Sayable.Name(declared.Service)}' in {_region.Code}: AWS refuses it, and it is in no figure. If an interface endpoint is meant, state its type."));
                return null;
            case EndpointType.Interface when match is not (null or ServiceMatch.Invalid or ServiceMatch.Known { Service.HasInterface: false }):
                return Short(declared.Service!);
            case EndpointType.Interface:
                _assumptions.Add(declared.Service is null
                    ? $"{declared.Address}: its service is not in the document. It is priced as an endpoint of an unknown service."
                    : $"{declared.Address}: there is no interface endpoint for '{Sayable.Name(declared.Service)}' in {_region.Code} that the service knows of. It is priced as an endpoint of an unknown service.");
                return $"com.amazonaws.vpce.{_region.Code}.vpce-svc-unknown";
            default:
                return Sayable.Name(declared.Service ?? declared.Address);
        }
    }

    private string Short(string service) => _services.Find(service, _region) is ServiceMatch.Known { Service.Service: var suffix } && !service.Contains("fips", StringComparison.Ordinal) ? suffix : service;

    // Known zones by name; where only their number is known, or not even that, as many of the VPC's as there can be.
    private string[] Spread(ZonesOf declared, string[] zones, string address)
    {
        var most = Math.Clamp(declared.Most, 1, zones.Length);
        string[] at = [.. declared.Names.Where(zones.Contains).Concat(zones.Except(declared.Names)).Take(Math.Max(most, declared.Names.Count(zones.Contains)))];
        if (declared.Least != declared.Most)
            _assumptions.Add($"{address}: the document does not tell how many Availability Zones it is in, {declared.Least} to {most}; {at.Length} {(at.Length == 1 ? "is" : "are")} assumed.");
        else if (declared.Origin == Origin.Assumed)
            _assumptions.Add($"{address}: its Availability Zones are not in the document; {string.Join(", ", at)} {(at.Length == 1 ? "is" : "are")} assumed.");
        return at;
    }

    // Central egress: the default route leads to the Transit Gateway, and one VPC on it has a NAT.
    private string? EgressVia(string vpc)
    {
        if (!_attachments.Contains(vpc) || _hubs.Where(hub => hub != vpc).ToArray() is not [var only]) return null;
        if (!_tables[vpc].SelectMany(table => table.Routes).Any(route => route.Target == RouteTarget.TransitGateway && route.Destination is "0.0.0.0/0" or null)) return null;
        _assumptions.Add($"{_names[vpc]} reaches the internet by the NAT gateway of {_names[only]}: its default route leads to the Transit Gateway.");
        return _names[only];
    }

    private TransitGateway? TransitGateway()
    {
        foreach (var attachment in _network.Attachments.Where(attachment => attachment is not { Kind: "vpc", Vpc: not null }))
            _notPriced.Add(new NotPriced(attachment.Address, $"Transit Gateway attachment, {attachment.Kind}", "by the attachment-hour and GB"));
        foreach (var attached in _attachments) Note(_names[attached.Key], "transitGateway", [.. attached.Select(attachment => attachment.Address)]);
        return _attachments.Count == 0 ? null : new TransitGateway { Attachments = [.. _attachments.Select(attached => _names[attached.Key])] };
    }

    private IReadOnlyList<IReadOnlyList<string>> Peerings() =>
        [.. _network.Peerings.Where(peering => peering.Vpc is not null && peering.Peer is not null && peering.Vpc != peering.Peer && _names.Knows(peering.Vpc) && _names.Knows(peering.Peer))
            .Select(peering => (IReadOnlyList<string>)[.. new[] { _names[peering.Vpc!], _names[peering.Peer!] }.Order(StringComparer.Ordinal)])
            .DistinctBy(pair => (pair[0], pair[1]))];

    // Elastic IP addresses belong to a Region and not to a VPC; those of NAT gateways stand with the gateways.
    private Vpc[] WithElasticIps(Vpc[] vpcs)
    {
        var gateways = _network.NatGateways.Select(nat => nat.Address).ToHashSet(StringComparer.Ordinal);
        DeclaredAddress[] held = [.. _network.Addresses.Where(address => address.To is null || !gateways.Contains(address.To))];
        if (held.Length == 0) return vpcs;
        if (vpcs.Length == 0) vpcs = [new Vpc { Name = NoVpc, AvailabilityZones = ["zone 1"] }];
        var (idle, inUse) = (held.Where(address => address.IsAttached == false).ToArray(), held.Where(address => address.IsAttached != false).ToArray());
        Note(vpcs[0].Name, StandingMeter.ElasticIpsInUse, [.. inUse.Select(address => address.Address)]);
        Note(vpcs[0].Name, StandingMeter.ElasticIpsIdle, [.. idle.Select(address => address.Address)]);
        if (vpcs.Length > 1) _assumptions.Add($"Elastic IP addresses belong to no VPC: {Sayable.Some([.. held.Select(address => address.Address)])} {(held.Length == 1 ? "stands" : "stand")} with {vpcs[0].Name}, and {(held.Length == 1 ? "costs" : "cost")} the same anywhere.");
        foreach (var address in inUse.Where(address => address.IsAttached is null)) _assumptions.Add($"{address.Address}: whether something uses it is not in the document; in use is assumed.");
        vpcs[0] = vpcs[0] with { ElasticIpAddresses = new ElasticIpAddresses { InUse = inUse.Length, Idle = idle.Length } };
        return vpcs;
    }

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
