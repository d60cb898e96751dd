using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostApi.Core.Prices;

/// <summary>Where a partition's prices are published.</summary>
/// <param name="OfferFiles">Host of the offer files.</param>
/// <param name="OfferFolder">Their folder below <c>/offers/v1.0/</c>.</param>
/// <param name="QueryApi">Host of the Price List Query API.</param>
/// <param name="SigningRegion">The Region that requests to it are signed for, which is not the Region whose prices are asked for.</param>
public sealed record PriceListHosts(string OfferFiles, string OfferFolder, string QueryApi, string SigningRegion);

/// <summary>A partition of AWS: a group of Regions with accounts, names and prices of its own.</summary>
/// <param name="Name">Name as in ARNs: <c>aws</c>, <c>aws-cn</c>.</param>
/// <param name="RegionPrefix">What the codes of its Regions begin with; empty for the commercial partition.</param>
/// <param name="DnsSuffix">Domain of its public service names.</param>
/// <param name="ServicePrefix">What the names of endpoint services begin with that are not named as in the commercial partition.</param>
/// <param name="PriceList">Where its prices are published; null where that is not known.</param>
/// <remarks>Names and domains: botocore's <c>endpoints.json</c>; service prefixes: AWS CDK's <c>vpc-endpoint.ts</c>.</remarks>
[JsonConverter(typeof(PartitionByName))]
public sealed record Partition(string Name, string RegionPrefix, string DnsSuffix, string ServicePrefix, PriceListHosts? PriceList)
{
    private static readonly PriceListHosts Worldwide = new(
        "https://pricing.us-east-1.amazonaws.com", "aws", "https://api.pricing.us-east-1.amazonaws.com", "us-east-1");

    private static readonly PriceListHosts InChina = new(
        "https://pricing.cn-north-1.amazonaws.com.cn", "cn", "https://api.pricing.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1");

    public static Partition Commercial { get; } = new("aws", "", "amazonaws.com", "com.amazonaws", Worldwide);

    public static Partition China { get; } = new("aws-cn", "cn-", "amazonaws.com.cn", "cn.com.amazonaws", InChina);

    /// <summary>Every partition; the commercial one, whose Regions have no prefix in common, last.</summary>
    public static IReadOnlyList<Partition> All { get; } =
    [
        China,
        new("aws-us-gov", "us-gov-", "amazonaws.com", "com.amazonaws", Worldwide),
        new("aws-iso", "us-iso-", "c2s.ic.gov", "gov.ic.c2s", null),
        new("aws-iso-b", "us-isob-", "sc2s.sgov.gov", "gov.sgov.sc2s", null),
        new("aws-iso-f", "us-isof-", "csp.hci.ic.gov", "gov.ic.hci.csp", null),
        new("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "uk.adc-e.cloud", null),
        new("aws-eusc", "eusc-", "amazonaws.eu", "eu.amazonaws", null),
        Commercial,
    ];

    /// <summary>The partition that a Region belongs to, by the Region's code.</summary>
    public static Partition OfRegion(string code) => All.First(partition => code.StartsWith(partition.RegionPrefix, StringComparison.Ordinal));

    /// <summary>The partition of a name; null where there is none.</summary>
    public static Partition? Named(string name) => All.FirstOrDefault(partition => partition.Name == name);

    /// <summary>The service name without what only some Regions put before it, or null where it is no full name of any partition.</summary>
    public static string? InCommercialForm(string serviceName)
    {
        var prefix = All.Select(partition => partition.ServicePrefix + ".").FirstOrDefault(start => serviceName.StartsWith(start, StringComparison.Ordinal));
        return prefix is null ? null : $"{Commercial.ServicePrefix}.{serviceName[prefix.Length..]}";
    }
}

/// <summary>A partition in JSON: its name.</summary>
internal sealed class PartitionByName : JsonConverter<Partition>
{
    public override Partition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString() ?? "";
        return Partition.Named(name) ?? throw new JsonException($"'{name}' is not a known partition");
    }

    public override void Write(Utf8JsonWriter writer, Partition value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
