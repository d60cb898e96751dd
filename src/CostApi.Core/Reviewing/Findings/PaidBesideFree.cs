using CostApi.Core.Advising;
using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>S3 interface endpoints whose private DNS takes the traffic of the VPC from the free gateway endpoint (rule 1.17).</summary>
internal static class PaidBesideFree
{
    public static IEnumerable<Finding> Find(Survey survey) =>
        from vpc in survey.Layout.Topology.Vpcs
        from site in vpc.Endpoints
        where site is { Endpoint.Type: EndpointType.Interface, CapturesTraffic: true, Service.Known: { HasGateway: true } }
        where survey.Declared(site) is { PrivateDns: { IsOn: true, Origin: not Origin.Assumed } }
        let gateway = vpc.EndpointsFor(site.Service.Name).FirstOrDefault(other => other.Endpoint.Type == EndpointType.Gateway)
        where gateway is not null
        let what = Words.List(survey.AddressesOf(site))
        select new Finding
        {
            Code = FindingCodes.PaidEndpointShadowsFreeOne,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Resource = site.Resource,
            Addresses = [.. survey.AddressesOf(site), .. survey.AddressesOf(gateway)],
            Message = $"Private DNS of {what} directs the {site.Service.Name} traffic of {vpc.Name} to the interface endpoint, which has "
                + "a data processing charge, "
                + $"although {Words.List(survey.AddressesOf(gateway))} can carry this traffic free of charge.",
            Remedy = $"Set {survey.Words.InboundOnly} on {what}, or remove it.",
            Service = site.Service.Name,
        };
}
