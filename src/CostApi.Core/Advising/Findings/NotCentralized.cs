using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>The same interface endpoint in VPCs of one Transit Gateway, where one that they share costs less (rules 3.5 to 3.9).</summary>
internal static class NotCentralized
{
    private const int Least = 3;

    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        Find(layout, vpc => layout.Topology.ShareTransitGateway(vpc, vpc) ? "" : null);

    /// <param name="layout">The layout.</param>
    /// <param name="gatewayOf">The Transit Gateway that a VPC is attached to; null where it is attached to none.</param>
    public static IEnumerable<Finding> Find(PricedLayout layout, Func<VpcSite, string?> gatewayOf)
    {
        var served = layout.Routes.Where(route => route.Path is Path.ByInterfaceEndpoint).ToLookup(route => ((Path.ByInterfaceEndpoint)route.Path).Endpoint);
        return from vpc in layout.Topology.Vpcs
               let gateway = gatewayOf(vpc)
               where gateway is not null
               from site in vpc.Endpoints
               where site is { Endpoint.Type: EndpointType.Interface, CapturesTraffic: true }
               group site by (gateway, site.Service.Name) into sites
               // Somebody shares one already: whether the others are there for a reason, a layout does not tell.
               where !sites.Any(site => site.Endpoint.Shared)
               let one = sites.DistinctBy(site => site.Vpc).ToArray()
               where one.Length >= Least
               select Of(layout, one, served) into finding
               where finding is not null
               select finding;
    }

    private static Finding? Of(PricedLayout layout, EndpointSite[] sites, ILookup<EndpointSite, Route> served)
    {
        // The one that reaches as far as any; then where most traffic is, which then crosses no Transit Gateway; then where the VPC is a hub already.
        var hub = sites.OrderByDescending(site => site.Zones.Count).ThenByDescending(site => served[site].Sum(route => route.Gb)).ThenByDescending(site => site.Vpc.Nats.Count > 0).First();
        var shared = new EndpointSite(hub.Vpc, hub.Endpoint with { Shared = true }, hub.Service, 1);
        var others = sites.Where(site => site != hub).ToArray();
        var moved = others.SelectMany(site => served[site]).ToArray();
        Usage[] less = [.. sites.SelectMany(site => StandingMeter.OfEndpoint(site, layout.Hours)), .. moved.SelectMany(layout.UsageOf)];
        var overTransitGateway = moved.Select(route => route with { Path = new Path.BySharedEndpoint(shared, OverTransitGateway: true) });
        Usage[] more = [.. StandingMeter.OfEndpoint(shared, layout.Hours), .. overTransitGateway.SelectMany(layout.UsageOf)];
        var saving = layout.Saving(less, more);
        if (saving is not > 0) return null;
        var perGb = -layout.Saving([], [new Usage(hub.Vpc.Name, "transitGateway", Charges.TransitGatewayBytes, 1, "")]);
        var currency = layout.Bill.Card.Book.Region.Currency;
        var traffic = (moved.Length, perGb) switch
        {
            ( > 0, _) => "The saving takes the Transit Gateway's data processing charge for the traffic of the other VPCs into account.",
            (_, > 0) => $"The Transit Gateway's data processing charge for traffic from the other VPCs is {currency} "
                + $"{Figures.Show(perGb.Value)} "
                + $"per GB, so sharing saves money up to {Figures.Brief(saving.Value / perGb.Value)} GB per month.",
            _ => "The saving does not include the Transit Gateway's data processing charge for the traffic of the other VPCs.",
        };
        var names = Names(sites);
        return new Finding
        {
            Code = FindingCodes.EndpointNotCentralized,
            Severity = Severity.Warning,
            Vpc = hub.Vpc.Name,
            Resource = hub.Resource,
            Message = $"{sites.Length} VPCs on one Transit Gateway each have an interface endpoint for {hub.Service.Name}: {names}. "
                + $"The endpoint in {hub.Vpc.Name} can serve all of them: turn off its private DNS, and associate a private hosted zone "
                + $"with each VPC. {traffic}",
            MonthlySaving = saving,
            Endpoints = [hub, .. others],
            Advice = new Advice
            {
                Code = FindingCodes.EndpointNotCentralized,
                Vpc = hub.Vpc.Name,
                Resource = hub.Resource,
                Endpoint = hub.Endpoint,
                Altered = [(hub.Endpoint, shared.Endpoint)],
                Action = $"Share the interface endpoint for {hub.Service.Name} in {hub.Vpc.Name} through the Transit Gateway, "
                    + $"and remove the endpoint{(others.Length == 1 ? "" : "s")} in {Names(others)}.",
                Edit = one => Share(one, hub, shared.Endpoint, others),
                Less = less,
                More = more,
                Saving = saving.Value,
                Changes = [.. sites],
                Uses = Ways.Through(moved),
            },
        };
    }

    private static string Names(EndpointSite[] sites) =>
        string.Join(", ", sites.Take(5).Select(site => site.Vpc.Name)) + (sites.Length > 5 ? $" and {sites.Length - 5} more" : "");

    private static Layout Share(Layout layout, EndpointSite hub, Endpoint shared, EndpointSite[] others)
    {
        var removed = others.ToDictionary(site => site.Vpc.Name, site => site.Endpoint, StringComparer.Ordinal);
        return layout with
        {
            Vpcs = [.. layout.Vpcs.Select(vpc =>
                vpc.Name == hub.Vpc.Name ? vpc.Replace(hub.Endpoint, shared)
                : removed.TryGetValue(vpc.Name, out var endpoint) ? vpc.Without(endpoint)
                : vpc)],
        };
    }
}
