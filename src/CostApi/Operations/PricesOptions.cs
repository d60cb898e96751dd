using CostApi.Core.Prices;
using CostApi.PriceSources;

namespace CostApi.Operations;

/// <summary>Settings under <c>Prices</c>. Lists are comma-separated.</summary>
public sealed class PricesOptions
{
    public const string Section = "Prices";

    /// <summary>Where prices are taken from, the source that goes first at the front; <c>snapshot</c> alone keeps to the shipped prices.</summary>
    public string Sources { get; set; } = string.Join(',', SourceNames.All);

    /// <summary>Regions to keep fresh from the start. Those that are asked for, or on disk, are kept fresh in any case.</summary>
    public string Regions { get; set; } = "";

    /// <summary>Folder in which accepted prices are kept. Default: none, prices are kept in memory only.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>Age from which a rate is called stale, counted from the day on which it was last seen in a price list.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>A rate that moved by more than this factor is held back until another edition of its list confirms it.</summary>
    public decimal HoldBackFactor { get; set; } = 2;

    /// <summary>Key that <c>POST /v1/prices/refresh</c> asks for. Default: none, the endpoint is off.</summary>
    public string? RefreshKey { get; set; }

    /// <summary>Folder of the shipped prices. Default: <c>pricing-data</c> beside the program.</summary>
    public string SnapshotDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "pricing-data");

    public RefreshOptions Refresh { get; set; } = new();

    internal IReadOnlyList<string> SourceList => Parts(Sources);

    internal IReadOnlyList<string> RegionList => Parts(Regions);

    internal Freshness FreshnessAt(DateTimeOffset now) => new(now, StaleAfter);

    private static string[] Parts(string list) => [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}

/// <summary>Settings under <c>Prices:Refresh</c>.</summary>
public sealed class RefreshOptions
{
    /// <summary>Time between two readings of a Region's prices.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Whether to read prices at the start.</summary>
    public bool OnStart { get; set; } = true;
}
