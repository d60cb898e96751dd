using CostApi.Core.Routing;

namespace CostApi.Core.Metering;

/// <summary>The part of a flow that starts in one zone.</summary>
/// <param name="Name">The zone.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Total">The weights of all the flow's zones together.</param>
public readonly record struct ZoneShare(string Name, decimal Weight, decimal Total)
{
    // Multiplied first, so that what divides evenly stays exact.
    public decimal Of(decimal gb) => Weight == Total ? gb : gb * Weight / Total;
}

/// <summary>How a flow is spread over the zones of its VPC.</summary>
public static class ZoneShares
{
    public static IEnumerable<ZoneShare> Of(Route route)
    {
        if (route.Flow.Zones is not { } shares) return route.From.Zones.Select(zone => new ZoneShare(zone, 1, route.From.Zones.Count));
        var total = shares.Values.Sum();
        return shares.Select(share => new ZoneShare(share.Key, share.Value, total));
    }
}
