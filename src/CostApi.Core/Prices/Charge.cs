namespace CostApi.Core.Prices;

/// <summary>What one unit of a charge is.</summary>
public enum ChargeUnit
{
    Hours,
    Gigabytes,
    HostedZoneMonths,
}

/// <summary>
/// Something that AWS meters and bills: a usage type without its Region prefix, with the service whose price list holds it.
/// </summary>
/// <param name="UsageType">Usage type without the Region prefix, as in <c>NatGateway-Hours</c>.</param>
/// <param name="ServiceCode">Service code of the price list that holds the charge; null where no price list does.</param>
/// <param name="Unit">What one unit is.</param>
/// <param name="Category">What the charge is spent on.</param>
public sealed record Charge(string UsageType, string? ServiceCode, ChargeUnit Unit, CostCategory Category)
{
    /// <summary>The price list's <c>operation</c>, where the usage type alone does not name one row.</summary>
    public string? Operation { get; init; }

    /// <summary>A part hour is billed as a whole one (rule 1.2).</summary>
    public bool BillsWholeHours { get; init; }

    /// <summary>Priced once for every Region, so without a Region prefix.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>The price list's <c>transferType</c> of a charge for data transfer; null for every other charge.</summary>
    public string? TransferType { get; init; }

    /// <summary>The price list's <c>toLocation</c>, where transfer of the type also goes elsewhere at other prices.</summary>
    public string? ToLocation { get; init; }

    /// <summary>Code of the Region that transfer from the priced Region goes to; null for every other charge.</summary>
    public string? ToRegion { get; init; }

    /// <summary>How the price list spells the unit; the first is the usual one.</summary>
    public IReadOnlyList<string> UnitNames => Unit switch
    {
        ChargeUnit.Hours => ["Hrs", "hour", "hours"],
        ChargeUnit.Gigabytes => ["GB", "GigaBytes"],
        _ => ["HostedZone-Mo"],
    };

    public bool Equals(Charge? other) => ReferenceEquals(this, other) || other is not null && UsageType == other.UsageType && Category == other.Category && ToRegion == other.ToRegion;

    // Charges are keys everywhere, and few. ToRegion is not set yet here; the usage type nearly always says the same.
    private int Hash { get; } = HashCode.Combine(UsageType, Category);

    public override int GetHashCode() => Hash;
}
