using System.Text.Json;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>The last text read, without a string for each.</summary>
internal sealed class TextBuffer
{
    private char[] _chars = new char[128];
    private int _length;

    public ReadOnlySpan<char> Text => _chars.AsSpan(0, _length);

    /// <summary>The text's start, for a message.</summary>
    public string Quote => _length > 60 ? $"\"{_chars.AsSpan(0, 60)}...\"" : $"\"{Text}\"";

    /// <summary>A name or a text; of any other token, nothing.</summary>
    /// <exception cref="InvalidOperationException">It is no text.</exception>
    public ReadOnlySpan<char> Read(ref Utf8JsonReader reader)
    {
        _length = 0;
        if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String)) return Text;
        if (reader.ValueSpan.Length > _chars.Length) _chars = new char[reader.ValueSpan.Length];
        _length = reader.CopyString(_chars);
        return Text;
    }
}
