using CostApi.Core.Routing;

namespace CostApi.Core.Advising.Findings;

/// <summary>What a NAT is called in a sentence.</summary>
internal static class NatNames
{
    public static string Of(NatKind kind) => kind switch
    {
        NatKind.Instance => "NAT instance",
        NatKind.Private => "private NAT gateway",
        NatKind.Regional => "regional NAT gateway",
        _ => "NAT gateway",
    };

    /// <summary><c>NAT gateway in zone a</c>, <c>NAT gateways in zones a and b</c>; a regional gateway is one, whatever its zones.</summary>
    public static string In(NatSite nat, IReadOnlyCollection<string> zones) =>
        $"{Of(nat.Kind)}{(AreSeveral(nat, zones) ? "s" : "")} in {ZoneNames.Of(zones)}";

    /// <summary>What is not there yet: <c>a NAT gateway in zone a</c>, <c>NAT gateways in zones a and b</c>.</summary>
    public static string New(NatSite nat, IReadOnlyCollection<string> zones) => $"{(AreSeveral(nat, zones) ? "" : "a ")}{In(nat, zones)}";

    private static bool AreSeveral(NatSite nat, IReadOnlyCollection<string> zones) => zones.Count > 1 && nat.Kind != NatKind.Regional;
}
