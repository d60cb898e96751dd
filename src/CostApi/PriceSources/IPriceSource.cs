using CostApi.Core.PriceLists;
using CostApi.Core.Prices;

namespace CostApi.PriceSources;

/// <summary>A live source of list prices.</summary>
internal interface IPriceSource
{
    /// <summary>Name in <c>Prices:Sources</c>, and in answers.</summary>
    string Name { get; }

    /// <summary>Whether the source has prices of the Region's partition.</summary>
    bool Serves(Region region);

    /// <summary>Finds out what keeps the source from being asked, such as credentials that are not there; null where nothing does.</summary>
    Task<Obstacle?> FindObstacleAsync(CancellationToken cancellation);

    /// <summary>Whether the list of a service is to be read again, given what was read before.</summary>
    bool IsDue(Reading before);

    /// <summary>Reads the list of a service in a Region; null where the edition that was read before is still the latest.</summary>
    /// <exception cref="PriceSourceException">The source could not be read.</exception>
    Task<Listing?> ReadAsync(Reading before, Region region, CancellationToken cancellation);
}

/// <summary>What keeps a source from being asked.</summary>
/// <param name="Message">What it is, and what to do about it; holds no secrets.</param>
/// <param name="MayPass">Whether to try again soon.</param>
internal sealed record Obstacle(string Message, bool MayPass);
