using CostApi.Core.Advising.Findings;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>Everything that is odd about a layout.</summary>
public static class Adviser
{
    // What they find with a saving, they advise as a change.
    private static readonly Func<PricedLayout, IEnumerable<Finding>>[] Savers =
    [
        UnusedNat.Find,
        FreeGatewayEndpoint.Find,
        IdleByDesign.Find,
        CrossZoneNat.Find,
        NotCentralized.Find,
        IdleElasticIps.Find,
    ];

    private static readonly Func<PricedLayout, IEnumerable<Finding>>[] Finders =
    [
        UnreachableFlow.Find,
        UnpricedCharge.Find,
        .. Savers,
        InboundOnlyWithoutGateway.Find,
        SingleZone.Find,
        UnknownService.Find,
        AssumedQuantity.Find,
    ];

    /// <param name="layout">The priced layout.</param>
    /// <param name="breakEvens">Its break-evens.</param>
    /// <returns>Findings: errors, warnings, then information, each with those first that save most.</returns>
    public static IReadOnlyList<Finding> Advise(PricedLayout layout, IReadOnlyList<EndpointOrNat> breakEvens)
    {
        var below = BelowBreakEven.Find(layout, breakEvens).ToArray();
        var removed = below.SelectMany(finding => finding.Advice!.Changes).OfType<EndpointSite>().ToHashSet();
        return Overlaps.InOrder(
            Finders.SelectMany(find => find(layout)).Concat(MissingCompanion.Find(layout, removed)).Concat(below));
    }

    /// <summary>The changes that save money: what the findings of a layout advise, and the other remedy of some.</summary>
    internal static IReadOnlyList<Advice> Changes(PricedLayout layout, IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => finding.Advice).OfType<Advice>(), .. IdleByDesign.TurnOn(layout)];

    /// <summary>The same of a layout that nobody is told the findings of.</summary>
    internal static IReadOnlyList<Advice> Changes(PricedLayout layout) =>
        [.. Changes(layout, Savers.SelectMany(find => find(layout))), .. BelowBreakEven.Removals(layout).Values];
}
