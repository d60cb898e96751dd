using System.Globalization;

namespace CostApi.Core.Layouts;

/// <summary>The place of a value in a request, as in <c>layouts[0].vpcs[1].name</c>; spelled out only when asked for.</summary>
public sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string? _member;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? member, int index)
    {
        _parent = parent;
        _member = member;
        _index = index;
    }

    public static JsonPath Root { get; } = new(null, null, 0);

    public JsonPath Member(string name) => new(this, name, 0);

    public JsonPath Item(int index) => new(this, null, index);

    public override string ToString()
    {
        if (_parent is null) return "";
        var parent = _parent.ToString();
        if (_member is null) return string.Create(CultureInfo.InvariantCulture, $"{parent}[{_index}]");
        return parent.Length == 0 ? _member : $"{parent}.{_member}";
    }
}
