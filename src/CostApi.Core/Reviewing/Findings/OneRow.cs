using CostApi.Core.Advising;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>Findings of one code and one cause as one, with all of their endpoints.</summary>
internal static class OneRow
{
    /// <param name="survey">The design.</param>
    /// <param name="findings">What was found in its layout.</param>
    public static IEnumerable<Finding> Of(Survey survey, IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => CauseOf(survey, finding) ?? new object()).Select(same => Merged(survey, [.. same]));

    // Null where each is a fault of its own.
    private static object? CauseOf(Survey survey, Finding finding)
    {
        if (survey.Endpoint(finding) is not { } site) return null;
        return finding.Code switch
        {
            FindingCodes.EndpointCapturesNothing when !site.CapturesTraffic =>
                (finding.Code, finding.Vpc, site.Service.Known?.PrivateDns, site.Service.Known?.HasGateway, Home: survey.Declared(site)?.Vpc),
            FindingCodes.SingleZone => (finding.Code, finding.Vpc, site.Zones[0], Home: survey.Declared(site)?.Vpc, survey.Declared(site)?.Zones.Least),
            _ => null,
        };
    }

    private static Finding Merged(Survey survey, Finding[] same)
    {
        if (same.Length == 1) return same[0];
        EndpointSite[] sites = [.. same.Select(finding => survey.Endpoint(finding)!)];
        var names = Listing.Of([.. sites.Select(site => site.Service.Name).Distinct()]);
        return same[0] with
        {
            Resource = null,
            Endpoints = sites,
            MonthlySaving = same.All(finding => finding.MonthlySaving is null) ? null : same.Sum(finding => finding.MonthlySaving ?? 0),
            Message = same[0].Code == FindingCodes.SingleZone
                ? $"The interface endpoints for {names} are in only one of {sites[0].Vpc.Zones.Count} Availability Zones, "
                    + $"{Zone(sites[0].Zones[0])}. "
                    + "Clients in the other zones can use them without a charge for cross-zone data transfer, but not if that zone fails."
                : same[0].Message,
        };
    }

    private static string Zone(string label) => label.StartsWith("zone ", StringComparison.Ordinal) ? label : $"zone {label}";
}
