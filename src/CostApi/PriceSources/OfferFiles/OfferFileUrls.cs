using CostApi.Core.Prices;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>Where AWS publishes offer files.</summary>
internal static class OfferFileUrls
{
    /// <summary>Whether there are offer files of the Region's partition.</summary>
    public static bool IsPublished(Region region) => region.Partition.PriceList is not null;

    /// <exception cref="PriceSourceException">The Region's partition has no offer files.</exception>
    public static Uri RegionIndex(Uri? mirror, string serviceCode, Region region)
    {
        var hosts = region.Partition.PriceList
            ?? throw new PriceSourceException($"No offer files are known for the partition {region.Partition.Name}, to which {region.Code} belongs.");
        return new Uri(mirror ?? new Uri(hosts.OfferFiles), $"/offers/v1.0/{hosts.OfferFolder}/{serviceCode}/current/region_index.json");
    }

    /// <summary>An address that an index names; null where it leads to another host, or nowhere.</summary>
    // An absolute path, seen from the host: joined to the index's folder, it would double.
    public static Uri? Join(Uri index, string address) =>
        Uri.TryCreate(index, address, out var url)
            && (address.StartsWith('/') || address.StartsWith($"{url.Scheme}://", StringComparison.OrdinalIgnoreCase))
            && url.GetLeftPart(UriPartial.Authority) == index.GetLeftPart(UriPartial.Authority)
            ? url
            : null;

    /// <summary>The version in <c>/offers/v1.0/aws/{service}/{version}/{region}/index.json</c>.</summary>
    public static string? Version(Uri file) => file.Segments is [.., var version, _, _] ? version.TrimEnd('/') : null;
}
