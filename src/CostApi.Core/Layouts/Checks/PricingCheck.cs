using System.Text.Json;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Layouts.Checks;

internal static class PricingCheck
{
    private static readonly string[] Categories = [.. Enum.GetNames<CostCategory>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static void Check(PricingTerms terms, IReadOnlyDictionary<string, Region> regions, JsonPath path, Problems problems)
    {
        Must.BeInRange(terms.DiscountPercent, 0, 100, path.Member("discountPercent"), problems);
        foreach (var (category, percent) in terms.DiscountPercentByCategory)
        {
            var at = path.Member("discountPercentByCategory").Member(category);
            if (!Categories.Contains(category)) problems.Add(at, $"'{category}' is not a category; the categories are {string.Join(", ", Categories)}.");
            Must.BeInRange(percent, 0, 100, at, problems);
        }

        Must.BeInRange(terms.PrivateLinkGbAlreadyProcessed, 0, Limits.Gb, path.Member("privateLinkGbAlreadyProcessed"), problems);
        Must.BeInRange(terms.InternetGbAlreadySent, 0, Limits.Gb, path.Member("internetGbAlreadySent"), problems);
        Must.BeInRange(terms.CrossZoneSidesBilled, 1, 2, path.Member("crossZoneSidesBilled"), problems);
        foreach (var (usageType, price) in terms.UnitPrices)
        {
            var at = path.Member("unitPrices").Member(usageType);
            Must.BeInRange(price, 0, Limits.UnitPrice, at, problems);
            if (usageType == Charges.InternetOutFree.UsageType || !Charges.ByUsageType.ContainsKey(usageType) && !InterRegion(regions).Contains(usageType))
                problems.Add(at, $"'{usageType}' is not a usage type that a layout can use, without Region prefix. Nearest: {Must.List(Nearest.To(usageType, UsageTypes(regions), 3))}.");
        }
    }

    private static IEnumerable<string> UsageTypes(IReadOnlyDictionary<string, Region> regions) =>
        Charges.ByUsageType.Keys.Where(usageType => usageType != Charges.InternetOutFree.UsageType).Concat(InterRegion(regions)).Distinct();

    private static IEnumerable<string> InterRegion(IReadOnlyDictionary<string, Region> regions) =>
        regions.Values.Where(region => region.UsageTypePrefix is not null).Select(region => Charges.InterRegionOut(region).UsageType);
}
