using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Interface endpoints that cost more than the NAT beside them would for the same traffic.</summary>
internal static class BelowBreakEven
{
    public static IEnumerable<Finding> Find(PricedLayout layout, IReadOnlyList<EndpointOrNat> breakEvens)
    {
        var removals = Removals(layout);
        if (removals.Count == 0) yield break;
        foreach (var pair in breakEvens)
            if (pair.Endpoint is { } site && removals.TryGetValue(site, out var removal)) yield return Of(pair, site, removal);
    }

    /// <summary>
    /// The endpoints whose traffic costs less through a NAT that takes it over. One that another endpoint needs is among them only where
    /// that one is, too: the two are removed together.
    /// </summary>
    public static IReadOnlyDictionary<EndpointSite, Advice> Removals(PricedLayout layout)
    {
        var used = layout.Routes.Select(route => NatTraffic.NatOf(route.Path)).OfType<NatSite>().ToHashSet();
        var needed = Companionship.ByNat(layout);
        var served = layout.Routes.Where(route => EndpointOf(route.Path) is not null).ToLookup(route => EndpointOf(route.Path)!);
        var alone = layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .Where(site => site is { Endpoint.Type: EndpointType.Interface, CapturesTraffic: true, Service.Known: not { HasGateway: true } })
            .Where(site => IdleByDesign.First(site) == site)
            .Select(site => (site, advice: Removal(layout, site, [.. served[site]], IsKept)))
            .Where(pair => pair.advice is not null)
            .ToDictionary(pair => pair.site, pair => pair.advice!);
        return alone.Count == 0 ? alone : WithThoseThatNeedThem(layout, alone);

        // Whether a NAT stays without the endpoint's own traffic, of which there may be none.
        bool IsKept(NatSite nat, EndpointSite site) =>
            nat.Kind == NatKind.Private || used.Contains(nat) || needed.Contains(nat) && !needed[nat].Contains(site);
    }

    private static Dictionary<EndpointSite, Advice> WithThoseThatNeedThem(PricedLayout layout, Dictionary<EndpointSite, Advice> alone)
    {
        var neededBy = Companionship.Of(layout)
            .Where(need => EndpointOf(need.Way) is { } way && alone.ContainsKey(way) && way != need.Endpoint)
            .ToLookup(need => EndpointOf(need.Way)!, need => need.Endpoint);
        var together = new Dictionary<EndpointSite, Advice>();
        foreach (var (site, advice) in alone)
        {
            var closure = new List<EndpointSite> { site };
            for (var i = 0; i < closure.Count; i++)
                closure.AddRange(neededBy[closure[i]].Distinct().Where(other => !closure.Contains(other)));
            if (closure.All(alone.ContainsKey))
                together.Add(site, advice with { Together = [.. closure.Skip(1).Select(other => alone[other])] });
        }

        return together;
    }

    private static Advice? Removal(
        PricedLayout layout, EndpointSite site, IReadOnlyList<Route> routes, Func<NatSite, EndpointSite, bool> isKept)
    {
        var service = new Destination.ToService(site.Service);
        var instead = routes.Select(InsteadOf).ToArray();
        // Without traffic, the way that it would go.
        var none = new Route(new Flow { To = site.Service.Name }, site.Vpc, service, new Path.ByInterfaceEndpoint(site));
        Route[] ways = routes.Count > 0 ? instead : [InsteadOf(none)];
        // With traffic, another endpoint would take it before the NAT does.
        if (!ways.All(route => route.IsByNat) || routes.Any(GoesByAnother)) return null;
        // Neither carries anything: that the NAT is unused is said of it, and one of the two has to stay.
        var nat = NatTraffic.NatOf(ways[0].Path)!;
        if (routes.Count == 0 && !(layout.VpcsWithTraffic.Contains(site.Vpc) && isKept(nat, site))) return null;
        Usage[] less = [.. StandingMeter.OfEndpoint(site, layout.Hours), .. routes.SelectMany(layout.UsageOf)];
        Usage[] more = [.. instead.SelectMany(layout.UsageOf)];
        if (layout.Saving(less, more) is not { } saving || saving <= 0) return null;
        var name = NatNames.Of(nat.Kind);
        var action = $"Remove the interface endpoint for {site.Service.Name} from {site.Vpc.Name}.";
        var why = routes.Count == 0
            ? $"No traffic is specified for it, and the {name} can carry any that exists."
            : $"Its traffic costs less through the {name}.";
        return new Advice
        {
            Code = FindingCodes.EndpointBelowBreakEven,
            Vpc = site.Vpc.Name,
            Resource = site.Resource,
            Endpoint = site.Endpoint,
            Action = $"{action} {why}",
            ActionWithoutNat = routes.Count == 0 ? $"{action} No traffic is specified for it." : null,
            Edit = one => one.Change(site.Vpc.Name, vpc => vpc.Without(site.Endpoint)),
            Less = less,
            More = more,
            Saving = saving,
            Changes = [site],
            Uses = Ways.Through(ways),
            NeedsNat = true,
            ReliesOn = routes.Count == 0 ? (nat.Vpc.Name, nat.Kind) : null,
        };

        bool GoesByAnother(Route route) =>
            route.Gb > 0 && Router.PathTo(service, route.From, layout.Topology, without: site) is not (Path.ByNat or Path.BySharedNat);

        Route InsteadOf(Route route) => route with { Path = Router.WayOut(service, route.From, layout.Topology) };
    }

    private static EndpointSite? EndpointOf(Path path) => path switch
    {
        Path.ByInterfaceEndpoint by => by.Endpoint,
        Path.BySharedEndpoint by => by.Endpoint,
        _ => null,
    };

    private static Finding Of(EndpointOrNat pair, EndpointSite site, Advice removal)
    {
        var nat = NatNames.Of(removal.Uses.OfType<NatZone>().First().Nat.Kind);
        var fewer = site.Zones.Count > 1 ? " In fewer Availability Zones, the endpoint has a lower break-even." : "";
        var breakEven = pair.Result.GbPerMonth is { } gb
            ? $"Below {Figures.Brief(gb)} GB per month, this traffic costs less through the {nat}.{fewer}"
            : $"At any amount, this traffic costs less through the {nat}.";
        var together = removal.Together.Count == 0
            ? ""
            : $" Remove it together with {Listing.Of([.. removal.Together.Select(other => other.Resource!)])}, "
                + $"which {(removal.Together.Count == 1 ? "requires" : "require")} it.";
        return new Finding
        {
            Code = FindingCodes.EndpointBelowBreakEven,
            Severity = Severity.Info,
            Vpc = site.Vpc.Name,
            Resource = site.Resource,
            Message = $"The interface endpoint for {site.Service.Name} carries {Figures.Brief(pair.Result.CurrentGbPerMonth ?? 0)} GB "
                + $"per month. {breakEven} Keep the endpoint if the traffic must stay private.{together}",
            MonthlySaving = removal.Saving,
            Advice = removal,
        };
    }
}
