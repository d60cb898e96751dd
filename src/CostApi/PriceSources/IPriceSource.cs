using CostApi.Core.PriceLists;
using CostApi.Core.Prices;

namespace CostApi.PriceSources;

/// <summary>A live source of list prices.</summary>
internal interface IPriceSource
{
    /// <summary>Name in <c>Prices:Sources</c>, and in answers.</summary>
    string Name { get; }

    /// <summary>Whether the source can be asked for the Region at all: its credentials are there, and it has prices of the partition.</summary>
    Task<bool> IsAtHandAsync(Region region, CancellationToken cancellation);

    /// <summary>Whether the list of a service is to be read again, given what was read before.</summary>
    bool IsDue(Reading before);

    /// <summary>Reads the list of a service in a Region; null where the edition that was read before is still the latest.</summary>
    /// <exception cref="PriceSourceException">The source could not be read.</exception>
    Task<Listing?> ReadAsync(Reading before, Region region, CancellationToken cancellation);
}
