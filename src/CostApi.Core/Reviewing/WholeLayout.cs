using CostApi.Core.Comparing;
using CostApi.Core.Planning;
using CostApi.Core.Prices;

namespace CostApi.Core.Reviewing;

/// <summary>The layouts of several Regions as one; without any, one that costs nothing.</summary>
internal static class WholeLayout
{
    public static LayoutCost Of(string name, IReadOnlyList<LayoutCost> parts) => new()
    {
        Name = name,
        Feasible = parts.All(part => part.Feasible),
        Complete = parts.All(part => part.Complete),
        Rank = null,
        MonthlyCost = parts.Sum(part => part.MonthlyCost),
        HourlyMonthlyCost = parts.Sum(part => part.HourlyMonthlyCost),
        UsageMonthlyCost = parts.All(part => part.UsageMonthlyCost is null) ? null : parts.Sum(part => part.UsageMonthlyCost ?? 0),
        UsageRates = parts.All(part => part.UsageMonthlyCost is null) ? [.. parts.SelectMany(part => part.UsageRates ?? [])] : null,
        ListMonthlyCost = parts.Sum(part => part.ListMonthlyCost),
        Difference = new Difference(null, null),
        CostByCategory = Enum.GetValues<CostCategory>().ToDictionary(category => category, category => parts.Sum(part => part.CostByCategory[category])),
        LineItems = [.. parts.SelectMany(part => part.LineItems)],
        Routes = [.. parts.SelectMany(part => part.Routes)],
        BreakEvens = [.. parts.SelectMany(part => part.BreakEvens)],
        Findings = [.. parts.SelectMany(part => part.Findings).OrderByDescending(finding => finding.Severity).ThenByDescending(finding => finding.MonthlySaving ?? 0)],
        Plan = PlanOf(parts),
    };

    // A layout has one Region, so that of several has no layout to post.
    private static Plan? PlanOf(IReadOnlyList<LayoutCost> parts)
    {
        var plans = parts.Select(part => part.Plan).OfType<Plan>().ToArray();
        if (plans.Length == 0 || parts.Any(part => !part.Complete || !part.Feasible)) return null;
        return new Plan
        {
            MonthlyCost = parts.Sum(part => part.Plan?.MonthlyCost ?? part.MonthlyCost),
            MonthlySaving = plans.Sum(plan => plan.MonthlySaving),
            Steps = [.. plans.SelectMany(plan => plan.Steps)],
            Layout = parts.Count == 1 ? plans[0].Layout : null,
        };
    }
}
