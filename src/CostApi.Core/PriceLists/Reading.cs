using System.Collections.Frozen;
using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>What one source has said so far of one service's prices in one Region. Immutable: each reading makes a new one.</summary>
public sealed record Reading(string Source, string ServiceCode)
{
    /// <summary>Edition of the latest sound reading; null before the first.</summary>
    public PriceEdition? Edition { get; init; }

    /// <summary>The last good rate of each charge, by usage type without prefix.</summary>
    public IReadOnlyDictionary<string, Quote.Priced> Good { get; init; } = FrozenDictionary<string, Quote.Priced>.Empty;

    /// <summary>The rates that wait for another edition.</summary>
    public IReadOnlyList<HeldBack> HeldBack { get; init; } = [];

    /// <summary>The charges whose rows in the latest edition could not be used.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What of the latest edition could not be read, and may have been anything.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The rates that the latest edition does not list any more, as they were last seen.</summary>
    public IEnumerable<Quote.Priced> Vanished => Good
        .Where(good => good.Value.Edition != Edition && ReasonFor(good.Key) is null)
        .Select(good => good.Value).OrderBy(good => good.Rate.UsageType, StringComparer.Ordinal);

    /// <summary>
    /// Everything to say of the latest edition: rows that were refused or held back, what could not be read, and what is gone.
    /// </summary>
    public IEnumerable<string> Remarks => Refusals.Select(refusal => refusal.Reason).Concat(HeldBack.Select(held => held.Reason)).Concat(Problems).Concat(Vanished.Select(ReasonOf));

    /// <summary>Why the latest attempt failed; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// Whether the latest attempt failed before the source was asked, because it had failed too often just then: what failed is
    /// told already.
    /// </summary>
    public bool WasLeftAlone { get; init; }

    /// <summary>What to say of a rate that is not listed any more.</summary>
    public static string ReasonOf(Quote.Priced vanished) =>
        $"The {vanished.Rate.Charge.ServiceCode} price list no longer has {vanished.Rate.UsageType}. "
        + $"Its last price, of {vanished.LastSeen!.Text}, remains in effect unless another source has a price.";

    /// <summary>What the reading says of a charge, and whether the latest edition says so; null where it says nothing.</summary>
    public (Quote Quote, bool IsCurrent)? Find(string charge) =>
        Refusals.FirstOrDefault(refusal => refusal.IsAmbiguous && refusal.Charge == charge) is { } ambiguous ? (new Quote.Unpriced(ambiguous.Reason), Error is null)
        : Good.TryGetValue(charge, out var quote) ? (quote, Error is null && quote.Edition == Edition)
        : null;

    /// <summary>Why a charge has no rate in the latest edition, if there is more to say than that it has none.</summary>
    public string? ReasonFor(string charge) =>
        Refusals.FirstOrDefault(refusal => refusal.Charge == charge)?.Reason
        ?? HeldBack.FirstOrDefault(held => held.Rate.Charge.UsageType == charge)?.Reason;

    /// <summary>
    /// The reading after a new edition. A charge that the edition lacks keeps its last good rate, in the edition that had it.
    /// </summary>
    /// <param name="listing">What was read.</param>
    /// <param name="inForce">The prices that are answered from at present.</param>
    /// <param name="holdBackFactor">A rate that moved by more than this waits for another edition that says the same.</param>
    /// <param name="shipped">The prices that the service ships: what to hold a rate against where none is in force.</param>
    /// <param name="elsewhere">
    /// The rates of a charge in other Regions, in the Region's currency: what to hold a rate against that is new.
    /// </param>
    public Reading Take(
        Listing listing, PriceBook inForce, decimal holdBackFactor, PriceBook? shipped = null, Func<Charge, IEnumerable<Rate>>? elsewhere = null)
    {
        if (listing is { Rates.Count: 0, Refusals.Count: 0 })
            return Fail($"The {ServiceCode} price list {listing.Edition.Version} has no usable row for {inForce.Region.Code}.");
        var good = Good.ToDictionary(StringComparer.Ordinal);
        var held = new List<HeldBack>();
        foreach (var rate in listing.Rates)
        {
            var charge = rate.Charge.UsageType;
            var lastGood = (inForce.Find(rate.Charge) as Quote.Priced ?? Good.GetValueOrDefault(charge) ?? shipped?.Find(rate.Charge) as Quote.Priced)?.Rate;
            // A mistake in a list is there however often the list is read: another edition must say the same.
            var confirmed = HeldBack.Any(before => before.Rate.Charge == rate.Charge && before.Rate.CostsTheSameAs(rate) && !before.Edition.IsOfSameListAs(listing.Edition));
            var isPlausible = lastGood is null
                ? IsPlausible(rate, [.. elsewhere?.Invoke(rate.Charge) ?? []], holdBackFactor)
                : PriceMove.Factor(lastGood, rate) <= holdBackFactor;
            if (confirmed || isPlausible || IsGood(rate, listing.Edition)) good[charge] = new Quote.Priced(rate, listing.Edition);
            else held.Add(new HeldBack(rate, listing.Edition, lastGood));
        }

        return this with
        {
            Edition = listing.Edition,
            Good = good.ToFrozenDictionary(StringComparer.Ordinal),
            HeldBack = held,
            Refusals = listing.Refusals,
            Problems = listing.Problems,
            Error = null,
            WasLeftAlone = false,
        };
    }

    /// <summary>The reading after the source said that the edition at hand is still its latest.</summary>
    public Reading Confirm(DateTimeOffset at)
    {
        if (Edition is null) return this;
        var confirmed = Edition with { RetrievedAt = at };
        return this with
        {
            Edition = confirmed,
            Good = Good.ToFrozenDictionary(good => good.Key, good => good.Value.Edition == Edition ? good.Value with { Edition = confirmed } : good.Value, StringComparer.Ordinal),
            Error = null,
            WasLeftAlone = false,
        };
    }

    /// <summary>The reading after an attempt that failed.</summary>
    /// <param name="error">Why.</param>
    /// <param name="wasLeftAlone">Whether the source was not even asked, because it had failed too often just then.</param>
    public Reading Fail(string error, bool wasLeftAlone = false) => this with { Error = error, WasLeftAlone = wasLeftAlone };

    // A charge that is new here costs something, and about as much as in one other Region at least, if there is one.
    private static bool IsPlausible(Rate rate, IReadOnlyList<Rate> elsewhere, decimal holdBackFactor) =>
        rate.Tiers.Any(tier => tier.Price > 0)
        && (elsewhere.Count == 0 || elsewhere.Any(other => PriceMove.Factor(other, rate) <= holdBackFactor));

    // What this list's edition was confirmed to say does not fall back to waiting because it is read again.
    private bool IsGood(Rate rate, PriceEdition edition) =>
        Good.TryGetValue(rate.Charge.UsageType, out var good) && good.Edition.IsOfSameListAs(edition) && good.Rate.CostsTheSameAs(rate);
}
