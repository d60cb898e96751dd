using CostApi.Core.Units;

namespace CostApi.Core.Layouts.Checks;

/// <summary>Everything that is wrong with a request, by the path of the culprit.</summary>
/// <param name="malformed">Paths whose JSON was unusable and has been reported: what follows from them is not reported again.</param>
/// <param name="layouts">Path of the layouts, or of the one layout.</param>
public sealed class Problems(IReadOnlyCollection<string> malformed, string layouts = "layouts")
{
    /// <summary>More than this many are not looked for: nobody reads them, and a hostile body could hold a million.</summary>
    public const int Most = 1000;

    // What may have been meant takes a search through all names there are.
    private const int MostHints = 50;

    private readonly UnreadNames _unread = new(malformed, layouts);
    private readonly List<(string Path, string Message)> _found = [];

    public bool Any => _found.Count > 0;

    public bool IsFull => _found.Count >= Most;

    /// <summary>Whether a message should still say what may have been meant.</summary>
    public bool TakesHints => _found.Count < MostHints;

    public void Add(JsonPath path, string message)
    {
        if (IsFull) return;
        var text = path.ToString();
        if (!malformed.Any(culprit => IsAtOrUnder(text, culprit))) _found.Add((text, message));
    }

    public IReadOnlyDictionary<string, string[]> ByPath() =>
        _found.Concat(IsFull ? [Overflow] : [])
            .GroupBy(problem => problem.Path, problem => problem.Message)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray());

    /// <summary>What is said in place of all further problems.</summary>
    public static (string Path, string Message) Overflow =>
        ("$", $"The request has more than {Figures.Show(Most)} errors. Only the first {Figures.Show(Most)} are listed.");

    /// <summary>Whether a name that leads nowhere is a problem: not where the named thing may be one that could not be read.</summary>
    internal bool TakesReference(Named names, JsonPath path) => !IsFull && !_unread.MayHold(names, path);

    private static bool IsAtOrUnder(string path, string culprit) =>
        path.StartsWith(culprit, StringComparison.Ordinal) && (path.Length == culprit.Length || culprit.Length == 0 || path[culprit.Length] is '.' or '[');
}
