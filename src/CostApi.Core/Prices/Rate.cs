namespace CostApi.Core.Prices;

/// <summary>A price tier: the price per unit between two quantities per month.</summary>
/// <param name="From">Start of the tier, as a quantity per month. Units above this quantity belong to the tier.</param>
/// <param name="To">End of the tier; null if it has none.</param>
/// <param name="Price">Price per unit in the tier.</param>
/// <param name="RateCode">Rate code in the price list; null if it is not known.</param>
public sealed record Tier(decimal From, decimal? To, decimal Price, string? RateCode = null);

/// <summary>The list price of a charge in one Region, with where it comes from.</summary>
/// <param name="Charge">The charge.</param>
/// <param name="UsageType">Usage type with its Region prefix.</param>
/// <param name="Unit">The unit as the price list spells it.</param>
/// <param name="Tiers">Adjoining tiers from 0 up. Beyond the end of the last, the price is not known.</param>
/// <param name="Sku">The price list's SKU; null where not known.</param>
/// <param name="AsOf">Date of the price, as exact as it is known; null where not known.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c>, or <c>derived</c> where AWS states the rate in general and no row was seen.</param>
/// <param name="Source">Where the price was read.</param>
public sealed record Rate(
    Charge Charge,
    string UsageType,
    string Unit,
    IReadOnlyList<Tier> Tiers,
    string? Sku,
    string? AsOf,
    string Confidence,
    string Source)
{
    /// <summary>What no unit of anything costs: a price above is a mistake.</summary>
    public const decimal Highest = 1_000_000;

    /// <summary>Whether the tiers begin, end and cost the same.</summary>
    public bool CostsTheSameAs(Rate other) =>
        Tiers.Count == other.Tiers.Count && Tiers.Zip(other.Tiers).All(pair => (pair.First.From, pair.First.To, pair.First.Price) == (pair.Second.From, pair.Second.To, pair.Second.Price));
}

/// <summary>What a price book says of a charge: its rate, or why there is none.</summary>
public abstract record Quote
{
    /// <param name="Rate">The rate.</param>
    /// <param name="Edition">The edition that it was read in: a book may be put together from several.</param>
    public sealed record Priced(Rate Rate, PriceEdition Edition) : Quote
    {
        /// <summary>When the price was last seen in a list; null where that is not known. A shipped rate tells its own date, others were there whenever their list was read.</summary>
        public LastSeen? LastSeen => Edition.IsShipped ? LastSeen.In(Rate.AsOf) : LastSeen.At(Edition.RetrievedAt);

        /// <summary>Whether the price was certainly last seen longer ago than it may be.</summary>
        public bool IsStale(Freshness freshness) => LastSeen is { } seen && freshness.IsStale(seen);
    }

    public sealed record Unpriced(string Reason) : Quote;
}
