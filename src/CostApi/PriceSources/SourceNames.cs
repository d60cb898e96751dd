using CostApi.Core.Prices;

namespace CostApi.PriceSources;

/// <summary>The sources of prices, by the names that settings and answers use.</summary>
internal static class SourceNames
{
    public const string QueryApi = "query-api", OfferFiles = "offer-files", Snapshot = PriceEdition.Shipped;

    public static IReadOnlyList<string> All { get; } = [QueryApi, OfferFiles, Snapshot];
}
