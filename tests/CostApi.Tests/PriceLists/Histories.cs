using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CsCheck;

namespace CostApi.Tests.PriceLists;

/// <summary>A Region whose sources have been read some times over, and the book that was in force after each.</summary>
internal sealed record History(Region Region, PriceBook Shipped, string[] Sources, IReadOnlyList<Reading> Readings, IReadOnlyList<PriceBook> Books, IReadOnlyList<Listing> Listings)
{
    public PriceBook Book => Books[^1];

    public override string ToString() => $"{Region.Code} {string.Join(',', Sources)} {string.Join("; ", Readings.Select(reading => $"{reading.Source} {reading.ServiceCode} {reading.Edition?.Version} {reading.Error} held {reading.HeldBack.Count} refused {reading.Refusals.Count}"))}";
}

/// <summary>What sources may say in any Region, one after the other and over again.</summary>
internal static class Histories
{
    private static readonly string[][] Orders =
    [
        ["query-api", "offer-files", "snapshot"], ["offer-files", "snapshot"], ["offer-files"], ["query-api", "offer-files"], ["offer-files", "query-api", "snapshot"], ["query-api", "snapshot", "offer-files"],
    ];

    private static readonly Region[] Regions = [.. Shipped.Snapshot.Regions.Values.OrderBy(region => region.Code, StringComparer.Ordinal)];

    // Few prices, so that the same one comes again.
    private static readonly Gen<decimal> Price = Gen.OneOf<decimal>(0m, 0.01m, 0.0100m, 0.011m, 0.02m, 0.05m, 0.1m, 0.0123456789m);

    private static readonly Gen<(int What, decimal[] Prices)> Row = Gen.Select(Gen.Int[0, 9], Price.Array[1, 3]);

    private static readonly Gen<(int Source, int Service, int What, (int What, decimal[] Prices)[] Rows)> Event = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 5], Row.Array[22]);

    public static Gen<History> Any { get; } = Gen.Select(Gen.Int[0, Regions.Length - 1].Select(index => Regions[index]), Gen.Int[0, Orders.Length - 1].Select(index => Orders[index]), Event.Array[0, 12]).Select(Play);

    private static History Play(Region region, string[] sources, (int Source, int Service, int What, (int What, decimal[] Prices)[] Rows)[] events)
    {
        var shipped = Shipped.Snapshot.Book(region.Code);
        var readings = new List<Reading>();
        var books = new List<PriceBook> { BookMaker.Make(sources, [], shipped) };
        var listings = new List<Listing>();
        foreach (var (index, what) in events.Index())
        {
            var (source, service, at) = (sources.Where(source => source != "snapshot").ElementAtOrDefault(what.Source) ?? sources[0], UsageTypes.Services[what.Service], Live.Day(1).AddHours(index));
            var before = readings.Find(reading => reading.Source == source && reading.ServiceCode == service) ?? new Reading(source, service);
            var after = what.What switch { 0 => before.Fail($"down at {index}"), 1 => before.Confirm(at), _ => before.Take(Listed(), books[^1], 2) };
            readings.Remove(before);
            readings.Add(after);
            books.Add(BookMaker.Make(sources, readings, shipped));

            Listing Listed()
            {
                var rows = ChargesOf(service).Zip(what.Rows).ToArray();
                listings.Add(new Listing(
                    service, new PriceEdition(source, $"v{index}", at.AddDays(-index % 3), at.AddTicks(index)),
                    [.. rows.Where(row => row.Second.What < 6).Select(row => RateOf(region, row.First, row.Second.Prices))],
                    [.. rows.Where(row => row.Second.What is 6 or 7).Select(row => new Refusal(row.First.UsageType, $"{row.First.UsageType} at {index}: \"çš\u0001'", row.Second.What == 7))]));
                return listings[^1];
            }
        }

        return new History(region, shipped, sources, readings, books, listings);
    }

    private static IEnumerable<Charge> ChargesOf(string service) => Charges.ByUsageType.Values.Where(charge => charge.ServiceCode == service && !charge.IsGlobal).OrderBy(charge => charge.UsageType, StringComparer.Ordinal)
        .Concat(Regions.Where(to => to.UsageTypePrefix is not null).Take(4).Select(Charges.InterRegionOut).Where(charge => charge.ServiceCode == service));

    private static Rate RateOf(Region region, Charge charge, decimal[] prices) => new(
        charge, region.UsageTypeOf(charge), charge.UnitNames[^1],
        [.. prices.Select((price, index) => new Tier(index * 10.50m, index == prices.Length - 1 ? null : (index + 1) * 10.5m, price, index == 0 ? "A.B.C" : null))],
        prices.Length == 2 ? null : $"SKU{charge.UsageType.Length}", "2026-10-01", "high", "AWS Price List");
}
