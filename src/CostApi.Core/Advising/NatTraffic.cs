using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>The NAT gateways or instances of a VPC with the traffic that goes through them.</summary>
internal sealed class NatTraffic
{
    private readonly HashSet<string> _starts;

    private NatTraffic(NatSite nat, IReadOnlyList<Route> routes)
    {
        Nat = nat;
        Routes = routes;
        Own = [.. routes.Where(route => route.Path is Path.ByNat)];
        _starts = [.. routes.SelectMany(Ways.Starts)];
    }

    public static IReadOnlyList<NatTraffic> Of(PricedLayout layout)
    {
        var through = layout.Routes.Where(route => route.IsByNat).ToLookup(route => NatOf(route.Path)!);
        return [.. layout.Topology.Vpcs.SelectMany(vpc => vpc.Nats).Select(nat => new NatTraffic(nat, [.. through[nat]]))];
    }

    public NatSite Nat { get; }

    /// <summary>All flows through it.</summary>
    public IReadOnlyList<Route> Routes { get; }

    /// <summary>Those of its own VPC, which pay where they cross zones; what comes over a Transit Gateway does not (rule 3.4).</summary>
    public IReadOnlyList<Route> Own { get; }

    /// <summary>
    /// Its zones in which no traffic starts. None where traffic of a zone without a NAT is spread over all of them; a flow of 0 GB
    /// counts as traffic, because it needs a way.
    /// </summary>
    public IReadOnlyList<string> IdleZones =>
        Routes.Count == 0 ? Nat.Zones
        : _starts.All(Nat.Covers) ? [.. Nat.Zones.Where(zone => !_starts.Contains(zone))]
        : [];

    /// <summary>The zones of its VPC that need a NAT near: those in which traffic starts, and its own where other VPCs use all of it.</summary>
    public IReadOnlyList<string> NeededZones
    {
        get
        {
            var shared = Routes.Where(route => route.Path is Path.BySharedNat);
            var spread = shared.Any(route => !Ways.Starts(route).All(Nat.Covers));
            return [.. Nat.Vpc.Zones.Where(zone => _starts.Contains(zone) || spread && Nat.Covers(zone))];
        }
    }

    /// <summary>The same with NATs in other zones.</summary>
    public Layout Move(Layout layout, IReadOnlyList<string> zones) => layout.Change(
        Nat.Vpc.Name, vpc => Nat.Kind == NatKind.Instance ? vpc.WithNatInstances(zones) : vpc.WithNatGateways(zones)).WithoutLostEgress();

    /// <summary>Hours and addresses of this many zones: every zone of a NAT costs the same.</summary>
    public IEnumerable<Usage> Standing(int zones, decimal hours) =>
        StandingMeter.OfNat(Nat, hours).Select(usage => usage with { Quantity = usage.Quantity * zones / Nat.Zones.Count });

    public static NatSite? NatOf(Path path) => path switch
    {
        Path.ByNat by => by.Nat,
        Path.BySharedNat by => by.Nat,
        _ => null,
    };
}
