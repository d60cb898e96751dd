namespace CostApi.PriceSources.QueryApi;

/// <summary>Where the Query API of a partition is called. That is not where the priced Region is.</summary>
/// <param name="Url">Address.</param>
/// <param name="SigningRegion">Region that requests are signed for.</param>
internal sealed record PricingEndpoint(Uri Url, string SigningRegion)
{
    /// <exception cref="PriceSourceException">The partition has no known address.</exception>
    public static PricingEndpoint Of(string partition, QueryApiOptions options)
    {
        var (url, region) = Find(partition) ?? throw new PriceSourceException($"The partition {partition} has no known address of the Price List Query API.");
        return new PricingEndpoint(options.ServiceUrl ?? new Uri(url), region);
    }

    public static bool IsKnown(string partition) => Find(partition) is not null;

    private static (string Url, string Region)? Find(string partition) => partition switch
    {
        "aws" or "aws-us-gov" => ("https://api.pricing.us-east-1.amazonaws.com", "us-east-1"),
        "aws-cn" => ("https://api.pricing.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1"),
        _ => null,
    };
}
