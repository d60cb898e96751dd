namespace CostApi.Core.Reviewing;

/// <summary>Parts a network by Region: a layout stands in one.</summary>
public static class RegionSplit
{
    /// <summary>The Regions that the document tells of, in the order of their codes.</summary>
    public static IReadOnlyList<string> Regions(this DeclaredNetwork network) =>
        [.. RegionsOf(network).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What stands in a Region.</summary>
    /// <param name="network">The network.</param>
    /// <param name="region">The Region.</param>
    /// <param name="byDefault">The Region of what the document gives none.</param>
    public static DeclaredNetwork In(this DeclaredNetwork network, string region, string? byDefault)
    {
        var vpcs = network.Vpcs.Where(vpc => IsHere(vpc.Region)).ToArray();
        var elsewhere = network.Vpcs.Except(vpcs).Select(vpc => vpc.Address).ToHashSet(StringComparer.Ordinal);
        return network with
        {
            Vpcs = vpcs,
            Subnets = [.. network.Subnets.Where(subnet => IsHere(subnet.Region) && IsIn(subnet.Vpc))],
            NatGateways = [.. network.NatGateways.Where(nat => IsHere(nat.Region) && IsIn(nat.Vpc))],
            Endpoints = [.. network.Endpoints.Where(endpoint => IsHere(endpoint.Region) && IsIn(endpoint.Vpc))],
            RouteTables = [.. network.RouteTables.Where(table => IsIn(table.Vpc))],
            Attachments = [.. network.Attachments.Where(attachment => IsHere(attachment.Region) && IsIn(attachment.Vpc))],
            Peerings = [.. network.Peerings.Where(peering => IsIn(peering.Vpc) && IsIn(peering.Peer))],
            Addresses = [.. network.Addresses.Where(address => IsHere(address.Region))],
        };

        bool IsHere(string? named) => (named ?? byDefault) == region;

        bool IsIn(string? vpc) => vpc is null || !elsewhere.Contains(vpc);
    }

    private static IEnumerable<string?> RegionsOf(DeclaredNetwork network) =>
        network.Vpcs.Where(vpc => vpc.IsDeclared).Select(vpc => vpc.Region)
            .Concat(network.Subnets.Select(subnet => subnet.Region))
            .Concat(network.NatGateways.Select(nat => nat.Region))
            .Concat(network.Endpoints.Select(endpoint => endpoint.Region))
            .Concat(network.Attachments.Select(attachment => attachment.Region))
            .Concat(network.Addresses.Select(address => address.Region));
}
