using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>What one reading of a source gave for one Region and one service's price list.</summary>
/// <param name="ServiceCode">Service code of the list.</param>
/// <param name="Edition">Which edition of the list was read.</param>
/// <param name="Rates">The rates that could be chosen.</param>
/// <param name="Refusals">The charges whose rows could not be used.</param>
public sealed record Listing(string ServiceCode, PriceEdition Edition, IReadOnlyList<Rate> Rates, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>What of the list could not be read, and may have been anything.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>A charge that a price list has rows for, none of which can be used.</summary>
/// <param name="Charge">Usage type without the Region prefix.</param>
/// <param name="Reason">Why not.</param>
/// <param name="IsAmbiguous">
/// The rows are sound and contradict each other, so that no price is known. Any other refusal is a fault in the list,
/// behind which the last good price stands.
/// </param>
public sealed record Refusal(string Charge, string Reason, bool IsAmbiguous = false);
