using CostApi.Core.PriceLists;
using CostApi.Core.Prices;

namespace CostApi.PriceSources.QueryApi;

/// <summary>The Price List Query API as a source of prices.</summary>
internal sealed class QueryApiSource(QueryApiClient client, Credentials credentials, Snapshot snapshot, TimeProvider time) : IPriceSource
{
    public string Name => SourceNames.QueryApi;

    public bool Serves(Region region) => region.Partition.PriceList is not null;

    public Task<Obstacle?> FindObstacleAsync(CancellationToken cancellation) => credentials.FindObstacleAsync(cancellation);

    public bool IsDue(Reading before) => true;

    public async Task<Listing?> ReadAsync(Reading before, Region region, CancellationToken cancellation)
    {
        var (list, problems) = await client.ReadAsync(before.ServiceCode, region, cancellation);
        return Selection.Choose(list, region, snapshot.Regions, Name, time.GetUtcNow()) with { Problems = problems };
    }
}
