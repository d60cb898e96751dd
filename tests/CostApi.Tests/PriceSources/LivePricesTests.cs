using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources;

/// <summary>The service beside a price list that it can reach.</summary>
public sealed class LivePricesTests
{
    [Fact]
    public async Task A_Region_first_asked_for_is_answered_at_once_and_refreshed_behind()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1");
        aws.Catalogue.Set("eu-west-1", "VpcEndpoint-Hours", "0.0120000000");
        await using var service = new Service(null, ("Prices:Sources", "offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", aws.Url.ToString()));

        var before = (await service.GetAsync("/v1/regions/eu-west-1/prices")).Json;
        var after = await service.UntilAsync("/v1/regions/eu-west-1/prices", prices => (string)prices["prices"]!["source"]! == "offer-files");

        Assert.Equal("snapshot", (string)before["prices"]!["source"]!);
        var rate = after["rates"]!.AsArray().Single(rate => (string)rate!["charge"]! == "VpcEndpoint-Hours")!;
        Assert.Equal(0.012m, (decimal)rate["tiers"]![0]!["price"]!);
        Assert.Equal("offer-files", (string)rate["edition"]!["source"]!);
        Assert.Equal("snapshot", (string)after["rates"]!.AsArray().Single(rate => (string)rate!["charge"]! == "NatGateway-Hours")!["edition"]!["source"]!);
    }
}
