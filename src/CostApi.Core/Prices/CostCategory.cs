namespace CostApi.Core.Prices;

/// <summary>What a line item is spent on.</summary>
public enum CostCategory
{
    InterfaceEndpoint,
    GatewayEndpoint,
    GatewayLoadBalancerEndpoint,
    ResourceEndpoint,
    ServiceNetwork,
    NatGateway,
    NatInstance,
    PublicIpv4,
    TransitGateway,
    Peering,
    DataTransfer,
    PrivateHostedZone,
}
