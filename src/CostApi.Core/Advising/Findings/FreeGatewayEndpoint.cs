using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Paid ways to a service that has a free gateway endpoint (rules 1.17, 1.19).</summary>
internal static class FreeGatewayEndpoint
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from route in layout.Routes
        where route is { Destination: Destination.ToService { Service.Known.HasGateway: true }, Path: not (Path.ByGatewayEndpoint or Path.Nowhere) }
        group route by (route.From, ((Destination.ToService)route.Destination).Service) into routes
        select Of(layout, routes.Key.From, routes.Key.Service.Known!.Service, [.. routes]) into finding
        where finding is not null
        select finding;

    private static Finding? Of(PricedLayout layout, VpcSite vpc, string service, IReadOnlyList<Route> routes)
    {
        var usage = routes.SelectMany(layout.UsageOf).ToArray();
        if (layout.Saving(usage) is not { } saving || saving <= 0) return null;
        var shadowing = routes.Select(route => route.Path).OfType<Path.ByInterfaceEndpoint>().FirstOrDefault()?.Endpoint;
        var gateway = vpc.EndpointsFor(service).Any(endpoint => endpoint.Endpoint.Type == EndpointType.Gateway);
        var (path, release) = shadowing switch
        {
            null => ("a path that is charged for", null),
            { Endpoint.EndpointUrl: true } => (
                "the interface endpoint whose URL clients are configured with",
                "remove the endpoint's URL from the configuration of clients in the VPC"),
            _ => (
                "the interface endpoint, because private DNS resolves the service's name to it",
                "limit private DNS of the interface endpoint to inbound Resolver endpoints, so that clients in the VPC use the gateway "
                    + "endpoint"),
        };
        string?[] steps = [gateway ? null : $"add a gateway endpoint for {service} to {vpc.Name}", release];
        var remedy = Sentence(steps.OfType<string>());
        return new Finding
        {
            Code = gateway ? FindingCodes.PaidEndpointShadowsFreeOne : FindingCodes.FreeGatewayEndpointMissing,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Resource = shadowing?.Resource,
            Message = $"{Figures.Brief(routes.Sum(route => route.Gb))} GB per month to {service} use {path}. "
                + $"A gateway endpoint carries this traffic free of charge. {remedy} "
                + "The gateway endpoint must be associated with every route table that these subnets use.",
            MonthlySaving = saving,
            Service = service,
            Advice = vpc.Endpoints.Count + (gateway ? 0 : 1) > Limits.Endpoints ? null : AdviceOf(vpc, service, routes, usage, saving, gateway),
        };
    }

    private static Advice AdviceOf(VpcSite vpc, string service, IReadOnlyList<Route> routes, Usage[] usage, decimal saving, bool hasGateway)
    {
        var before = vpc.EndpointsFor(service).Where(ComesBeforeGateway).ToArray();
        string[] actions = [.. hasGateway ? [] : new[] { $"add a gateway endpoint for {service} to {vpc.Name}" }, .. before.Select(Release)];
        var shadowing = routes.Select(route => route.Path).OfType<Path.ByInterfaceEndpoint>().FirstOrDefault()?.Endpoint;
        var gateway = new Endpoint { Type = EndpointType.Gateway, Service = service };
        var behind = before.Select(site => (site.Endpoint, BehindGateway(site))).ToArray();
        return new Advice
        {
            Code = hasGateway ? FindingCodes.PaidEndpointShadowsFreeOne : FindingCodes.FreeGatewayEndpointMissing,
            Vpc = vpc.Name,
            Resource = shadowing?.Resource,
            Endpoint = shadowing?.Endpoint,
            Altered = behind,
            Action = Sentence(actions),
            Edit = layout => layout.Change(vpc.Name, one =>
            {
                foreach (var (was, now) in behind) one = one.Replace(was, now);
                return hasGateway ? one : one.With(gateway);
            }),
            Less = usage,
            Saving = saving,
            Changes = [(vpc, service), .. before],
            Uses = Ways.Through(routes),
        };
    }

    private static string Sentence(IEnumerable<string> steps)
    {
        var text = string.Join(", and ", steps);
        return text.Length == 0 ? "" : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static bool ComesBeforeGateway(EndpointSite site) =>
        site.Endpoint.Type == EndpointType.Interface
        && (site.Endpoint.EndpointUrl || site.HasPrivateDns && !site.Endpoint.PrivateDnsOnlyForInboundResolver);

    private static string Release(EndpointSite site) => site.Endpoint.EndpointUrl
        ? $"remove the URL of the interface endpoint for {site.Service.Name} from the configuration of clients in {site.Vpc.Name}"
        : $"limit private DNS of the interface endpoint for {site.Service.Name} in {site.Vpc.Name} to inbound Resolver endpoints";

    private static Endpoint BehindGateway(EndpointSite site) => site.Endpoint with
    {
        EndpointUrl = false,
        PrivateDnsOnlyForInboundResolver = site.Endpoint.PrivateDnsOnlyForInboundResolver || site.HasPrivateDns,
    };
}
