using System.Text.Json.Serialization;
using CostApi.Core.Advising;
using CostApi.Core.Planning;
using CostApi.Core.Prices;
using CostApi.Core.Rating;
using CostApi.Core.Routing;

namespace CostApi.Core.Comparing;

/// <summary>How far a layout's cost lies from the baseline's.</summary>
/// <param name="Amount">Cost a month less the baseline's: negative is cheaper; null where a charge of either is unpriced.</param>
/// <param name="Percent">The same in percent of the baseline's; null also where the baseline costs nothing, or next to nothing beside it.</param>
public sealed record Difference(decimal? Amount, decimal? Percent);

/// <summary>A flow, the way that it takes, and its share of the bill.</summary>
/// <param name="From">The VPC that it starts in.</param>
/// <param name="To">Where it goes to, as in the request.</param>
/// <param name="Region">The other Region that it goes to; null for the own one.</param>
/// <param name="Path">The way that it takes.</param>
/// <param name="Gb">GB a month, sent and received.</param>
/// <param name="Cost">Its share of the lines that it feeds, after discounts; null where one is unpriced or the flow has no way. Hours are not in it.</param>
public sealed record RouteCost(string From, string To, string? Region, PathKind Path, decimal Gb, decimal? Cost);

/// <summary>What a layout costs and how it works.</summary>
public record LayoutCost
{
    /// <summary>The layout's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether every flow has a way. A layout that does not work has no rank.</summary>
    public required bool Feasible { get; init; }

    /// <summary>Whether every charge has a price. If not, `monthlyCost` adds up what is priced, and there is no rank.</summary>
    public required bool Complete { get; init; }

    /// <summary>1 for the cheapest; equal costs share a rank; null where not feasible or not complete.</summary>
    public required int? Rank { get; init; }

    /// <summary>Cost a month after discounts, before tax: the sum of the lines, exactly.</summary>
    public required decimal MonthlyCost { get; init; }

    /// <summary>What the layout costs per month by the hour, whatever its traffic: hours of endpoints, gateways, attachments and addresses, and hosted zones. With `usageMonthlyCost` it adds up to `monthlyCost` exactly.</summary>
    public required decimal HourlyMonthlyCost { get; init; }

    /// <summary>What the traffic costs per month, by the GB; null where no traffic is given, so that it is not known.</summary>
    public required decimal? UsageMonthlyCost { get; init; }

    /// <summary>Where no traffic is given: what the first GB through each kind of resource in the layout costs; left out where traffic is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UsageRate>? UsageRates { get; init; }

    /// <summary>Cost a month before discounts.</summary>
    public required decimal ListMonthlyCost { get; init; }

    /// <summary>From the baseline.</summary>
    public required Difference Difference { get; init; }

    /// <summary>Cost a month by category, after discounts.</summary>
    public required IReadOnlyDictionary<CostCategory, decimal> CostByCategory { get; init; }

    /// <summary>The bill.</summary>
    public required IReadOnlyList<LineItem> LineItems { get; init; }

    /// <summary>Which way each flow goes, in the order of the traffic.</summary>
    public required IReadOnlyList<RouteCost> Routes { get; init; }

    /// <summary>Where interface endpoints and the NAT cost the same.</summary>
    public required IReadOnlyList<BreakEven> BreakEvens { get; init; }

    /// <summary>What is odd: errors, warnings, then information, each with those first that save most.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The list rates that the figures above rest on.</summary>
    internal IReadOnlyList<Quote.Priced> RatesUsed { get; init; } = [];

    /// <summary>What the findings save most together; null where no change is worth making, where a charge is unpriced, where a flow has no way, and in a recommendation, whose constraints rule out what would save more.</summary>
    public required Plan? Plan { get; init; }
}

/// <summary>Layouts, priced and compared.</summary>
public sealed record Comparison
{
    /// <summary>Hash of the request and the prices: the same question on the same prices has the same id, in whatever order its members stand and whether its defaults are spelled out or not.</summary>
    public required string Id { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Hours in the month.</summary>
    public required decimal HoursPerMonth { get; init; }

    /// <summary>Which prices the answer was made from.</summary>
    public required PricesUsed Prices { get; init; }

    /// <summary>Name of the cheapest layout that works and is fully priced; null where there is none.</summary>
    public required string? Cheapest { get; init; }

    /// <summary>Name of the layout that the others are compared with.</summary>
    public required string Baseline { get; init; }

    /// <summary>The layouts in the order of the request.</summary>
    public required IReadOnlyList<LayoutCost> Layouts { get; init; }

    /// <summary>What was assumed where the request or AWS leaves something open.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}

/// <summary>One layout, priced.</summary>
public sealed record Estimate : LayoutCost
{
    /// <summary>Hash of the request and the prices: the same question on the same prices has the same id, in whatever order its members stand and whether its defaults are spelled out or not.</summary>
    public required string Id { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Hours in the month.</summary>
    public required decimal HoursPerMonth { get; init; }

    /// <summary>Which prices the answer was made from.</summary>
    public required PricesUsed Prices { get; init; }

    /// <summary>What was assumed where the request or AWS leaves something open.</summary>
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
            Plan = layout.Plan,
        };
    }
}
