using CostApi.Core.Prices;
using CostApi.PriceSources;
using CostApi.PriceSources.QueryApi;

namespace CostApi.Tests.PriceSources.QueryApi;

public sealed class PricingEndpointTests
{
    [Theory]
    [InlineData("aws", "https://api.pricing.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("aws-us-gov", "https://api.pricing.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("aws-cn", "https://api.pricing.cn-northwest-1.amazonaws.com.cn/", "cn-northwest-1")]
    public void A_partition_has_its_address(string partition, string url, string signingRegion)
    {
        Assert.Equal(new PricingEndpoint(new Uri(url), signingRegion), PricingEndpoint.Of(Partition.Named(partition)!, new QueryApiOptions()));
        var own = new Uri("http://127.0.0.1:8080");
        Assert.Equal(new PricingEndpoint(own, signingRegion), PricingEndpoint.Of(Partition.Named(partition)!, new QueryApiOptions { ServiceUrl = own }));
    }

    [Fact]
    public void A_partition_without_a_known_address_is_a_failure() =>
        Assert.Throws<PriceSourceException>(() => PricingEndpoint.Of(Partition.Named("aws-eusc")!, new QueryApiOptions()));
}
