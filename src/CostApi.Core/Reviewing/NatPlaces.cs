using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>NAT gateways of a VPC that a layout can say together: of one kind, and one to a zone.</summary>
internal sealed record NatSet(NatGateway Gateway, IReadOnlyList<DeclaredNat> Of);

/// <summary>Puts the NAT gateways of a VPC into its zones, and into as few sets as can be.</summary>
internal static class NatPlaces
{
    /// <param name="gateways">The gateways.</param>
    /// <param name="zones">The VPC's zones.</param>
    /// <param name="spread">The zones of a regional gateway.</param>
    /// <param name="assumptions">Takes what the document leaves open.</param>
    public static IEnumerable<NatSet> Sets(IEnumerable<DeclaredNat> gateways, string[] zones, Func<DeclaredNat, string[]> spread, List<string> assumptions)
    {
        var placed = Placed(gateways, zones, assumptions).ToArray();
        foreach (var (regional, _) in placed.Where(place => place.Nat.Mode == NatMode.Regional))
        {
            var at = spread(regional);
            yield return new NatSet(new NatGateway { Mode = NatMode.Regional, AvailabilityZones = at, PublicIpv4PerZone = regional.PublicAddresses is { } all ? (all + at.Length - 1) / at.Length : null }, [regional]);
        }

        // The nth gateway of each zone stands in the nth set.
        foreach (var kind in placed.Where(place => place.Nat.Mode != NatMode.Regional).OrderBy(place => place.Nat.Mode == NatMode.Private).GroupBy(place => (place.Nat.Mode, place.Nat.PublicAddresses)))
        {
            var sets = kind.GroupBy(place => place.Zone).SelectMany(zone => zone.Select((place, index) => (place, index))).GroupBy(pair => pair.index, pair => pair.place);
            foreach (var set in sets.OrderBy(set => set.Key))
            {
                yield return new NatSet(
                    new NatGateway { Mode = kind.Key.Mode, AvailabilityZones = [.. set.Select(place => place.Zone)], PublicIpv4PerZone = kind.Key.Mode == NatMode.Private ? null : kind.Key.PublicAddresses },
                    [.. set.Select(place => place.Nat)]);
            }
        }
    }

    // One whose zone is not known stands where no other does: it costs the same in every zone.
    private static IEnumerable<(DeclaredNat Nat, string Zone)> Placed(IEnumerable<DeclaredNat> gateways, string[] zones, List<string> assumptions)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var nat in gateways.OrderByDescending(nat => nat.Zones.Names.Count))
        {
            var known = nat.Zones.Names.FirstOrDefault(zones.Contains);
            var zone = known ?? zones.FirstOrDefault(free => !taken.Contains(free)) ?? zones[0];
            taken.Add(zone);
            if (known is null && nat.Mode != NatMode.Regional) assumptions.Add($"The document does not show the Availability Zone of {nat.Address}. {zone} is assumed.");
            yield return (nat, zone);
        }
    }
}
