using System.Globalization;

namespace CostApi.Core.Units;

/// <summary>Numbers as people read them.</summary>
public static class Figures
{
    /// <summary>Thousands separated, no trailing zeros, at most 10 decimals: <c>1,048,576.5</c>.</summary>
    public static string Show(decimal value)
    {
        // A custom format would say the same, but slower; every line of a bill has two figures.
        Span<char> text = stackalloc char[64];
        value.TryFormat(text, out var length, "N10", CultureInfo.InvariantCulture);
        return new string(text[..length].TrimEnd('0').TrimEnd('.'));
    }

    /// <summary>An amount of money to the cent, half away from zero: <c>1,234.57</c>.</summary>
    public static string Money(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A quantity to two decimals: <c>208.57</c>.</summary>
    public static string Brief(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 zone</c>, <c>3 zones</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}{(noun.EndsWith("ss", StringComparison.Ordinal) ? "es" : "s")}";
}
