using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Recommending;

/// <summary>The quantities of a choice, to see what one decision more or less would change.</summary>
internal sealed class Totals
{
    private readonly Problem _problem;
    private readonly Dictionary<Charge, decimal> _sums;

    public Totals(Choice choice, Problem problem)
    {
        _problem = problem;
        _sums = Total.Of(choice, problem).Parts.ToDictionary(part => part.Charge, part => part.Quantity);
    }

    /// <summary>How much more the month would cost with these in place of those; null where a price is not known.</summary>
    public decimal? Change(IEnumerable<Amounts> less, IEnumerable<Amounts> more)
    {
        decimal change = 0;
        var moves = less.SelectMany(amounts => amounts.Parts.Select(part => (part.Charge, -part.Quantity))).Concat(more.SelectMany(amounts => amounts.Parts));
        foreach (var (charge, quantity) in Amounts.Of(moves).Parts)
        {
            var (schedule, before) = (_problem.Card.For(charge), _sums.GetValueOrDefault(charge));
            if (schedule.Cost(before + quantity) is not { } after || schedule.Cost(before) is not { } now) return null;
            change += after - now;
        }

        return Rating.Schedule.Round(change);
    }

    /// <summary>An amount of money as texts have it.</summary>
    public string Show(decimal amount) => Figures.Money(amount, _problem.Card.Book.Region.Currency);

    /// <summary>What they add to the month, at the end of each pool.</summary>
    public decimal Share(params Amounts[] amounts) => -(Change(amounts, []) ?? 0);
}
