using CostApi.Core.PriceLists;
using CostApi.Core.Prices;

namespace CostApi.Tests.PriceLists;

/// <summary>Short words for what live sources say.</summary>
internal static class Live
{
    public const string QueryApi = "query-api", OfferFiles = "offer-files", Snapshot = "snapshot";

    public static readonly string[] Sources = [QueryApi, OfferFiles, Snapshot];

    public static Region Ireland { get; } = Shipped.Snapshot.Regions["eu-west-1"];

    public static PriceBook ShippedBook { get; } = Shipped.Snapshot.Book("eu-west-1");

    public static Charge Hours => Charges.InterfaceEndpointHours;

    public static Charge Idle => Charges.PublicIpv4Idle;

    public static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day - 1);

    public static PriceEdition Edition(int day, string source = OfferFiles) => new(source, $"{day}", Day(day), Day(day).AddHours(12));

    public static Rate RateOf(Charge charge, params decimal[] prices) =>
        new(charge, Ireland.UsageTypeOf(charge), charge.UnitNames[0], [.. prices.Select((price, index) => new Tier(index * 100, index == prices.Length - 1 ? null : (index + 1) * 100, price))], "SKU", "2026-10-01", "high", "AWS Price List");

    public static Listing List(int day, params Rate[] rates) => List(day, OfferFiles, rates, []);

    public static Listing List(int day, string source, Rate[] rates, params Refusal[] refusals) => new("AmazonVPC", Edition(day, source), rates, refusals);

    public static Reading New(string source = OfferFiles) => new(source, "AmazonVPC");

    public static Reading Says(string source, int day, params Rate[] rates) => New(source).Take(List(day, source, rates), ShippedBook, 1000);

    public static PriceBook Book(params Reading[] readings) => BookMaker.Make(Sources, readings, ShippedBook);

    /// <summary>The price of the first unit; null where there is none.</summary>
    public static decimal? Price(this PriceBook book, Charge charge) => (book.Find(charge) as Quote.Priced)?.Rate.Tiers[0].Price;

    public static string? Source(this PriceBook book, Charge charge) => (book.Find(charge) as Quote.Priced)?.Edition.Source;

    public static string Reason(this PriceBook book, Charge charge) => Assert.IsType<Quote.Unpriced>(book.Find(charge)).Reason;
}
