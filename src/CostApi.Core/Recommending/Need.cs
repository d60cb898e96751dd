using CostApi.Core.Layouts;
using CostApi.Core.Prices;

namespace CostApi.Core.Recommending;

/// <summary>A question with one figure for all that it gave as a range, and the services of its bundles among the flows.</summary>
/// <param name="Vpcs">The VPCs, without anything in them.</param>
/// <param name="Traffic">The flows.</param>
/// <param name="Hours">Hours in the month.</param>
/// <param name="Pricing">The caller's terms.</param>
/// <param name="Constraints">What the layout has to respect.</param>
/// <param name="Current">The layout as it is.</param>
internal sealed record Need(
    IReadOnlyList<Vpc> Vpcs, IReadOnlyList<Flow> Traffic, decimal Hours, PricingTerms Pricing, RecommendationConstraints Constraints, Layout? Current)
{
    /// <summary>Whether interface endpoints of the hub may be used, and its NAT.</summary>
    public bool HubIsRequired { get; init; }

    public static Need Of(RecommendationRequest request, Func<GbRange, decimal> figure)
    {
        var flows = request.Traffic.Select(flow => Named(flow.At(figure), request)).ToList();
        flows.AddRange(Bundled.Flows(request));
        return new Need(
            [.. request.Vpcs.Select(vpc => new Vpc { Name = vpc.Name, AvailabilityZones = vpc.AvailabilityZones })],
            flows, request.HoursPerMonth, request.Pricing, request.Constraints, request.Current);
    }

    // A layout with a hub has more VPCs than one, and then each flow must say where it starts.
    private static Flow Named(Flow flow, RecommendationRequest request) => flow with
    {
        From = flow.From ?? request.Vpcs[0].Name,
        SentGb = flow.SentGb ?? 0,
        ReceivedGb = flow.ReceivedGb ?? 0,
    };

    /// <summary>Zones that an endpoint in so many zones has.</summary>
    public int EndpointZones(int zones) => Math.Min(Constraints.LeastEndpointZones, zones);
}
