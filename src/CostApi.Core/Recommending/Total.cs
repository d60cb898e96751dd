using CostApi.Core.Rating;

namespace CostApi.Core.Recommending;

/// <summary>What a choice uses, and what its bill comes to.</summary>
internal static class Total
{
    public static Amounts Of(Choice choice, Problem problem) => Amounts.Of(Uses(choice, problem).SelectMany(amounts => amounts.Parts));

    public static decimal Cost(Choice choice, Problem problem) => Cost(Of(choice, problem), problem.Card);

    public static decimal Cost(Amounts amounts, RateCard card) => amounts.Parts.Sum(part => Rated(card.For(part.Charge), part.Quantity));

    public static IReadOnlyDictionary<Prices.CostCategory, decimal> ByCategory(Choice choice, Problem problem) => Of(choice, problem).Parts
        .GroupBy(part => part.Charge.Category)
        .ToDictionary(group => group.Key, group => group.Sum(part => Rated(problem.Card.For(part.Charge), part.Quantity)));

    private static IEnumerable<Amounts> Uses(Choice choice, Problem problem)
    {
        yield return problem.Constant;
        if (choice.HasHub) yield return problem.HubAttachment;
        if (choice.HasHubNat) yield return problem.HubNatUses;
        for (var service = 0; service < choice.Open.Length; service++)
            if (choice.Open[service]) yield return problem.Opening[service];
        for (var i = 0; i < choice.Spokes.Count; i++)
        {
            var (spoke, chosen) = (problem.Spokes[i], choice.Spokes[i]);
            if (chosen.IsAttached) yield return spoke.Attachment;
            if (spoke.Ways[chosen.Way].Uses is { } uses) yield return uses;
            for (var cell = 0; cell < spoke.Cells.Count; cell++)
                yield return chosen.WayOf(cell, spoke, choice.Open) switch
                {
                    Ways.Local => spoke.Cells[cell].Local,
                    Ways.Hub => spoke.Cells[cell].Hub!,
                    Ways.Out => spoke.Cells[cell].Out[chosen.Way]!,
                    _ => Amounts.Nothing,
                };
        }
    }

    // As a bill rounds: each tier, then the discount. What has no price is left out, as it is there.
    private static decimal Rated(Schedule schedule, decimal quantity) => Schedule.Round(schedule.Payable * schedule
        .Cut(decimal.Round(quantity, 15, MidpointRounding.AwayFromZero))
        .Sum(slice => slice.Tier is { } tier ? Schedule.Round(tier.Price * slice.Quantity) : 0));
}
