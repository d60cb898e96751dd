using System.Text.Json;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>Valid requests of every kind.</summary>
internal static class Requests
{
    /// <summary>The Regions that have a price list.</summary>
    public static string[] PricedRegions { get; } = [.. Shipped.Snapshot.Regions.Keys.Where(code => Shipped.Snapshot.Book(code).IsAvailable).Order()];

    public static Gen<string> Region { get; } = Gen.OneOf(PricedRegions);

    /// <summary>Discounts, own prices and GB already used.</summary>
    public static Gen<PricingTerms> Terms { get; } =
        from discount in Amounts.Percent
        from discounts in Table(Categories(), Amounts.Percent)
        from privateLink in Gen.Frequency((2, Gen.Const(0m)), (1, Amounts.AnyGb))
        from internet in Gen.Frequency((2, Gen.Const(0m)), (1, Amounts.AnyGb))
        from sides in Gen.Int[1, 2]
        from prices in Table(UsageTypes(), Amounts.Price)
        select new PricingTerms
        {
            DiscountPercent = discount,
            DiscountPercentByCategory = discounts,
            PrivateLinkGbAlreadyProcessed = privateLink,
            InternetGbAlreadySent = internet,
            CrossZoneSidesBilled = sides,
            UnitPrices = prices,
        };

    /// <summary>Comparisons of one to four layouts of the same VPCs; some layouts have VPCs and traffic of their own.</summary>
    public static Gen<ComparisonRequest> Any { get; } = Of(mostVpcs: 5, mostLayouts: 4);

    /// <summary>One layout of one to five VPCs.</summary>
    public static Gen<ComparisonRequest> One { get; } = Of(mostVpcs: 5, mostLayouts: 1);

    /// <summary>One layout of one or two VPCs, in which one change has one effect.</summary>
    public static Gen<ComparisonRequest> Small { get; } = Of(mostVpcs: 2, mostLayouts: 1);

    private static Gen<ComparisonRequest> Of(int mostVpcs, int mostLayouts) =>
        from region in Region
        from hours in Amounts.Hours
        from terms in Terms
        from ground in Layouts.Ground(mostVpcs)
        from layouts in Layout(region, ground).Array[1, mostLayouts]
        from traffic in Traffic.Of(region, ground).Array[0, 8]
        from baseline in Gen.Int[-1, layouts.Length - 1]
        select new ComparisonRequest
        {
            Region = region,
            HoursPerMonth = hours,
            Pricing = terms,
            Baseline = baseline < 0 ? null : $"layout {baseline + 1}",
            Traffic = traffic,
            Layouts = [.. layouts.Select((layout, index) => layout with { Name = $"layout {index + 1}" })],
        };

    private static Gen<Layout> Layout(string region, Vpc[] shared)
    {
        var own =
            from ground in Layouts.Ground(shared.Length)
            from layout in Layouts.On(region, ground)
            from traffic in Traffic.Of(region, ground).Array[0, 6]
            select layout with { Traffic = traffic };
        return Gen.Frequency((3, Layouts.On(region, shared)), (1, own));
    }

    private static Gen<Dictionary<string, decimal>> Table(string[] names, Gen<decimal> values)
    {
        var some =
            from chosen in Gen.Shuffle(names, 0, 4)
            from numbers in values.Array[chosen.Length]
            select chosen.Zip(numbers).ToDictionary(pair => pair.First, pair => pair.Second);
        return Gen.Frequency((2, Gen.Const(() => new Dictionary<string, decimal>())), (1, some));
    }

    private static string[] Categories() => [.. Enum.GetNames<CostCategory>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static string[] UsageTypes() =>
        [.. Charges.ByUsageType.Keys.Where(usageType => usageType != Charges.InternetOutFree.UsageType).Append("USE1-AWS-Out-Bytes").Order()];
}
