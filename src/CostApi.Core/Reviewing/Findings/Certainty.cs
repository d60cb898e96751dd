using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>Holds findings to the facts that they need: no warning, remedy or saving is based on what the document leaves open.</summary>
internal static class Certainty
{
    /// <summary>The finding as far as the document shows it; null where it does not.</summary>
    public static Finding? Of(Survey survey, Finding finding)
    {
        var (endpoint, nat) = Subject(survey, finding);
        var isAtHome = endpoint is null or { Vpc: not null } && nat is null or { Vpc: not null };
        if (FindingFacts.Needs(finding.Code, Fact.Zones) && !AreZonesCertain(survey, finding, endpoint, nat)) return null;
        if (FindingFacts.Needs(finding.Code, Fact.Home) && !isAtHome) return null;
        var home = endpoint?.Vpc ?? nat?.Vpc ?? (finding.Vpc is { } vpc ? survey.AddressOf(vpc) : null);
        if (FindingFacts.Needs(finding.Code, Fact.WholeVpc) && !survey.IsDeclared(home)) return NotShown(finding, finding.Vpc ?? home ?? "the VPC");
        if (finding.Severity != Severity.Info && MayBeThere(survey, finding)) return NotShown(finding, finding.Vpc!);
        return finding;
    }

    /// <summary>The finding without a saving that rests on an assumed number of zones.</summary>
    public static Finding Saving(Survey survey, Finding finding) =>
        Subject(survey, finding).Endpoint is { Zones: var zones } && zones.Least != zones.Most ? finding with { MonthlySaving = null } : finding;

    private static (DeclaredEndpoint? Endpoint, DeclaredNat? Nat) Subject(Survey survey, Finding finding)
    {
        if (survey.Endpoint(finding) is { } site) return (survey.Declared(site), null);
        if (finding.Endpoints.Count > 0) return (survey.Declared(finding.Endpoints[0]), null);
        var isNat = finding.Resource?.StartsWith("nat/", StringComparison.Ordinal) == true;
        var addresses = isNat ? survey.AddressesOf(finding.Vpc, finding.Resource) : finding.Addresses;
        return (null, addresses is [var address, ..] ? survey.NatGateway(address) : null);
    }

    // That something fails with its zone is certain only where the VPC certainly has another one.
    private static bool AreZonesCertain(Survey survey, Finding finding, DeclaredEndpoint? endpoint, DeclaredNat? nat)
    {
        if (endpoint is { Zones: var zones } && zones.Least != zones.Most) return false;
        if (finding.Code != FindingCodes.SingleZone) return true;
        if (nat is { Zones.Names.Count: 0 }) return false;
        return finding.Vpc is { } vpc && survey.AddressOf(vpc) is { } address && survey.KnownZones(address) > 1;
    }

    // An endpoint in the VPC whose service is not known may be the one that is missed.
    private static bool MayBeThere(Survey survey, Finding finding) =>
        finding is { Code: FindingCodes.CompanionMissing or FindingCodes.GatewayEndpointRequired or FindingCodes.FreeGatewayEndpointMissing, Vpc: { } vpc }
        && survey.AddressOf(vpc) is { } address
        && survey.HasUnknownEndpoint(address, isGateway: finding.Code != FindingCodes.CompanionMissing || survey.IsOfGatewayService(finding));

    private static Finding NotShown(Finding finding, string vpc) => finding with
    {
        Severity = Severity.Info,
        MonthlySaving = null,
        Message = finding.Code switch
        {
            FindingCodes.CompanionMissing => $"{Needs(finding)} The document does not show whether {vpc} has an endpoint for "
                + $"{finding.Service} or another path to it.",
            FindingCodes.EndpointCapturesNothing => $"{finding.Message} The document does not show {vpc}, in which a private hosted zone "
                + "may direct traffic to the endpoint.",
            FindingCodes.GatewayEndpointRequired =>
                "An S3 interface endpoint whose private DNS is limited to inbound Resolver endpoints requires a gateway endpoint for S3 "
                    + "in the same VPC. "
                + $"The document does not show whether {vpc} has one.",
            _ => $"The document does not show whether {vpc} has a gateway endpoint for {finding.Service}. "
                + $"Without one, traffic to {finding.Service} uses a path that is charged for.",
        },
        Remedy = finding.Code == FindingCodes.EndpointCapturesNothing
            ? $"Check whether a private hosted zone directs traffic to {Words.List(finding.Addresses ?? [])}. "
                + $"Turn on private DNS only if {vpc} has no private hosted zone for the same name."
            : finding.Remedy is { } remedy ? $"If {vpc} has none, {char.ToLowerInvariant(remedy[0])}{remedy[1..]}" : null,
    };

    private static string Needs(Finding finding)
    {
        var names = finding.Endpoints.Select(site => site.Service.Name).Distinct().ToArray();
        return $"{Listing.Of(names)} {(names.Length == 1 ? "requires" : "require")} {finding.Service} as well.";
    }
}
