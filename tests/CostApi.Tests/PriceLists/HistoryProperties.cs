using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CsCheck;

namespace CostApi.Tests.PriceLists;

/// <summary>What holds whatever the sources say, in every Region and order of sources.</summary>
public sealed class HistoryProperties
{
    [Fact]
    public void A_charge_is_priced_as_a_source_that_counts_said_or_unpriced_with_a_reason() => Histories.Any.Sample(history =>
    {
        foreach (var charge in Charges.ByUsageType.Values)
        {
            switch (history.Book.Find(charge))
            {
                case Quote.Priced { Edition.Source: "snapshot" } shipped:
                    Assert.Same(((Quote.Priced)history.Shipped.Find(charge)).Rate, shipped.Rate);
                    Assert.True(charge.IsGlobal || history.Sources.Contains("snapshot"));
                    break;
                case Quote.Priced live:
                    Assert.Contains(live.Edition.Source, history.Sources);
                    // The edition that is named is one in which the list said just that.
                    Assert.Contains(history.Listings, listing => (listing.Edition.Source, listing.Edition.Version) == (live.Edition.Source, live.Edition.Version) && listing.Rates.Contains(live.Rate));
                    break;
                case Quote.Unpriced unpriced:
                    Assert.NotEqual("", unpriced.Reason);
                    break;
            }
        }
    });

    [Fact]
    public void Equal_versions_hold_equal_prices() => Histories.Any.Sample(history =>
    {
        foreach (var books in history.Books.GroupBy(book => book.Edition.Version))
        {
            Assert.All(books, book => Assert.Empty(PriceChange.Between(books.First(), book)));
            Assert.Single(books.Select(book => string.Join(' ', book.Withheld.Keys.Order(StringComparer.Ordinal))).Distinct());
        }
    });

    [Fact]
    public void No_price_in_force_moves_by_more_than_the_factor_unless_its_list_said_so_twice() => Histories.Any.Sample(history =>
    {
        foreach (var (before, after) in history.Books.Zip(history.Books.Skip(1)))
        {
            foreach (var now in after.Quotes.Where(quote => before.Find(quote.Rate.Charge) is Quote.Priced was && was.Edition.Source == quote.Edition.Source && !(PriceMove.Factor(was.Rate, quote.Rate) <= 2)))
                Assert.True(history.Listings.Count(listing => listing.Edition.Source == now.Edition.Source && listing.Rates.Any(rate => rate.Charge == now.Rate.Charge && rate.CostsTheSameAs(now.Rate))) >= 2);
        }
    });

    [Fact]
    public void What_the_latest_edition_of_the_first_source_finds_ambiguous_has_no_price() => Histories.Any.Sample(history =>
    {
        foreach (var reading in history.Readings.Where(reading => reading.Source == history.Sources[0] && reading.Error is null))
            foreach (var refusal in reading.Refusals.Where(refusal => refusal.IsAmbiguous))
                Assert.Equal(refusal.Reason, history.Book.Withheld[refusal.Charge]);
    });

    [Fact]
    public void The_order_in_which_readings_stand_changes_nothing() => Histories.Any.Sample(history =>
        Assert.Equal(history.Book.Edition, BookMaker.Make(history.Sources, [.. history.Readings.Reverse()], history.Shipped).Edition));
}
