namespace CostApi.Core.Prices;

/// <summary>How old a price may be.</summary>
/// <param name="Now">The moment that ages are counted to.</param>
/// <param name="StaleAfter">The age from which a price is stale.</param>
public sealed record Freshness(DateTimeOffset Now, TimeSpan StaleAfter)
{
    /// <summary>Whether the moment is one of the past that the caller asked about: a price that was confirmed since is not stale.</summary>
    public bool IsPast { get; init; }

    /// <summary>
    /// Whether a price that was last seen then is certainly older than it may be. A reading that lies far in the future,
    /// as after a clock that ran ahead, is no more to be trusted than an old one.
    /// </summary>
    public bool IsStale(LastSeen seen) => AgeOf(seen) > StaleAfter;

    private TimeSpan AgeOf(LastSeen seen)
    {
        if (seen.From > Now) return IsPast ? TimeSpan.Zero : seen.From - Now;
        return seen.To < Now ? Now - seen.To : TimeSpan.Zero;
    }
}
