using System.Collections.Frozen;
using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>A rate that moved so far that a second reading must confirm it.</summary>
/// <param name="Rate">The rate as read.</param>
/// <param name="Edition">The edition that it was read in.</param>
/// <param name="LastGood">The rate that stays in force meanwhile; null where there is none.</param>
public sealed record HeldBack(Rate Rate, PriceEdition Edition, Rate? LastGood)
{
    public string Reason => Rate.Tiers.All(tier => tier.Price == 0)
        ? $"The price list says 0 for {Rate.UsageType}; it is held back until a second reading confirms it."
        : $"The price of {Rate.UsageType} moved by more than is taken at once; it is held back until a second reading confirms it.";
}

/// <summary>What one source has said so far of one service's prices in one Region. Immutable: each reading makes a new one.</summary>
public sealed record Reading(string Source, string ServiceCode)
{
    /// <summary>Edition of the latest sound reading; null before the first.</summary>
    public PriceEdition? Edition { get; init; }

    /// <summary>The last good rate of each charge, by usage type without prefix.</summary>
    public IReadOnlyDictionary<string, Quote.Priced> Good { get; init; } = FrozenDictionary<string, Quote.Priced>.Empty;

    /// <summary>The rates that wait for a second reading.</summary>
    public IReadOnlyList<HeldBack> HeldBack { get; init; } = [];

    /// <summary>The charges whose rows in the latest edition could not be used.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What of the latest edition could not be read, and may have been anything.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Everything to say of the latest edition: rows that were refused or held back, and what could not be read.</summary>
    public IEnumerable<string> Remarks => Refusals.Select(refusal => refusal.Reason).Concat(HeldBack.Select(held => held.Reason)).Concat(Problems);

    /// <summary>Why the latest attempt failed; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>What the reading says of a charge, and whether the latest edition says so; null where it says nothing.</summary>
    public (Quote Quote, bool IsCurrent)? Find(string charge) =>
        Refusals.FirstOrDefault(refusal => refusal.IsAmbiguous && refusal.Charge == charge) is { } ambiguous ? (new Quote.Unpriced(ambiguous.Reason), Error is null)
        : Good.TryGetValue(charge, out var quote) ? (quote, Error is null && quote.Edition == Edition)
        : null;

    /// <summary>Why a charge has no rate in the latest edition, if there is more to say than that it has none.</summary>
    public string? ReasonFor(string charge) =>
        Refusals.FirstOrDefault(refusal => refusal.Charge == charge)?.Reason
        ?? HeldBack.FirstOrDefault(held => held.Rate.Charge.UsageType == charge)?.Reason;

    /// <summary>The reading after a new edition. A charge that the edition lacks keeps its last good rate, in the edition that had it.</summary>
    /// <param name="listing">What was read.</param>
    /// <param name="inForce">The prices that are answered from at present.</param>
    /// <param name="holdBackFactor">A rate that moved by more than this waits for a second reading that says the same.</param>
    /// <param name="shipped">The prices that the service ships: what to hold a rate against where none is in force.</param>
    public Reading Take(Listing listing, PriceBook inForce, decimal holdBackFactor, PriceBook? shipped = null)
    {
        if (listing is { Rates.Count: 0, Refusals.Count: 0 }) return Fail($"The {ServiceCode} price list {listing.Edition.Version} has no row for {inForce.Region.Code} that the service can use.");
        var good = Good.ToDictionary(StringComparer.Ordinal);
        var held = new List<HeldBack>();
        foreach (var rate in listing.Rates)
        {
            var charge = rate.Charge.UsageType;
            var lastGood = (inForce.Find(rate.Charge) as Quote.Priced ?? Good.GetValueOrDefault(charge) ?? shipped?.Find(rate.Charge) as Quote.Priced)?.Rate;
            var confirmed = HeldBack.Any(before => before.Rate.Charge == rate.Charge && before.Rate.CostsTheSameAs(rate));
            if (confirmed || IsPlausible(rate, lastGood, holdBackFactor)) good[charge] = new Quote.Priced(rate, listing.Edition);
            else held.Add(new HeldBack(rate, listing.Edition, lastGood));
        }

        return this with { Edition = listing.Edition, Good = good.ToFrozenDictionary(StringComparer.Ordinal), HeldBack = held, Refusals = listing.Refusals, Problems = listing.Problems, Error = null };
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
        };
    }

    /// <summary>The reading after an attempt that failed.</summary>
    public Reading Fail(string error) => this with { Error = error };

    private static bool IsPlausible(Rate rate, Rate? lastGood, decimal holdBackFactor) => lastGood is null
        ? rate.Tiers.Any(tier => tier.Price > 0)
        : PriceMove.Factor(lastGood, rate) <= holdBackFactor;
}
