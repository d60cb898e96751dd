using CostApi.Core.Prices;

namespace CostApi.PriceSources.QueryApi;

/// <summary>Which products of a service's price list are asked for.</summary>
/// <param name="Partition">Partition whose price list it is.</param>
/// <param name="ServiceCode">Service code.</param>
/// <param name="Filters">Attributes and the values they must have; all of them.</param>
public sealed record ProductQuery(Partition Partition, string ServiceCode, IReadOnlyList<(string Field, string Value)> Filters)
{
    /// <summary>The rows of a service for a Region.</summary>
    /// <exception cref="ArgumentException">No charge of ours is in that service's price list.</exception>
    public static ProductQuery For(string serviceCode, Region region) => new(region.Partition, serviceCode, serviceCode switch
    {
        "AmazonVPC" => [("regionCode", region.Code)],
        // Of the hundred thousand rows for instances, none is wanted.
        "AmazonEC2" => [("regionCode", region.Code), ("productFamily", "NAT Gateway")],
        // Rows of data transfer have no regionCode, and stand in the lists of both ends.
        "AWSDataTransfer" => [("fromRegionCode", region.Code)],
        _ => throw new ArgumentException($"No charge is known in the price list of {serviceCode}.", nameof(serviceCode)),
    });
}
