namespace CostApi.Core.Services;

/// <summary>Finds the names that somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>The candidates that a name begins, then those with the smallest edit distance; none that differ by more than about half.</summary>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> candidates, int count)
    {
        // Compared up to a length that no real name exceeds, so that a hostile one costs no time.
        var wanted = name.Length > 100 ? name[..100] : name;
        var limit = Math.Max(2, wanted.Length / 2);
        return [.. candidates
            .Select(candidate => (candidate, distance: Distance(wanted, candidate)))
            .Where(pair => pair.distance <= limit || pair.candidate.Contains(wanted, StringComparison.OrdinalIgnoreCase) && wanted.Length > 1)
            .OrderBy(pair => pair.distance > 0 && !pair.candidate.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            .ThenBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => pair.candidate)];
    }

    // Levenshtein distance, ignoring case, over two rows.
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
