using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>The public offer files as a source of prices.</summary>
internal sealed class OfferFileSource(OfferFileClient client, Snapshot snapshot, IOptions<OfferFilesOptions> options, TimeProvider time) : IPriceSource
{
    public string Name => SourceNames.OfferFiles;

    public Task<bool> IsAtHandAsync(Region region, CancellationToken cancellation) => Task.FromResult(OfferFileUrls.IsPublished(region));

    public bool IsDue(Reading before) =>
        before.ServiceCode != Charges.NatGatewayHours.ServiceCode
        || options.Value.Ec2 && (before is not { Edition: { } edition, HeldBack.Count: 0, Error: null } || !IsRecent(edition));

    public async Task<Listing?> ReadAsync(Reading before, Region region, CancellationToken cancellation)
    {
        // What a second reading must confirm is read again, even if the version is the same.
        var held = before.HeldBack.Count == 0 ? before.Edition?.Version : null;
        var list = await client.ReadAsync(before.ServiceCode, region, held, cancellation);
        return list is null ? null : Selection.Choose(list, region, snapshot.Regions, Name, time.GetUtcNow());
    }

    // A clock that was set back makes no edition recent that lies in the future.
    private bool IsRecent(PriceEdition edition)
    {
        var age = time.GetUtcNow() - edition.RetrievedAt;
        return age >= TimeSpan.Zero && age < options.Value.Ec2Interval;
    }
}
