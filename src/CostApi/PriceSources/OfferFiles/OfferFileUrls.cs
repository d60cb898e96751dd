using CostApi.Core.Prices;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>Where AWS publishes offer files.</summary>
internal static class OfferFileUrls
{
    private static readonly Uri Commercial = new("https://pricing.us-east-1.amazonaws.com");
    private static readonly Uri China = new("https://pricing.cn-north-1.amazonaws.com.cn");

    /// <summary>Whether there are offer files of the Region's partition.</summary>
    public static bool IsPublished(Region region) => PublisherOf(region) is not null;

    /// <exception cref="PriceSourceException">The Region's partition has no offer files.</exception>
    public static Uri RegionIndex(Uri? mirror, string serviceCode, Region region) => PublisherOf(region) is var (host, folder)
        ? new Uri(mirror ?? host, $"/offers/v1.0/{folder}/{serviceCode}/current/region_index.json")
        : throw new PriceSourceException($"No offer files are published for the partition {region.Partition}, to which {region.Code} belongs.");

    /// <summary>An address that an index names; null where it leads to another host, or nowhere.</summary>
    // An absolute path, seen from the host: joined to the index's folder, it would double.
    public static Uri? Join(Uri index, string address) =>
        Uri.TryCreate(index, address, out var url)
            && (address.StartsWith('/') || address.StartsWith($"{url.Scheme}://", StringComparison.OrdinalIgnoreCase))
            && url.GetLeftPart(UriPartial.Authority) == index.GetLeftPart(UriPartial.Authority)
            ? url
            : null;

    private static (Uri Host, string Folder)? PublisherOf(Region region) => region.Partition switch
    {
        "aws" or "aws-us-gov" => (Commercial, "aws"),
        "aws-cn" => (China, "cn"),
        _ => null,
    };

    /// <summary>The version in <c>/offers/v1.0/aws/{service}/{version}/{region}/index.json</c>.</summary>
    public static string? Version(Uri file) => file.Segments is [.., var version, _, _] ? version.TrimEnd('/') : null;
}
