using System.Text.Json.Serialization;
using CostApi.Core.Advising;
using CostApi.Core.Planning;
using CostApi.Core.Prices;
using CostApi.Core.Rating;
using CostApi.Core.Routing;

namespace CostApi.Core.Comparing;

/// <summary>The difference between the monthly costs of a layout and the baseline.</summary>
/// <param name="Amount">
/// Monthly cost less that of the baseline: negative if the layout is cheaper. Null if a charge of either layout has no known
/// price.
/// </param>
/// <param name="Percent">
/// The same amount in percent of the cost of the baseline. Null also if the baseline costs nothing, or almost nothing in
/// comparison.
/// </param>
public sealed record Difference(decimal? Amount, decimal? Percent);

/// <summary>A flow, its path, and its share of the cost.</summary>
/// <param name="From">The VPC that the traffic starts in.</param>
/// <param name="To">The destination, as in the request.</param>
/// <param name="Region">The Region of the destination if it is another Region; otherwise null.</param>
/// <param name="Path">The path of the traffic.</param>
/// <param name="Gb">GB per month, sent and received.</param>
/// <param name="Cost">
/// Its share of the usage-based line items after discounts, without hourly charges. Null if one of them has no known price, or
/// if the destination is not reachable.
/// </param>
public sealed record RouteCost(string From, string To, string? Region, PathKind Path, decimal Gb, decimal? Cost);

/// <summary>The monthly cost of a layout, the paths of its traffic, and findings.</summary>
public record LayoutCost
{
    /// <summary>The layout's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the layout carries all of the traffic. If not, it has no rank.</summary>
    public required bool Feasible { get; init; }

    /// <summary>
    /// Whether every charge has a known price. If not, `monthlyCost` is the sum of the charges that have one, and the layout
    /// has no rank.
    /// </summary>
    public required bool Complete { get; init; }

    /// <summary>
    /// Rank by monthly cost: 1 for the cheapest layout. Layouts with equal costs have the same rank. Null if the layout is not
    /// feasible or not complete.
    /// </summary>
    public required int? Rank { get; init; }

    /// <summary>Monthly cost after discounts and before tax: the exact sum of the line items.</summary>
    public required decimal MonthlyCost { get; init; }

    /// <summary>
    /// The part of the monthly cost that does not depend on traffic: hourly charges of endpoints, gateways, attachments and
    /// public IPv4 addresses, and hosted zones. Together with `usageMonthlyCost`, it adds up to `monthlyCost` exactly.
    /// </summary>
    public required decimal HourlyMonthlyCost { get; init; }

    /// <summary>The part of the monthly cost that depends on traffic; null if no traffic is specified, so that it is not known.</summary>
    public required decimal? UsageMonthlyCost { get; init; }

    /// <summary>
    /// If no traffic is specified, the cost of the first GB through each kind of resource in the layout. Omitted if traffic is
    /// specified.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UsageRate>? UsageRates { get; init; }

    /// <summary>Monthly cost before discounts.</summary>
    public required decimal ListMonthlyCost { get; init; }

    /// <summary>The difference from the baseline.</summary>
    public required Difference Difference { get; init; }

    /// <summary>Monthly cost by cost category, after discounts.</summary>
    public required IReadOnlyDictionary<CostCategory, decimal> CostByCategory { get; init; }

    /// <summary>The line items.</summary>
    public required IReadOnlyList<LineItem> LineItems { get; init; }

    /// <summary>The path of each flow, in the order of the traffic.</summary>
    public required IReadOnlyList<RouteCost> Routes { get; init; }

    /// <summary>The GB at which interface endpoints and the NAT gateway cost the same.</summary>
    public required IReadOnlyList<BreakEven> BreakEvens { get; init; }

    /// <summary>The findings: errors, then warnings, then information, each in descending order of saving.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The list rates that the figures above rest on.</summary>
    internal IReadOnlyList<Quote.Priced> RatesUsed { get; init; } = [];

    /// <summary>
    /// The set of compatible changes from the findings that saves most. Null if no change saves money, if a charge has no known
    /// price, if the layout does not carry all of the traffic, and in a recommendation, whose constraints exclude changes that
    /// would save more.
    /// </summary>
    public required Plan? Plan { get; init; }
}

/// <summary>The comparison of layouts.</summary>
public sealed record Comparison
{
    /// <summary>
    /// Hash of the request and the prices. The same request with the same prices has the same id, regardless of the order of
    /// its members and of whether default values are specified.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Hours per month.</summary>
    public required decimal HoursPerMonth { get; init; }

    /// <summary>The prices that the answer is based on.</summary>
    public required PricesUsed Prices { get; init; }

    /// <summary>Name of the cheapest layout that is feasible and complete; null if there is none.</summary>
    public required string? Cheapest { get; init; }

    /// <summary>Name of the layout that the other layouts are compared with.</summary>
    public required string Baseline { get; init; }

    /// <summary>The layouts in the order of the request.</summary>
    public required IReadOnlyList<LayoutCost> Layouts { get; init; }

    /// <summary>The assumptions of the answer.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}

/// <summary>The estimate for one layout.</summary>
public sealed record Estimate : LayoutCost
{
    /// <summary>
    /// Hash of the request and the prices. The same request with the same prices has the same id, regardless of the order of
    /// its members and of whether default values are specified.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Hours per month.</summary>
    public required decimal HoursPerMonth { get; init; }

    /// <summary>The prices that the answer is based on.</summary>
    public required PricesUsed Prices { get; init; }

    /// <summary>The assumptions of the answer.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>The only layout of a comparison of one.</summary>
    public static Estimate Of(Comparison comparison)
    {
        var layout = comparison.Layouts[0];
        return new Estimate
        {
            Id = comparison.Id,
            Region = comparison.Region,
            Currency = comparison.Currency,
            HoursPerMonth = comparison.HoursPerMonth,
            Prices = comparison.Prices,
            Assumptions = comparison.Assumptions,
            Name = layout.Name,
            Feasible = layout.Feasible,
            Complete = layout.Complete,
            Rank = layout.Rank,
            MonthlyCost = layout.MonthlyCost,
            HourlyMonthlyCost = layout.HourlyMonthlyCost,
            UsageMonthlyCost = layout.UsageMonthlyCost,
            UsageRates = layout.UsageRates,
            ListMonthlyCost = layout.ListMonthlyCost,
            Difference = layout.Difference,
            CostByCategory = layout.CostByCategory,
            LineItems = layout.LineItems,
            Routes = layout.Routes,
            BreakEvens = layout.BreakEvens,
            Findings = layout.Findings,
            RatesUsed = layout.RatesUsed,
            Plan = layout.Plan,
        };
    }
}
