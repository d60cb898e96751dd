using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising;

/// <summary>An interface endpoint and a NAT as two ways for the same traffic.</summary>
/// <param name="Endpoint">The endpoint; null where there is none yet.</param>
/// <param name="Result">The break-even.</param>
/// <param name="ByEndpoint">Cost by GB through the endpoint.</param>
/// <param name="ByNat">Cost by GB through the NAT.</param>
public sealed record EndpointOrNat(EndpointSite? Endpoint, BreakEven Result, CostLine ByEndpoint, CostLine ByNat)
{
    /// <summary>The charges that the break-even rests on.</summary>
    public IEnumerable<Charge> Charges => ByEndpoint.Charges.Concat(ByNat.Charges).Append(CostApi.Core.Prices.Charges.InterfaceEndpointHours);

    /// <summary>Whether the traffic would go by the NAT without the endpoint, and not by another endpoint.</summary>
    public bool NatTakesOver { get; init; } = true;

    /// <summary>What going through the NAT saves at the current GB; negative where the endpoint is cheaper, null where they are not known.</summary>
    public decimal? SavingByNat => Result.CurrentGbPerMonth is { } gb ? ByEndpoint.At(gb) - ByNat.At(gb) : null;
}

/// <summary>Finds where an interface endpoint and a NAT that stays cost the same.</summary>
public static class BreakEvens
{
    /// <summary>For each service that goes through a NAT, and for each interface endpoint that could be a NAT flow instead.</summary>
    public static IReadOnlyList<EndpointOrNat> Of(PricedLayout layout)
    {
        var byService = layout.Routes
            .Where(route => route is { IsByNat: true, Destination: Destination.ToService })
            .GroupBy(route => (route.From, ((Destination.ToService)route.Destination).Service))
            .Select(group => OfNatTraffic(layout, group.Key.From, group.Key.Service, [.. group]));
        var served = layout.Routes.Where(route => EndpointOf(route.Path) is not null).ToLookup(route => EndpointOf(route.Path)!);
        var byEndpoint = layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .Where(site => site is { Endpoint.Type: EndpointType.Interface, CapturesTraffic: true })
            .Select(site => OfEndpoint(layout, site, [.. served[site]]));
        return [.. byService.Concat(byEndpoint).OfType<EndpointOrNat>()];
    }

    /// <summary>For each VPC with a NAT and no traffic given: any service that has no endpoint there yet.</summary>
    public static IEnumerable<EndpointOrNat> OfUnknownTraffic(PricedLayout layout) =>
        from vpc in layout.Topology.Vpcs
        where layout.Routes.All(route => route.From != vpc)
        let service = new ServiceKey(AnyService, null, IsPrivate: false)
        let way = Router.WayOut(new Destination.ToService(service), vpc, layout.Topology)
        where way is Path.ByNat { Nat.Kind: not NatKind.Private } or Path.BySharedNat { Nat.Kind: not NatKind.Private }
        let any = new Route(new Flow { To = AnyService }, vpc, new Destination.ToService(service), way)
        select OfNatTraffic(layout, vpc, service, [any], isKnown: false);

    private const string AnyService = "*";

    private static EndpointSite? EndpointOf(Path path) => path switch
    {
        Path.ByInterfaceEndpoint by => by.Endpoint,
        Path.BySharedEndpoint by => by.Endpoint,
        _ => null,
    };

    private static EndpointOrNat OfNatTraffic(
        PricedLayout layout, VpcSite vpc, ServiceKey service, IReadOnlyList<Route> routes, bool isKnown = true)
    {
        // The endpoint that is not there yet, in all of the VPC's zones.
        var site = new EndpointSite(vpc, new Endpoint { Type = EndpointType.Interface, Service = service.Name }, service, 1);
        var gb = routes.Sum(route => route.Gb);
        var fixedCost = layout.Bill.Change([], StandingMeter.OfEndpoint(site, layout.Hours));
        var (natPerGb, endpointPerGb) = (PerGb(layout, routes), PerGb(layout, [routes[0] with { Path = new Path.ByInterfaceEndpoint(site) }]));
        var byEndpoint = new CostLine(fixedCost ?? 0, endpointPerGb, layout.Bill, natPerGb, gb);
        var byNat = new CostLine(0, natPerGb, layout.Bill, natPerGb, gb);
        var result = Result(site, isKnown ? gb : null, fixedCost, byEndpoint, byNat, routes[0].Path.Kind, layout);
        return new EndpointOrNat(null, result, byEndpoint, byNat);
    }

    private static EndpointOrNat? OfEndpoint(PricedLayout layout, EndpointSite site, IReadOnlyList<Route> routes)
    {
        var service = new Destination.ToService(site.Service);
        // What is said of a VPC's traffic is all of it; where nothing is, its traffic is not known.
        var isKnown = routes.Count > 0 || layout.Routes.Any(route => route.From == site.Vpc);
        if (routes.Count == 0)
            routes = [new Route(new Flow { To = site.Service.Name }, site.Vpc, service, new Path.ByInterfaceEndpoint(site))];
        var instead = routes.Select(route => route with { Path = Router.WayOut(service, route.From, layout.Topology) }).ToArray();
        if (!instead.All(route => route.IsByNat) || routes.Any(route => HasGatewayEndpoint(route.From, site.Service))) return null;

        var gb = routes.Sum(route => route.Gb);
        var fixedCost = layout.Saving(StandingMeter.OfEndpoint(site, layout.Hours));
        var (natPerGb, endpointPerGb) = (PerGb(layout, instead), PerGb(layout, routes));
        var byEndpoint = new CostLine(fixedCost ?? 0, endpointPerGb, layout.Bill, endpointPerGb, gb);
        var byNat = new CostLine(0, natPerGb, layout.Bill, endpointPerGb, gb);
        var result = Result(site, isKnown ? gb : null, fixedCost, byEndpoint, byNat, instead[0].Path.Kind, layout);
        return new EndpointOrNat(site, result, byEndpoint, byNat)
        {
            NatTakesOver = gb == 0 || routes.All(route => Router.PathTo(service, route.From, layout.Topology, without: site) is Path.ByNat or Path.BySharedNat),
        };
    }

    private static bool HasGatewayEndpoint(VpcSite vpc, ServiceKey service) =>
        vpc.EndpointsFor(service.Name).Any(endpoint => endpoint.Endpoint.Type == EndpointType.Gateway);

    // The mix of the routes, scaled to one GB; where there is no traffic, the routes in equal parts.
    private static Dictionary<Charge, decimal> PerGb(PricedLayout layout, IReadOnlyList<Route> routes)
    {
        var total = routes.Sum(route => route.Gb);
        var perGb = new Dictionary<Charge, decimal>();
        foreach (var route in routes)
        {
            var share = total == 0 ? 1m / routes.Count : route.Gb / total;
            foreach (var usage in layout.UsageOf(route with { Flow = route.Flow with { SentGb = 1, ReceivedGb = 0 } }))
                if (usage.OwnPrice is null) perGb[usage.Charge] = perGb.GetValueOrDefault(usage.Charge) + usage.Quantity * share;
        }

        return perGb;
    }

    private static BreakEven Result(
        EndpointSite site, decimal? gb, decimal? fixedCost, CostLine byEndpoint, CostLine byNat, PathKind nat, PricedLayout layout)
    {
        var known = site.Service.Known;
        var (endpointNow, natNow) = (byEndpoint.At(gb ?? 0), byNat.At(gb ?? 0));
        var crossing = fixedCost is null ? null : Crossing.Of(byEndpoint, byNat);
        var unknown = fixedCost is null || endpointNow is null || natNow is null;
        var hasInterface = known is null or { HasInterface: true };
        var isByEndpoint = hasInterface && crossing is not null && endpointNow <= natNow;
        var currency = layout.Bill.Card.Book.Region.Currency;
        var reason = known switch
        {
            { HasInterface: false } => $"{known.Service} does not support interface endpoints. Its gateway endpoint is free of charge.",
            _ when unknown => "A price that this comparison requires is not known.",
            _ when crossing is null =>
                $"The cost per GB through the {NameOf(nat)} ({currency} {Figures.Show(Slope(byNat))}) is not higher than "
                + $"through the endpoint ({currency} {Figures.Show(Slope(byEndpoint))}), so the endpoint's hourly charges are never "
                + "recovered.",
            { HasGateway: true } => $"A gateway endpoint for {known.Service} is free of charge and costs less than both at any amount of "
                + "traffic.",
            _ => null,
        };
        return new BreakEven
        {
            Vpc = site.Vpc.Name,
            Service = site.Service.Name,
            AvailabilityZones = site.Zones.Count,
            EndpointMonthlyCost = fixedCost,
            EndpointPerGb = unknown ? null : Slope(byEndpoint),
            NatPerGb = unknown ? null : Slope(byNat),
            GbPerMonth = hasInterface ? crossing?.Gb : null,
            CurrentGbPerMonth = gb,
            Bends = unknown ? null : CostBends.Of(byEndpoint, byNat, Math.Max(crossing?.Gb ?? 0, gb ?? 0) * 2),
            Cheaper = unknown || gb is null ? null : isByEndpoint ? PathKind.InterfaceEndpoint : nat,
            Formula = FormulaOf(site, crossing, byEndpoint, byNat, nat, unknown, layout),
            Reason = reason,
        };
    }

    private static string FormulaOf(
        EndpointSite site, Crossing? crossing, CostLine byEndpoint, CostLine byNat, PathKind nat, bool unknown, PricedLayout layout)
    {
        var hours = StandingMeter.OfEndpoint(site, layout.Hours).First().Formula;
        if (unknown) return $"{hours} and data processing, compared with data processing of the {NameOf(nat)}: a price is not known";
        var paid = layout.Bill.Card.For(Charges.InterfaceEndpointHours);
        var standing = $"{hours} × {Figures.Show(paid.Tiers[0].Price * paid.Payable)}{(site.Endpoint.Shared ? " and a hosted zone" : "")}";
        if (crossing is null)
        {
            return $"{standing} = {Figures.Show(byEndpoint.Fixed)} per month, then {Figures.Show(Slope(byEndpoint))} per GB "
                + $"compared with {Figures.Show(Slope(byNat))} per GB";
        }

        var slopes = $"({Figures.Show(crossing.SecondPerGb)} − {Figures.Show(crossing.FirstPerGb)})";
        return (crossing.After, crossing.Gap) switch
        {
            (_, <= 0) => $"{standing} = {Figures.Show(byEndpoint.Fixed)} per month: not more expensive from the first GB",
            (0, _) => $"{Figures.Show(crossing.Gap)} ÷ {slopes}, where {Figures.Show(byEndpoint.Fixed)} is {standing}",
            _ => $"{Figures.Show(crossing.After)} GB + {Figures.Show(crossing.Gap)} ÷ {slopes}",
        };
    }

    private static string NameOf(PathKind nat) => nat is PathKind.NatInstance or PathKind.SharedNatInstance ? "NAT instance" : "NAT "
        + "gateway";

    private static decimal Slope(CostLine line) => (line.At(1) ?? line.Fixed) - line.Fixed;
}
