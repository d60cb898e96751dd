using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceLists;

/// <summary>Ireland ships 0.011 for an endpoint hour and 0.005 for an idle address.</summary>
public sealed class BookMakerTests
{
    private static readonly Refusal Ambiguous = new(Hours.UsageType, "two rows", IsAmbiguous: true);

    [Fact]
    public void Without_live_prices_the_shipped_book_itself_is_in_force() =>
        Assert.All(Shipped.Snapshot.Regions.Keys.Select(Shipped.Snapshot.Book), shipped =>
        {
            Assert.Same(shipped, BookMaker.Make(Sources, [], shipped));
            Assert.Same(shipped, BookMaker.Make([Snapshot], [], shipped));
            Assert.Same(shipped, BookMaker.Make(Sources, [New(), New(QueryApi).Fail("down")], shipped));
        });

    [Fact]
    public void The_source_that_goes_first_wins_and_the_others_complete_it_with_their_own_provenance()
    {
        var book = Book(Says(OfferFiles, 2, RateOf(Hours, 0.012m), RateOf(Idle, 0.006m)), Says(QueryApi, 1, RateOf(Hours, 0.013m)));

        Assert.Equal((0.013m, QueryApi), (book.Price(Hours), book.Source(Hours)));
        Assert.Equal((0.006m, OfferFiles), (book.Price(Idle), book.Source(Idle)));
        Assert.Equal(Snapshot, book.Source(Charges.NatGatewayHours));
        Assert.Equal(ShippedBook.Price(Charges.NatGatewayHours), book.Price(Charges.NatGatewayHours));
        Assert.Equal(Snapshot, book.Source(Charges.HostedZone));
    }

    [Fact]
    public void The_order_of_readings_is_not_the_order_of_sources()
    {
        var (query, files) = (Says(QueryApi, 1, RateOf(Hours, 0.013m)), Says(OfferFiles, 1, RateOf(Hours, 0.012m)));

        Assert.Equal(0.013m, Book(query, files).Price(Hours));
        Assert.Equal(0.013m, Book(files, query).Price(Hours));
        Assert.Equal(0.012m, BookMaker.Make([OfferFiles, QueryApi, Snapshot], [query, files], ShippedBook).Price(Hours));
    }

    [Fact]
    public void Shipped_prices_that_go_first_stand_and_are_completed_by_live_ones()
    {
        var gone = new PriceBook(Ireland, ShippedBook.Edition, ShippedBook.Quotes.Where(quote => quote.Rate.Charge != Idle));

        var book = BookMaker.Make([Snapshot, OfferFiles], [Says(OfferFiles, 1, RateOf(Hours, 0.012m), RateOf(Idle, 0.006m))], gone);

        Assert.Equal((0.011m, Snapshot), (book.Price(Hours), book.Source(Hours)));
        Assert.Equal((0.006m, OfferFiles), (book.Price(Idle), book.Source(Idle)));
    }

    [Fact]
    public void A_source_that_failed_answers_behind_the_other_live_sources_and_before_the_shipped_prices()
    {
        var failed = Says(QueryApi, 1, RateOf(Hours, 0.013m), RateOf(Idle, 0.006m)).Fail("down");

        var book = Book(failed, Says(OfferFiles, 1, RateOf(Hours, 0.012m)));

        Assert.Equal((0.012m, OfferFiles), (book.Price(Hours), book.Source(Hours)));
        Assert.Equal((0.006m, QueryApi), (book.Price(Idle), book.Source(Idle)));
    }

    [Fact]
    public void Of_sources_that_all_failed_the_one_that_goes_first_answers() =>
        Assert.Equal(0.013m, Book(Says(QueryApi, 1, RateOf(Hours, 0.013m)).Fail("down"), Says(OfferFiles, 2, RateOf(Hours, 0.012m)).Fail("down")).Price(Hours));

    [Fact]
    public void An_ambiguous_charge_is_unpriced_even_where_another_source_has_a_price()
    {
        var ambiguous = New(QueryApi).Take(List(1, QueryApi, [RateOf(Idle, 0.006m)], Ambiguous), ShippedBook, 2);

        var book = Book(ambiguous, Says(OfferFiles, 1, RateOf(Hours, 0.012m)));

        Assert.Equal("two rows", book.Reason(Hours));
        Assert.Equal(["VpcEndpoint-Hours"], book.Withheld.Keys);
        Assert.Equal(0.006m, book.Price(Idle));
        Assert.Null(book.Unavailable);
    }

    [Fact]
    public void An_ambiguity_that_a_source_does_not_repeat_gives_way_to_a_source_that_answers()
    {
        var ambiguous = New(QueryApi).Take(List(1, QueryApi, [], Ambiguous), ShippedBook, 2).Fail("down");

        Assert.Equal(0.012m, Book(ambiguous, Says(OfferFiles, 1, RateOf(Hours, 0.012m))).Price(Hours));
        Assert.Equal("two rows", Book(ambiguous).Reason(Hours));
    }

    [Fact]
    public void An_ambiguity_of_a_later_source_does_not_touch_the_price_of_an_earlier_one() =>
        Assert.Equal(0.013m, Book(Says(QueryApi, 1, RateOf(Hours, 0.013m)), New().Take(List(1, OfferFiles, [], Ambiguous), ShippedBook, 2)).Price(Hours));

    [Fact]
    public void A_refused_charge_is_completed_by_the_next_source_and_unpriced_with_the_reason_where_there_is_none()
    {
        var refused = New(QueryApi).Take(List(1, QueryApi, [RateOf(Idle, 0.006m)], new Refusal(Hours.UsageType, "its unit is 'GB'")), ShippedBook, 2);

        Assert.Equal((0.012m, OfferFiles), (Book(refused, Says(OfferFiles, 1, RateOf(Hours, 0.012m))).Price(Hours), OfferFiles));
        Assert.Equal((0.011m, Snapshot), (Book(refused).Price(Hours), Book(refused).Source(Hours)));
        Assert.Equal("its unit is 'GB'", BookMaker.Make([QueryApi], [refused], ShippedBook).Reason(Hours));
    }

    [Fact]
    public void Without_the_shipped_prices_what_no_live_source_lists_is_unpriced()
    {
        var book = BookMaker.Make([OfferFiles], [Says(OfferFiles, 1, RateOf(Hours, 0.012m))], ShippedBook);

        Assert.Equal(0.012m, book.Price(Hours));
        Assert.Equal("No list price is available for EU-NatGateway-Hours in eu-west-1.", book.Reason(Charges.NatGatewayHours));
        // No live list holds it: what is priced once for all Regions is always the shipped price.
        Assert.Equal(0.5m, book.Price(Charges.HostedZone));
        Assert.True(book.IsAvailable);
        Assert.Equal(OfferFiles, book.Edition.Source);
    }

    [Fact]
    public void Without_the_shipped_prices_and_before_the_first_reading_nothing_of_the_Region_is_priced()
    {
        var book = BookMaker.Make([OfferFiles], [], ShippedBook);

        Assert.Equal("The prices of eu-west-1 have not been read yet, and the service is configured not to use the shipped prices.", book.Unavailable);
        Assert.Equal(book.Unavailable, book.Reason(Hours));
        Assert.All(book.Quotes, quote => Assert.True(quote.Rate.Charge.IsGlobal));
        Assert.NotEqual(ShippedBook.Edition.Version, book.Edition.Version);
    }

    [Fact]
    public void Transfer_that_the_shipped_prices_lack_is_not_said_to_be_switched_off()
    {
        var alone = new PriceBook(Ireland, ShippedBook.Edition, ShippedBook.Quotes.Where(quote => quote.Rate.Charge.ToRegion is null));
        var to = Charges.InterRegionOut(Shipped.Snapshot.Regions["us-east-1"]);

        var reason = BookMaker.Make(Sources, [Says(OfferFiles, 1, RateOf(Hours, 0.012m))], alone).Reason(to);

        Assert.Equal("No list price is available for EU-USE1-AWS-Out-Bytes, data transfer from eu-west-1 to us-east-1.", reason);
        Assert.Contains("have not been read yet", BookMaker.Make([OfferFiles], [Says(OfferFiles, 1, RateOf(Hours, 0.012m))], ShippedBook).Reason(to), StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_is_published_with_the_newest_list_of_its_leading_source_and_retrieved_with_the_oldest_that_is_still_read()
    {
        var vpc = Says(OfferFiles, 5, RateOf(Hours, 0.012m));
        var nat = new Reading(OfferFiles, "AmazonEC2").Take(List(3, RateOf(Charges.NatGatewayHours, 0.05m)), ShippedBook, 2);

        var edition = Book(vpc, nat, Says(QueryApi, 9)).Edition;

        Assert.Equal((OfferFiles, Day(5), Edition(3).RetrievedAt), (edition.Source, edition.PublishedAt, edition.RetrievedAt));
        Assert.StartsWith("2026-10-05-", edition.Version, StringComparison.Ordinal);
        Assert.Equal(Day(20), Book(vpc.Confirm(Day(20)), nat.Confirm(Day(21))).Edition.RetrievedAt);
        Assert.Equal(edition.Version, Book(vpc.Confirm(Day(20)), nat.Confirm(Day(21))).Edition.Version);
    }

    [Fact]
    public void A_rate_that_its_list_no_longer_has_does_not_make_the_book_old()
    {
        var reading = Says(OfferFiles, 1, RateOf(Hours, 0.012m), RateOf(Idle, 0.005m));
        var later = reading.Take(List(8, RateOf(Idle, 0.005m)), Book(reading), 2);

        Assert.Equal(Edition(8).RetrievedAt, Book(later).Edition.RetrievedAt);
        Assert.Equal(Edition(1), ((Quote.Priced)Book(later).Find(Hours)).Edition);
    }

    [Theory]
    [InlineData("0.012", "0.0120000000", true)]
    [InlineData("0.012", "0.0121", false)]
    public void The_version_tells_prices_apart_and_not_their_spelling(string one, string other, bool same) =>
        Assert.Equal(same, Version(one) == Version(other));

    [Fact]
    public void The_version_tells_tiers_and_withheld_charges_apart()
    {
        var tiers = Says(OfferFiles, 1, RateOf(Hours, 0.012m, 0.012m));
        var ambiguous = New().Take(List(1, OfferFiles, [RateOf(Idle, 0.005m)], Ambiguous), ShippedBook, 2);

        Assert.Equal(4, new[] { Book(tiers), Book(ambiguous), Book(Says(OfferFiles, 1, RateOf(Hours, 0.012m))), Book(Says(OfferFiles, 1, RateOf(Idle, 0.005m))) }.Select(book => book.Edition.Version).Distinct().Count());
    }

    private static string Version(string price) => Book(Says(OfferFiles, 1, RateOf(Hours, decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)))).Edition.Version;
}
