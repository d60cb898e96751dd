using CostApi.Core.Prices;

namespace CostApi.Core.Reporting;

/// <summary>What people call the categories of cost.</summary>
internal static class CategoryNames
{
    public static string Of(CostCategory category) => category switch
    {
        CostCategory.InterfaceEndpoint => "Interface endpoints",
        CostCategory.GatewayEndpoint => "Gateway endpoints",
        CostCategory.GatewayLoadBalancerEndpoint => "Gateway Load Balancer endpoints",
        CostCategory.ResourceEndpoint => "Resource endpoints",
        CostCategory.ServiceNetwork => "Service networks",
        CostCategory.NatGateway => "NAT gateways",
        CostCategory.NatInstance => "NAT instances",
        CostCategory.PublicIpv4 => "Public IPv4 addresses",
        CostCategory.TransitGateway => "Transit Gateway",
        CostCategory.Peering => "VPC peering connections",
        CostCategory.DataTransfer => "Data transfer",
        CostCategory.PrivateHostedZone => "Private hosted zones",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
    };
}
