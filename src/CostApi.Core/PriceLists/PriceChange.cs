using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>A change of a list price.</summary>
/// <param name="UsageType">Usage type as on the Region's bills.</param>
/// <param name="Charge">Usage type without the Region prefix.</param>
/// <param name="PublishedAt">When the edition with the new price was published.</param>
/// <param name="Before">Price tiers before the change; null if there was no price.</param>
/// <param name="After">Price tiers after the change; null if there is no price any more.</param>
/// <param name="Percent">Change of the first price tier that differs, in percent; null if the price was added or removed, or was 0.</param>
public sealed record PriceChange(string UsageType, string Charge, DateTimeOffset PublishedAt, IReadOnlyList<Tier>? Before, IReadOnlyList<Tier>? After, decimal? Percent)
{
    /// <summary>What moved from one book to another, by usage type.</summary>
    public static IReadOnlyList<PriceChange> Between(PriceBook before, PriceBook after)
    {
        var old = before.Quotes.ToDictionary(quote => quote.Rate.Charge.UsageType, quote => quote.Rate);
        var now = after.Quotes.ToDictionary(quote => quote.Rate.Charge.UsageType, quote => quote.Rate);
        return [.. old.Keys.Union(now.Keys)
            .Select(charge => (Old: old.GetValueOrDefault(charge), Now: now.GetValueOrDefault(charge)))
            .Where(pair => pair.Old is null || pair.Now is null || !pair.Old.CostsTheSameAs(pair.Now))
            .Select(pair => Of(pair.Old, pair.Now, after.Edition.PublishedAt))
            .OrderBy(change => change.UsageType, StringComparer.Ordinal)];
    }

    private static PriceChange Of(Rate? before, Rate? after, DateTimeOffset publishedAt) =>
        new((after ?? before)!.UsageType, (after ?? before)!.Charge.UsageType, publishedAt, before?.Tiers, after?.Tiers, PercentOf(before, after));

    private static decimal? PercentOf(Rate? before, Rate? after)
    {
        if (before is null || after is null) return null;
        var moved = before.Tiers.Zip(after.Tiers).FirstOrDefault(pair => pair.First.Price != pair.Second.Price);
        // A percentage beyond what a decimal holds is that of a price that was nothing.
        return moved is { First: { } from, Second: { } to } && from.Price > to.Price / (decimal.MaxValue / 100) ? decimal.Round((to.Price - from.Price) / from.Price * 100, 10) : null;
    }
}
