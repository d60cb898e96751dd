using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>A rate so far from what it is held against that another edition of the list must confirm it.</summary>
/// <param name="Rate">The rate as read.</param>
/// <param name="Edition">The edition that it was read in.</param>
/// <param name="LastGood">The rate that stays in force meanwhile; null where there is none.</param>
public sealed record HeldBack(Rate Rate, PriceEdition Edition, Rate? LastGood)
{
    public string Reason => (Rate.Tiers.All(tier => tier.Price == 0), LastGood) switch
    {
        (true, _) => $"The price list says 0 for {Rate.UsageType}; it is held back until another edition of the list confirms it.",
        (_, null) => $"The price of {Rate.UsageType} is new, and far from the price of the same charge in every other Region; it is held back until another edition of the list confirms it.",
        _ => $"The price of {Rate.UsageType} moved by more than is taken at once; it is held back until another edition of the list confirms it.",
    };
}
