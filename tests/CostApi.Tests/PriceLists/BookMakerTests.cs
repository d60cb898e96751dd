using CostApi.Core.PriceLists;
using CostApi.Core.Prices;

namespace CostApi.Tests.PriceLists;

/// <summary>A book out of what several sources have said, reading by reading.</summary>
public sealed class BookMakerTests
{
    private static readonly string[] All = ["query-api", "offer-files", "snapshot"];
    private static readonly DateTimeOffset Day = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly PriceBook _shipped = Shipped.Snapshot.Book("eu-west-1");

    [Fact]
    public void Without_live_prices_the_shipped_book_is_in_force_as_it_is()
    {
        Assert.Same(_shipped, BookMaker.Make(All, [], _shipped));
        Assert.Same(_shipped, BookMaker.Make(All, [new Reading("offer-files", "AmazonVPC").Fail("no network")], _shipped));
    }

    [Fact]
    public void Each_charge_comes_from_the_first_source_that_says_it_and_keeps_its_edition()
    {
        var book = Book(Read("query-api", 1, (Charges.InterfaceEndpointHours, 0.012m)), Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.013m), (Charges.TransitGatewayHours, 0.06m)));
        Assert.Equal(("query-api", 0.012m), Say(book, Charges.InterfaceEndpointHours));
        Assert.Equal(("offer-files", 0.06m), Say(book, Charges.TransitGatewayHours));
        Assert.Equal(("snapshot", 0.048m), Say(book, Charges.NatGatewayHours));
        Assert.Equal("query-api", book.Edition.Source);
        Assert.Equal(Day.AddDays(1), book.Edition.PublishedAt);
        Assert.StartsWith("2026-11-23-", book.Edition.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_the_settings()
    {
        var readings = new[] { Read("query-api", 1, (Charges.InterfaceEndpointHours, 0.012m)), Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.013m)) };
        Assert.Equal(("offer-files", 0.013m), Say(BookMaker.Make(["offer-files", "query-api", "snapshot"], readings, _shipped), Charges.InterfaceEndpointHours));
        Assert.Equal(("snapshot", 0.011m), Say(BookMaker.Make(["snapshot", "offer-files"], readings, _shipped), Charges.InterfaceEndpointHours));
    }

    [Fact]
    public void A_source_that_failed_comes_behind_those_that_answer_and_before_the_shipped_prices()
    {
        var failed = Read("query-api", 1, (Charges.InterfaceEndpointHours, 0.012m), (Charges.TransitGatewayHours, 0.06m)).Fail("no network");
        var book = Book(failed, Read("offer-files", 2, (Charges.InterfaceEndpointHours, 0.013m)));
        Assert.Equal(("offer-files", 0.013m), Say(book, Charges.InterfaceEndpointHours));
        Assert.Equal(("query-api", 0.06m), Say(book, Charges.TransitGatewayHours));
    }

    [Fact]
    public void A_charge_that_the_latest_list_lacks_or_breaks_keeps_its_last_good_price_in_its_own_edition()
    {
        var reading = Take(Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.012m), (Charges.TransitGatewayHours, 0.06m)), 2, [new Refusal("VpcEndpoint-Hours", "broken")], (Charges.PublicIpv4InUse, 0.006m));
        var book = Book(reading);
        Assert.Equal(("offer-files", 0.012m), Say(book, Charges.InterfaceEndpointHours));
        Assert.Equal(("offer-files", 0.06m), Say(book, Charges.TransitGatewayHours));
        Assert.Equal(Day.AddDays(1), ((Quote.Priced)book.Find(Charges.TransitGatewayHours)).Edition.PublishedAt);
        Assert.Equal(Day.AddDays(2), book.Edition.PublishedAt);
    }

    [Fact]
    public void Rows_that_contradict_each_other_leave_a_charge_unpriced_whatever_others_say()
    {
        var ambiguous = Take(Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.012m)), 2, [new Refusal("VpcEndpoint-Hours", "they contradict each other", IsAmbiguous: true)]);
        Assert.Equal("they contradict each other", Assert.IsType<Quote.Unpriced>(Book(ambiguous).Find(Charges.InterfaceEndpointHours)).Reason);
        Assert.Equal(("query-api", 0.013m), Say(Book(Read("query-api", 2, (Charges.InterfaceEndpointHours, 0.013m)), ambiguous), Charges.InterfaceEndpointHours));
        Assert.Equal(("offer-files", 0.011m), Say(Book(Take(ambiguous, 3, [], (Charges.InterfaceEndpointHours, 0.011m))), Charges.InterfaceEndpointHours));
    }

    [Fact]
    public void Without_the_shipped_prices_only_what_no_live_list_has_is_taken_from_them()
    {
        var book = BookMaker.Make(["offer-files"], [Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.012m))], _shipped);
        Assert.IsType<Quote.Unpriced>(book.Find(Charges.NatGatewayHours));
        Assert.Equal(("snapshot", 0.5m), Say(book, Charges.HostedZone));
        Assert.IsType<Quote.Priced>(book.Find(Charges.InternetOutFree));
        var none = BookMaker.Make(["offer-files"], [], _shipped);
        Assert.False(none.IsAvailable);
        Assert.Contains("switched off", Assert.IsType<Quote.Unpriced>(none.Find(Charges.NatGatewayHours)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_prices_of_a_day_have_one_version_and_others_another()
    {
        var one = Book(Read("query-api", 1, (Charges.InterfaceEndpointHours, 0.012m)));
        Assert.Equal(one.Edition.Version, Book(Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.0120m))).Edition.Version);
        Assert.NotEqual(one.Edition.Version, Book(Read("query-api", 1, (Charges.InterfaceEndpointHours, 0.013m))).Edition.Version);
        Assert.NotEqual(one.Edition.Version, Book(Read("query-api", 2, (Charges.InterfaceEndpointHours, 0.012m))).Edition.Version);
    }

    [Theory]
    [InlineData(0.011, 0.022, false)]
    [InlineData(0.011, 0.0055, false)]
    [InlineData(0.011, 0.0221, true)]
    [InlineData(0.011, 0.0054, true)]
    [InlineData(0.011, 0, true)]
    [InlineData(null, 0.5, false)]
    [InlineData(null, 0, true)]
    public void A_price_that_moved_too_far_waits(double? inForce, double read, bool waits)
    {
        var book = new PriceBook(_shipped.Region, _shipped.Edition, inForce is null ? [] : [new Quote.Priced(Rate(Charges.InterfaceEndpointHours, (decimal)inForce, 0), _shipped.Edition)]);
        var reading = new Reading("offer-files", "AmazonVPC").Take(Listing(1, [], (Charges.InterfaceEndpointHours, (decimal)read)), book, 2);
        Assert.Equal(waits, reading.HeldBack.Count == 1);
        Assert.Equal(!waits, reading.Good.Count == 1);
    }

    [Fact]
    public void A_second_reading_that_says_the_same_confirms_and_another_one_does_not()
    {
        var first = Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.03m));
        Assert.Equal(("snapshot", 0.011m), Say(Book(first), Charges.InterfaceEndpointHours));
        Assert.Contains("held back", Assert.Single(first.Remarks), StringComparison.Ordinal);
        Assert.Equal(("snapshot", 0.011m), Say(Book(Take(first, 2, [], (Charges.InterfaceEndpointHours, 0.04m))), Charges.InterfaceEndpointHours));
        Assert.Equal(("snapshot", 0.011m), Say(Book(Take(Take(first, 2, [], (Charges.InterfaceEndpointHours, 0.04m)), 3, [], (Charges.InterfaceEndpointHours, 0.03m))), Charges.InterfaceEndpointHours));
        Assert.Equal(("offer-files", 0.03m), Say(Book(Take(first, 2, [], (Charges.InterfaceEndpointHours, 0.03m))), Charges.InterfaceEndpointHours));
        Assert.Equal(("offer-files", 0.012m), Say(Book(Take(first, 2, [], (Charges.InterfaceEndpointHours, 0.012m))), Charges.InterfaceEndpointHours));
    }

    [Fact]
    public void A_list_without_a_row_of_the_Region_is_a_failure_and_changes_nothing()
    {
        var before = Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.012m));
        var after = Take(before, 2, []);
        Assert.Contains("no row for eu-west-1", after.Error, StringComparison.Ordinal);
        Assert.Equal(before.Edition, after.Edition);
        Assert.Equal(("offer-files", 0.012m), Say(Book(after), Charges.InterfaceEndpointHours));
    }

    [Fact]
    public void A_list_found_unchanged_is_as_young_as_its_confirmation()
    {
        var confirmed = Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.012m)).Fail("once").Confirm(Day.AddDays(9));
        var book = Book(confirmed);
        Assert.Equal(Day.AddDays(9), book.Edition.RetrievedAt);
        Assert.Equal(Day.AddDays(1), book.Edition.PublishedAt);
        Assert.Null(confirmed.Error);
    }

    [Fact]
    public void A_book_is_as_old_as_the_oldest_list_that_leads_it()
    {
        var vpc = Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.012m));
        var transfer = new Reading("offer-files", "AWSDataTransfer").Take(Listing(5, [], (Charges.CrossZone, 0.011m)) with { ServiceCode = "AWSDataTransfer" }, _shipped, 2);
        Assert.Equal(Day.AddDays(1), Book(vpc, transfer).Edition.RetrievedAt);
        Assert.Equal(Day.AddDays(5), Book(vpc, transfer).Edition.PublishedAt);
    }

    [Fact]
    public void A_stored_book_is_the_same_when_it_is_read_again()
    {
        var reading = Take(Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.012m)), 2, [new Refusal("TransitGateway-Hours", "broken")], (Charges.PublicIpv4InUse, 0.02m));
        var book = Book(reading);
        var again = StoredBook.Read(new StoredBook(book, [reading]).Write(), _shipped.Region, Shipped.Snapshot.Regions);
        Assert.Equal(book.Edition, again.Book.Edition);
        Assert.Equal(Lines(book), Lines(again.Book));
        Assert.Equal(book.Edition, BookMaker.Make(All, again.Readings, _shipped).Edition);
        Assert.Equal("broken", Assert.Single(Assert.Single(again.Readings).Refusals).Reason);
        Assert.Equal(("offer-files", 0.02m), Say(Book(Take(again.Readings[0], 3, [], (Charges.PublicIpv4InUse, 0.02m))), Charges.PublicIpv4InUse));
    }

    [Fact]
    public void What_moved_is_told_by_usage_type()
    {
        var before = Book(Read("offer-files", 1, (Charges.InterfaceEndpointHours, 0.01m)));
        var after = Book(Read("offer-files", 2, (Charges.InterfaceEndpointHours, 0.012m), (Charges.ResourceEndpointHours, 0.02m)));
        Assert.Equal(
            [("EU-VpcEndpoint-Hours", 20m), ("EU-VpcEndpoint-Resource-Hours", null)],
            PriceChange.Between(before, after).Select(change => (change.UsageType, change.Percent)));
        Assert.Empty(PriceChange.Between(after, after));
    }

    private PriceBook Book(params Reading[] readings) => BookMaker.Make(All, readings, _shipped);

    private Reading Read(string source, int day, params (Charge Charge, decimal Price)[] rates) => Take(new Reading(source, "AmazonVPC"), day, [], rates);

    private Reading Take(Reading before, int day, Refusal[] refusals, params (Charge Charge, decimal Price)[] rates) =>
        before.Take(Listing(day, refusals, rates) with { Edition = new PriceEdition(before.Source, $"v{day}", Day.AddDays(day), Day.AddDays(day)) }, _shipped, 2);

    private static Listing Listing(int day, Refusal[] refusals, params (Charge Charge, decimal Price)[] rates) =>
        new("AmazonVPC", new PriceEdition("offer-files", $"v{day}", Day.AddDays(day), Day.AddDays(day)), [.. rates.Select(rate => Rate(rate.Charge, rate.Price, day))], refusals);

    private static Rate Rate(Charge charge, decimal price, int day) =>
        new(charge, $"EU-{charge.UsageType}", charge.UnitNames[0], [new Tier(0, null, price)], $"SKU{day}", "2026-11-22", "high", "a list");

    private static (string Source, decimal Price) Say(PriceBook book, Charge charge)
    {
        var quote = Assert.IsType<Quote.Priced>(book.Find(charge));
        return (quote.Edition.Source, quote.Rate.Tiers[0].Price);
    }

    private static IEnumerable<string> Lines(PriceBook book) =>
        book.Quotes.Select(quote => $"{quote.Rate.UsageType} {quote.Edition} {string.Join(' ', quote.Rate.Tiers)} {quote.Rate.Sku} {quote.Rate.Source}");
}
