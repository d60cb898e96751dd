namespace CostApi.Core.Reviewing;

/// <summary>A network in which everything stands in a VPC, and in zones that a layout can name.</summary>
internal static class Housing
{
    private const string UnknownVpc = "unknown VPC";

    // Costs are the same in whatever VPC they stand: the only one there is, or one that the document does not tell.
    public static DeclaredNetwork Of(DeclaredNetwork network, List<string> assumptions)
    {
        string[] homeless = [.. network.NatGateways.Where(nat => nat.Vpc is null).Select(nat => nat.Address), .. network.Endpoints.Where(endpoint => endpoint.Vpc is null).Select(endpoint => endpoint.Address)];
        var home = network.Vpcs.Where(vpc => vpc.IsDeclared).Take(2).ToArray() is [var only] ? only.Address : UnknownVpc;
        if (homeless.Length > 0) assumptions.Add($"The document does not tell the VPC of {Sayable.Some(homeless)}; {(home == UnknownVpc ? "one of its own" : home)} is assumed.");
        return network with
        {
            Subnets = [.. network.Subnets.Select(subnet => subnet.Zone is { } zone ? subnet with { Zone = Sayable.Name(zone) } : subnet)],
            NatGateways = [.. network.NatGateways.Select(nat => nat with { Vpc = nat.Vpc ?? home, Zones = Named(nat.Zones) })],
            Endpoints = [.. network.Endpoints.Select(endpoint => endpoint with { Vpc = endpoint.Vpc ?? home, Zones = Named(endpoint.Zones) })],
        };
    }

    private static ZonesOf Named(ZonesOf zones) => zones with { Names = [.. zones.Names.Select(Sayable.Name)] };
}
