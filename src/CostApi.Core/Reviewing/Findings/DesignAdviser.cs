using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>Everything that is odd about a design: what its layout shows, and what only the document does.</summary>
public static class DesignAdviser
{
    private static readonly Func<Survey, IEnumerable<Finding>>[] Finders =
    [
        SubnetsOfOneZone.Find,
        GatewayEndpointMissing.Find,
        PaidBesideFree.Find,
        RouteTableMissing.Find,
        RouteToOtherZone.Find,
        UnusedNatGateway.Find,
        EndpointsOfOneGateway.Find,
    ];

    /// <param name="design">The design of one Region.</param>
    /// <param name="ofModel">What was found in its layout.</param>
    /// <returns>Those, with their addresses in the document and remedies in its words, and those of the document; those that matter most first.</returns>
    public static IReadOnlyList<Finding> Advise(Design design, IReadOnlyList<Finding> ofModel)
    {
        var survey = new Survey(design with { Network = design.Network.In(design.Imported.Region, design.Imported.Region) });
        var known = ofModel
            .Where(finding => finding.Code != FindingCodes.EndpointNotCentralized && OfLayout.Holds(survey, finding))
            .Select(finding => Certainty.Saving(survey, finding))
            .ToArray();
        var told = known.Select(Key).ToHashSet();
        var ofDesign = Finders.SelectMany(find => find(survey)).Where(finding => !told.Contains(Key(finding)));
        var all = OneRow.Of(survey, known).Select(finding => OfLayout.Told(survey, finding)).Concat(ofDesign);
        return Overlaps.InOrder(all.Select(finding => Certainty.Of(survey, finding)).OfType<Finding>());
    }

    // What the layout shows with its traffic is not told again without.
    private static (string, string?, string?) Key(Finding finding) => finding.Code switch
    {
        FindingCodes.FreeGatewayEndpointMissing or FindingCodes.PaidEndpointShadowsFreeOne => (FindingCodes.FreeGatewayEndpointMissing, finding.Vpc, finding.Service),
        // That a gateway stands where it is needed, and routes lead elsewhere, is no matter of the layout.
        FindingCodes.CrossZoneNat when finding is { Severity: Severity.Warning, MonthlySaving: null } => (finding.Code, finding.Vpc, finding.Resource),
        FindingCodes.CrossZoneNat => (finding.Code, finding.Vpc, null),
        // One for a VPC, for all of them.
        FindingCodes.NatGatewayUnused => (finding.Code, finding.Vpc, null),
        _ => (finding.Code, finding.Vpc, finding.Resource),
    };
}
