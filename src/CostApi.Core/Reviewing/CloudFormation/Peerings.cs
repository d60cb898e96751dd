namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads VPC peering connections.</summary>
internal static class Peerings
{
    public static IReadOnlyList<DeclaredPeering> Read(Stack stack) =>
    [
        .. stack.Of("AWS::EC2::VPCPeeringConnection").Select(resource => new DeclaredPeering(
            resource.Address, stack.Which(resource, "VpcId", "Its VPC").Only, stack.Which(resource, "PeerVpcId", "Its other VPC").Only)),
    ];
}
