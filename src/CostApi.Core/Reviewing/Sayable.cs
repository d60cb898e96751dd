using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>Text of a document as a layout can say it: without control characters, and not too long.</summary>
internal static class Sayable
{
    /// <summary>A name; a long one is told by its end.</summary>
    public static string Name(string text)
    {
        if (text.Length == 0) return "unnamed";
        if (text.Length <= Limits.NameLength && !text.Any(char.IsControl)) return text;
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
        return End(clean, Limits.NameLength);
    }

    /// <summary>The last characters of a text, at most so many.</summary>
    public static string End(string text, int most)
    {
        if (text.Length <= most) return text;
        var start = text.Length - most;
        return text[(char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }

    /// <summary>The first characters of a text, at most so many, and a sign where there are more.</summary>
    public static string Beginning(string text, int most)
    {
        if (text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    /// <summary>Some of many names, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> names) => names.Count <= 20 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(20))} and {names.Count - 20} more";
}
