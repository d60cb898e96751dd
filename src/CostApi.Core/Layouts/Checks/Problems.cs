namespace CostApi.Core.Layouts.Checks;

/// <summary>Everything that is wrong with a request, by the path of the culprit.</summary>
/// <param name="malformed">Paths whose JSON was unusable and has been reported: what follows from them is not reported again.</param>
public sealed class Problems(IReadOnlyCollection<string> malformed)
{
    private readonly List<(string Path, string Message)> _found = [];

    public bool Any => _found.Count > 0;

    public void Add(JsonPath path, string message)
    {
        var text = path.ToString();
        if (!malformed.Any(culprit => IsAtOrUnder(text, culprit))) _found.Add((text, message));
    }

    /// <summary>A name that leads nowhere: not reported where the named thing may be one that could not be read.</summary>
    public void AddReference(JsonPath path, string message)
    {
        if (!malformed.Any(culprit => culprit.StartsWith("layout", StringComparison.Ordinal) && !culprit.Contains("traffic", StringComparison.Ordinal))) Add(path, message);
    }

    public IReadOnlyDictionary<string, string[]> ByPath() =>
        _found.GroupBy(problem => problem.Path, problem => problem.Message).ToDictionary(group => group.Key, group => group.Distinct().ToArray());

    private static bool IsAtOrUnder(string path, string culprit) =>
        path.StartsWith(culprit, StringComparison.Ordinal) && (path.Length == culprit.Length || culprit.Length == 0 || path[culprit.Length] is '.' or '[');
}
