using CostApi.Core.Comparing;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Prices;

namespace CostApi.Core.Reviewing;

/// <summary>VPCs of which no traffic is given, while it is of others: their usage is not in the cost.</summary>
internal static class QuietVpcs
{
    // What bills its GB to the VPC that it stands in.
    private static readonly CostCategory[] BilledByUsage = [CostCategory.NatGateway, CostCategory.InterfaceEndpoint, CostCategory.TransitGateway];

    public static IEnumerable<string> Of(LayoutCost layout)
    {
        if (layout.UsageMonthlyCost is null) return [];
        var told = layout.Routes.Select(route => route.From).ToHashSet(StringComparer.Ordinal);
        string[] quiet =
        [
            .. layout.LineItems.Where(line => BilledByUsage.Contains(line.Category)).Select(line => line.Vpc).Distinct()
                .Where(vpc => !told.Contains(vpc)),
        ];
        if (quiet.Length == 0) return [];
        var whose = quiet.Length == 1 ? "its" : "their";
        return [$"No traffic is specified for {Must.List(quiet)}, so the charges per GB for {whose} own traffic are not included."];
    }
}
