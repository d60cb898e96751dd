using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Rating;
using CostApi.Core.Routing;

namespace CostApi.Core.Recommending;

/// <summary>A need as choices, with what each uses: read by the meters that bills are made with, priced by nobody yet.</summary>
internal sealed class Problem
{
    private readonly Facts _facts;
    private readonly Dictionary<string, int> _indexOf = new(StringComparer.Ordinal);
    private readonly List<ServiceKey> _services = [];
    private readonly VpcSite _hub;
    private readonly Topology? _current;

    public Problem(Need need, Facts facts)
    {
        (Need, _facts) = (need, facts);
        Card = new RateCard(facts.Book, need.Pricing);
        _current = need.Current is { } current ? new Topology(current, facts.Book.Region, facts.Services) : null;
        HubNat = need.Constraints.Nat switch
        {
            NatChoice.None => null,
            NatChoice.EveryZone => new NatGateway { Mode = NatMode.Zonal },
            // Nothing is billed for crossing zones over a Transit Gateway (rule 3.4), so one NAT serves as well as several.
            _ => new NatGateway { Mode = NatMode.Zonal, AvailabilityZones = [HubZones(need)[0]] },
        };
        Hub = new Vpc { Name = FreeName(need), AvailabilityZones = HubZones(need), NatGateway = HubNat };
        _hub = Site(Hub);
        var flows = need.Traffic.ToLookup(flow => flow.From!, StringComparer.Ordinal);
        Spokes = [.. need.Vpcs.Select(vpc => SpokeOf(vpc, [.. flows[vpc.Name]]))];
        Opening = [.. _services.Select(service => Amounts.Of(StandingMeter.OfEndpoint(SharedEndpoint(service), need.Hours)))];
        HubAttachment = AttachmentOf(Hub.Name);
        HubNatUses = HubNat is null ? Amounts.Nothing : Amounts.Of(StandingMeter.OfNat(_hub.Nats[0], need.Hours));
        Constant = Amounts.Of(need.Vpcs.SelectMany(vpc => Unavoidable(vpc, flows[vpc.Name])));
    }

    public Need Need { get; }

    public RateCard Card { get; }

    public IReadOnlyList<Spoke> Spokes { get; }

    /// <summary>The services that a hub could hold endpoints of.</summary>
    public IReadOnlyList<ServiceKey> Services => _services;

    /// <summary>The hub, if there is one.</summary>
    public Vpc Hub { get; }

    /// <summary>The hub's NAT, if it has one; null where none is allowed.</summary>
    public NatGateway? HubNat { get; }

    /// <summary>What the hub's endpoint for each service uses without traffic.</summary>
    public IReadOnlyList<Amounts> Opening { get; }

    public Amounts HubAttachment { get; }

    public Amounts HubNatUses { get; }

    /// <summary>What every layout uses.</summary>
    public Amounts Constant { get; }

    public bool MayHaveHub => Need.Constraints.Hub == HubChoice.Allowed;

    /// <summary>Whether the constraints leave a way at all.</summary>
    public bool MayTake(Ways way) => way switch
    {
        Ways.Local => Need.Constraints.MostInterfaceEndpointsPerVpc > 0,
        Ways.Hub => MayHaveHub && Need.Constraints.MostInterfaceEndpointsPerVpc > 0,
        _ => Need.Constraints.Nat != NatChoice.None,
    };

    /// <summary>The endpoint that the hub would hold for a service.</summary>
    public Endpoint SharedEndpointOf(ServiceKey service) => new()
    {
        Type = EndpointType.Interface,
        Service = service.Name,
        AvailabilityZones = [.. Hub.AvailabilityZones.Take(Need.EndpointZones(Hub.AvailabilityZones.Count))],
        Shared = true,
    };

    /// <summary>The most of each charge that any layout uses.</summary>
    public IReadOnlyDictionary<Charge, decimal> Most()
    {
        var most = new Dictionary<Charge, decimal>();
        foreach (var amounts in Spokes.SelectMany(AllOf).Concat(Opening).Append(HubAttachment).Append(HubNatUses))
            foreach (var (charge, quantity) in amounts.Parts)
                if (IsChosen(charge)) most[charge] = most.GetValueOrDefault(charge) + quantity;
        return most;
    }

    private static IEnumerable<Amounts> AllOf(Spoke spoke) => spoke.Cells
        .SelectMany(cell => cell.Out.Append(cell.Hub).Append(cell.Local)).Concat(spoke.Ways.Select(way => way.Uses)).OfType<Amounts>().Append(spoke.Attachment);

    // What leaves the Region, or goes to another VPC, costs the same in every layout.
    private static bool IsChosen(Charge charge) =>
        charge.Category is not (CostCategory.DataTransfer or CostCategory.Peering) || charge == Charges.CrossZone;

    private static IReadOnlyList<string> HubZones(Need need) =>
        [.. need.Vpcs.SelectMany(vpc => vpc.AvailabilityZones).Distinct(StringComparer.Ordinal).Take(Limits.Zones)];

    private static string FreeName(Need need)
    {
        var taken = need.Vpcs.Select(vpc => vpc.Name).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, Limits.Vpcs + 1).Select(i => i == 1 ? "hub" : $"hub-{i}").First(name => !taken.Contains(name));
    }

    private VpcSite Site(Vpc vpc) => new(vpc, _facts.Book.Region, _facts.Services);

    private EndpointSite SharedEndpoint(ServiceKey service) => new(_hub, SharedEndpointOf(service), service, 1);

    private Amounts AttachmentOf(string vpc)
    {
        var attached = new Layout { Name = "", Vpcs = [new Vpc { Name = vpc, AvailabilityZones = ["a"] }], TransitGateway = new TransitGateway { Attachments = [vpc] } };
        return Amounts.Of(StandingMeter.Of(new Topology(attached, _facts.Book.Region, _facts.Services), Need.Hours));
    }

    private Spoke SpokeOf(Vpc vpc, Flow[] flows)
    {
        var byService = flows.Select(flow => (Flow: flow, Destination: DestinationOf(flow)))
            .Where(flow => flow.Destination is Destination.ToService)
            .GroupBy(flow => ((Destination.ToService)flow.Destination).Service, flow => flow.Flow);
        var others = flows.Where(flow => DestinationOf(flow) is Destination.ToInternet or Destination.ToOtherRegion).ToArray();
        var natSites = NatsOf(vpc).ToArray();
        var (cells, gateways) = (new List<Cell>(), new List<(ServiceKey, decimal)>());
        foreach (var group in byService)
        {
            if (CellOf(vpc, group.Key, [.. group], natSites) is { } cell) cells.Add(cell);
            else gateways.Add((group.Key, group.Sum(flow => (flow.SentGb ?? 0) + (flow.ReceivedGb ?? 0))));
        }

        return new Spoke(vpc, cells, gateways, [.. natSites.Select(nat => WayOutOf(vpc, nat, others))],
            Need.Constraints.TransitGateway == TransitGatewayState.Present ? Amounts.Nothing : AttachmentOf(vpc.Name));
    }

    // No NAT, one in any of the zones, one in each, and that of the hub.
    private IEnumerable<(NatSite? Site, bool IsCentral)> NatsOf(Vpc vpc)
    {
        yield return (null, false);
        if (Need.Constraints.Nat == NatChoice.None) yield break;
        if (Need.Constraints.Nat != NatChoice.EveryZone)
            foreach (var zone in vpc.AvailabilityZones) yield return (Nat(vpc, [zone]), false);
        if (Need.Constraints.Nat == NatChoice.EveryZone || Need.Constraints.Nat == NatChoice.Any && vpc.AvailabilityZones.Count > 1)
            yield return (Nat(vpc, null), false);
        if (MayHaveHub) yield return (_hub.Nats[0], true);
    }

    private NatSite Nat(Vpc vpc, IReadOnlyList<string>? zones) =>
        Site(vpc with { NatGateway = new NatGateway { Mode = NatMode.Zonal, AvailabilityZones = zones } }).Nats[0];

    private WayOut WayOutOf(Vpc vpc, (NatSite? Site, bool IsCentral) nat, Flow[] others)
    {
        if (nat.Site is null) return new WayOut(null, false, others.Length == 0 ? Amounts.Nothing : null);
        var standing = nat.IsCentral ? [] : StandingMeter.OfNat(nat.Site, Need.Hours);
        var leaving = others.SelectMany(flow => Read(flow, vpc, DestinationOf(flow), PathBy(nat)!));
        return new WayOut(nat.IsCentral ? null : nat.Site.Vpc.Vpc.NatGateway, nat.IsCentral, Amounts.Of(standing.Concat(leaving)).Where(IsChosen));
    }

    private static Path? PathBy((NatSite? Site, bool IsCentral) nat) =>
        nat.Site is null ? null : nat.IsCentral ? new Path.BySharedNat(nat.Site) : new Path.ByNat(nat.Site);

    private Cell? CellOf(Vpc vpc, ServiceKey key, Flow[] flows, (NatSite? Site, bool IsCentral)[] nats)
    {
        var kept = Need.Constraints.KeepAsIs.Any(name => Key(name).Name == key.Name) && _current is not null
            ? Router.PathTo(new Destination.ToService(key), _current.Vpc(vpc.Name), _current)
            : null;
        if (key.Known is { HasGateway: true } && kept is null or Path.ByGatewayEndpoint) return null;

        if (!_indexOf.TryGetValue(key.Name, out var service))
        {
            _indexOf.Add(key.Name, service = _services.Count);
            _services.Add(key);
        }

        var endpoint = kept is Path.ByInterfaceEndpoint own
            ? own.Endpoint.Endpoint with { Shared = false, EndpointUrl = own.Endpoint.Endpoint.EndpointUrl || !own.Endpoint.HasPrivateDns }
            : new Endpoint
            {
                Type = EndpointType.Interface,
                Service = key.Name,
                AvailabilityZones = [.. vpc.AvailabilityZones.Take(Need.EndpointZones(vpc.AvailabilityZones.Count))],
                // Without private DNS only clients that are told to use the endpoint come to it (rule 1.13).
                EndpointUrl = key.Known is { PrivateDns: false },
            };
        var site = new EndpointSite(Site(vpc), endpoint, key, 1);
        var destination = new Destination.ToService(key);
        return new Cell(
            service, key, flows, endpoint, Allowed(key, kept),
            Amounts.Of(StandingMeter.OfEndpoint(site, Need.Hours).Concat(flows.SelectMany(flow => Read(flow, vpc, destination, new Path.ByInterfaceEndpoint(site))))),
            Amounts.Of(flows.SelectMany(flow => Read(flow, vpc, destination, new Path.BySharedEndpoint(SharedEndpoint(key), OverTransitGateway: true)))),
            [.. nats.Select(nat => PathBy(nat) is { } path ? Amounts.Of(flows.SelectMany(flow => Read(flow, vpc, destination, path))) : null)]);
    }

    private Ways Allowed(ServiceKey key, Path? kept)
    {
        var ways = kept switch
        {
            null => Ways.All,
            Path.ByInterfaceEndpoint => Ways.Local,
            Path.BySharedEndpoint => Ways.Hub,
            Path.ByNat or Path.BySharedNat => Ways.Out,
            _ => Ways.None,
        };
        if (key.IsPrivate || Need.Constraints.PrivateServices.Any(name => Key(name).Name == key.Name)) ways &= ~Ways.Out;
        if (!MayHaveHub) ways &= ~Ways.Hub;
        return ways;
    }

    // Every flow to another VPC goes over a peering, which costs nothing to stand.
    private IEnumerable<Usage> Unavoidable(Vpc vpc, IEnumerable<Flow> flows)
    {
        foreach (var flow in flows)
        {
            var destination = DestinationOf(flow);
            var path = destination switch
            {
                Destination.ToVpc to => new Path.ByPeering(Site(Need.Vpcs.First(other => other.Name == to.Name))),
                Destination.ToInternet or Destination.ToOtherRegion => PathBy((Nat(vpc, null), false))!,
                _ => null,
            };
            if (path is null) continue;
            foreach (var usage in Read(flow, vpc, destination, path))
                if (!IsChosen(usage.Charge)) yield return usage;
        }
    }

    private IEnumerable<Usage> Read(Flow flow, Vpc vpc, Destination destination, Path path) =>
        TrafficMeter.Of(new Route(flow, Site(vpc), destination, path), Need.Pricing.CrossZoneSidesBilled);

    private ServiceKey Key(string name) => ServiceKey.Of(name, _facts.Book.Region, _facts.Services);

    private Destination DestinationOf(Flow flow)
    {
        if (flow.To == FlowTargets.Internet) return new Destination.ToInternet();
        if (flow.To.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal)) return new Destination.ToVpc(flow.To[FlowTargets.VpcPrefix.Length..], null);
        return flow.Region is { } code && code != _facts.Book.Region.Code
            ? new Destination.ToOtherRegion(ServiceKey.Of(flow.To, _facts.Regions[code], _facts.Services), _facts.Regions[code])
            : new Destination.ToService(Key(flow.To));
    }
}
