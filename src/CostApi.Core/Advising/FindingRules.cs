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
        new(FindingCodes.Unreachable, Severity.Error, "a flow has no route; the layout is not ranked", null),
        new(FindingCodes.Unpriced, Severity.Error, "a charge has no known price; the layout is not ranked", null),
        new(
            FindingCodes.EndpointSubnetsShareZone,
            Severity.Error,
            "an interface endpoint in a document has two subnets in the same Availability Zone, which AWS rejects. The severity is "
                + "info where the references in the document do not show with certainty which subnets the endpoint uses",
            InterfaceEndpoints),
        new(
            FindingCodes.FreeGatewayEndpointMissing,
            Severity.Warning,
            "traffic to S3, DynamoDB or S3 Express is charged for, although a free gateway endpoint could carry it; or a document "
                + "has an interface endpoint where a gateway endpoint would be sufficient. The severity is info where a document shows a "
                + "VPC that uses a NAT gateway and has no gateway endpoint for S3 or DynamoDB, and the traffic is not known",
            GatewayEndpoints),
        new(
            FindingCodes.GatewayEndpointLacksRouteTable,
            Severity.Warning,
            "a document associates a gateway endpoint with some route tables, but subnets with another route table are routed to a "
                + "NAT gateway or NAT instance",
            GatewayEndpoints),
        new(
            FindingCodes.PaidEndpointShadowsFreeOne,
            Severity.Warning,
            "an S3 interface endpoint that has private DNS, or whose URL clients use, receives traffic that would otherwise use a "
                + "free gateway endpoint; in a document, also where the traffic is not known",
            S3PrivateDns),
        new(
            FindingCodes.GatewayEndpointRequired,
            Severity.Warning,
            "an S3 interface endpoint has private DNS for inbound Resolver endpoints only, without the gateway endpoint that AWS "
                + "then requires",
            S3PrivateDns),
        new(
            FindingCodes.EndpointCapturesNothing,
            Severity.Warning,
            "no traffic uses an interface endpoint: private DNS is off (or the service does not support it, as for DynamoDB) and "
                + "clients do not use the endpoint's URL, or another endpoint for the service takes precedence",
            InterfaceEndpoints),
        new(
            FindingCodes.CrossZoneNat,
            Severity.Warning,
            "traffic crosses Availability Zones to reach a NAT gateway or NAT instance, or a document routes a subnet to a NAT "
                + "gateway in another zone. The severity is warning where NAT gateways or NAT instances in other zones would cost less, "
                + "or exist already",
            NatPricing),
        new(
            FindingCodes.NatGatewayUnused,
            Severity.Warning,
            "no flow of a layout uses a NAT gateway or NAT instance, or traffic starts in none of its Availability Zones; or a "
                + "document that shows all routes of a VPC has a NAT gateway that no route uses. One finding per VPC covers all of them. "
                + "The severity is info for a private NAT gateway, which may serve other networks",
            NatPricing),
        new(
            FindingCodes.EndpointNotCentralized,
            Severity.Warning,
            "three or more VPCs on one Transit Gateway each have an interface endpoint for the same service, and one shared "
                + "endpoint would cost less",
            Centralized),
        new(
            FindingCodes.CompanionMissing,
            Severity.Warning,
            "an endpoint of a VPC, or a shared endpoint that the VPC uses, does not work without another endpoint that is missing, "
                + "as ECR does not work without S3. The severity is info where only some workloads need both, as Session Manager does",
            $"{Docs}/AmazonECR/latest/userguide/vpc-endpoints.html"),
        new(
            FindingCodes.IdleElasticIp,
            Severity.Warning,
            "an Elastic IP address is allocated and nothing uses it",
            "https://aws.amazon.com/vpc/pricing/"),
        new(
            FindingCodes.ResourceEndpointHoursAssumed,
            Severity.Warning,
            "the hours of a resource endpoint in several Availability Zones are counted once; whether AWS bills them per zone is "
                + "not confirmed",
            PrivateLinkPricing),
        new(
            FindingCodes.EndpointBelowBreakEven,
            Severity.Info,
            "an interface endpoint carries too little traffic to cost less than the NAT gateway or NAT instance that could carry it",
            PrivateLinkPricing),
        new(
            FindingCodes.SingleZone,
            Severity.Info,
            "a NAT gateway, NAT instance or interface endpoint is in only one of several Availability Zones",
            NatBasics),
        new(
            FindingCodes.UnknownService,
            Severity.Info,
            "a full service name is not in the catalog of services",
            $"{Docs}/vpc/latest/privatelink/aws-services-privatelink-support.html"),
        new(
            FindingCodes.RegionalNatIpCountAssumed,
            Severity.Info,
            "a regional NAT gateway does not specify `publicIpv4PerZone`, so its number of public addresses is assumed",
            $"{Docs}/vpc/latest/userguide/nat-gateways-regional.html"),
        new(FindingCodes.IgnoreWithoutEffect, Severity.Info, "an entry of `ignore` matches no finding of the review, or has expired", null),
        new(
            FindingCodes.PricesStale,
            Severity.Info,
            "a rate that the answer uses was last seen in an AWS price list more than `Prices__StaleAfter` (30 days) ago. There is "
                + "one such finding per answer",
            null),
    ];

    /// <summary>The rules by their codes.</summary>
    public static FrozenDictionary<string, FindingRule> ByCode { get; } = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);
}
