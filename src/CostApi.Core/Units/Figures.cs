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

    /// <summary>An amount of data to two decimals, and less than that to its first digit: <c>366.67 GB</c>, <c>0.0004 GB</c>.</summary>
    public static string Gb(decimal value)
    {
        var decimals = 2;
        while (value != 0 && decimals < 10 && decimal.Round(value, decimals, MidpointRounding.AwayFromZero) == 0) decimals++;
        return $"{Show(decimal.Round(value, decimals, MidpointRounding.AwayFromZero))} GB";
    }

    /// <summary>An amount of money with its currency, as sentences have it: <c>USD 1,234.57</c>.</summary>
    public static string Money(decimal value, string currency) => $"{currency} {Money(value)}";

    /// <summary>Names behind their noun: <c>zone a</c>, <c>zones a, b</c>. Names that begin with the noun stand alone.</summary>
    public static string Named(string noun, IReadOnlyCollection<string> names)
    {
        var list = string.Join(", ", names);
        if (names.All(name => name.StartsWith($"{noun} ", StringComparison.Ordinal))) return list;
        return $"{noun}{(names.Count == 1 ? "" : "s")} {list}";
    }

    /// <summary>Things in a sentence: <c>a hub</c>, <c>a hub and an endpoint</c>, <c>a hub, an endpoint and an attachment</c>.</summary>
    public static string All(IReadOnlyList<string> things) =>
        things.Count < 2 ? string.Concat(things) : $"{string.Join(", ", things.SkipLast(1))} and {things[^1]}";

    /// <summary>A count with its noun: <c>1 zone</c>, <c>3 zones</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}{(noun.EndsWith("ss", StringComparison.Ordinal) ? "es" : "s")}";
}
