using System.Globalization;
using System.Text;

namespace CostApi.Core.Reporting;

/// <summary>Text from outside without what no format can hold or what makes it read otherwise than it stands.</summary>
internal static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>Line breaks and tabs become spaces; control characters, halves of surrogate pairs, non-characters and marks that turn the direction of writing become U+FFFD.</summary>
    public static string Of(string text)
    {
        if (text.All(IsPlain)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029) result.Append(' ');
            else if (Rune.IsControl(rune) || IsTurning(rune.Value) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF) result.Append(Replacement);
            else result.Append(rune.ToString());
        }

        return result.ToString();
    }

    /// <summary>Text in so much room, where most characters take one place and those of East Asia and pictures two; the end is cut.</summary>
    public static string Cut(string text, int places)
    {
        if (WidthOf(text) <= places) return text;
        var (length, width) = (0, 1);
        foreach (var element in StringInfo.GetTextElementEnumerator(text).AsElements())
        {
            if ((width += WidthOf(element)) > places) break;
            length += element.Length;
        }

        return $"{text[..length].TrimEnd()}…";
    }

    public static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static int WidthOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => rune.Value < 0x1100 ? 1 : 2,
    };

    private static IEnumerable<string> AsElements(this TextElementEnumerator elements)
    {
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }

    private static bool IsPlain(char character) => character is >= ' ' and < '\x7F' or >= '\xA0' and < '\u061C';

    private static bool IsTurning(int value) => value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
