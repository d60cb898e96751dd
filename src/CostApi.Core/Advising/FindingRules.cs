using System.Collections.Frozen;

namespace CostApi.Core.Advising;

/// <summary>What a finding of some code says.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it matters at most.</param>
/// <param name="When">When it is found, as docs/findings.md has it.</param>
/// <param name="Link">Where AWS says so; null where it is this service's own matter.</param>
public sealed record FindingRule(string Code, Severity Severity, string When, string? Link);

/// <summary>Every code that a finding can have.</summary>
public static class FindingRules
{
    private const string Docs = "https://docs.aws.amazon.com";
    private const string GatewayEndpoints = $"{Docs}/vpc/latest/privatelink/gateway-endpoints.html";
    private const string InterfaceEndpoints = $"{Docs}/vpc/latest/privatelink/create-interface-endpoint.html";
    private const string S3PrivateDns = $"{Docs}/AmazonS3/latest/userguide/privatelink-interface-endpoints.html";
    private const string NatBasics = $"{Docs}/vpc/latest/userguide/nat-gateway-basics.html";
    private const string NatPricing = $"{Docs}/vpc/latest/userguide/nat-gateway-pricing.html";
    private const string Centralized = $"{Docs}/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html";
    private const string PrivateLinkPricing = "https://aws.amazon.com/privatelink/pricing/";

    public static IReadOnlyList<FindingRule> All { get; } =
    [
        new(FindingCodes.Unreachable, Severity.Error, "a flow has no way; the layout is not ranked", null),
        new(FindingCodes.Unpriced, Severity.Error, "a charge has no known price; the layout is not ranked", null),
        new(FindingCodes.EndpointSubnetsShareZone, Severity.Error, "a document gives an interface endpoint two subnets of one zone, which AWS refuses; info where its references do not show for certain which subnets are meant", InterfaceEndpoints),
        new(FindingCodes.FreeGatewayEndpointMissing, Severity.Warning, "traffic to S3, DynamoDB or S3 Express pays for its way and no gateway endpoint is there, or a document has an interface endpoint where one would do; info where a document shows a VPC behind a NAT gateway and without one for S3 or DynamoDB, and the traffic is not known", GatewayEndpoints),
        new(FindingCodes.GatewayEndpointLacksRouteTable, Severity.Warning, "a document associates a gateway endpoint with some route tables, and subnets on another lead to a NAT", GatewayEndpoints),
        new(FindingCodes.PaidEndpointShadowsFreeOne, Severity.Warning, "an S3 interface endpoint with private DNS, or one that clients are configured with, takes traffic from a gateway endpoint; in a document also where the traffic is not known", S3PrivateDns),
        new(FindingCodes.GatewayEndpointRequired, Severity.Warning, "an S3 endpoint for inbound resolvers alone, without the gateway endpoint that AWS demands", S3PrivateDns),
        new(FindingCodes.EndpointCapturesNothing, Severity.Warning, "private DNS is off (or the service has none, as DynamoDB) and clients are not configured with the endpoint's URL; or another endpoint for the service takes it before", InterfaceEndpoints),
        new(FindingCodes.CrossZoneNat, Severity.Warning, "traffic crosses zones to a NAT, or a document leads a subnet to a NAT gateway of another zone; warning where NATs in other zones would cost less, or stand there already", NatPricing),
        new(FindingCodes.NatGatewayUnused, Severity.Warning, "no flow of a layout uses a NAT gateway or NAT instance, or traffic starts in none of its zones; or a document with all of a VPC's routes has a NAT gateway that none of them leads to. One finding for a VPC, for all of them. Info for a private NAT gateway, which may serve other networks", NatPricing),
        new(FindingCodes.EndpointNotCentralized, Severity.Warning, "three or more VPCs on one Transit Gateway have an interface endpoint for the same service, and one that they share costs less", Centralized),
        new(FindingCodes.CompanionMissing, Severity.Warning, "an endpoint, or the shared one that a VPC uses, does not work without another: ECR without S3, and so on; info where only one of its workloads needs both, as Session Manager does", $"{Docs}/AmazonECR/latest/userguide/vpc-endpoints.html"),
        new(FindingCodes.IdleElasticIp, Severity.Warning, "an elastic IP address is held and nothing uses it", "https://aws.amazon.com/vpc/pricing/"),
        new(FindingCodes.ResourceEndpointHoursAssumed, Severity.Warning, "a resource endpoint in several zones is counted once", PrivateLinkPricing),
        new(FindingCodes.EndpointBelowBreakEven, Severity.Info, "an interface endpoint carries too little to beat the NAT beside it", PrivateLinkPricing),
        new(FindingCodes.SingleZone, Severity.Info, "a NAT or an interface endpoint in one zone of several", NatBasics),
        new(FindingCodes.UnknownService, Severity.Info, "a full service name that the catalogue does not hold", $"{Docs}/vpc/latest/privatelink/aws-services-privatelink-support.html"),
        new(FindingCodes.RegionalNatIpCountAssumed, Severity.Info, "a regional NAT gateway without `publicIpv4PerZone`", $"{Docs}/vpc/latest/userguide/nat-gateways-regional.html"),
        new(FindingCodes.IgnoreWithoutEffect, Severity.Info, "an entry of `ignore` matches no finding of the review, or has ended", null),
        new(FindingCodes.PricesStale, Severity.Info, "the prices were taken from their source longer ago than `Prices__StaleAfter` (7 days)", null),
    ];

    /// <summary>The rules by their codes.</summary>
    public static FrozenDictionary<string, FindingRule> ByCode { get; } = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);
}
