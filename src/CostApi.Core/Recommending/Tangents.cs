using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Rating;

namespace CostApi.Core.Recommending;

/// <summary>A straight line that a schedule's cost lies on within one tier: a fixed part and a price for each unit.</summary>
/// <param name="Intercept">The fixed part.</param>
/// <param name="Price">Price of a unit after the discount.</param>
internal readonly record struct Tangent(decimal Intercept, decimal Price);

/// <summary>
/// Tiers as straight lines. Where rates only fall from tier to tier, the cost of a pool is concave: the least of the lines
/// of its tiers, so that the least over layouts is the least over lines of the least over layouts, and each of those is linear.
/// </summary>
internal sealed record Tangents(IReadOnlyList<Tangent> Lines, bool IsConcave)
{
    /// <param name="schedule">The schedule.</param>
    /// <param name="most">The most that any layout uses.</param>
    /// <returns>The lines that can matter; null where no price is known.</returns>
    public static Tangents? Of(Schedule schedule, decimal most)
    {
        var lines = new List<Tangent>();
        var (isConcave, before) = (true, decimal.MaxValue);
        foreach (var tier in schedule.Tiers)
        {
            if (tier.To <= schedule.Start || lines.Count > 0 && tier.From >= schedule.Start + most) continue;
            var begin = Math.Max(tier.From - schedule.Start, 0);
            var price = tier.Price * schedule.Payable;
            lines.Add(new Tangent((schedule.Cost(begin) ?? 0) - price * begin, price));
            isConcave &= tier.Price <= before;
            before = tier.Price;
        }

        if (lines.Count == 0) return null;
        // A line below the cost everywhere still bounds it where rates rise.
        if (!isConcave) lines.Add(new Tangent(0, lines.Min(line => line.Price)));
        return new Tangents(lines, isConcave);
    }
}

/// <summary>One straight line for each charge.</summary>
/// <param name="Lines">The lines; a charge without one has no known price.</param>
/// <param name="IsBound">Whether they lie on or below the cost everywhere, so that what they find bounds it.</param>
internal sealed record Tariff(IReadOnlyDictionary<Charge, Tangent> Lines, bool IsBound)
{
    /// <summary>What is paid whatever is used.</summary>
    public decimal Intercept { get; } = Lines.Values.Sum(line => line.Intercept);

    /// <summary>What the quantities cost; null where a charge has no known price.</summary>
    public decimal? Price(Amounts amounts)
    {
        decimal cost = 0;
        foreach (var (charge, quantity) in amounts.Parts)
        {
            if (!Lines.TryGetValue(charge, out var line)) return null;
            cost += line.Price * quantity;
        }

        return cost;
    }

    /// <summary>Every way to take one line for each charge.</summary>
    public static IReadOnlyList<Tariff> All(IReadOnlyDictionary<Charge, decimal> most, RateCard card)
    {
        List<Tariff> tariffs = [new(new Dictionary<Charge, Tangent>(), true)];
        foreach (var (charge, quantity) in most)
        {
            if (Tangents.Of(card.For(charge), quantity) is not { } tangents) continue;
            tariffs = [.. tariffs.SelectMany(tariff => tangents.Lines.Select((line, i) => new Tariff(
                new Dictionary<Charge, Tangent>(tariff.Lines) { [charge] = line },
                tariff.IsBound && (tangents.IsConcave || i == tangents.Lines.Count - 1))))];
        }

        return tariffs;
    }
}
