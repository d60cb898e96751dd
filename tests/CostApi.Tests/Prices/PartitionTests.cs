using CostApi.Core.Prices;

namespace CostApi.Tests.Prices;

public sealed class PartitionTests
{
    [Theory]
    [InlineData("eu-west-1", "aws", "amazonaws.com")]
    [InlineData("cn-northwest-1", "aws-cn", "amazonaws.com.cn")]
    [InlineData("us-gov-east-1", "aws-us-gov", "amazonaws.com")]
    [InlineData("us-iso-east-1", "aws-iso", "c2s.ic.gov")]
    [InlineData("us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov")]
    [InlineData("eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk")]
    [InlineData("eusc-de-east-1", "aws-eusc", "amazonaws.eu")]
    public void A_Region_belongs_to_the_partition_of_its_code(string region, string partition, string suffix)
    {
        var found = Partition.OfRegion(region);
        Assert.Equal((partition, suffix), (found.Name, found.DnsSuffix));
    }

    [Fact]
    public void Every_shipped_Region_is_filed_under_the_partition_of_its_code() =>
        Assert.All(Shipped.Snapshot.Regions.Values, region => Assert.Same(Partition.OfRegion(region.Code), region.Partition));

    [Fact]
    public void Prices_are_published_for_every_partition_but_the_isolated_ones_and_the_sovereign_cloud() =>
        Assert.Equal(["aws", "aws-cn", "aws-us-gov"], Partition.All.Where(one => one.PriceList is not null).Select(one => one.Name).Order());
}
