using System.Text.Json.Serialization;
using CostApi.Core.Prices;

namespace CostApi.Core.Rating;

/// <summary>The part of a line that falls into one tier, before discounts.</summary>
/// <param name="From">Start of the tier, as a quantity a month over the whole pool.</param>
/// <param name="To">End of the tier; null where it has none.</param>
/// <param name="Quantity">How much of the line falls into it.</param>
/// <param name="UnitPrice">List price of a unit, or the caller's own.</param>
/// <param name="Cost">Quantity times unit price.</param>
public sealed record TierCost(decimal From, decimal? To, decimal Quantity, decimal UnitPrice, decimal Cost);

/// <summary>A line of a layout's bill. The lines of a layout add up to its `monthlyCost` exactly.</summary>
public sealed record LineItem
{
    /// <summary>The Region; left out where the answer is of one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>Addresses, in the document under review, of what the line is for; left out where there is no document, and where the line is for traffic.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Name of the VPC that is billed.</summary>
    public required string Vpc { get; init; }

    /// <summary>The resource, named within its VPC: `nat/a`, `interface/sqs`, `transitGateway`.</summary>
    public required string Resource { get; init; }

    /// <summary>What the money is spent on.</summary>
    public required CostCategory Category { get; init; }

    /// <summary>The line in words.</summary>
    public required string Description { get; init; }

    /// <summary>AWS's usage type as the Region's bills spell it; null for what AWS does not meter under one.</summary>
    public required string? UsageType { get; init; }

    /// <summary>Unit of the quantity, as the price list spells it.</summary>
    public required string Unit { get; init; }

    /// <summary>Units a month.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The quantity by tier, before discounts. A pooled charge gives each line its share of every tier.</summary>
    public required IReadOnlyList<TierCost> Tiers { get; init; }

    /// <summary>Cost a month after discounts; null where the charge is unpriced.</summary>
    public required decimal? Cost { get; init; }

    /// <summary>Cost a month before discounts; null where the charge is unpriced.</summary>
    public required decimal? ListCost { get; init; }

    /// <summary>The price list's SKU; null where not known.</summary>
    public required string? Sku { get; init; }

    /// <summary>Where the unit price comes from: `query-api`, `offer-files` or `snapshot` as in `prices`, `request` for the caller's own, `free` for gateway endpoints; null where unpriced.</summary>
    public required string? PriceSource { get; init; }

    /// <summary>Date of the list price, as exact as it is known.</summary>
    public required string? PriceAsOf { get; init; }

    /// <summary>How sure the list price is: `high`, `medium`, or `derived` where AWS states the rate in general and no row was seen.</summary>
    public required string? PriceConfidence { get; init; }

    /// <summary>How the cost comes about.</summary>
    public required string Formula { get; init; }

    /// <summary>Whether it is billed by the GB, and not for standing there.</summary>
    internal bool IsByUsage { get; init; }

    /// <summary>Why the line has no cost; left out where it has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unpriced { get; init; }
}
