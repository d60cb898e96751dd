using System.Globalization;
using CostApi.Core.Rating;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>A cell of a table: as people read it, and exactly.</summary>
/// <param name="Shown">For people: money to the cent, quantities to two decimals.</param>
/// <param name="Exact">For programs: exact decimals without separators.</param>
/// <param name="IsNumber">Whether it was made from a number; anything else may be text from outside.</param>
public sealed record Cell(string Shown, string Exact, bool IsNumber)
{
    public static Cell Empty { get; } = Text("");

    public static Cell Text(string? text) => new(text ?? "", text ?? "", false);

    public static Cell Money(decimal amount) => Number(Figures.Money(amount), amount);

    /// <summary>Money that says whether it is more or less.</summary>
    public static Cell Change(decimal amount) => Number(Signed(Figures.Money(amount), amount), amount);

    public static Cell Percent(decimal percent) => Number(Signed($"{Brief(percent)} %", percent), percent);

    public static Cell Quantity(decimal quantity) => Number(Figures.Brief(quantity), quantity);

    /// <summary>A rate, with all of its decimals.</summary>
    public static Cell Exactly(decimal rate) => Number(Figures.Show(rate), rate);

    public static Cell Count(int count) => Number(count.ToString(CultureInfo.InvariantCulture), count);

    /// <summary>A percentage to one decimal.</summary>
    public static string Brief(decimal percent) => decimal.Round(percent, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Signed(string shown, decimal value) => value > 0 ? $"+{shown}" : shown;

    // As in JSON: at most ten decimals, and no trailing zeros.
    private static Cell Number(string shown, decimal value) =>
        new(shown, (value.Scale > Schedule.Decimals ? Schedule.Round(value) : value).ToString("0.##########", CultureInfo.InvariantCulture), true);
}
