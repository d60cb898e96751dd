using System.Text;
using System.Text.Encodings.Web;

namespace CostApi.Tests.Fakes;

/// <summary>Writes JSON as AWS lays its offer files out: two spaces, <c>" : "</c>, <c>{ }</c> for nothing.</summary>
internal sealed class AwsText
{
    private readonly StringBuilder _text = new();
    private readonly Stack<bool> _hasMembers = new();

    public AwsText Open(string? name = null)
    {
        if (_hasMembers.Count > 0) Name(name!);
        _text.Append('{');
        _hasMembers.Push(false);
        return this;
    }

    public AwsText Close()
    {
        if (_hasMembers.Pop()) Line();
        else _text.Append(' ');
        _text.Append('}');
        return this;
    }

    public AwsText Text(string name, string value)
    {
        Name(name);
        Quoted(value);
        return this;
    }

    public AwsText Texts(string name, IReadOnlyDictionary<string, string> texts)
    {
        Open(name);
        foreach (var (key, value) in texts) Text(key, value);
        return Close();
    }

    public AwsText List(string name, IReadOnlyList<string> values)
    {
        Name(name);
        _text.Append("[ ");
        foreach (var (index, value) in values.Index())
        {
            if (index > 0) _text.Append(", ");
            Quoted(value);
        }

        _text.Append(values.Count > 0 ? " ]" : "]");
        return this;
    }

    /// <summary>The text since the last time.</summary>
    public byte[] Take()
    {
        var bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _text.Clear();
        return bytes;
    }

    private void Name(string name)
    {
        if (_hasMembers.Pop()) _text.Append(',');
        _hasMembers.Push(true);
        Line();
        Quoted(name);
        _text.Append(" : ");
    }

    private void Line() => _text.Append('\n').Append(' ', 2 * _hasMembers.Count);

    private void Quoted(string value) => _text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)).Append('"');
}
