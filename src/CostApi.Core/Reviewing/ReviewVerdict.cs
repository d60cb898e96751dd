using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing;

/// <summary>Holds a review to the budgets and the severity that its caller gave.</summary>
internal static class ReviewVerdict
{
    /// <param name="terms">The budgets and the severity.</param>
    /// <param name="after">The network after the change.</param>
    /// <param name="difference">What the change costs; null where the document shows one state only.</param>
    /// <param name="notWhole">What makes the document less than the whole network, in its tool's words.</param>
    /// <param name="currency">The currency of every amount; null where nothing is priced.</param>
    public static IReadOnlyList<string> Reasons(
        DocumentTerms terms, LayoutCost after, ReviewDifference? difference, IReadOnlyList<string> notWhole, string? currency)
    {
        return [.. Budget(), .. Increase(), .. Whole(), .. FindingsFrom()];

        IEnumerable<string> Budget()
        {
            if (terms.MaxMonthlyCost is not { } limit) yield break;
            var most = $"the {Money(limit)} of maxMonthlyCost";
            if (after.MonthlyCost > limit) yield return $"The network costs {(after.Complete ? "" : "at least ")}{Money(after.MonthlyCost)} per month, more than {most}.";
            else if (!after.Complete) yield return $"Whether the network costs no more than {most} cannot be determined: a charge has no known price.";
        }

        IEnumerable<string> Increase()
        {
            if (terms.MaxMonthlyIncrease is not { } limit) yield break;
            var most = $"the {Money(limit)} of maxMonthlyIncrease";
            if (difference?.Amount is not { } amount)
            {
                var why = difference is null ? "the document shows one state only" : "a charge has no known price";
                yield return $"Whether the change adds no more than {most} cannot be determined: {why}.";
            }
            else if (amount > limit)
            {
                yield return $"The change adds {Money(amount)} per month, more than {most}.";
            }
        }

        // What is missing may cost anything, or take away what is counted.
        IEnumerable<string> Whole()
        {
            if (terms.MaxMonthlyCost is null && terms.MaxMonthlyIncrease is null) return [];
            const string unsure = "Whether the budget holds cannot be determined, because the document does not show the whole network";
            return notWhole.Select(why => $"{unsure}: {why.TrimEnd('.')}.");
        }

        IEnumerable<string> FindingsFrom()
        {
            // The age of the service's prices is no fault of the document.
            var grave = after.Findings.Where(finding => finding.Severity >= terms.FailOn && finding.Code != Advising.FindingCodes.PricesStale).ToArray();
            if (grave.Length == 0) yield break;
            var severity = terms.FailOn!.Value.ToString().ToLowerInvariant();
            var codes = string.Join(", ", grave.Select(finding => finding.Code).Distinct());
            var orHigher = terms.FailOn < Severity.Error ? " or higher" : "";
            yield return $"{Figures.Count(grave.Length, "finding")} of severity {severity}{orHigher}: {codes}.";
        }

        string Money(decimal amount) => currency is null ? Figures.Money(amount) : $"{currency} {Figures.Money(amount)}";
    }
}
