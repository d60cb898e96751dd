using System.Text.Json.Serialization;
using CostApi.Core.Prices;

namespace CostApi.Core.Rating;

/// <summary>The part of a line item that is in one price tier, before discounts.</summary>
/// <param name="From">Start of the tier, as a quantity per month of all line items with the same usage type.</param>
/// <param name="To">End of the tier; null if it has none.</param>
/// <param name="Quantity">The quantity of the line item in this tier.</param>
/// <param name="UnitPrice">List price per unit, or your own unit price.</param>
/// <param name="Cost">Quantity times unit price.</param>
public sealed record TierCost(decimal From, decimal? To, decimal Quantity, decimal UnitPrice, decimal Cost);

/// <summary>A line item of a layout. The line items of a layout add up to its `monthlyCost` exactly.</summary>
public sealed record LineItem
{
    /// <summary>The Region. Omitted if the answer is for only one Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>
    /// Addresses, in the reviewed document, of the resources that the line item is for. Omitted if there is no document and for
    /// traffic.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Name of the VPC.</summary>
    public required string Vpc { get; init; }

    /// <summary>The resource within the VPC, for example `nat/a`, `interface/sqs` or `transitGateway`.</summary>
    public required string Resource { get; init; }

    /// <summary>Cost category.</summary>
    public required CostCategory Category { get; init; }

    /// <summary>Description of the line item.</summary>
    public required string Description { get; init; }

    /// <summary>AWS's usage type as on the Region's bills; null if it is not known or there is none.</summary>
    public required string? UsageType { get; init; }

    /// <summary>Unit of the quantity, as in the price list.</summary>
    public required string Unit { get; init; }

    /// <summary>Quantity per month.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>
    /// The quantity by price tier, before discounts. If several line items share the tiers, each has a share of every tier.
    /// </summary>
    public required IReadOnlyList<TierCost> Tiers { get; init; }

    /// <summary>Monthly cost after discounts; null if the charge has no known price.</summary>
    public required decimal? Cost { get; init; }

    /// <summary>Monthly cost before discounts; null if the charge has no known price.</summary>
    public required decimal? ListCost { get; init; }

    /// <summary>SKU in the price list; null if it is not known.</summary>
    public required string? Sku { get; init; }

    /// <summary>
    /// Source of the unit price: `query-api`, `offer-files` or `snapshot` as in `prices`, `request` for your own unit prices,
    /// or `free` for gateway endpoints; null if the charge has no known price.
    /// </summary>
    public required string? PriceSource { get; init; }

    /// <summary>Date of the list price, as precise as it is known.</summary>
    public required string? PriceAsOf { get; init; }

    /// <summary>
    /// Confidence in the list price: `high`, `medium`, or `derived` if the rate is from AWS's documentation and was not found
    /// in a price list.
    /// </summary>
    public required string? PriceConfidence { get; init; }

    /// <summary>How the cost is calculated.</summary>
    public required string Formula { get; init; }

    /// <summary>Whether it is billed by the GB, and not for standing there.</summary>
    internal bool IsByUsage { get; init; }

    /// <summary>Why the line item has no cost. Omitted if it has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unpriced { get; init; }
}
