using CostApi.Core.Advising.Findings;

namespace CostApi.Core.Advising;

/// <summary>Everything that is odd about a layout.</summary>
public static class Adviser
{
    private static readonly Func<PricedLayout, IEnumerable<Finding>>[] Finders =
    [
        UnreachableFlow.Find,
        UnpricedCharge.Find,
        FreeGatewayEndpoint.Find,
        InboundOnlyWithoutGateway.Find,
        IdleByDesign.Find,
        CrossZoneNat.Find,
        SingleZone.Find,
        MissingCompanion.Find,
        NotCentralized.Find,
        IdleElasticIps.Find,
        UnknownService.Find,
        AssumedQuantity.Find,
    ];

    /// <param name="layout">The priced layout.</param>
    /// <param name="breakEvens">Its break-evens.</param>
    /// <returns>Findings, those that matter most first.</returns>
    public static IReadOnlyList<Finding> Advise(PricedLayout layout, IReadOnlyList<EndpointOrNat> breakEvens) =>
        [.. Finders.SelectMany(find => find(layout))
            .Concat(BelowBreakEven.Find(layout, breakEvens))
            .OrderByDescending(finding => finding.Severity)];
}
