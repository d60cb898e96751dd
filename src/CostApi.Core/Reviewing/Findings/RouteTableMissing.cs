using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>Gateway endpoints that some subnets behind a NAT have no route to (rule 1.19).</summary>
internal static class RouteTableMissing
{
    public static IEnumerable<Finding> Find(Survey survey) =>
        from endpoint in survey.Network.Endpoints
        where endpoint.Type == EndpointType.Gateway
        let service = survey.Endpoint(endpoint.Address)?.Service
        let vpc = endpoint.Vpc
        where service is not null && vpc is not null
        // A VPC may have several for a service, each for other tables.
        group endpoint by (vpc, service.Value.Name) into endpoints
        where endpoints.All(endpoint => endpoint.RouteTables is not null)
        let covered = endpoints.SelectMany(endpoint => endpoint.RouteTables!).ToHashSet(StringComparer.Ordinal)
        let lacking = survey.TablesToNat(endpoints.Key.vpc).Where(table => !covered.Contains(table)).ToArray()
        where lacking.Length > 0 && !survey.PassesTrafficOn(endpoints.Key.vpc)
        select Of(survey, [.. endpoints], lacking);

    private static Finding Of(Survey survey, DeclaredEndpoint[] endpoints, string[] tables)
    {
        var site = survey.Endpoint(endpoints[0].Address)!;
        var way = Router.WayOut(new Destination.ToService(site.Service), site.Vpc, survey.Layout.Topology);
        var cost = survey.CostOfGb(site.Vpc, site.Service, way) is > 0 and var money ? $", at {survey.Currency} {Figures.Show(money)} "
            + "per GB" : "";
        var one = tables.Length == 1;
        return new Finding
        {
            Code = FindingCodes.GatewayEndpointLacksRouteTable,
            Severity = Severity.Warning,
            Vpc = site.Vpc.Name,
            Resource = site.Resource,
            Addresses = [.. endpoints.Select(endpoint => endpoint.Address), .. tables],
            Message = $"The subnets of {Words.List(tables)} are routed to the NAT gateway, and {endpoints[0].Address} is not associated "
                + "with "
                + $"{(one ? "this route table" : "these route tables")}. Their traffic to {site.Service.Name} goes through the NAT "
                + $"gateway{cost}, "
                + "although the gateway endpoint could carry it free of charge.",
            Remedy = $"Add {Words.List(tables)} to {survey.Words.RouteTables} of {endpoints[0].Address}.",
        };
    }
}
