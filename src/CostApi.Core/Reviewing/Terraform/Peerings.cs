namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads VPC peering connections.</summary>
internal static class Peerings
{
    public static IReadOnlyList<DeclaredPeering> Read(World world) =>
        [.. world.Managed(Kind.Peering)
            .Select(peering => new DeclaredPeering(peering.Address, world.VpcOf(peering).Vpc, world.Vpc(peering, "peer_vpc_id")))];
}
