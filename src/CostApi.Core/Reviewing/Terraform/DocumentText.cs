using System.Text;
using System.Text.Unicode;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Makes UTF-8 of what was sent: PowerShell's <c>&gt;</c> writes UTF-16, and editors add a byte order mark.</summary>
internal static class DocumentText
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> document)
    {
        if (document.StartsWith(Utf8Mark)) document = document[Utf8Mark.Length..];
        else if (Wide(document) is { } encoding) document = Encoding.UTF8.GetBytes(encoding.GetChars(document.ToArray()));
        var text = document.StartsWith(Utf8Mark) ? document[Utf8Mark.Length..] : document;
        if (!System.Text.Unicode.Utf8.IsValid(text)) throw Refusals.NotText(text);
        if (HoldsHalfASurrogatePair(text)) throw Refusals.HalfASurrogatePair();
        return text;
    }

    /// <summary>UTF-16 with its mark, or without one if the document starts with an ASCII character.</summary>
    private static UnicodeEncoding? Wide(ReadOnlySpan<byte> document) => document switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => null,
    };

    // JSON allows the escape of half a pair, but it is no text, and would fail wherever it is looked at. Terraform never writes one.
    private static bool HoldsHalfASurrogatePair(ReadOnlySpan<byte> text)
    {
        var from = 0;
        while (text[from..].IndexOf("\\u"u8) is >= 0 and var found)
        {
            var at = from + found;
            from = at + 2;
            if (IsEscaped(text, at) || Surrogate(text, at) is not { } half) continue;
            if (half >= 0xDC00 || Surrogate(text, at + 6) is not >= 0xDC00) return true;
            from = at + 12;
        }

        return false;
    }

    private static bool IsEscaped(ReadOnlySpan<byte> text, int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && text[at - backslashes - 1] == '\\') backslashes++;
        return backslashes % 2 == 1;
    }

    private static int? Surrogate(ReadOnlySpan<byte> text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && System.Buffers.Text.Utf8Parser.TryParse(text.Slice(at + 2, 4), out int unit, out var used, 'x') && used == 4
        && unit is >= 0xD800 and <= 0xDFFF
            ? unit
            : null;
}
