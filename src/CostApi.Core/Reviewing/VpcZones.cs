using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>
/// The Availability Zones of each VPC: those of its subnets and of what is in it. The one rule for zones, for every language.
/// </summary>
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
        var endpoints = network.Endpoints.Where(endpoint => endpoint.Type != EndpointType.Gateway);
        _sets = network.NatGateways.Select(nat => (nat.Vpc, nat.Zones))
            .Concat(endpoints.Select(endpoint => (endpoint.Vpc, endpoint.Zones)))
            .ToLookup(set => set.Vpc, set => set.Zones);
    }

    public bool AreKnown(string vpc) => Names(vpc).Length >= Math.Min(Fewest(vpc), Limits.Zones) && Names(vpc).Length > 0;

    /// <summary>Whether nothing in the document shows how many zones a VPC has.</summary>
    public bool AreAssumed(string vpc) => Names(vpc).Length == 0 && Fewest(vpc) == 0;

    /// <summary>Zone labels, at least one; those that are not known by name are numbered.</summary>
    public string[] Of(string vpc)
    {
        if (_zones.TryGetValue(vpc, out var known)) return known;
        var names = Names(vpc);
        var fewest = Fewest(vpc);
        // Where nothing shows the zones, and something has to be in all of them, two are assumed.
        var least = names.Length == 0 && (fewest == 0 || _sets[vpc].Any(set => !IsCounted(set))) ? Usual : 1;
        var count = Math.Clamp(Math.Max(names.Length, fewest), least, Limits.Zones);
        var numbered = Enumerable.Range(1, Limits.Zones).Select(number => $"zone {number}");
        return _zones[vpc] = [.. names.Concat(numbered.Except(names)).Take(count)];
    }

    /// <summary>The zones of an endpoint or of a regional NAT gateway, and what is to be said of them.</summary>
    /// <param name="vpc">Address of its VPC.</param>
    /// <param name="declared">What the document shows of them.</param>
    public SpreadZones Spread(string vpc, ZonesOf declared)
    {
        var zones = Of(vpc);
        string[] known = [.. declared.Names.Where(zones.Contains)];
        // Without any subnet the document may associate them elsewhere: all zones, as where the subnets cannot be told.
        var most = IsUntold(declared) ? Limits.Zones : Math.Min(declared.Most, Limits.Zones);
        var count = Math.Clamp(Math.Max(most, known.Length), 1, zones.Length);
        string[] at = [.. known.Concat(zones.Except(known)).Take(count)];
        var isPlaced = declared.Origin != Origin.Assumed || declared.Names.Count >= declared.Most;
        if (IsCounted(declared)) return new SpreadZones(at, isPlaced ? null : "");
        var least = Math.Max(declared.Least, 1);
        if (AreKnown(vpc)) most = count;
        return new SpreadZones(at, least < most ? $"{least} to {most}" : "");
    }

    // No subnet is shown at all.
    private static bool IsUntold(ZonesOf zones) => zones.Least == 0 && zones.Origin == Origin.Assumed;

    private static bool IsCounted(ZonesOf zones) => zones.Least == zones.Most;

    private string[] Names(string vpc)
    {
        if (_names.TryGetValue(vpc, out var known)) return known;
        var names = _subnets[vpc].Concat(_sets[vpc].SelectMany(set => set.Names)).OfType<string>().Distinct();
        return _names[vpc] = [.. names.Order(StringComparer.Ordinal).Take(Limits.Zones)];
    }

    // A range says what there can be, not what there is: its upper end makes no zones. Zonal gateways whose zone is not known
    // are taken for one to a zone, as people build them.
    private int Fewest(string vpc) => Math.Max(
        _sets[vpc].Select(set => IsCounted(set) ? set.Most : set.Least).DefaultIfEmpty(0).Max(),
        Names(vpc).Length > 0 ? 0 : _gateways[vpc].Count(nat => nat.Mode != NatMode.Regional));
}

/// <summary>Where something is, as a layout has it.</summary>
/// <param name="Zones">Its zones.</param>
/// <param name="Range">How many there can be; empty where only which they are is assumed, null where nothing is assumed.</param>
internal sealed record SpreadZones(string[] Zones, string? Range);
