using CostApi.Core.Layouts;

namespace CostApi.Core.Advising;

/// <summary>Changes of a layout. Each leaves everything else as it is, so that edits can follow one another.</summary>
internal static class Edits
{
    /// <summary>A layout with one VPC changed.</summary>
    public static Layout Change(this Layout layout, string vpc, Func<Vpc, Vpc> change) =>
        layout with { Vpcs = [.. layout.Vpcs.Select(one => one.Name == vpc ? change(one) : one)] };

    public static Vpc With(this Vpc vpc, Endpoint endpoint) => vpc with { Endpoints = [.. vpc.Endpoints, endpoint] };

    public static Vpc Without(this Vpc vpc, Endpoint endpoint) =>
        vpc with { Endpoints = [.. vpc.Endpoints.Where(one => !ReferenceEquals(one, endpoint))] };

    public static Vpc Replace(this Vpc vpc, Endpoint endpoint, Endpoint by) =>
        vpc with { Endpoints = [.. vpc.Endpoints.Select(one => ReferenceEquals(one, endpoint) ? by : one)] };

    /// <summary>A VPC whose NAT gateways are in these zones; without them where there is none.</summary>
    public static Vpc WithNatGateways(this Vpc vpc, IReadOnlyList<string> zones) =>
        vpc with { NatGateway = zones.Count == 0 ? null : vpc.NatGateway! with { AvailabilityZones = zones } };

    /// <summary>A VPC whose NAT instances are in these zones; without them where there is none.</summary>
    public static Vpc WithNatInstances(this Vpc vpc, IReadOnlyList<string> zones) =>
        vpc with { NatInstance = zones.Count == 0 ? null : vpc.NatInstance! with { AvailabilityZones = zones } };

    /// <summary>A layout in which no VPC names another one for its way out that has none itself.</summary>
    public static Layout WithoutLostEgress(this Layout layout)
    {
        var without = layout.Vpcs.Where(vpc => vpc is { NatGateway: null, NatInstance: null })
            .Select(vpc => vpc.Name).ToHashSet(StringComparer.Ordinal);
        return layout with { Vpcs = [.. layout.Vpcs.Select(WithItsEgress)] };

        Vpc WithItsEgress(Vpc vpc) => vpc.EgressVia is { } via && without.Contains(via) ? vpc with { EgressVia = null } : vpc;
    }
}
