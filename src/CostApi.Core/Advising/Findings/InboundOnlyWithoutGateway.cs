using CostApi.Core.Layouts;

namespace CostApi.Core.Advising.Findings;

/// <summary>AWS refuses an S3 endpoint for inbound resolvers alone where no gateway endpoint serves the VPC (rule 1.17).</summary>
internal static class InboundOnlyWithoutGateway
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from site in layout.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
        where site.Endpoint.PrivateDnsOnlyForInboundResolver
        where !site.Vpc.EndpointsFor(site.Service.Name).Any(other => other.Endpoint.Type == EndpointType.Gateway)
        select new Finding
        {
            Code = FindingCodes.GatewayEndpointRequired,
            Severity = Severity.Warning,
            Vpc = site.Vpc.Name,
            Resource = site.Resource,
            Message = $"The interface endpoint for {site.Service.Name} limits private DNS to inbound Resolver endpoints. "
                + "AWS requires a gateway "
                + $"endpoint for {site.Service.Name} in the same VPC for this setting. Add the gateway endpoint, which is free of charge.",
        };
}
