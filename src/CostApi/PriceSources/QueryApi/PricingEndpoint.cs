namespace CostApi.PriceSources.QueryApi;

/// <summary>Where the Query API of a partition is called. That is not where the priced Region is.</summary>
/// <param name="Url">Address.</param>
/// <param name="SigningRegion">Region that requests are signed for.</param>
internal sealed record PricingEndpoint(Uri Url, string SigningRegion)
{
    public static PricingEndpoint Of(string partition, QueryApiOptions options)
    {
        var (url, region) = partition switch
        {
            "aws" or "aws-us-gov" => ("https://api.pricing.us-east-1.amazonaws.com", "us-east-1"),
            "aws-cn" => ("https://api.pricing.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1"),
            _ => throw new PriceSourceException($"The partition {partition} has no known address of the Price List Query API."),
        };
        return new PricingEndpoint(options.ServiceUrl ?? new Uri(url), region);
    }
}
