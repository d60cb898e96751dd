using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.Findings;

/// <summary>Takes from a network what documents leave out, and mixes up what they mix up.</summary>
internal static class Damage
{
    public static DeclaredNetwork Done(DeclaredNetwork network, Random random)
    {
        string[] all = [.. AddressesIn(network)];
        return network with
        {
            Vpcs = [.. network.Vpcs.Where(_ => Kept()).Select(vpc => vpc with { IsDeclared = Kept() })],
            Subnets = [.. network.Subnets.Where(_ => Kept()).Select(subnet => subnet with { Vpc = Other(subnet.Vpc), Zone = Kept() ? subnet.Zone : Zone() })],
            NatGateways = [.. Twice(network.NatGateways).Select(nat => nat with { Vpc = Other(nat.Vpc), Zones = Zones(nat.Zones), Mode = Kept() ? nat.Mode : (NatMode)random.Next(3), PublicAddresses = Kept() ? nat.PublicAddresses : null })],
            Endpoints = [.. Twice(network.Endpoints).Select(endpoint => endpoint with
            {
                Vpc = Other(endpoint.Vpc),
                Type = Kept() ? endpoint.Type : (EndpointType)random.Next(5),
                Service = Kept() ? endpoint.Service : random.Next(2) == 0 ? null : "com.amazonaws.eu-west-1.nothing",
                Zones = Zones(endpoint.Zones),
                Subnets = [.. endpoint.Subnets.Select(subnet => Other(subnet) ?? subnet)],
                PrivateDns = Kept() ? endpoint.PrivateDns : (random.Next(2) == 0, Origin.Assumed),
                IsForInboundResolverOnly = !Kept(),
                RouteTables = Kept() ? endpoint.RouteTables : null,
            })],
            RouteTables = [.. Twice(network.RouteTables).Select(table => table with
            {
                Vpc = Other(table.Vpc),
                IsMain = Kept() ? table.IsMain : !table.IsMain,
                Subnets = [.. table.Subnets.Select(subnet => Other(subnet) ?? subnet)],
                Routes = [.. table.Routes.Where(_ => Kept()).Select(route => route with { To = Other(route.To), Destination = Kept() ? route.Destination : null, Target = Kept() ? route.Target : (RouteTarget)random.Next(8) })],
            })],
            Attachments = [.. network.Attachments.Select(attachment => attachment with { Vpc = Other(attachment.Vpc), TransitGateway = Other(attachment.TransitGateway) })],
            Addresses = [.. network.Addresses.Select(address => address with { To = Other(address.To), IsAttached = Kept() ? address.IsAttached : null })],
        };

        bool Kept() => random.Next(8) > 0;

        string? Other(string? address) => Kept() ? address : random.Next(2) == 0 ? null : all[random.Next(all.Length)];

        string? Zone() => random.Next(3) switch { 0 => null, 1 => "euw1-az1", _ => "zone 2" };

        ZonesOf Zones(ZonesOf zones) => Kept() ? zones : random.Next(3) switch { 0 => new ZonesOf([], 0, 3, Origin.Assumed), 1 => new ZonesOf([], 1, 1, Origin.Assumed), _ => new ZonesOf(["eu-west-1c"], 1, 2, Origin.Reference) };

        IEnumerable<T> Twice<T>(IEnumerable<T> things) => things.Where(_ => Kept()).SelectMany(thing => Kept() ? new[] { thing } : [thing, thing]);
    }

    /// <summary>Every address that a network names.</summary>
    public static HashSet<string> AddressesIn(DeclaredNetwork network) =>
    [
        .. network.Vpcs.Select(vpc => vpc.Address), .. network.Subnets.Select(subnet => subnet.Address), .. network.NatGateways.Select(nat => nat.Address),
        .. network.Endpoints.Select(endpoint => endpoint.Address), .. network.RouteTables.Select(table => table.Address), .. network.RouteTables.SelectMany(table => table.Subnets),
        .. network.Attachments.Select(attachment => attachment.Address), .. network.Addresses.Select(address => address.Address), .. network.Endpoints.SelectMany(endpoint => endpoint.Subnets),
        .. network.NatGateways.Select(nat => nat.Vpc).Concat(network.Endpoints.Select(endpoint => endpoint.Vpc)).Concat(network.Attachments.Select(attachment => attachment.Vpc)).OfType<string>(),
    ];
}
