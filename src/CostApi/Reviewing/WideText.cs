using System.Text;

namespace CostApi.Reviewing;

/// <summary>Text as UTF-8: PowerShell writes UTF-16, with a byte order mark or without.</summary>
internal static class WideText
{
    /// <summary>The bytes in UTF-8 without a byte order mark; unchanged where they are that already.</summary>
    public static ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> bytes)
    {
        if (EncodingOf(bytes) is { } encoding) return Encoding.UTF8.GetBytes(encoding.GetString(bytes).TrimStart('\uFEFF'));
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
    }

    /// <summary>UTF-16 with its mark, or without one where the text begins with an ASCII character; null for anything else.</summary>
    public static UnicodeEncoding? EncodingOf(ReadOnlySpan<byte> bytes, bool throwOnInvalidBytes = false) => bytes switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes),
        [0xFE, 0xFF, ..] or [0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes),
        _ => null,
    };
}
