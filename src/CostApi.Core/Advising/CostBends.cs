using CostApi.Core.Rating;

namespace CostApi.Core.Advising;

/// <summary>Where the costs of an interface endpoint and of a NAT change their slope.</summary>
internal static class CostBends
{
    /// <param name="byEndpoint">Cost by GB through the endpoint.</param>
    /// <param name="byNat">Cost by GB through the NAT.</param>
    /// <param name="range">GB per month up to which bends matter.</param>
    /// <returns>The costs at each bend within the range and at its end; null where there is no bend.</returns>
    public static IReadOnlyList<CostAt>? Of(CostLine byEndpoint, CostLine byNat, decimal range)
    {
        decimal[] bends = [.. byEndpoint.Bends.Concat(byNat.Bends).Where(gb => gb < range).Distinct().Order()];
        if (bends.Length == 0) return null;
        var costs = new List<CostAt>(bends.Length + 1);
        foreach (var gb in bends.Append(range))
            if (byEndpoint.At(gb) is { } endpoint && byNat.At(gb) is { } nat) costs.Add(new CostAt(Schedule.Round(gb), Schedule.Round(endpoint), Schedule.Round(nat)));
        return costs;
    }
}
