using System.Collections.Frozen;
using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>Which usage types of a price list may belong to a charge of ours.</summary>
public static class UsageTypes
{
    private const string InterRegion = "-AWS-Out-Bytes";

    private static readonly FrozenDictionary<string, string[]> Names = Charges.ByUsageType.Values
        .Where(charge => charge is { ServiceCode: not null, IsGlobal: false })
        .GroupBy(charge => charge.ServiceCode!)
        .ToFrozenDictionary(service => service.Key, service => service.Select(charge => charge.UsageType).ToArray());

    /// <summary>The services in whose price lists our charges stand.</summary>
    public static IReadOnlyList<string> Services { get; } = [Charges.InterfaceEndpointHours.ServiceCode!, Charges.CrossZone.ServiceCode!, Charges.NatGatewayHours.ServiceCode!];

    /// <summary>Whether a row may be one of ours by its usage type; quick, and sure only of what it says no to.</summary>
    public static bool MayMatter(string serviceCode, ReadOnlySpan<char> usageType)
    {
        if (!Names.TryGetValue(serviceCode, out var names)) return false;
        foreach (var name in names)
            if (usageType.EndsWith(name, StringComparison.Ordinal) && (usageType.Length == name.Length || usageType[^(name.Length + 1)] == '-')) return true;
        return serviceCode == Charges.CrossZone.ServiceCode && usageType.EndsWith(InterRegion, StringComparison.Ordinal);
    }
}
