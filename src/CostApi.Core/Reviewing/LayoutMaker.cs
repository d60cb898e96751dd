using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing;

/// <summary>Turns what a document declares in one Region into a layout.</summary>
public sealed class LayoutMaker
{
    private const string UnknownVpc = "unknown VPC";
    private const string NoVpc = "no VPC";

    private readonly DeclaredNetwork _network;
    private readonly Region _region;
    private readonly ServiceCatalogue _services;
    private readonly VpcNames _names;
    private readonly VpcZones _zones;
    private readonly Dictionary<(string Vpc, string Resource), IReadOnlyList<string>> _addresses = [];
    private readonly List<string> _assumptions = [];
    private readonly List<NotPriced> _notPriced;

    private LayoutMaker(DeclaredNetwork network, Region region, ServiceCatalogue services)
    {
        (_network, _region, _services) = (Housed(network), region, services);
        _names = new VpcNames(_network);
        _zones = new VpcZones(_network);
        _notPriced = [.. network.NotPriced];
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
        return new ImportedLayout(region.Code, layout, names, maker._addresses, maker._assumptions, maker._notPriced, network.Unread);
    }

    // A VPC has NAT gateways of one kind in a layout, one to a zone. What a document has beyond that stands in a VPC of its
    // own beside it: it costs the same there, and carries no traffic.
    private IEnumerable<Vpc> Vpcs(string address)
    {
        var (name, zones) = (_names[address], _zones.Of(address));
        var gateways = NatSets(address, zones).ToArray();
        if (!_zones.AreKnown(address)) _assumptions.Add($"{name}: the document does not tell its Availability Zones; {zones.Length} {(zones.Length == 1 ? "is" : "are")} assumed.");
        yield return new Vpc
        {
            Name = name,
            AvailabilityZones = zones,
            NatGateway = gateways.FirstOrDefault().Gateway,
            Endpoints = [.. _network.Endpoints.Where(endpoint => endpoint.Vpc == address).Select(endpoint => Endpoint(endpoint, name, zones))],
            EgressVia = gateways.Length == 0 ? EgressVia(address) : null,
        };
        foreach (var (index, (gateway, of)) in gateways.Index())
        {
            var holder = index == 0 ? name : _names.Beside(name, index + 1);
            foreach (var (zone, nat) in gateway.AvailabilityZones!.Zip(of)) Note(holder, gateway.Mode == NatMode.Regional ? "nat/regional" : $"nat/{zone}", nat.Address);
            if (index == 0) continue;
            _assumptions.Add($"{name} has more NAT gateways than one of a kind in each zone: {string.Join(", ", of.Select(nat => nat.Address))} {(of.Count == 1 ? "stands" : "stand")} in a VPC of its own, {holder}, which costs the same and carries no traffic.");
            yield return new Vpc { Name = holder, AvailabilityZones = zones, NatGateway = gateway };
        }
    }

    private IEnumerable<(NatGateway Gateway, IReadOnlyList<DeclaredNat> Of)> NatSets(string vpc, string[] zones)
    {
        var placed = Placed(vpc, zones);
        foreach (var regional in placed.Keys.Where(nat => nat.Mode == NatMode.Regional))
        {
            var at = Spread(regional.Zones, zones, regional.Address);
            yield return (new NatGateway { Mode = NatMode.Regional, AvailabilityZones = at, PublicIpv4PerZone = regional.PublicAddresses is { } all ? (all + at.Length - 1) / at.Length : null }, [regional]);
        }

        var left = placed.Keys.Where(nat => nat.Mode != NatMode.Regional).OrderBy(nat => nat.Mode == NatMode.Private).ToList();
        while (left.Count > 0)
        {
            var first = left[0];
            DeclaredNat[] set = [.. left.Where(nat => nat.Mode == first.Mode && nat.PublicAddresses == first.PublicAddresses).DistinctBy(nat => placed[nat])];
            left.RemoveAll(set.Contains);
            yield return (new NatGateway { Mode = first.Mode, AvailabilityZones = [.. set.Select(nat => placed[nat])], PublicIpv4PerZone = first.Mode == NatMode.Private ? null : first.PublicAddresses }, set);
        }
    }

    // One whose zone is not known stands where no other does: it costs the same in every zone.
    private Dictionary<DeclaredNat, string> Placed(string vpc, string[] zones)
    {
        var placed = new Dictionary<DeclaredNat, string>();
        foreach (var nat in _network.NatGateways.Where(nat => nat.Vpc == vpc).OrderByDescending(nat => nat.Zones.Names.Count))
        {
            var known = nat.Zones.Names.FirstOrDefault(zones.Contains);
            placed[nat] = known ?? zones.Except(placed.Values).FirstOrDefault() ?? zones[0];
            if (known is null && nat.Mode != NatMode.Regional) _assumptions.Add($"{nat.Address}: its Availability Zone is not in the document; {placed[nat]} is assumed.");
        }

        return placed;
    }

    private Endpoint Endpoint(DeclaredEndpoint declared, string vpc, string[] zones)
    {
        var service = ServiceOf(declared);
        var isGateway = declared.Type == EndpointType.Gateway;
        if (declared.Type == EndpointType.ServiceNetwork)
            _assumptions.Add($"{declared.Address}: how many resource configurations its service network has is not in the document; 1 is assumed.");
        Note(vpc, Numbered(vpc, $"{Kind(declared.Type)}/{Short(service)}"), declared.Address);
        return new Endpoint
        {
            Type = declared.Type,
            Service = Short(service),
            AvailabilityZones = isGateway ? null : Spread(declared.Zones, zones, declared.Address),
            PrivateDns = declared.Type == EndpointType.Interface ? declared.PrivateDns.IsOn : null,
            PrivateDnsOnlyForInboundResolver = declared.IsForInboundResolverOnly,
            ResourceConfigurations = declared.Type == EndpointType.ServiceNetwork ? 1 : null,
        };
    }

    private string ServiceOf(DeclaredEndpoint declared)
    {
        if (declared.Service is { } service && (declared.Type is not (EndpointType.Interface or EndpointType.Gateway) || _services.Find(service, _region) is not ServiceMatch.Invalid)) return service;
        _assumptions.Add(declared.Service is null
            ? $"{declared.Address}: its service is not in the document. It is priced as an endpoint of an unknown service."
            : $"{declared.Address}: '{declared.Service}' is no endpoint service of {_region.Code} that the service knows. It is priced as an endpoint of an unknown service.");
        return declared.Type == EndpointType.Interface ? $"com.amazonaws.vpce.{_region.Code}.vpce-svc-unknown" : declared.Type == EndpointType.Gateway ? "s3" : declared.Address;
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
        var leaves = _network.RouteTables.Where(table => table.Vpc == vpc).SelectMany(table => table.Routes)
            .Any(route => route.Target == RouteTarget.TransitGateway && route.Destination is "0.0.0.0/0" or null);
        string[] hubs = [.. Attached.Where(attached => attached != vpc && _network.NatGateways.Any(nat => nat.Vpc == attached))];
        if (!leaves || hubs.Length != 1 || !Attached.Contains(vpc)) return null;
        _assumptions.Add($"{_names[vpc]} reaches the internet by the NAT gateway of {_names[hubs[0]]}: its default route leads to the Transit Gateway.");
        return _names[hubs[0]];
    }

    private string[] Attached => [.. _network.Attachments.Where(attachment => attachment is { Kind: "vpc", Vpc: not null }).Select(attachment => attachment.Vpc!).Distinct()];

    private TransitGateway? TransitGateway()
    {
        foreach (var attachment in _network.Attachments.Where(attachment => attachment is not { Kind: "vpc", Vpc: not null }))
            _notPriced.Add(new NotPriced(attachment.Address, $"Transit Gateway attachment, {attachment.Kind}", "by the attachment-hour and GB"));
        var attached = Attached;
        foreach (var vpc in attached) Note(_names[vpc], "transitGateway", [.. _network.Attachments.Where(attachment => attachment.Vpc == vpc).Select(attachment => attachment.Address)]);
        return attached.Length == 0 ? null : new TransitGateway { Attachments = [.. attached.Select(vpc => _names[vpc])] };
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
        DeclaredAddress[] idle = [.. held.Where(address => address.IsAttached == false)], inUse = [.. held.Except(idle)];
        Note(vpcs[0].Name, StandingMeter.ElasticIpsInUse, [.. inUse.Select(address => address.Address)]);
        Note(vpcs[0].Name, StandingMeter.ElasticIpsIdle, [.. idle.Select(address => address.Address)]);
        if (vpcs.Length > 1) _assumptions.Add($"Elastic IP addresses belong to no VPC: {string.Join(", ", held.Select(address => address.Address))} {(held.Length == 1 ? "stands" : "stand")} with {vpcs[0].Name}, and {(held.Length == 1 ? "costs" : "cost")} the same anywhere.");
        foreach (var address in inUse.Where(address => address.IsAttached is null)) _assumptions.Add($"{address.Address}: whether something uses it is not in the document; in use is assumed.");
        vpcs[0] = vpcs[0] with { ElasticIpAddresses = new ElasticIpAddresses { InUse = inUse.Length, Idle = idle.Length } };
        return vpcs;
    }

    // Costs are the same in whatever VPC they stand: the only one there is, or one that the document does not tell.
    private DeclaredNetwork Housed(DeclaredNetwork network)
    {
        string[] homeless = [.. network.NatGateways.Where(nat => nat.Vpc is null).Select(nat => nat.Address), .. network.Endpoints.Where(endpoint => endpoint.Vpc is null).Select(endpoint => endpoint.Address)];
        if (homeless.Length == 0) return network;
        var home = network.Vpcs.Where(vpc => vpc.IsDeclared).ToArray() is [var only] ? only.Address : UnknownVpc;
        _assumptions.Add($"The document does not tell the VPC of {string.Join(", ", homeless)}; {(home == UnknownVpc ? "one of its own" : home)} is assumed.");
        return network with
        {
            NatGateways = [.. network.NatGateways.Select(nat => nat.Vpc is null ? nat with { Vpc = home } : nat)],
            Endpoints = [.. network.Endpoints.Select(endpoint => endpoint.Vpc is null ? endpoint with { Vpc = home } : endpoint)],
        };
    }

    private void Note(string vpc, string resource, params IReadOnlyList<string> addresses) =>
        _addresses[(vpc, resource)] = [.. _addresses.GetValueOrDefault((vpc, resource), []), .. addresses];

    // As the lines name a second endpoint of a service.
    private string Numbered(string vpc, string resource)
    {
        var number = 1;
        while (_addresses.ContainsKey((vpc, number == 1 ? resource : $"{resource}#{number}"))) number++;
        return number == 1 ? resource : $"{resource}#{number}";
    }

    private static string Kind(EndpointType type) => char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..];
}
