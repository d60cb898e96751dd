namespace CostApi.Core.Prices;

/// <summary>An AWS Region.</summary>
/// <param name="Code">Region code, as in <c>eu-west-1</c>.</param>
/// <param name="Name">Name as consoles show it.</param>
/// <param name="PriceListLocation">The price list's <c>location</c>; null where not known.</param>
/// <param name="UsageTypePrefix">What leads a usage type in this Region, as in <c>EU</c>; null where not known.</param>
/// <param name="Partition">The partition that it belongs to.</param>
/// <param name="Currency">ISO 4217 code of the currency that AWS bills in.</param>
/// <param name="OptIn">Whether an account must enable the Region first.</param>
/// <param name="AvailabilityZoneCount">Number of Availability Zones; null where sources conflict.</param>
public sealed record Region(
    string Code,
    string Name,
    string? PriceListLocation,
    string? UsageTypePrefix,
    Partition Partition,
    string Currency,
    string OptIn,
    int? AvailabilityZoneCount)
{
    /// <summary>Services whose usage types carry no prefix in this Region (us-east-1 has some).</summary>
    public IReadOnlyList<string> UnprefixedServices { get => field ?? []; init; }

    /// <summary>What is uncertain about the facts above.</summary>
    public string? Note { get; init; }

    /// <summary>The usage type of a charge as this Region's price list and bills spell it; without the prefix where that is not known.</summary>
    // us-east-1 leaves its prefix off "DataTransfer-Out-Bytes" but not off "USE1-EU-AWS-Out-Bytes".
    public string UsageTypeOf(Charge charge) =>
        charge.IsGlobal || UsageTypePrefix is null || UnprefixedServices.Contains(charge.ServiceCode) && charge.ToRegion is null
            ? charge.UsageType
            : $"{UsageTypePrefix}-{charge.UsageType}";

    /// <summary>Whether a usage type is a charge's in this Region: lists write it with the Region prefix, and in us-east-1 without it, too.</summary>
    public bool IsUsageTypeOf(Charge charge, string usageType) =>
        usageType == UsageTypeOf(charge) || charge is { IsGlobal: false, ToRegion: null } && WithoutPrefix(usageType) == charge.UsageType;

    /// <summary>A usage type without this Region's prefix; null for one of another Region, or where the prefix is not known.</summary>
    public string? WithoutPrefix(string usageType) =>
        UsageTypePrefix is null ? null
        : usageType.StartsWith(UsageTypePrefix + "-", StringComparison.Ordinal) ? usageType[(UsageTypePrefix.Length + 1)..]
        : UnprefixedServices.Count > 0 ? usageType
        : null;
}
