using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>The Availability Zones of each VPC: those of its subnets and of what stands in it.</summary>
internal sealed class VpcZones(DeclaredNetwork network)
{
    // What people build where nothing is said; AWS's own wizards begin with two.
    private const int Usual = 2;

    private readonly Dictionary<string, string[]> _zones = new(StringComparer.Ordinal);

    public bool AreKnown(string vpc) => Names(vpc).Length >= Math.Min(Most(vpc), Limits.Zones) && Names(vpc).Length > 0;

    /// <summary>Zone labels, at least one; those that are not known by name are numbered.</summary>
    public string[] Of(string vpc)
    {
        if (_zones.TryGetValue(vpc, out var known)) return known;
        var names = Names(vpc);
        var count = Math.Clamp(Math.Max(names.Length, Most(vpc)), 1, Limits.Zones);
        if (names.Length == 0 && Most(vpc) == 0) count = Usual;
        return _zones[vpc] = [.. names.Concat(Enumerable.Range(1, Limits.Zones).Select(number => $"zone {number}").Except(names)).Take(count)];
    }

    private string[] Names(string vpc) =>
        [.. network.Subnets.Where(subnet => subnet.Vpc == vpc).Select(subnet => subnet.Zone)
            .Concat(Sets(vpc).SelectMany(set => set.Names)).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(Limits.Zones)];

    // A range says what there can be, not what there is: its upper end makes no zones. Zonal gateways whose zone is not known
    // are taken for one to a zone, as people build them.
    private int Most(string vpc) => Math.Max(
        Sets(vpc).Select(set => set.Least == set.Most ? set.Most : set.Least).DefaultIfEmpty(0).Max(),
        Names(vpc).Length > 0 ? 0 : network.NatGateways.Count(nat => nat.Vpc == vpc && nat.Mode != NatMode.Regional));

    private IEnumerable<ZonesOf> Sets(string vpc) =>
        network.NatGateways.Where(nat => nat.Vpc == vpc).Select(nat => nat.Zones)
            .Concat(network.Endpoints.Where(endpoint => endpoint.Vpc == vpc && endpoint.Type != EndpointType.Gateway).Select(endpoint => endpoint.Zones));
}
