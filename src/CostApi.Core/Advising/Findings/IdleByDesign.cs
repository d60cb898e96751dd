using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Advising.Findings;

/// <summary>Interface endpoints that no client comes to: they cost their hours and save nothing (rules 1.13, 1.18).</summary>
internal static class IdleByDesign
{
    public static IEnumerable<Finding> Find(PricedLayout layout)
    {
        // One that other VPCs reach by name carries their traffic, whichever endpoint comes first in its own VPC.
        var shared = layout.Routes.Select(route => (route.Path as Path.BySharedEndpoint)?.Endpoint).OfType<EndpointSite>().ToHashSet();
        return Find(layout, shared);
    }

    private static IEnumerable<Finding> Find(PricedLayout layout, HashSet<EndpointSite> shared) =>
        from site in layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
        where site.Endpoint is { Type: EndpointType.Interface, PrivateDnsOnlyForInboundResolver: false }
        where !ServiceCatalogue.IsUnknown(site.Service.Name)
        where !shared.Contains(site)
        where !site.CapturesTraffic || First(site) is var first && first != site && (first.Endpoint.Shared || !site.Endpoint.Shared)
        let hours = StandingMeter.OfEndpoint(site, layout.Hours).ToArray()
        let saving = Finding.IfPositive(layout.Saving(hours))
        select new Finding
        {
            Code = FindingCodes.EndpointCapturesNothing,
            Severity = Severity.Warning,
            Vpc = site.Vpc.Name,
            Resource = site.Resource,
            Message = $"No traffic uses the interface endpoint for {site.Service.Name}, because {Why(site)}",
            MonthlySaving = saving,
            Advice = saving is { } amount ? Remove(site, hours, amount) : null,
        };

    /// <summary>The other remedy: private DNS turned on, where that is possible and what the traffic costs now is more.</summary>
    public static IEnumerable<Advice> TurnOn(PricedLayout layout)
    {
        var sites = layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints).Where(CanTurnOn).ToArray();
        if (sites.Length == 0) yield break;
        var byService = layout.Routes.Where(route => route.Destination is Destination.ToService)
            .ToLookup(route => (route.From, ((Destination.ToService)route.Destination).Service.Name));
        foreach (var site in sites)
        {
            var routes = byService[(site.Vpc, site.Service.Name)].Where(route => route.Path is not Path.Nowhere).ToArray();
            var less = routes.SelectMany(layout.UsageOf).ToArray();
            var more = routes.SelectMany(route => layout.UsageOf(route with { Path = new Path.ByInterfaceEndpoint(site) })).ToArray();
            if (layout.Saving(less, more) is > 0 and var saving) yield return TurnOn(site, site.Endpoint with { PrivateDns = true }, routes, less, more, saving);
        }
    }

    private static bool CanTurnOn(EndpointSite site) =>
        site is { Endpoint.Type: EndpointType.Interface, CapturesTraffic: false, Endpoint.PrivateDnsOnlyForInboundResolver: false }
        && site.Service.Known is not { PrivateDns: false } and not { HasGateway: true }
        && site.Vpc.EndpointsFor(site.Service.Name).First() == site
        && !site.Vpc.EndpointsFor(site.Service.Name).Any(other => other.CapturesTraffic);

    private static Advice TurnOn(EndpointSite site, Endpoint on, Route[] routes, Usage[] less, Usage[] more, decimal saving) => new()
    {
        Code = FindingCodes.EndpointCapturesNothing,
        Vpc = site.Vpc.Name,
        Resource = site.Resource,
        Endpoint = site.Endpoint,
        Altered = [(site.Endpoint, on)],
        Action = $"Turn on private DNS for the interface endpoint for {site.Service.Name} in {site.Vpc.Name}.",
        Edit = layout => layout.Change(site.Vpc.Name, vpc => vpc.Replace(site.Endpoint, on)),
        Less = less,
        More = more,
        Saving = saving,
        Changes = [site],
        Uses = Ways.Through(routes),
    };

    private static Advice Remove(EndpointSite site, Usage[] hours, decimal saving) => new()
    {
        Code = FindingCodes.EndpointCapturesNothing,
        Vpc = site.Vpc.Name,
        Resource = site.Resource,
        Endpoint = site.Endpoint,
        Action = $"Remove the interface endpoint for {site.Service.Name} from {site.Vpc.Name}. No traffic uses it.",
        Edit = layout => layout.Change(site.Vpc.Name, vpc => vpc.Without(site.Endpoint)),
        Less = hours,
        Saving = saving,
        Changes = [site],
        // It is needless only as long as the endpoint that comes before it stays.
        Uses = site.CapturesTraffic ? [First(site)] : [],
    };

    // Of several that would take the traffic, one does; and AWS lets one of them have private DNS.
    public static EndpointSite First(EndpointSite site) =>
        site.Vpc.EndpointsFor(site.Service.Name).Where(other => other.Endpoint.Type == EndpointType.Interface && other.CapturesTraffic).MinBy(other => !other.Endpoint.EndpointUrl)!;

    private const string NoUrl = "clients are not configured with the endpoint's URL";

    private const string SetUrl = "set endpointUrl if clients are configured with the URL";

    private static string Why(EndpointSite site) => site.Service.Known switch
    {
        _ when site.CapturesTraffic => $"{First(site).Resource} takes precedence. "
            + "AWS does not allow private DNS for a second endpoint for the same service. Remove one of the two endpoints.",
        { PrivateDns: false, HasGateway: true } service => $"{service.Service} does not support private DNS and {NoUrl}. "
            + $"Use the gateway endpoint, which is free of charge, {SetUrl}, or remove the endpoint.",
        { PrivateDns: false } service => $"{service.Service} does not support private DNS and {NoUrl}. "
            + $"{char.ToUpperInvariant(SetUrl[0])}{SetUrl[1..]}, or remove the endpoint.",
        _ => $"private DNS is off and {NoUrl}. Turn on private DNS, {SetUrl}, or remove the endpoint.",
    };
}
