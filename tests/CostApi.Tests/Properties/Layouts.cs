using CostApi.Core.Layouts;
using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>Layouts with everything that can stand in one.</summary>
internal static class Layouts
{
    private static readonly string[] Labels = ["a", "b", "c", "d", "e", "f"];

    private static readonly Gen<Vpc> Bare = Gen.Shuffle(Labels, 1, 6).Select(zones => new Vpc { Name = "", AvailabilityZones = zones });

    /// <summary>Empty VPCs: names and zones, which flows refer to.</summary>
    public static Gen<Vpc[]> Ground(int most) =>
        Bare.Array[1, most].Select(vpcs => vpcs.Select((vpc, index) => vpc with { Name = $"vpc {index + 1}" }).ToArray());

    public static Gen<Layout> On(string region, Vpc[] ground)
    {
        var names = ground.Select(vpc => vpc.Name).ToArray();
        var pairs = names.SelectMany((one, index) => names.Skip(index + 1).Select(other => new[] { one, other })).ToArray();
        return
            from vpcs in ground.Select(vpc => Furnished(region, vpc)).Aggregate(
                Gen.Const<IReadOnlyList<Vpc>>([]), (before, next) => Gen.Select(before, next).Select((list, vpc) => (IReadOnlyList<Vpc>)[.. list, vpc]))
            from gateway in TransitGateway(names)
            from peerings in Gen.Frequency((1, Gen.Const<string[][]>([])), (1, Gen.Shuffle(pairs, 0, Math.Min(3, pairs.Length))))
            from hub in Gen.Int[0, names.Length - 1]
            from spokes in Gen.Bool.Array[names.Length]
            select new Layout
            {
                Name = "layout",
                Vpcs = [.. vpcs.Select((vpc, index) => spokes[index] && MayLeaveBy(vpcs[hub], vpc, gateway) ? vpc with { EgressVia = names[hub] } : vpc)],
                TransitGateway = gateway,
                Peerings = peerings,
            };
    }

    private static bool MayLeaveBy(Vpc hub, Vpc spoke, TransitGateway? gateway) =>
        hub.Name != spoke.Name
        && hub is not { NatGateway: null, NatInstance: null }
        && gateway is not null && gateway.Attachments.Contains(hub.Name) && gateway.Attachments.Contains(spoke.Name);

    private static Gen<Vpc> Furnished(string region, Vpc vpc) =>
        from gateway in Nat(vpc).Null(0.3)
        from instance in Instance(vpc).Null(0.8)
        from internet in Gen.Int[0, 9].Select(n => new InternetGateway { PublicIpv4Addresses = n }).Null(0.75)
        from endpoints in Endpoints.In(region, vpc).Array[0, 5]
        select vpc with { NatGateway = gateway, NatInstance = instance, InternetGateway = internet, Endpoints = endpoints };

    public static Gen<NatGateway> Nat(Vpc vpc) =>
        from mode in Gen.Enum<NatMode>()
        from zones in ZonesOf(vpc)
        from addresses in Gen.Int[0, 3].Nullable(0.6)
        select new NatGateway { Mode = mode, AvailabilityZones = zones, PublicIpv4PerZone = mode == NatMode.Private && addresses > 0 ? 0 : addresses };

    public static Gen<NatInstance> Instance(Vpc vpc) =>
        from price in Amounts.Price
        from zones in ZonesOf(vpc)
        from addresses in Gen.Int[0, 3]
        select new NatInstance { PricePerHour = price, AvailabilityZones = zones, PublicIpv4PerZone = addresses };

    /// <summary>Some of the VPC's zones, in any order; null for all of them.</summary>
    public static Gen<string[]?> ZonesOf(Vpc vpc)
    {
        string[] zones = [.. vpc.AvailabilityZones];
        return Gen.Shuffle(zones, 1, zones.Length).Null(0.3);
    }

    private static Gen<TransitGateway?> TransitGateway(string[] names)
    {
        var some =
            from attached in Gen.Shuffle(names, 1, names.Length)
            from paid in Gen.Shuffle(attached, 0, attached.Length)
            select new TransitGateway { Attachments = attached, AlreadyPaid = paid };
        return some.Null(0.5);
    }
}
