using CostApi.Core.Advising;

namespace CostApi.Core.Reporting;

/// <summary>What a finding of some code says.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it matters at most.</param>
/// <param name="When">When it is found, as docs/findings.md has it.</param>
public sealed record FindingRule(string Code, Severity Severity, string When);

/// <summary>Every code that a finding can have.</summary>
public static class FindingRules
{
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        new(FindingCodes.Unreachable, Severity.Error, "a flow has no way; the layout is not ranked"),
        new(FindingCodes.Unpriced, Severity.Error, "a charge has no known price; the layout is not ranked"),
        new(FindingCodes.FreeGatewayEndpointMissing, Severity.Warning, "traffic to S3, DynamoDB or S3 Express pays for its way and no gateway endpoint is there"),
        new(FindingCodes.PaidEndpointShadowsFreeOne, Severity.Warning, "an S3 interface endpoint with private DNS, or one that clients are configured with, takes traffic from a gateway endpoint"),
        new(FindingCodes.GatewayEndpointRequired, Severity.Warning, "an S3 endpoint for inbound resolvers alone, without the gateway endpoint that AWS demands"),
        new(FindingCodes.EndpointCapturesNothing, Severity.Warning, "private DNS is off (or the service has none, as DynamoDB) and clients are not configured with the endpoint's URL; or another endpoint for the service takes it before"),
        new(FindingCodes.CrossZoneNat, Severity.Warning, "traffic crosses zones to a NAT; warning where a NAT in the zones that it starts in would cost less"),
        new(FindingCodes.CompanionMissing, Severity.Warning, "an endpoint, or the shared one that a VPC uses, does not work without another: ECR without S3, and so on"),
        new(FindingCodes.ResourceEndpointHoursAssumed, Severity.Warning, "a resource endpoint in several zones is counted once"),
        new(FindingCodes.EndpointBelowBreakEven, Severity.Info, "an interface endpoint carries too little to beat the NAT beside it"),
        new(FindingCodes.SingleZone, Severity.Info, "a NAT or an interface endpoint in one zone of several"),
        new(FindingCodes.UnknownService, Severity.Info, "a full service name that the catalogue does not hold"),
        new(FindingCodes.RegionalNatIpCountAssumed, Severity.Info, "a regional NAT gateway without `publicIpv4PerZone`"),
        new(FindingCodes.PricesStale, Severity.Info, "the prices were taken from their source longer ago than `Prices__StaleAfter` (7 days)"),
    ];
}
