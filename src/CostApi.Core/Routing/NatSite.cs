using CostApi.Core.Layouts;

namespace CostApi.Core.Routing;

/// <summary>What kind of NAT stands in a VPC.</summary>
public enum NatKind
{
    Zonal,
    Regional,
    Private,
    Instance,
}

/// <summary>The NAT gateways, or the NAT instances, of a VPC.</summary>
public sealed class NatSite
{
    private readonly HashSet<string> _zones;

    private NatSite(VpcSite vpc, NatKind kind, IReadOnlyList<string>? zones, int publicIpv4PerZone, decimal pricePerHour)
    {
        Vpc = vpc;
        Kind = kind;
        Zones = zones ?? vpc.Zones;
        PublicIpv4PerZone = publicIpv4PerZone;
        PricePerHour = pricePerHour;
        Units = kind switch
        {
            NatKind.Regional => [new("nat/regional", Zones)],
            NatKind.Instance => [.. Zones.Select(zone => new NatUnit($"natInstance/{zone}", [zone]))],
            _ => [.. Zones.Select(zone => new NatUnit($"nat/{zone}", [zone]))],
        };
        _zones = new HashSet<string>(Zones, StringComparer.Ordinal);
    }

    public static IEnumerable<NatSite> Of(VpcSite site)
    {
        if (site.Vpc.NatGateway is { } gateway)
        {
            var kind = gateway.Mode switch
            {
                NatMode.Regional => NatKind.Regional,
                NatMode.Private => NatKind.Private,
                _ => NatKind.Zonal,
            };
            yield return new NatSite(site, kind, gateway.AvailabilityZones, gateway.PublicIpv4PerZone ?? (kind == NatKind.Private ? 0 : 1), 0);
        }

        if (site.Vpc.NatInstance is { } instance)
            yield return new NatSite(site, NatKind.Instance, instance.AvailabilityZones, instance.PublicIpv4PerZone, instance.PricePerHour);
    }

    public VpcSite Vpc { get; }

    public NatKind Kind { get; }

    /// <summary>What texts call it.</summary>
    public string Noun => Kind == NatKind.Instance ? "NAT instance" : "NAT gateway";

    public IReadOnlyList<string> Zones { get; }

    public int PublicIpv4PerZone { get; }

    /// <summary>The caller's price of an instance-hour; 0 for gateways.</summary>
    public decimal PricePerHour { get; }

    public bool ReachesInternet => Kind != NatKind.Private;

    public bool Covers(string zone) => _zones.Contains(zone);

    /// <summary>The gateways or instances one by one. A regional gateway is one, whatever its zones.</summary>
    public IReadOnlyList<NatUnit> Units { get; }
}

/// <summary>One NAT gateway or instance, named within its VPC, with the zones that it stands in.</summary>
public readonly record struct NatUnit(string Resource, IReadOnlyList<string> Zones);
