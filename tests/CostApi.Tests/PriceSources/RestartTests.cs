using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources;

/// <summary>Prices outlive the service that read them.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_service_without_AWS_answers_as_the_one_before_it_did()
    {
        await using var kept = await KeptPrices.StartAsync();
        kept.Aws.Catalogue.Set(KeptPrices.Region, KeptPrices.Charge, "0.0120000000");
        var first = kept.Serve();
        await KeptPrices.LiveAsync(first);
        var (prices, answer) = ((await KeptPrices.PricesAsync(first)).Json, (await KeptPrices.AskAsync(first)).Json);
        await kept.StopAwsAsync();

        await using var second = await kept.ServeAfterAsync(first);
        Assert.Equal(prices.ToJsonString(), (await KeptPrices.PricesAsync(second)).Json.ToJsonString());
        Assert.Equal(answer.ToJsonString(), (await KeptPrices.AskAsync(second)).Json.ToJsonString());
        Assert.Equal(0.012m, await KeptPrices.PriceAsync(second));
        Assert.False((bool)answer["prices"]!["stale"]!);

        second.Time.Advance(TimeSpan.FromDays(31));
        var aged = (await KeptPrices.AskAsync(second)).Json;
        Assert.True((bool)aged["prices"]!["stale"]!);
        Assert.Equal((string)answer["id"]!, (string)aged["id"]!);
        Assert.Equal((string)answer["prices"]!["retrievedAt"]!, (string)aged["prices"]!["retrievedAt"]!);
        await KeptPrices.StateAsync(second, state => state["lastError"] is not null);
        Assert.Equal((string)answer["id"]!, await KeptPrices.IdAsync(second));
    }

    [Fact]
    public async Task Prices_found_unchanged_take_the_place_of_the_same_ones()
    {
        await using var kept = await KeptPrices.StartAsync();
        var service = kept.Serve();
        var before = await KeptPrices.LiveAsync(service);
        var file = Assert.Single(kept.Files);
        var after = await KeptPrices.RefreshAsync(service);
        Assert.NotEqual(file, Assert.Single(kept.Files));
        Assert.True((DateTimeOffset)after["retrievedAt"]! > (DateTimeOffset)before["retrievedAt"]!);

        await using var second = await kept.ServeAfterAsync(service, ("Prices:Refresh:OnStart", "false"));
        Assert.Equal((string)after["retrievedAt"]!, (string)(await KeptPrices.StateAsync(second, _ => true))["retrievedAt"]!);
        await KeptPrices.RefreshAsync(second);
        Assert.Single(kept.Files);
    }

    [Fact]
    public async Task A_publication_that_AWS_withdrew_is_not_what_a_restart_goes_on_from()
    {
        await using var kept = await KeptPrices.StartAsync();
        var service = kept.Serve();
        await KeptPrices.LiveAsync(service);
        var published = kept.Aws.Catalogue.Current("AmazonVPC")!.PublishedAt;
        await kept.PublishAsync(service, "0.0130000000");
        kept.Aws.Catalogue.Set(KeptPrices.Region, KeptPrices.Charge, "0.0110000000");
        foreach (var list in kept.Aws.Catalogue.Services) kept.Aws.Catalogue.Publish(published.AddMinutes(1), list);
        await KeptPrices.RefreshAsync(service);
        Assert.Equal(0.011m, await KeptPrices.PriceAsync(service));
        await kept.StopAwsAsync();

        await using var second = await kept.ServeAfterAsync(service);
        Assert.Equal(0.011m, await KeptPrices.PriceAsync(second));
    }
}
