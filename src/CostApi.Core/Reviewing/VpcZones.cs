using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>The Availability Zones of each VPC: those of its subnets and of what stands in it.</summary>
internal sealed class VpcZones
{
    // What people build where nothing is said; AWS's own wizards begin with two.
    private const int Usual = 2;

    private readonly Dictionary<string, string[]> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _names = new(StringComparer.Ordinal);
    private readonly ILookup<string?, string?> _subnets;
    private readonly ILookup<string?, DeclaredNat> _gateways;
    private readonly ILookup<string?, ZonesOf> _sets;

    public VpcZones(DeclaredNetwork network)
    {
        _subnets = network.Subnets.ToLookup(subnet => subnet.Vpc, subnet => subnet.Zone);
        _gateways = network.NatGateways.ToLookup(nat => nat.Vpc);
        _sets = network.NatGateways.Select(nat => (nat.Vpc, nat.Zones))
            .Concat(network.Endpoints.Where(endpoint => endpoint.Type != EndpointType.Gateway).Select(endpoint => (endpoint.Vpc, endpoint.Zones)))
            .ToLookup(set => set.Vpc, set => set.Zones);
    }

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

    private string[] Names(string vpc) => _names.TryGetValue(vpc, out var known) ? known : _names[vpc] =
        [.. _subnets[vpc].Concat(_sets[vpc].SelectMany(set => set.Names)).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(Limits.Zones)];

    // A range says what there can be, not what there is: its upper end makes no zones. Zonal gateways whose zone is not known
    // are taken for one to a zone, as people build them.
    private int Most(string vpc) => Math.Max(
        _sets[vpc].Select(set => set.Least == set.Most ? set.Most : set.Least).DefaultIfEmpty(0).Max(),
        Names(vpc).Length > 0 ? 0 : _gateways[vpc].Count(nat => nat.Mode != NatMode.Regional));
}
