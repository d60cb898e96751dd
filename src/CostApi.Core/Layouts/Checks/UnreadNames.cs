using System.Text.RegularExpressions;

namespace CostApi.Core.Layouts.Checks;

/// <summary>What a reference names.</summary>
[Flags]
internal enum Named
{
    None = 0,
    Layout = 1,
    Vpc = 2,
    Zone = 4,
    Attachment = 8,
    All = Layout | Vpc | Zone | Attachment,
}

/// <summary>Which names may stand in the JSON that could not be read, so that a reference to one of them may be right.</summary>
internal sealed partial class UnreadNames
{
    private readonly string _layouts;
    private readonly Dictionary<string, Named> _byLayout = new(StringComparer.Ordinal);
    private readonly Named _anywhere;

    /// <param name="malformed">Paths whose JSON was unusable.</param>
    /// <param name="layouts">Path of the layouts, or of the one layout.</param>
    public UnreadNames(IReadOnlyCollection<string> malformed, string layouts)
    {
        _layouts = layouts;
        foreach (var path in malformed)
        {
            if (LayoutOf(path) is not { } layout) continue;
            var names = NamesAt(Index().Replace(path[layout.Length..], ""));
            _byLayout[layout] = _byLayout.GetValueOrDefault(layout) | names;
            _anywhere |= names;
        }

        // What stands behind the last fault that was listed has not been read at all.
        IsCutOff = malformed.Count > Problems.Most;
    }

    private bool IsCutOff { get; }

    /// <summary>Whether the reference at a path may lead to a name that could not be read: one of its own layout, or of any where all layouts share it.</summary>
    public bool MayHold(Named names, JsonPath path)
    {
        if (IsCutOff) return true;
        if ((names & _anywhere) == 0) return false;
        var unread = LayoutOf(path.ToString()) is { } layout ? _byLayout.GetValueOrDefault(layout) : _anywhere;
        return (names & unread) != 0;
    }

    // "layouts[3]" of "layouts[3].vpcs[0].name"; null for what lies in no layout.
    private string? LayoutOf(string path)
    {
        if (!path.StartsWith(_layouts, StringComparison.Ordinal)) return null;
        var rest = path.AsSpan(_layouts.Length);
        if (rest.Length == 0 || rest[0] == '.') return _layouts;
        return rest[0] == '[' ? path[..(_layouts.Length + rest.IndexOf(']') + 1)] : null;
    }

    private static Named NamesAt(string member) => member switch
    {
        "" => Named.All,
        ".name" => Named.Layout,
        ".vpcs" => Named.Vpc | Named.Zone,
        ".vpcs.name" => Named.Vpc,
        ".vpcs.availabilityZones" => Named.Zone,
        ".transitGateway" or ".transitGateway.attachments" => Named.Attachment,
        _ => Named.None,
    };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
