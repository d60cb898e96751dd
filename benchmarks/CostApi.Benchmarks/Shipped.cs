using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.PriceSources;

namespace CostApi.Benchmarks;

/// <summary>The shipped prices, and answers made from them without HTTP.</summary>
internal static class Shipped
{
    public static Snapshot Snapshot { get; } = Snapshot.Read(Path.Combine(Checkout.Root, "pricing-data"));

    public static Facts Facts(string region) => new(Snapshot.Regions, Snapshot.Services, Snapshot.Book(region), new Freshness(DateTimeOffset.UnixEpoch, TimeSpan.MaxValue));

    public static Comparison Compare(ComparisonRequest request) => Comparer.Compare(request, Facts(request.Region));
}
