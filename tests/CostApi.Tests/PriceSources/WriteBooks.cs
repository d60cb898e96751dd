using System.Globalization;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using CostApi.PriceSources;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CostApi.Tests.PriceSources;

/// <summary>A program that keeps one book after the other until it is killed: <c>dotnet CostApi.Tests.dll write-books DIRECTORY</c>.</summary>
internal static class WriteBooks
{
    public const string Command = "write-books";

    // So many books of each publication, as when it is found unchanged.
    private const int OfOnePublication = 3;

    private static readonly DateTimeOffset First = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PriceStore Open(string directory) =>
        new(Options.Create(new PricesOptions { DataDirectory = directory }), Shipped.Snapshot, NullLogger<PriceStore>.Instance);

    public static StoredBook Book(int number)
    {
        var publication = number / OfOnePublication;
        var edition = new PriceEdition(SourceNames.OfferFiles, $"publication {publication}", First.AddDays(publication), First.AddSeconds(number));
        var shipped = Shipped.Snapshot.Book(KeptPrices.Region);
        return new StoredBook(new PriceBook(shipped.Region, edition, shipped.Quotes.Select(quote => new Quote.Priced(quote.Rate with { Tiers = [new Tier(0, null, publication)] }, edition))), []);
    }

    /// <summary>Which book this is; a wrong price in it is an error.</summary>
    public static int NumberOf(PriceBook book)
    {
        var number = (int)(book.Edition.RetrievedAt - First).TotalSeconds;
        Assert.All(book.Quotes, quote => Assert.Equal(number / OfOnePublication, quote.Rate.Tiers[0].Price));
        return number;
    }

    public static DateOnly DayOf(int number) => DateOnly.FromDateTime(First.AddDays(number / OfOnePublication).UtcDateTime);

    public static int Main(string[] args)
    {
        if (args is not [Command, var directory]) return 2;
        var store = Open(directory);
        for (var number = store.ReadNewest().Select(stored => NumberOf(stored.Book) + 1).SingleOrDefault(); ; number++)
        {
            store.Keep(Book(number));
            if (store.ProblemsOf(KeptPrices.Region).Any()) return 1;
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
