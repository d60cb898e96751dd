using CostApi.Core.Prices;

namespace CostApi.PriceSources.QueryApi;

/// <summary>Where the Query API of a partition is called. That is not where the priced Region is.</summary>
/// <param name="Url">Address.</param>
/// <param name="SigningRegion">Region that requests are signed for.</param>
internal sealed record PricingEndpoint(Uri Url, string SigningRegion)
{
    /// <exception cref="PriceSourceException">The partition has no known address.</exception>
    public static PricingEndpoint Of(Partition partition, QueryApiOptions options)
    {
        var hosts = partition.PriceList
            ?? throw new PriceSourceException($"The address of the Price List Query API in the partition {partition.Name} is not known.");
        return new PricingEndpoint(options.ServiceUrl ?? new Uri(hosts.QueryApi), hosts.SigningRegion);
    }
}
