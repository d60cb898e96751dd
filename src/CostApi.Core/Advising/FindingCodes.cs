namespace CostApi.Core.Advising;

/// <summary>The stable codes of findings.</summary>
public static class FindingCodes
{
    public const string Unreachable = "unreachable";
    public const string Unpriced = "unpriced";
    public const string FreeGatewayEndpointMissing = "free-gateway-endpoint-missing";
    public const string GatewayEndpointLacksRouteTable = "gateway-endpoint-lacks-route-table";
    public const string GatewayEndpointRequired = "gateway-endpoint-required";
    public const string EndpointCapturesNothing = "endpoint-captures-nothing";
    public const string EndpointSubnetsShareZone = "endpoint-subnets-share-zone";
    public const string EndpointNotCentralized = "endpoint-not-centralized";
    public const string PaidEndpointShadowsFreeOne = "paid-endpoint-shadows-free-one";
    public const string EndpointBelowBreakEven = "endpoint-below-break-even";
    public const string CrossZoneNat = "cross-zone-nat";
    public const string NatGatewayUnused = "nat-gateway-unused";
    public const string SingleZone = "single-zone";
    public const string CompanionMissing = "companion-missing";
    public const string IdleElasticIp = "idle-elastic-ip";
    public const string UnknownService = "unknown-service";
    public const string RegionalNatIpCountAssumed = "regional-nat-ip-count-assumed";
    public const string ResourceEndpointHoursAssumed = "resource-endpoint-hours-assumed";
    public const string IgnoreWithoutEffect = "ignore-without-effect";
    public const string PricesStale = "prices-stale";
}
