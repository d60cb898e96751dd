namespace CostApi.Core.Layouts.Checks;

/// <summary>Everything that is wrong with a request, by the path of the culprit.</summary>
/// <param name="malformed">Paths whose JSON was unusable and has been reported: what follows from them is not reported again.</param>
public sealed class Problems(IReadOnlyCollection<string> malformed)
{
    /// <summary>More than this many are not looked for: nobody reads them, and a hostile body could hold a million.</summary>
    public const int Most = 1000;

    private readonly List<(string Path, string Message)> _found = [];

    public bool Any => _found.Count > 0;

    public bool IsFull => _found.Count >= Most;

    public void Add(JsonPath path, string message)
    {
        if (IsFull) return;
        var text = path.ToString();
        if (!malformed.Any(culprit => IsAtOrUnder(text, culprit))) _found.Add((text, message));
    }

    /// <summary>A name that leads nowhere: not reported where the named thing may be one that could not be read.</summary>
    public void AddReference(JsonPath path, string message)
    {
        if (!malformed.Any(culprit => culprit.StartsWith("layout", StringComparison.Ordinal) && !culprit.Contains("traffic", StringComparison.Ordinal))) Add(path, message);
    }

    public IReadOnlyDictionary<string, string[]> ByPath() =>
        _found.Concat(IsFull ? [Overflow] : [])
            .GroupBy(problem => problem.Path, problem => problem.Message)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray());

    /// <summary>What is said in place of all further problems.</summary>
    public static (string Path, string Message) Overflow => ("$", $"More is wrong than is listed here: the search ended at {Most} problems.");

    private static bool IsAtOrUnder(string path, string culprit) =>
        path.StartsWith(culprit, StringComparison.Ordinal) && (path.Length == culprit.Length || culprit.Length == 0 || path[culprit.Length] is '.' or '[');
}
