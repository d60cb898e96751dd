using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>Interface endpoints with two subnets of one zone: AWS answers DuplicateSubnetsInSameZone (rule 1.1).</summary>
internal static class SubnetsOfOneZone
{
    public static IEnumerable<Finding> Find(Survey survey) =>
        from endpoint in survey.Network.Endpoints
        where endpoint.Type == EndpointType.Interface && endpoint.Zones.IsCertain
        let doubled = endpoint.Subnets.Distinct(StringComparer.Ordinal).Where(subnet => survey.ZoneOf(subnet) is not null).GroupBy(subnet => survey.ZoneOf(subnet)!).Where(zone => zone.Count() > 1).ToArray()
        where doubled.Length > 0
        select Of(survey, endpoint, doubled);

    private static Finding Of(Survey survey, DeclaredEndpoint endpoint, IGrouping<string, string>[] doubled)
    {
        var isCertain = endpoint.Zones.Origin != Origin.Assumed;
        var (vpc, resource) = survey.InLayout(endpoint.Address);
        return new Finding
        {
            Code = FindingCodes.EndpointSubnetsShareZone,
            Severity = isCertain ? Severity.Error : Severity.Info,
            Vpc = vpc,
            Resource = resource,
            Addresses = [endpoint.Address, .. doubled.SelectMany(zone => zone)],
            Message = $"{endpoint.Address} has more than one subnet in "
                + $"{Listing.Of([.. doubled.Select(zone => $"{zone.Key} ({Words.List(zone)})")])}"
                + $"{(isCertain ? "" : ", as far as its references show")}. An interface endpoint can have only one subnet per "
                + "Availability Zone. "
                + "AWS rejects this with DuplicateSubnetsInSameZone.",
            Remedy = $"Specify only one subnet per Availability Zone in {survey.Words.Subnets}: "
                + $"remove {Words.List(doubled.SelectMany(zone => zone.Skip(1)))}.",
        };
    }
}
