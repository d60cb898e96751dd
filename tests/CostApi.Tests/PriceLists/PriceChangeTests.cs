using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceLists;

public sealed class PriceChangeTests
{
    [Fact]
    public void A_book_against_itself_has_no_changes() =>
        Assert.All(Shipped.Snapshot.Regions.Keys.Select(Shipped.Snapshot.Book), book => Assert.Empty(PriceChange.Between(book, book)));

    [Fact]
    public void A_price_that_moved_tells_by_how_much_and_when_it_was_published()
    {
        var change = Assert.Single(PriceChange.Between(ShippedBook, Book(Says(OfferFiles, 9, RateOf(Hours, 0.0132m)))));

        Assert.Equal(("EU-VpcEndpoint-Hours", "VpcEndpoint-Hours", 20m, Day(9)), (change.UsageType, change.Charge, change.Percent, change.PublishedAt));
        Assert.Equal((0.011m, 0.0132m), (change.Before![0].Price, change.After![0].Price));
    }

    [Fact]
    public void Another_spelling_of_a_unit_another_SKU_and_another_scale_are_no_change() =>
        Assert.Empty(PriceChange.Between(ShippedBook, Book(Says(OfferFiles, 9, RateOf(Hours, 0.01100m) with { Unit = "hours", Sku = "OTHER" }))));

    [Fact]
    public void A_price_that_came_and_one_that_went_stand_without_a_percentage()
    {
        var with = BookOf(RateOf(Hours, 0.01m));
        var without = BookOf();

        Assert.Equal((null, 0.01m, null), (Only(without, with).Before, Only(without, with).After![0].Price, Only(without, with).Percent));
        Assert.Equal((0.01m, null, null), (Only(with, without).Before![0].Price, Only(with, without).After, Only(with, without).Percent));
    }

    [Fact]
    public void From_0_there_is_no_percentage_and_to_0_it_is_100_less()
    {
        Assert.Null(Only(BookOf(RateOf(Hours, 0)), BookOf(RateOf(Hours, 1))).Percent);
        Assert.Equal(-100, Only(BookOf(RateOf(Hours, 1)), BookOf(RateOf(Hours, 0))).Percent);
    }

    [Fact]
    public void The_percentage_is_that_of_the_first_tier_that_differs() =>
        Assert.Equal(50, Only(BookOf(RateOf(Hours, 1, 2, 3)), BookOf(RateOf(Hours, 1, 3, 9))).Percent);

    [Fact]
    public void Tiers_that_begin_elsewhere_are_a_change_without_a_percentage() =>
        Assert.Null(Only(BookOf(RateOf(Hours, 1)), BookOf(RateOf(Hours, 1, 1))).Percent);

    [Fact]
    public void Prices_as_far_apart_as_a_list_can_name_are_a_change_like_any_other() =>
        Assert.Equal(Rate.Highest, Only(BookOf(RateOf(Hours, 0.000000000000000000000000001m)), BookOf(RateOf(Hours, Rate.Highest))).After![0].Price);

    [Fact]
    public void Changes_come_in_the_order_of_usage_types() =>
        Assert.Equal(["EU-PublicIPv4:IdleAddress", "EU-VpcEndpoint-Hours"], PriceChange.Between(BookOf(), BookOf(RateOf(Hours, 1), RateOf(Idle, 1))).Select(change => change.UsageType));

    private static PriceChange Only(PriceBook before, PriceBook after) => Assert.Single(PriceChange.Between(before, after));

    private static PriceBook BookOf(params Rate[] rates) => new(Ireland, Edition(1), rates.Select(rate => new Quote.Priced(rate, Edition(1))));
}
