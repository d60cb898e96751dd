using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>The public offer files as a source of prices.</summary>
internal sealed class OfferFileSource(OfferFileClient client, Snapshot snapshot, IOptions<OfferFilesOptions> options, TimeProvider time) : IPriceSource
{
    public string Name => SourceNames.OfferFiles;

    public bool Serves(Region region) => OfferFileUrls.IsPublished(region);

    public Task<Obstacle?> FindObstacleAsync(CancellationToken cancellation) => Task.FromResult<Obstacle?>(null);

    public bool IsDue(Reading before) =>
        before.ServiceCode != Charges.NatGatewayHours.ServiceCode
        || options.Value.Ec2 && (before is not { Edition: { } edition, HeldBack.Count: 0, Error: null } || !IsRecent(edition));

    public async Task<Listing?> ReadAsync(Reading before, Region region, CancellationToken cancellation)
    {
        // The same version says the same again, which confirms nothing of what is held back.
        var list = await client.ReadAsync(before.ServiceCode, region, before.Edition?.Version, cancellation);
        return list is null ? null : Selection.Choose(list, region, snapshot.Regions, Name, time.GetUtcNow());
    }

    // A clock that was set back makes no edition recent that lies in the future.
    private bool IsRecent(PriceEdition edition)
    {
        var age = time.GetUtcNow() - edition.RetrievedAt;
        return age >= TimeSpan.Zero && age < options.Value.Ec2Interval;
    }
}
