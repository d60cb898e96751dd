using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>The public price files of AWS, for which no account is needed.</summary>
internal sealed class OfferFileClient(OfferDownload download, IOptions<OfferFilesOptions> options)
{
    private static readonly TimeSpan IndexLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FileLimit = TimeSpan.FromMinutes(2);
    // 440 MB, and growing.
    private static readonly TimeSpan Ec2FileLimit = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Uri, TaggedIndex> _indexes = new();

    /// <summary>The rows of a service that may be ours in a Region; null while the version held is still the current one.</summary>
    /// <remarks>A Region's file has rows of other places too: which are the Region's own is for the reader of rows to tell.</remarks>
    /// <exception cref="PriceSourceException">They could not be had.</exception>
    public async Task<PriceList?> ReadAsync(string serviceCode, Region region, string? heldVersion, CancellationToken cancellationToken)
    {
        var indexUrl = OfferFileUrls.RegionIndex(options.Value.BaseUrl, serviceCode, region);
        var index = await ReadIndexAsync(indexUrl, cancellationToken);
        if (index.Regions.GetValueOrDefault(region.Code)?.CurrentVersionUrl is not { } address)
            throw new PriceSourceException($"{indexUrl} names no file for {region.Code}.");
        if (OfferFileUrls.Join(indexUrl, address) is not { } url)
            throw new PriceSourceException($"{indexUrl} leads {region.Code} to {Excerpt(address)}, which is not a path on {indexUrl.Host}.");
        if (heldVersion is not null && OfferFileUrls.Version(url) == heldVersion) return null;

        var limit = serviceCode == Charges.NatGatewayHours.ServiceCode ? Ec2FileLimit : FileLimit;
        return await download.GetAsync(url, null, limit, (_, body, cancelled) => ReadFileAsync(body, serviceCode, cancelled), cancellationToken);
    }

    private static async Task<PriceList> ReadFileAsync(WatchedBody body, string serviceCode, CancellationToken cancellationToken)
    {
        try
        {
            return await OfferFileReader.ReadAsync(body, serviceCode, usageType => UsageTypes.MayMatter(serviceCode, usageType), cancellationToken);
        }
        catch (InvalidDataException error) when (body.HasEnded)
        {
            // The next try may bring the rest; of a file that is wrong, it would bring the same.
            throw new EndOfStreamException(error.Message, error);
        }
    }

    private async Task<RegionIndex> ReadIndexAsync(Uri url, CancellationToken cancellationToken)
    {
        var known = _indexes.GetValueOrDefault(url);
        return await download.GetAsync(url, known?.Tag, IndexLimit, ReadAsync, cancellationToken);

        async Task<RegionIndex> ReadAsync(HttpResponseMessage response, WatchedBody body, CancellationToken cancelled)
        {
            if (response.StatusCode == HttpStatusCode.NotModified) return known!.Index;
            var index = await RegionIndex.ReadAsync(body, cancelled);
            if (response.Headers.ETag is { } tag) _indexes[url] = new TaggedIndex(tag, index);
            else _indexes.TryRemove(url, out _);
            return index;
        }
    }

    private static string Excerpt(string address) => address.Length <= 200 ? address : $"{address[..200]}...";

    private sealed record TaggedIndex(EntityTagHeaderValue Tag, RegionIndex Index);
}
