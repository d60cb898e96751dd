using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Advising.Findings;

/// <summary>Interface endpoints that no client comes to: they cost their hours and save nothing (rules 1.13, 1.18).</summary>
internal static class IdleByDesign
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from site in layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
        where site.Endpoint is { Type: EndpointType.Interface, PrivateDnsOnlyForInboundResolver: false }
        where !ServiceCatalogue.IsUnknown(site.Service.Name)
        where !site.CapturesTraffic || First(site) != site
        select new Finding
        {
            Code = FindingCodes.EndpointCapturesNothing,
            Severity = Severity.Warning,
            Vpc = site.Vpc.Name,
            Resource = site.Resource,
            Message = $"No traffic comes to the interface endpoint for {site.Service.Name}: {Why(site)}.",
            MonthlySaving = Finding.IfPositive(layout.Saving(StandingMeter.OfEndpoint(site, layout.Hours))),
        };

    // Of several that would take the traffic, one does; and AWS lets one of them have private DNS.
    private static EndpointSite First(EndpointSite site) =>
        site.Vpc.EndpointsFor(site.Service.Name).Where(other => other.Endpoint.Type == EndpointType.Interface && other.CapturesTraffic).MinBy(other => !other.Endpoint.EndpointUrl)!;

    private static string Why(EndpointSite site) => site.Service.Known switch
    {
        _ when site.CapturesTraffic => $"{First(site).Resource} takes it before, and AWS refuses private DNS to a second endpoint for a service. Remove one of them",
        { PrivateDns: false, HasGateway: true } service => $"{service.Service} has no private DNS, and clients are not configured with its URL. Use the free gateway endpoint, set endpointUrl if clients are configured, or remove it",
        { PrivateDns: false } service => $"{service.Service} has no private DNS, and clients are not configured with its URL. Set endpointUrl if they are, or remove it",
        _ => "private DNS is off, and clients are not configured with its URL. Turn private DNS on, set endpointUrl if clients are configured, or remove it",
    };
}
