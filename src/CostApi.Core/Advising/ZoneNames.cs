using CostApi.Core.Units;

namespace CostApi.Core.Advising;

/// <summary>Availability Zones in a sentence.</summary>
internal static class ZoneNames
{
    /// <summary><c>zone a</c>, <c>zones a and b</c>, <c>zones a, b and c</c>; labels that say "zone" themselves stay as they are.</summary>
    public static string Of(IReadOnlyCollection<string> zones)
    {
        var named = zones.Any(zone => zone.StartsWith("zone ", StringComparison.Ordinal));
        var list = Listing.Of(zones);
        return named ? list : $"{(zones.Count == 1 ? "zone" : "zones")} {list}";
    }
}
