using System.Collections.Frozen;

namespace CostApi.Core.Prices;

/// <summary>Which edition of the prices a book holds.</summary>
/// <param name="Source">Where the prices were taken from: <c>snapshot</c> for those that the service ships.</param>
/// <param name="Version">Identifies the edition: equal versions hold equal prices.</param>
/// <param name="PublishedAt">Date of the newest price in the edition.</param>
/// <param name="RetrievedAt">When the prices were last taken from their source.</param>
public sealed record PriceEdition(string Source, string Version, DateTimeOffset PublishedAt, DateTimeOffset RetrievedAt);

/// <summary>The prices of one Region. Immutable; a charge without a row is unpriced, never 0 and never another Region's.</summary>
public sealed class PriceBook
{
    private readonly FrozenDictionary<string, Rate> _rates;
    private readonly string? _interRegionUnavailable;

    /// <param name="region">The Region.</param>
    /// <param name="edition">Which edition the rates belong to.</param>
    /// <param name="rates">One rate for each charge.</param>
    /// <param name="unavailable">Why the Region's own price list is not at hand, if it is not.</param>
    /// <param name="interRegionUnavailable">Why the rates for transfer between Regions are not at hand, if they are not.</param>
    public PriceBook(Region region, PriceEdition edition, IEnumerable<Rate> rates, string? unavailable = null, string? interRegionUnavailable = null)
    {
        Region = region;
        Edition = edition;
        _rates = rates.ToFrozenDictionary(rate => rate.Charge.UsageType, StringComparer.Ordinal);
        Unavailable = unavailable;
        _interRegionUnavailable = interRegionUnavailable;
    }

    public Region Region { get; }

    public PriceEdition Edition { get; }

    /// <summary>Why the Region's own price list is not at hand; null where it is.</summary>
    public string? Unavailable { get; }

    /// <summary>Whether the Region's own price list is at hand.</summary>
    public bool IsAvailable => Unavailable is null;

    /// <summary>Every rate, by usage type.</summary>
    public IEnumerable<Rate> Rates => _rates.Values.OrderBy(rate => rate.UsageType, StringComparer.Ordinal);

    public Quote Find(Charge charge) =>
        _rates.TryGetValue(charge.UsageType, out var rate)
            ? new Quote.Priced(rate)
            : new Quote.Unpriced(Reason(charge));

    private string Reason(Charge charge) => charge switch
    {
        { ToRegion: { } to, ServiceCode: null } => $"No list price for transfer from {Region.Code} to {to} is at hand: the usage-type prefix of {to} is not known.",
        { ToRegion: not null } when _interRegionUnavailable is not null => _interRegionUnavailable,
        { ToRegion: { } to } => $"No list price for {Region.UsageTypeOf(charge)}, transfer from {Region.Code} to {to}, is at hand.",
        _ when Unavailable is not null => Unavailable,
        { ServiceCode: null } => "AWS bills this, but neither its usage type nor its rate is known.",
        _ => $"No list price for {Region.UsageTypeOf(charge)} in {Region.Code} is at hand.",
    };
}
