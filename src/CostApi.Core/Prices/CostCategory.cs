namespace CostApi.Core.Prices;

/// <summary>The cost category of a line item.</summary>
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
