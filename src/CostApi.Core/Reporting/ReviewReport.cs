using CostApi.Core.Comparing;
using CostApi.Core.Reviewing;

namespace CostApi.Core.Reporting;

/// <summary>Makes a report of a review.</summary>
public static class ReviewReport
{
    public static Report Of(Review review)
    {
        LayoutCost[] layouts = review.Before is { } before ? [before, review.After] : [review.After];
        var currency = review.Currency ?? "";
        return new Report
        {
            Id = review.Id,
            Title = $"Monthly cost of the network in a {review.Document}{(review.Regions.Count == 0 ? "" : $" in {string.Join(", ", review.Regions.Select(region => region.Region))}")}",
            Figure = Figure(review),
            Headline = Headline(review),
            Currency = currency,
            Bars = [.. layouts.Select(layout => LayoutBars.Of(layout, review.Before is null ? null : DocumentSide.Before))],
            Sections = [.. ReviewTables.Of(review, currency)],
            Lines = LineTable.Addressed(layouts, currency),
            Findings = [.. review.Findings.Select(finding => new ReportedFinding(finding, DocumentSide.After))],
            Notes =
            [
                .. review.Regions.Count == 0 ? ["Nothing is priced, so no prices were used."] : review.Regions.Select(region => ReportNotes.Prices(region.Prices, review.Regions.Count > 1 ? region.Region : null)),
                .. review.Assumptions,
                ReportNotes.Rounded, ReportNotes.Id(review.Id),
            ],
        };
    }

    private static string Figure(Review review) => (review.Difference, review.Currency) switch
    {
        (_, null) => "Nothing that is priced",
        ({ Amount: > 0 and var more }, _) => $"{review.Currency} {Units.Figures.Money(more)} more a month",
        ({ Amount: < 0 and var less }, _) => $"{review.Currency} {Units.Figures.Money(-less)} less a month",
        ({ Amount: 0 }, _) => "No change in monthly cost",
        _ => $"{(review.After.Complete ? "" : "At least ")}{review.Currency} {Units.Figures.Money(review.After.MonthlyCost)} a month",
    };

    private static string Headline(Review review)
    {
        var verdict = review.Verdict == Verdict.Pass ? "" : $" The review fails: {string.Join(" ", review.Reasons)}";
        if (review.Currency is null) return $"The document declares no VPC, endpoint, NAT gateway, Transit Gateway attachment or elastic IP address.{verdict}";
        var after = Cost(review.After);
        if (review.Before is not { } before) return $"That is what the network costs.{verdict}";
        if (before.LineItems.Count == 0) return $"The network is new and costs {after} a month.{verdict}";
        var percent = review.Difference!.Percent is { } share and not 0 ? $" ({Cell.Percent(share).Shown})" : "";
        return review.Difference.Amount == 0
            ? $"The network costs {after} a month before the change and after it.{verdict}"
            : $"The change takes the network from {Cost(before)} to {after} a month{percent}.{verdict}";

        string Cost(LayoutCost layout) => $"{(layout.Complete ? "" : "at least ")}{review.Currency} {Units.Figures.Money(layout.MonthlyCost)}";
    }
}
