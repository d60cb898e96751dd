using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceLists;

/// <summary>Ireland ships 0.011 for an endpoint hour and 0.005 for an idle address.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void A_rate_that_moved_a_little_is_taken_at_once_with_its_edition()
    {
        var reading = New().Take(List(1, RateOf(Hours, 0.012m)), ShippedBook, 2);

        Assert.Equal((0.012m, Edition(1)), (reading.Good[Hours.UsageType].Rate.Tiers[0].Price, reading.Good[Hours.UsageType].Edition));
        Assert.True(reading.Find(Hours.UsageType)!.Value.IsCurrent);
        Assert.Empty(reading.HeldBack);
        Assert.Equal(Edition(1), reading.Edition);
    }

    [Fact]
    public void A_charge_that_was_ambiguous_from_the_first_is_held_against_the_shipped_price()
    {
        var ambiguous = New().Take(List(1) with { Refusals = [new Refusal(Hours.UsageType, "they contradict each other", IsAmbiguous: true)] }, ShippedBook, 2, ShippedBook);

        Assert.Single(ambiguous.Take(List(2, RateOf(Hours, 0.11m)), Book(ambiguous), 2, ShippedBook).HeldBack);
        Assert.Empty(ambiguous.Take(List(2, RateOf(Hours, 0.012m)), Book(ambiguous), 2, ShippedBook).HeldBack);
    }

    [Theory]
    [InlineData("0.022", true)]
    [InlineData("0.0055", true)]
    [InlineData("0.02200001", false)]
    [InlineData("0.00549999", false)]
    [InlineData("0", false)]
    [InlineData("1000000", false)]
    public void A_factor_of_exactly_two_passes_either_way_and_more_is_held_back(string price, bool passes)
    {
        var rate = RateOf(Hours, decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));

        var reading = New().Take(List(1, rate), ShippedBook, 2);

        Assert.Equal(passes, reading.Good.ContainsKey(Hours.UsageType));
        Assert.Equal(passes ? 0 : 1, reading.HeldBack.Count);
        if (!passes) Assert.Contains("held back", Assert.IsType<string>(reading.ReasonFor(Hours.UsageType)), StringComparison.Ordinal);
        Assert.Equal(passes ? rate.Tiers[0].Price : 0.011m, Book(reading).Price(Hours));
    }

    [Fact]
    public void One_tier_of_several_that_moved_too_far_holds_the_whole_rate_back()
    {
        var before = New().Take(List(1, RateOf(Idle, 0.005m, 0.004m)), ShippedBook, 2);

        var reading = before.Take(List(2, RateOf(Idle, 0.005m, 0.001m)), Book(before), 2);

        Assert.Equal(0.004m, reading.Good[Idle.UsageType].Rate.Tiers[1].Price);
        Assert.Equal(0.001m, Assert.Single(reading.HeldBack).Rate.Tiers[1].Price);
    }

    [Fact]
    public void A_held_back_rate_is_in_force_once_a_second_reading_says_the_same()
    {
        var held = New().Take(List(1, RateOf(Hours, 0.033m)), ShippedBook, 2);
        var confirmed = held.Take(List(2, RateOf(Hours, 0.033m)), Book(held), 2);

        Assert.Equal(0.011m, Book(held).Price(Hours));
        Assert.Equal(0.033m, Book(confirmed).Price(Hours));
        Assert.Empty(confirmed.HeldBack);
        Assert.Null(confirmed.ReasonFor(Hours.UsageType));
    }

    [Fact]
    public void A_second_reading_of_the_same_edition_confirms_nothing_however_late()
    {
        var held = New().Take(List(1, RateOf(Hours, 0.033m)), ShippedBook, 2);
        var list = List(1, RateOf(Hours, 0.033m));
        var again = held.Take(list with { Edition = list.Edition with { RetrievedAt = Day(300) } }, Book(held), 2);
        var republished = again.Take(List(2, RateOf(Hours, 0.033m)), Book(again), 2);

        Assert.Equal([0.011m, 0.011m, 0.033m], new[] { held, again, republished }.Select(reading => Book(reading).Price(Hours)!.Value));
        Assert.Single(again.HeldBack);
    }

    [Theory]
    [InlineData("0.012", true)]
    [InlineData("0.040", true)]
    [InlineData("0.0041", false)]
    [InlineData("0.11", false)]
    [InlineData("0", false)]
    public void A_new_charge_is_taken_if_it_is_near_the_same_charge_in_one_other_Region_at_least(string price, bool isTaken)
    {
        var none = BookMaker.Make([OfferFiles], [], ShippedBook);
        var rate = RateOf(Hours, decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));

        var reading = New().Take(List(1, rate), none, 2, elsewhere: _ => [RateOf(Hours, 0.01m), RateOf(Hours, 0.02m)]);
        var confirmed = reading.Take(List(2, rate), none, 2, elsewhere: _ => [RateOf(Hours, 0.01m), RateOf(Hours, 0.02m)]);

        Assert.Equal(isTaken, reading.Good.ContainsKey(Hours.UsageType));
        Assert.True(confirmed.Good.ContainsKey(Hours.UsageType));
        if (!isTaken) Assert.Contains(rate.Tiers[0].Price == 0 ? "is 0 in the price list" : "in other Regions", reading.ReasonFor(Hours.UsageType), StringComparison.Ordinal);
    }

    [Fact]
    public void A_charge_that_vanished_is_told_with_the_day_on_which_it_was_last_seen_and_not_one_that_is_refused_or_held_back()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m), RateOf(Idle, 0.005m), RateOf(Charges.PublicIpv4InUse, 0.005m)), ShippedBook, 2).Confirm(Day(5));
        var after = before.Take(List(6, OfferFiles, [RateOf(Idle, 0.5m)], new Refusal(Charges.PublicIpv4InUse.UsageType, "its unit is 'GB'")), Book(before), 2);

        Assert.Empty(before.Vanished);
        Assert.Equal(Hours, Assert.Single(after.Vanished).Rate.Charge);
        Assert.Contains("The AmazonVPC price list no longer has EU-VpcEndpoint-Hours. Its last price, of 2026-10-05, remains in effect unless another source has a price.", after.Remarks);
        Assert.Equal(after.Remarks, after.Fail("down").Confirm(Day(9)).Remarks);
        Assert.Empty(after.Take(List(7, RateOf(Hours, 0.012m), RateOf(Idle, 0.005m), RateOf(Charges.PublicIpv4InUse, 0.005m)), Book(after), 2).Vanished);
    }

    [Fact]
    public void A_second_reading_that_says_something_else_as_far_off_is_held_back_anew()
    {
        var first = New().Take(List(1, RateOf(Hours, 0.033m)), ShippedBook, 2);
        var second = first.Take(List(2, RateOf(Hours, 0.044m)), Book(first), 2);
        var third = second.Take(List(3, RateOf(Hours, 0.033m)), Book(second), 2);
        var fourth = third.Take(List(4, RateOf(Hours, 0.033m)), Book(third), 2);

        Assert.Equal([0.011m, 0.011m, 0.011m, 0.033m], new[] { first, second, third, fourth }.Select(reading => Book(reading).Price(Hours)!.Value));
        Assert.Equal(0.044m, Assert.Single(second.HeldBack).Rate.Tiers[0].Price);
        Assert.Equal(0.011m, Assert.Single(third.HeldBack).LastGood!.Tiers[0].Price);
    }

    [Fact]
    public void A_price_that_comes_back_is_taken_and_what_was_held_back_is_forgotten()
    {
        var held = New().Take(List(1, RateOf(Hours, 0.033m)), ShippedBook, 2);
        var back = held.Take(List(2, RateOf(Hours, 0.011m)), Book(held), 2);
        var again = back.Take(List(3, RateOf(Hours, 0.033m)), Book(back), 2);

        Assert.Empty(back.HeldBack);
        Assert.Single(again.HeldBack);
        Assert.Equal(0.011m, Book(again).Price(Hours));
    }

    [Fact]
    public void What_waits_waits_through_failures_and_unchanged_editions()
    {
        var held = New().Take(List(1, RateOf(Hours, 0.033m)), ShippedBook, 2).Fail("down").Confirm(Day(3)).Fail("down again");

        Assert.Equal(0.011m, Book(held).Price(Hours));
        Assert.Equal(0.033m, Book(held.Take(List(4, RateOf(Hours, 0.033m)), Book(held), 2)).Price(Hours));
    }

    [Fact]
    public void The_last_good_rate_is_what_is_in_force_whoever_said_so()
    {
        var query = Says(QueryApi, 1, RateOf(Hours, 0.03m));

        var reading = New().Take(List(1, RateOf(Hours, 0.033m)), Book(query), 2);

        Assert.Equal(0.033m, reading.Good[Hours.UsageType].Rate.Tiers[0].Price);
    }

    [Fact]
    public void Zero_without_a_last_good_rate_waits_and_zero_after_zero_does_not()
    {
        var none = BookMaker.Make([OfferFiles], [], ShippedBook);
        var held = New().Take(List(1, RateOf(Idle, 0)), none, 2);
        var book = BookMaker.Make([OfferFiles], [held], ShippedBook);
        var confirmed = held.Take(List(2, RateOf(Idle, 0)), book, 2);
        var stays = confirmed.Take(List(3, RateOf(Idle, 0)), BookMaker.Make([OfferFiles], [confirmed], ShippedBook), 2);

        Assert.Contains("price of EU-PublicIPv4:IdleAddress is 0 in the price list", book.Reason(Idle), StringComparison.Ordinal);
        Assert.Equal(0, confirmed.Good[Idle.UsageType].Rate.Tiers[0].Price);
        Assert.Equal(Edition(3), stays.Good[Idle.UsageType].Edition);
        Assert.Single(stays.Take(List(4, RateOf(Idle, 0.005m)), BookMaker.Make([OfferFiles], [stays], ShippedBook), 2).HeldBack);
    }

    [Fact]
    public void A_first_rate_that_is_not_0_everywhere_is_taken() =>
        Assert.Equal(2, New().Take(List(1, RateOf(Idle, 0, 0.01m)), BookMaker.Make([OfferFiles], [], ShippedBook), 2).Good[Idle.UsageType].Rate.Tiers.Count);

    [Fact]
    public void A_vanished_row_leaves_the_last_good_rate_in_the_edition_that_had_it()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m), RateOf(Idle, 0.005m)), ShippedBook, 2);

        var after = before.Take(List(2, RateOf(Idle, 0.005m)), Book(before), 2);

        Assert.Equal(Edition(1), after.Good[Hours.UsageType].Edition);
        Assert.False(after.Find(Hours.UsageType)!.Value.IsCurrent);
        Assert.True(after.Find(Idle.UsageType)!.Value.IsCurrent);
        Assert.Equal(0.012m, Book(after).Price(Hours));
    }

    [Fact]
    public void A_refused_row_leaves_the_last_good_rate_and_says_why()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m)), ShippedBook, 2);

        var after = before.Take(List(2, OfferFiles, [], new Refusal(Hours.UsageType, "its unit is 'GB'")), Book(before), 2);

        Assert.Equal("its unit is 'GB'", after.ReasonFor(Hours.UsageType));
        Assert.Equal((0.012m, Edition(1)), (Book(after).Price(Hours), ((Quote.Priced)Book(after).Find(Hours)).Edition));
    }

    [Fact]
    public void An_ambiguous_charge_is_unpriced_until_the_list_agrees_with_itself_and_is_then_held_against_the_last_good_rate()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m)), ShippedBook, 2);
        var ambiguous = before.Take(List(2, OfferFiles, [], new Refusal(Hours.UsageType, "two rows", IsAmbiguous: true)), Book(before), 2);
        var far = ambiguous.Take(List(3, RateOf(Hours, 0.12m)), Book(ambiguous), 2);
        var near = ambiguous.Take(List(3, RateOf(Hours, 0.013m)), Book(ambiguous), 2);

        Assert.Equal("two rows", Book(ambiguous).Reason(Hours));
        Assert.Equal(0.012m, Book(far).Price(Hours));
        Assert.Equal(0.12m, Assert.Single(far.HeldBack).Rate.Tiers[0].Price);
        Assert.Equal(0.013m, Book(near).Price(Hours));
    }

    [Fact]
    public void A_failure_keeps_all_that_was_said_and_says_that_it_is_not_current()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m)), ShippedBook, 2);

        var failed = before.Fail("down");

        Assert.Equal("down", failed.Error);
        Assert.Equal(before.Edition, failed.Edition);
        Assert.False(failed.Find(Hours.UsageType)!.Value.IsCurrent);
        Assert.Equal(0.012m, Book(failed).Price(Hours));
    }

    [Fact]
    public void A_list_without_any_row_of_ours_is_a_failure_and_takes_nothing_away()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m)), ShippedBook, 2);

        var after = before.Take(List(2), Book(before), 2);

        Assert.Contains("eu-west-1", after.Error, StringComparison.Ordinal);
        Assert.Equal(Edition(1), after.Edition);
        Assert.Equal(0.012m, Book(after).Price(Hours));
    }

    [Fact]
    public void An_unchanged_edition_is_as_fresh_as_its_last_check_and_what_it_lacks_is_not()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m), RateOf(Idle, 0.005m)), ShippedBook, 2);
        var confirmed = before.Take(List(2, RateOf(Idle, 0.005m)), Book(before), 2).Fail("down").Confirm(Day(9));

        Assert.Null(confirmed.Error);
        Assert.Equal(Edition(2) with { RetrievedAt = Day(9) }, confirmed.Edition);
        Assert.Equal(confirmed.Edition, confirmed.Good[Idle.UsageType].Edition);
        Assert.Equal(Edition(1), confirmed.Good[Hours.UsageType].Edition);
        Assert.Equal(New(), New().Confirm(Day(9)));
    }

    [Fact]
    public void Prices_as_far_apart_as_a_list_can_name_are_held_back_like_any_other()
    {
        var before = New().Take(List(1, RateOf(Idle, 0.000000000000000000000000001m)), BookMaker.Make([OfferFiles], [], ShippedBook), 2);

        var after = before.Take(List(2, RateOf(Idle, Rate.Highest)), BookMaker.Make([OfferFiles], [before], ShippedBook), 2);

        Assert.Equal(Rate.Highest, Assert.Single(after.HeldBack).Rate.Tiers[0].Price);
    }
}
