using CostApi.Core.Comparing;
using CostApi.Core.Reviewing;

namespace CostApi.Core.Reporting;

/// <summary>Makes a report of a review.</summary>
public static class ReviewReport
{
    public static Report Of(Review review)
    {
        // Of a new network there is nothing before to show.
        LayoutCost[] layouts = ReviewWords.Before(review) is { } before ? [before, review.After] : [review.After];
        var currency = review.Currency ?? "";
        return new Report
        {
            Id = review.Id,
            Title = $"Monthly cost of the network in a {review.Document}{RegionsOf(review)}",
            Figure = ReviewWords.Figure(review),
            Headline = ReviewWords.Headline(review),
            Currency = currency,
            TrafficGiven = review.TrafficGiven,
            Bars = [.. layouts.Select(layout => BarOf(layout, layouts.Length == 1 ? null : DocumentSide.Before, review))],
            Sections = [.. ReviewTables.Of(review, currency)],
            Lines = LineTable.Addressed(layouts, currency),
            Findings =
            [
                .. review.Findings.Select(finding => new ReportedFinding(finding, DocumentSide.After)),
                .. review.Ignored.Select(Accepted),
            ],
            Notes =
            [
                .. PricesOf(review),
                .. review.Assumptions,
                ReportNotes.Rounded, ReportNotes.Id(review.Id),
            ],
        };
    }

    // Before and after do not carry the same traffic, so that neither is the cheapest.
    private static Bar BarOf(LayoutCost layout, string? baseline, Review review)
    {
        var bar = LayoutBars.Of(layout, baseline, isRanked: false);
        return ReviewWords.IsAtLeast(review, layout) ? bar with { IsOpen = true } : bar;
    }

    private static ReportedFinding Accepted(IgnoredFinding ignored) =>
        new(ignored.Finding, DocumentSide.After) { AcceptedBecause = ReviewWords.WhyAccepted(ignored) };

    private static string RegionsOf(Review review) =>
        review.Regions.Count == 0 ? "" : $" in {string.Join(", ", review.Regions.Select(region => region.Region))}";

    private static IEnumerable<string> PricesOf(Review review) => review.Regions.Count == 0
        ? ["Nothing is priced, so no prices were used."]
        : review.Regions.Select(region => ReportNotes.Prices(region.Prices, review.Regions.Count > 1 ? region.Region : null));
}
