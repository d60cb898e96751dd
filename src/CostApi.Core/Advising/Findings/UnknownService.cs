using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Advising.Findings;

internal static class UnknownService
{
    public static IEnumerable<Finding> Find(PricedLayout layout)
    {
        var endpoints = layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .Where(site => site is { Endpoint.Type: EndpointType.Gateway or EndpointType.Interface, Service.Known: null })
            .Where(site => !ServiceCatalogue.IsUnknown(site.Service.Name))
            .Select(site => site.Service.Name);
        var flows = layout.Routes.Select(route => route.Destination).Select(destination => destination switch
        {
            Destination.ToService { Service.Known: null } to => to.Service.Name,
            Destination.ToOtherRegion { Service.Known: null } to => to.Service.Name,
            _ => null,
        }).OfType<string>();
        return endpoints.Concat(flows).Distinct().Select(name => new Finding
        {
            Code = FindingCodes.UnknownService,
            Severity = Severity.Info,
            Service = name,
            Message = $"The service {name} is not in the catalog. It is assumed to support interface endpoints with private DNS. "
                + "Whether it requires endpoints for other services is not known.",
        });
    }
}
