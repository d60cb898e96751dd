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
        (true, _) => $"The price of {Rate.UsageType} is 0 in the price list. {NotUsed}",
        (_, null) => $"The price of {Rate.UsageType} is new and very different from the prices of this charge in other Regions. {NotUsed}",
        _ => $"The price of {Rate.UsageType} changed by more than the configured limit. {NotUsed}",
    };

    private const string NotUsed = "It is held back until another edition of the price list confirms it.";
}
