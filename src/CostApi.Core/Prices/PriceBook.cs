using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace CostApi.Core.Prices;

/// <summary>An edition of the prices.</summary>
/// <param name="Source">Source of the prices: <c>query-api</c>, <c>offer-files</c>, or <c>snapshot</c> for the shipped prices.</param>
/// <param name="Version">Identifier of the edition. Equal versions have equal prices.</param>
/// <param name="PublishedAt">When AWS published the price list; for the shipped prices, the date of the newest price.</param>
/// <param name="RetrievedAt">When the prices were last read from their source or confirmed to be unchanged.</param>
public sealed record PriceEdition(string Source, string Version, DateTimeOffset PublishedAt, DateTimeOffset RetrievedAt)
{
    /// <summary>Name of the source of the prices that the service ships.</summary>
    public const string Shipped = "snapshot";

    /// <summary>Whether it is the edition that the service ships: no list, but rates of many lists, each with its own date.</summary>
    [JsonIgnore]
    public bool IsShipped => Source == Shipped;

    /// <summary>Whether both are one publication of a price list, however often it was read.</summary>
    public bool IsOfSameListAs(PriceEdition other) => Version == other.Version && PublishedAt == other.PublishedAt;
}

/// <summary>The prices of one Region. Immutable; a charge without a row is unpriced, never 0 and never another Region's.</summary>
public sealed class PriceBook
{
    private readonly FrozenDictionary<string, Quote.Priced> _quotes;
    private readonly IReadOnlyDictionary<string, string> _withheld;
    private readonly string? _interRegionUnavailable;

    /// <param name="region">The Region.</param>
    /// <param name="edition">The edition as a whole.</param>
    /// <param name="quotes">One rate for each charge, with the edition that it was read in.</param>
    /// <param name="unavailable">Why the Region's own price list is not at hand, if it is not.</param>
    /// <param name="interRegionUnavailable">Why the rates for transfer between Regions are not at hand, if they are not.</param>
    /// <param name="withheld">Why a charge has no rate although its list is at hand, by usage type.</param>
    public PriceBook(
        Region region, PriceEdition edition, IEnumerable<Quote.Priced> quotes,
        string? unavailable = null, string? interRegionUnavailable = null, IReadOnlyDictionary<string, string>? withheld = null)
    {
        Region = region;
        Edition = edition;
        _quotes = quotes.ToFrozenDictionary(quote => quote.Rate.Charge.UsageType, StringComparer.Ordinal);
        _withheld = withheld ?? FrozenDictionary<string, string>.Empty;
        Unavailable = unavailable;
        _interRegionUnavailable = interRegionUnavailable;
    }

    public Region Region { get; }

    public PriceEdition Edition { get; }

    /// <summary>Why the Region's own price list is not at hand; null where it is.</summary>
    public string? Unavailable { get; }

    /// <summary>Whether the Region's own price list is at hand.</summary>
    public bool IsAvailable => Unavailable is null;

    /// <summary>Every rate, in the order of usage types.</summary>
    public IEnumerable<Quote.Priced> Quotes => _quotes.Values.OrderBy(quote => quote.Rate.UsageType, StringComparer.Ordinal);

    /// <summary>Why transfer to other Regions has no rates, if it has none.</summary>
    public string? InterRegionUnavailable => _interRegionUnavailable;

    /// <summary>Why a charge has no rate although its list is at hand, by usage type.</summary>
    public IReadOnlyDictionary<string, string> Withheld => _withheld;

    public Quote Find(Charge charge) => _quotes.TryGetValue(charge.UsageType, out var quote) ? quote : new Quote.Unpriced(Reason(charge));

    private string Reason(Charge charge) => charge switch
    {
        _ when _withheld.TryGetValue(charge.UsageType, out var reason) => reason,
        { ToRegion: { } to, ServiceCode: null } =>
            $"No list price is available for data transfer from {Region.Code} to {to}, because the usage type prefix of {to} is not known.",
        { ToRegion: not null } when _interRegionUnavailable is not null => _interRegionUnavailable,
        { ToRegion: { } to } =>
            $"No list price is available for {Region.UsageTypeOf(charge)}, data transfer from {Region.Code} to {to}.",
        _ when Unavailable is not null => Unavailable,
        { ServiceCode: null } => "AWS bills this charge, but neither its usage type nor its rate is known.",
        _ => $"No list price is available for {Region.UsageTypeOf(charge)} in {Region.Code}.",
    };
}
