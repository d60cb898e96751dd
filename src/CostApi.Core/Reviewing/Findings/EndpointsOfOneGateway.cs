using CostApi.Core.Advising;
using CostApi.Core.Advising.Findings;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>Interface endpoints that VPCs of one Transit Gateway could share. A layout has one Transit Gateway, a document can have several.</summary>
internal static class EndpointsOfOneGateway
{
    public static IEnumerable<Finding> Find(Survey survey)
    {
        var gateways = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attachment in survey.Network.Attachments.Where(attachment => attachment is { Kind: "vpc", Vpc: not null, TransitGateway: not null }))
            gateways.TryAdd(attachment.Vpc!, attachment.TransitGateway!);
        return NotCentralized.Find(survey.Layout, vpc => survey.Design.Imported.Vpcs.TryGetValue(vpc.Name, out var address) ? gateways.GetValueOrDefault(address) : null)
            .Select(finding => OfLayout.Told(survey, finding) with { Remedy = Remedy(survey, finding) });
    }

    private static string Remedy(Survey survey, Finding finding)
    {
        var words = survey.Words;
        var (hub, others) = (Words.List(survey.AddressesOf(finding.Endpoints[0])), Words.List(finding.Endpoints.Skip(1).SelectMany(survey.AddressesOf)));
        return $"Keep {hub} and set {words.Is(words.PrivateDns, false)} on it. Add an {words.HostedZone} for the service's name with an "
            + "alias record for "
            + $"the endpoint, and associate it with each VPC ({words.HostedZoneVpcs}). Then remove {others}.";
    }
}
