using CostApi.Core.Comparing;

namespace CostApi.Core.Reporting;

/// <summary>Makes a report of an answer.</summary>
public static class ComparisonReport
{
    public static Report Of(Comparison comparison)
    {
        var (figure, headline) = Headlines.Of(comparison);
        return Of(comparison.Id, comparison.Region, comparison.Currency, comparison.Prices, comparison.Assumptions, comparison.Layouts, comparison.Baseline) with
        {
            Figure = figure,
            Headline = headline,
        };
    }

    public static Report Of(Estimate estimate)
    {
        var (figure, headline) = Headlines.Of(estimate, estimate.Currency);
        return Of(estimate.Id, estimate.Region, estimate.Currency, estimate.Prices, estimate.Assumptions, [estimate], null) with
        {
            Figure = figure,
            Headline = headline,
        };
    }

    private static Report Of(
        string id, string region, string currency, PricesUsed prices, IReadOnlyList<string> assumptions, IReadOnlyList<LayoutCost> layouts, string? baseline) => new()
        {
            Id = id,
            Title = $"Monthly cost of {(layouts.Count == 1 ? "a VPC layout" : $"{layouts.Count} VPC layouts")} in {region}",
            Figure = "",
            Headline = "",
            Currency = currency,
            TrafficGiven = layouts.Any(layout => layout.UsageRates is null),
            Bars = [.. layouts.Select(layout => LayoutBars.Of(layout, layouts.Count > 1 ? baseline : null))],
            Sections = [.. LayoutTables.Of(layouts, layouts.Count > 1 ? baseline : null, currency)],
            Lines = LineTable.Exact(layouts, currency),
            Findings = [.. FindingTable.InOrder(layouts)],
            Notes = [ReportNotes.Prices(prices, null), .. assumptions, ReportNotes.Rounded, ReportNotes.Id(id)],
        };
}
