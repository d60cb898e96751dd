using CostApi.Core.Comparing;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing;

/// <summary>Holds a review to the budgets and the severity that its caller gave.</summary>
internal static class ReviewVerdict
{
    public static IReadOnlyList<string> Reasons(DocumentTerms terms, LayoutCost after, ReviewDifference? difference, string? currency)
    {
        return [.. Budget(terms.MaxMonthlyCost, after), .. Increase(), .. FindingsFrom()];

        IEnumerable<string> Budget(decimal? most, LayoutCost layout)
        {
            if (most is not { } limit) yield break;
            if (layout.MonthlyCost > limit) yield return $"The network costs {Money(layout.MonthlyCost)} a month{(layout.Complete ? "" : " at least")}, more than the {Money(limit)} of maxMonthlyCost.";
            else if (!layout.Complete) yield return $"Whether the network costs no more than the {Money(limit)} of maxMonthlyCost cannot be told: a charge has no known price.";
        }

        IEnumerable<string> Increase()
        {
            if (terms.MaxMonthlyIncrease is not { } limit) yield break;
            if (difference?.Amount is not { } amount) yield return $"Whether the change adds no more than the {Money(limit)} of maxMonthlyIncrease cannot be told: {(difference is null ? "the document tells of one time only" : "a charge has no known price")}.";
            else if (amount > limit) yield return $"The change adds {Money(amount)} a month, more than the {Money(limit)} of maxMonthlyIncrease.";
        }

        IEnumerable<string> FindingsFrom()
        {
            var grave = after.Findings.Where(finding => finding.Severity >= terms.FailOn).ToArray();
            if (grave.Length > 0) yield return $"{Figures.Count(grave.Length, "finding")} of severity {terms.FailOn!.Value.ToString().ToLowerInvariant()}{(terms.FailOn < Advising.Severity.Error ? " or higher" : "")}: {string.Join(", ", grave.Select(finding => finding.Code).Distinct())}.";
        }

        string Money(decimal amount) => currency is null ? Figures.Money(amount) : $"{currency} {Figures.Money(amount)}";
    }
}
