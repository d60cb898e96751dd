using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.PriceSources;

namespace CostApi.Tests;

/// <summary>The shipped prices, and answers made from them without HTTP.</summary>
internal static class Shipped
{
    public static string Folder { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "pricing-data");

    public static Snapshot Snapshot { get; } = Snapshot.Read(Folder);

    /// <summary>The facts at a time at which no price is stale.</summary>
    public static Facts Facts(string region) => new(Snapshot.Regions, Snapshot.Services, Snapshot.Book(region), new Freshness(DateTimeOffset.UnixEpoch, TimeSpan.MaxValue));

    public static Comparison Compare(ComparisonRequest request) => Comparer.Compare(request, Facts(request.Region));
}
