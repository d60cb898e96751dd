namespace CostApi.Operations;

/// <summary>Settings under <c>Prices</c>.</summary>
public sealed class PricesOptions
{
    public const string Section = "Prices";

    /// <summary>Age from which prices are called stale.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Folder of the shipped prices. Default: <c>pricing-data</c> beside the program.</summary>
    public string SnapshotDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "pricing-data");
}
