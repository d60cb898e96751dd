using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>One zone of a NAT: what traffic goes through, and what can be removed without the rest.</summary>
internal readonly record struct NatZone(NatSite Nat, string Zone);

/// <summary>What traffic goes through on its way: the endpoints and the zones of NATs whose removal or change it would feel.</summary>
internal static class Ways
{
    public static IReadOnlyList<object> Through(IEnumerable<Route> routes)
    {
        var through = new HashSet<object>();
        foreach (var route in routes)
        {
            switch (route.Path)
            {
                case Path.ByGatewayEndpoint by: through.Add(by.Endpoint); break;
                case Path.ByInterfaceEndpoint by: through.Add(by.Endpoint); break;
                case Path.BySharedEndpoint by: through.Add(by.Endpoint); break;
                case Path.ByNat by: through.UnionWith(Zones(route, by.Nat)); break;
                case Path.BySharedNat by: through.UnionWith(Zones(route, by.Nat)); break;
            }
        }

        return [.. through];
    }

    /// <summary>The zones in which a flow starts.</summary>
    public static IEnumerable<string> Starts(Route route) =>
        route.Flow.Zones is { } shares ? shares.Where(share => share.Value > 0).Select(share => share.Key) : route.From.Zones;

    // Traffic of a zone without a NAT of its own is spread over all of them.
    private static IEnumerable<object> Zones(Route route, NatSite nat) =>
        (Starts(route).All(nat.Covers) ? Starts(route) : nat.Zones).Select(zone => (object)new NatZone(nat, zone));
}
