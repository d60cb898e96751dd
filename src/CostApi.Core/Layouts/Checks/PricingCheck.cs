using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Layouts.Checks;

internal static class PricingCheck
{
    public static void Check(PricingTerms terms, IReadOnlyDictionary<string, Region> regions, JsonPath path, Problems problems)
    {
        Must.BeInRange(terms.DiscountPercent, 0, 100, path.Member("discountPercent"), problems);
        foreach (var (category, percent) in terms.DiscountPercentByCategory)
        {
            if (problems.IsFull) return;
            var at = path.Member("discountPercentByCategory").Member(category);
            if (CategoryNames.Find(category) is not { } known) problems.Add(at, $"'{Must.Cut(category)}' is not a category. The categories are {string.Join(", ", CategoryNames.All)}.");
            else if (known != category) problems.Add(at, $"names the category '{known}' a second time. Remove one of the two.");
            Must.BeInRange(percent, 0, 100, at, problems);
        }

        Must.BeInRange(terms.PrivateLinkGbAlreadyProcessed, 0, Limits.Gb, path.Member("privateLinkGbAlreadyProcessed"), problems);
        Must.BeInRange(terms.InternetGbAlreadySent, 0, Limits.Gb, path.Member("internetGbAlreadySent"), problems);
        Must.BeInRange(terms.CrossZoneSidesBilled, 1, 2, path.Member("crossZoneSidesBilled"), problems);
        if (terms.UnitPrices.Count > 0) CheckUnitPrices(terms.UnitPrices, UsageTypes(regions), path.Member("unitPrices"), problems);
    }

    private static void CheckUnitPrices(IReadOnlyDictionary<string, decimal> prices, HashSet<string> usageTypes, JsonPath path, Problems problems)
    {
        foreach (var (usageType, price) in prices)
        {
            if (problems.IsFull) return;
            var at = path.Member(usageType);
            Must.BeInRange(price, 0, Limits.UnitPrice, at, problems);
            if (usageTypes.Contains(usageType)) continue;
            var hint = problems.TakesHints ? $" The most similar usage types are {Must.List(Nearest.To(usageType, usageTypes, 3))}." : "";
            problems.Add(at, $"'{usageType}' is not a usage type of a layout. Specify usage types without the Region prefix.{hint}");
        }
    }

    private static HashSet<string> UsageTypes(IReadOnlyDictionary<string, Region> regions) =>
        Charges.ByUsageType.Keys.Where(usageType => usageType != Charges.InternetOutFree.UsageType)
            .Concat(regions.Values.Where(region => region.UsageTypePrefix is not null).Select(region => Charges.InterRegionOut(region).UsageType))
            .ToHashSet(StringComparer.Ordinal);
}
