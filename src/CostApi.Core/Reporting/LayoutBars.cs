using CostApi.Core.Comparing;

namespace CostApi.Core.Reporting;

/// <summary>A layout as a bar, and what to remark on it.</summary>
internal static class LayoutBars
{
    /// <param name="layout">The layout.</param>
    /// <param name="baseline">Name of the layout that the others are compared with; null where there is none.</param>
    /// <param name="isRanked">Whether it is worth saying which is the cheapest.</param>
    public static Bar Of(LayoutCost layout, string? baseline, bool isRanked = true) => new(
        layout.Name,
        layout.MonthlyCost,
        [.. layout.CostByCategory.Where(part => part.Value > 0).OrderBy(part => part.Key).Select(part => new BarPart(part.Key, part.Value))],
        IsComparable(layout, baseline) && layout.Difference.Percent is { } percent ? Cell.Percent(percent).Shown : "",
        [.. Remarks(layout, baseline, isRanked)],
        IsOpen: !layout.Complete,
        IsBroken: !layout.Feasible);

    /// <summary>Whether it means anything how far the layout lies from the baseline: what leaves traffic out is cheap for that alone.</summary>
    public static bool IsComparable(LayoutCost layout, string? baseline) => baseline is not null && layout.Name != baseline && layout.Rank is not null;

    public static IEnumerable<string> Remarks(LayoutCost layout, string? baseline, bool isRanked = true)
    {
        if (isRanked && baseline is not null && layout.Rank == 1) yield return "cheapest";
        if (layout.Name == baseline) yield return "baseline";
        if (!layout.Feasible) yield return "does not carry all traffic";
        if (!layout.Complete) yield return "not fully priced";
    }
}
