using System.Collections.Frozen;
using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>What a document has to show for certain before something is said of it.</summary>
[Flags]
public enum Fact
{
    /// <summary>Nothing beyond the layout and its prices.</summary>
    None = 0,

    /// <summary>The traffic, which is given beside the document.</summary>
    Traffic = 1 << 0,

    /// <summary>The VPC itself, with everything in it: what the document does not have may be elsewhere.</summary>
    WholeVpc = 1 << 1,

    /// <summary>Which VPC the resource is in.</summary>
    Home = 1 << 2,

    /// <summary>Which Availability Zones the resource is in.</summary>
    Zones = 1 << 3,

    /// <summary>Which subnets use which route table, and where its routes lead.</summary>
    Routes = 1 << 4,

    /// <summary>Whether private DNS is on, and whether something else directs traffic to the endpoint.</summary>
    PrivateDns = 1 << 5,

    /// <summary>Which service an endpoint is for.</summary>
    Service = 1 << 6,

    /// <summary>Which VPC an attachment attaches, and to which Transit Gateway.</summary>
    Attachments = 1 << 7,

    /// <summary>Whether something uses an Elastic IP address, and the pool that it comes from.</summary>
    Addresses = 1 << 8,
}

/// <summary>The facts that each finding of a document needs, as docs/findings.md has them.</summary>
public static class FindingFacts
{
    /// <summary>The facts by code.</summary>
    public static FrozenDictionary<string, Fact> ByCode { get; } = new Dictionary<string, Fact>
    {
        [FindingCodes.Unreachable] = Fact.Traffic,
        [FindingCodes.Unpriced] = Fact.None,
        [FindingCodes.EndpointSubnetsShareZone] = Fact.Zones,
        [FindingCodes.FreeGatewayEndpointMissing] = Fact.WholeVpc | Fact.Home | Fact.Service,
        [FindingCodes.GatewayEndpointLacksRouteTable] = Fact.Home | Fact.Routes | Fact.Service,
        [FindingCodes.PaidEndpointShadowsFreeOne] = Fact.Home | Fact.PrivateDns | Fact.Service,
        [FindingCodes.GatewayEndpointRequired] = Fact.WholeVpc | Fact.Home | Fact.Service,
        [FindingCodes.EndpointCapturesNothing] = Fact.WholeVpc | Fact.Home | Fact.PrivateDns | Fact.Service,
        [FindingCodes.CrossZoneNat] = Fact.Routes | Fact.Zones,
        [FindingCodes.NatGatewayUnused] = Fact.WholeVpc | Fact.Home | Fact.Routes,
        [FindingCodes.EndpointNotCentralized] = Fact.Home | Fact.Attachments | Fact.Service,
        [FindingCodes.CompanionMissing] = Fact.WholeVpc | Fact.Home | Fact.Service,
        [FindingCodes.IdleElasticIp] = Fact.Addresses,
        [FindingCodes.ResourceEndpointHoursAssumed] = Fact.Zones,
        [FindingCodes.EndpointBelowBreakEven] = Fact.Traffic | Fact.Home,
        [FindingCodes.SingleZone] = Fact.Home | Fact.Zones,
        [FindingCodes.UnknownService] = Fact.Service,
        [FindingCodes.RegionalNatIpCountAssumed] = Fact.None,
        [FindingCodes.PricesStale] = Fact.None,
        [FindingCodes.IgnoreWithoutEffect] = Fact.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a finding of a code needs a fact.</summary>
    public static bool Needs(string code, Fact fact) => ByCode[code].HasFlag(fact);
}
