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
    /// <summary>The GB of a flow that start in zones of some kind.</summary>
    public static decimal Sum(Route route, Func<string, bool> zones)
    {
        decimal gb = 0;
        if (route.Flow.Zones is not { } shares)
        {
            foreach (var zone in route.From.Zones)
                if (zones(zone)) gb += new ZoneShare(zone, 1, route.From.Zones.Count).Of(route.Gb);
            return gb;
        }

        var total = shares.Values.Sum();
        foreach (var (zone, share) in shares)
            if (zones(zone)) gb += new ZoneShare(zone, share, total).Of(route.Gb);
        return gb;
    }
}
