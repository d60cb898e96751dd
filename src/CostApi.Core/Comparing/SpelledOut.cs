using CostApi.Core.Layouts;

namespace CostApi.Core.Comparing;

/// <summary>A request with those defaults filled in that depend on the rest of it.</summary>
internal static class SpelledOut
{
    public static ComparisonRequest Of(ComparisonRequest request) => request with
    {
        Baseline = request.Baseline ?? request.Layouts[0].Name,
        Traffic = Of(request.Traffic),
        // The day chooses the prices, whose version stands in the id already.
        Pricing = request.Pricing with { AsOf = null },
        Layouts = [.. request.Layouts.Select(layout => layout with
        {
            Vpcs = [.. layout.Vpcs.Select(Of)],
            Traffic = layout.Traffic is { } own ? Of(own) : null,
            // Said beside the answer, and no part of the question.
            Notes = null,
        })],
    };

    private static Flow[] Of(IReadOnlyList<Flow> flows) =>
        [.. flows.Select(flow => flow with { SentGb = flow.SentGb ?? 0, ReceivedGb = flow.ReceivedGb ?? 0 })];

    private static Vpc Of(Vpc vpc)
    {
        var zones = vpc.AvailabilityZones;
        return vpc with
        {
            NatGateway = vpc.NatGateway is { } gateway ? gateway with { AvailabilityZones = gateway.AvailabilityZones ?? zones, PublicIpv4PerZone = gateway.PublicIpv4PerZone ?? Addresses(gateway.Mode) } : null,
            NatInstance = vpc.NatInstance is { } instance ? instance with { AvailabilityZones = instance.AvailabilityZones ?? zones } : null,
            ElasticIpAddresses = vpc.ElasticIpAddresses is { InUse: 0, Idle: 0 } ? null : vpc.ElasticIpAddresses,
            Endpoints = [.. vpc.Endpoints.Select(endpoint => endpoint.Type == EndpointType.Gateway
                ? endpoint
                : endpoint with { AvailabilityZones = endpoint.AvailabilityZones ?? zones, PrivateDns = endpoint.PrivateDns ?? true })],
        };
    }

    // Where AWS chooses the number, to leave it out is a question of its own: the answer says what it assumed.
    private static int? Addresses(NatMode mode) => mode switch
    {
        NatMode.Zonal => 1,
        NatMode.Private => 0,
        _ => null,
    };
}
