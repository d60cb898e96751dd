using System.Text;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CsCheck;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceLists;

public sealed class StoredBookTests
{
    private static readonly byte[] Sample = SampleBook().Write();

    [Fact]
    public void A_book_that_is_written_reads_as_the_same_book() => Histories.Any.Sample(history =>
    {
        var bytes = new StoredBook(history.Book, history.Readings).Write();
        var read = Read(bytes, history.Region);

        Same(history.Book, read.Book);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(read.Write()));
    });

    [Fact]
    public void Every_shipped_book_reads_as_it_was_written() =>
        Assert.All(Shipped.Snapshot.Regions.Values, region => Same(Shipped.Snapshot.Book(region.Code), Read(new StoredBook(Shipped.Snapshot.Book(region.Code), []).Write(), region).Book));

    [Fact]
    public void The_book_made_from_what_was_kept_is_the_one_that_was_in_force() => Histories.Any.Sample(history =>
    {
        var kept = Read(new StoredBook(history.Book, history.Readings).Write(), history.Region).Readings;

        Same(history.Book, BookMaker.Make(history.Sources, kept, history.Shipped));
    });

    [Fact]
    public void What_waits_for_a_second_reading_still_does_after_it_was_kept()
    {
        var held = New().Take(List(1, RateOf(Hours, 0.033m)), ShippedBook, 2);

        var kept = Assert.Single(Read(new StoredBook(Book(held), [held]).Write(), Ireland).Readings);

        Assert.Equal(0.011m, Assert.Single(kept.HeldBack).LastGood!.Tiers[0].Price);
        Assert.Equal(0.033m, Book(kept.Take(List(2, RateOf(Hours, 0.033m)), Book(kept), 2)).Price(Hours));
    }

    [Fact]
    public void A_charge_without_a_price_keeps_the_last_good_one_that_the_next_is_held_against()
    {
        var before = New().Take(List(1, RateOf(Hours, 0.012m)), ShippedBook, 2);
        var ambiguous = before.Take(List(2, OfferFiles, [RateOf(Idle, 0.005m)], new Refusal(Hours.UsageType, "two rows", IsAmbiguous: true)), Book(before), 2).Fail("down");

        var kept = Assert.Single(Read(new StoredBook(Book(ambiguous), [ambiguous]).Write(), Ireland).Readings);

        Assert.Equal("down", kept.Error);
        Assert.Equal(0.012m, Assert.Single(kept.Take(List(3, RateOf(Hours, 0.12m)), Book(kept), 2).HeldBack).LastGood!.Tiers[0].Price);
    }

    [Fact]
    public void A_book_cut_anywhere_is_refused()
    {
        for (var length = 0; length < Sample.Length; length++) Assert.Throws<PriceFileException>(() => Read(Sample[..length], Ireland));
    }

    [Fact]
    public void A_book_with_any_byte_changed_is_read_or_refused_and_nothing_else() =>
        Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Byte).Array[1, 3].Sample(
            changes =>
            {
                var bytes = Sample.ToArray();
                foreach (var (at, value) in changes) bytes[at] = value;
                ReadOrRefused(bytes);
            },
            iter: 20_000);

    [Fact]
    public void A_book_with_any_digit_changed_is_read_or_refused_and_nothing_else()
    {
        foreach (var at in Enumerable.Range(0, Sample.Length).Where(at => char.IsAsciiDigit((char)Sample[at])))
        {
            var bytes = Sample.ToArray();
            bytes[at] = bytes[at] == '9' ? (byte)'1' : (byte)(bytes[at] + 1);
            ReadOrRefused(bytes);
        }
    }

    [Theory]
    [InlineData("\"toRegion\":\"us-east-1\"", "\"toRegion\":\"us-west-1\"")]
    [InlineData("\"charge\":\"VpcEndpoint-Hours\"", "\"charge\":\"PublicIPv4:IdleAddress\"")]
    [InlineData("\"charge\":\"VpcEndpoint-Hours\"", "\"charge\":\"Unknown\"")]
    [InlineData("\"region\":\"eu-west-1\"", "\"region\":\"eu-west-2\"")]
    [InlineData("\"currency\":\"USD\"", "\"currency\":\"CNY\"")]
    [InlineData("\"schema\":1", "\"schema\":2")]
    [InlineData("\"edition\":0,", "\"edition\":99,")]
    [InlineData("\"edition\":0,", "\"edition\":-1,")]
    public void A_book_that_says_what_cannot_be_is_refused(string from, string to)
    {
        var text = Encoding.UTF8.GetString(Sample);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);

        Assert.Throws<PriceFileException>(() => Read(Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]), Ireland));
    }

    private static StoredBook SampleBook()
    {
        var reading = New().Take(
            List(1, OfferFiles, [RateOf(Hours, 0.012m), RateOf(Idle, 0.5m)], new Refusal(Charges.PeeringIn.UsageType, "two rows", IsAmbiguous: true)), ShippedBook, 2);
        return new StoredBook(Book(reading), [reading]);
    }

    private static void ReadOrRefused(byte[] bytes)
    {
        try
        {
            _ = Read(bytes, Ireland);
        }
        catch (PriceFileException)
        {
            // Refused, as it may be.
        }
    }

    private static StoredBook Read(byte[] bytes, Region region) => StoredBook.Read(bytes, region, Shipped.Snapshot.Regions);

    private static void Same(PriceBook expected, PriceBook actual)
    {
        Assert.Equal((expected.Region, expected.Edition, expected.Unavailable, expected.InterRegionUnavailable), (actual.Region, actual.Edition, actual.Unavailable, actual.InterRegionUnavailable));
        Assert.Equal(expected.Withheld.OrderBy(pair => pair.Key), actual.Withheld.OrderBy(pair => pair.Key));
        Assert.Equal(expected.Quotes.Select(Whole), actual.Quotes.Select(Whole));
    }

    private static (Rate, string, PriceEdition) Whole(Quote.Priced quote) => (quote.Rate with { Tiers = [] }, string.Join(' ', quote.Rate.Tiers), quote.Edition);
}
