namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads subnets; a data source names one that others own.</summary>
internal static class Subnets
{
    public static IReadOnlyList<DeclaredSubnet> Read(World world) =>
        [.. world.Inventory.Of(Kind.Subnet).Where(subnet => !subnet.IsData || IsShown(subnet)).Select(subnet => Read(subnet, world))
            .DistinctBy(subnet => subnet.Address)];

    private static DeclaredSubnet Read(Resource subnet, World world)
    {
        var place = world.VpcOf(subnet);
        var address = subnet.IsData ? subnet.Id! : subnet.Address;
        return new DeclaredSubnet(address, place.Vpc, world.Zones.Of(subnet), world.RegionOf(subnet)) { PossibleVpcs = place.Possible };
    }

    private static bool IsShown(Resource data) => data.Id is not null && !data.IsSensitive("id");
}
