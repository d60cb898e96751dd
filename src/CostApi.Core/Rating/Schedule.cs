using CostApi.Core.Prices;

namespace CostApi.Core.Rating;

/// <summary>A quantity that falls into one tier; without a tier, a quantity that no known tier holds.</summary>
public readonly record struct Slice(Tier? Tier, decimal Quantity);

/// <summary>What the units of one charge cost this caller: tiers, where in them the month stands already, and the discount.</summary>
public sealed class Schedule
{
    /// <summary>Money is carried to 10 decimals: what the wire carries, so that nothing is lost on it.</summary>
    public const int Decimals = 10;

    public Schedule(IReadOnlyList<Tier> tiers, decimal start, decimal discountPercent, string? source, Rate? rate = null, string? unpriced = null)
    {
        Tiers = tiers;
        Start = start;
        DiscountPercent = discountPercent;
        Payable = 1 - discountPercent / 100;
        Source = source;
        Rate = rate;
        Unpriced = unpriced;
    }

    /// <summary>Adjoining tiers from 0 up; none where no price is known.</summary>
    public IReadOnlyList<Tier> Tiers { get; }

    /// <summary>The quantity that the month has used already.</summary>
    public decimal Start { get; }

    public decimal DiscountPercent { get; }

    /// <summary>Where the prices come from: the source of the price book, <c>request</c>, or <c>free</c> for what AWS does not bill.</summary>
    public string? Source { get; }

    /// <summary>The list rate behind the tiers; null for prices of the caller's own and for what has none.</summary>
    public Rate? Rate { get; }

    /// <summary>Why there is no price, or none beyond the last tier.</summary>
    public string? Unpriced { get; }

    /// <summary>The share of the list price that is left to pay.</summary>
    public decimal Payable { get; }

    /// <summary>Cuts a quantity at the tier bounds, from where the month stands.</summary>
    public IReadOnlyList<Slice> Cut(decimal quantity)
    {
        var slices = new List<Slice>(1);
        var (position, end) = (Start, Start + quantity);
        for (var i = 0; i < Tiers.Count && position < end; i++)
        {
            var until = Math.Min(Tiers[i].To ?? end, end);
            if (until <= position) continue;
            slices.Add(new Slice(Tiers[i], until - position));
            position = until;
        }

        if (position < end) slices.Add(new Slice(null, end - position));
        return slices;
    }

    /// <summary>What a quantity costs after the discount; null where a part of it has no known price.</summary>
    public decimal? Cost(decimal quantity)
    {
        decimal cost = 0;
        var (position, end) = (Start, Start + quantity);
        for (var i = 0; i < Tiers.Count && position < end; i++)
        {
            var until = Math.Min(Tiers[i].To ?? end, end);
            if (until <= position) continue;
            cost += (until - position) * Tiers[i].Price;
            position = until;
        }

        return position < end ? null : cost * Payable;
    }

    public static decimal Round(decimal money) => decimal.Round(money, Decimals, MidpointRounding.AwayFromZero);
}
