using CostApi.Core.Routing;

namespace CostApi.Core.Reporting;

/// <summary>What people call the ways that traffic takes.</summary>
internal static class PathNames
{
    public static string Of(PathKind path) => path switch
    {
        PathKind.GatewayEndpoint => "gateway endpoint",
        PathKind.InterfaceEndpoint => "interface endpoint",
        PathKind.SharedInterfaceEndpoint => "shared interface endpoint",
        PathKind.NatGateway => "NAT gateway",
        PathKind.NatInstance => "NAT instance",
        PathKind.SharedNatGateway => "shared NAT gateway",
        PathKind.SharedNatInstance => "shared NAT instance",
        PathKind.InternetGateway => "internet gateway",
        PathKind.Peering => "VPC peering connection",
        PathKind.TransitGateway => "Transit Gateway",
        PathKind.Unreachable => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, null),
    };
}
