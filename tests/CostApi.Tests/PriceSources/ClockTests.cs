using System.Globalization;
using System.Text.Json.Nodes;

namespace CostApi.Tests.PriceSources;

/// <summary>A clock that jumps by years.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(+10)]
    [InlineData(-10)]
    public async Task Reading_goes_on_and_no_age_is_negative(int years)
    {
        await using var kept = await KeptPrices.StartAsync();
        await using var service = kept.Serve(("Prices:OfferFiles:Ec2", "true"));
        await KeptPrices.LiveAsync(service);
        foreach (var (now, price) in new[] { (Noon.AddYears(years), "0.0120000000"), (Noon.AddDays(1), "0.0130000000") })
        {
            service.Time.AdjustTime(now);
            Assert.InRange((long)(await StateAsync(service))["ageSeconds"]!, 0, long.MaxValue);
            Assert.True((bool)(await StateAsync(service))["stale"]!);

            var requests = kept.Aws.Requests.Count;
            await kept.PublishAsync(service, price);
            Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), await KeptPrices.PriceAsync(service));
            var state = await StateAsync(service);
            Assert.InRange((long)state["ageSeconds"]!, 0, 60);
            Assert.False((bool)state["stale"]!);
            Assert.Contains(kept.Aws.Requests.Skip(requests), request => request.Path.Contains("AmazonEC2", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task After_a_clock_that_ran_ahead_a_restart_goes_on_from_the_book_accepted_last()
    {
        await using var kept = await KeptPrices.StartAsync();
        var service = kept.Serve();
        service.Time.AdjustTime(Noon.AddYears(10));
        await KeptPrices.LiveAsync(service);
        // Held back, and confirmed by a second edition of the list, when the clock is right again.
        kept.Aws.Catalogue.Set(KeptPrices.Region, KeptPrices.Charge, "0.0990000000");
        kept.Aws.Catalogue.Publish(Noon.AddHours(-1));
        await KeptPrices.RefreshAsync(service);
        Assert.Equal(0.011m, await KeptPrices.PriceAsync(service));
        await KeptPrices.RefreshAsync(service);
        Assert.Equal(0.011m, await KeptPrices.PriceAsync(service));
        service.Time.AdjustTime(Noon);
        kept.Aws.Catalogue.Publish(Noon);
        await KeptPrices.RefreshAsync(service);
        Assert.Equal(0.099m, await KeptPrices.PriceAsync(service));
        var id = await KeptPrices.IdAsync(service);
        await kept.StopAwsAsync();

        await using var second = await kept.ServeAfterAsync(service);
        Assert.Equal(0.099m, await KeptPrices.PriceAsync(second));
        Assert.Equal(id, await KeptPrices.IdAsync(second));
        Assert.Equal(id, await KeptPrices.IdAsync(second, "2026-11-22"));
    }

    private static Task<JsonNode> StateAsync(Service service) => KeptPrices.StateAsync(service, _ => true);
}
