using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing;

/// <summary>Which advice a plan for a document may follow.</summary>
internal static class PlannedAdvice
{
    /// <summary>
    /// Not what the layout shows and the document leaves open, nor what the caller accepts as it is. Whether VPCs are on one Transit
    /// Gateway, only the document tells.
    /// </summary>
    /// <param name="ofLayout">What was found in the layout.</param>
    /// <param name="told">What is told of the document.</param>
    /// <param name="imported">The layout and where it comes from.</param>
    /// <param name="terms">What the caller accepts, and the day.</param>
    public static Func<Advice, bool> Of(
        IReadOnlyList<Finding> ofLayout, IReadOnlyList<Finding> told, ImportedLayout imported, DocumentTerms terms)
    {
        var standing = Accepting.Of(told, terms).Standing.Select(Key);
        var open = ofLayout.Select(Key).Except(standing).ToHashSet();
        var accepted = terms.Ignore.Where(acceptance => !(acceptance.Until < terms.Today)).ToLookup(acceptance => acceptance.Code, StringComparer.Ordinal);
        return advice =>
            advice.Code != FindingCodes.EndpointNotCentralized
            && !open.Contains((advice.Code, advice.Vpc, advice.Resource))
            && !accepted[advice.Code].Any(acceptance => Matches(acceptance, advice, imported));
    }

    private static (string Code, string? Vpc, string? Resource) Key(Finding finding) => (finding.Code, finding.Vpc, finding.Resource);

    private static bool Matches(Acceptance acceptance, Advice advice, ImportedLayout imported) =>
        acceptance.Address is not { } address || address == advice.Vpc || address == advice.Resource
        || advice.Resource is { } resource && imported.Addresses.GetValueOrDefault((advice.Vpc, resource))?.Contains(address) == true;
}
