using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>Chooses the rows of a price list that price our charges in a Region.</summary>
public static class Selection
{
    private const string RegionLocation = "AWS Region";

    /// <summary>One rate for each charge that the list prices soundly, and a refusal for each that it does not.</summary>
    /// <param name="list">The list, or the part of it that may matter.</param>
    /// <param name="region">The Region to price.</param>
    /// <param name="regions">All Regions, by code: where transfer from the Region can go.</param>
    /// <param name="source">Name of the source that the list was read from.</param>
    /// <param name="retrievedAt">When it was read.</param>
    public static Listing Choose(PriceList list, Region region, IReadOnlyDictionary<string, Region> regions, string source, DateTimeOffset retrievedAt)
    {
        var edition = new PriceEdition(source, list.Version, list.PublishedAt, retrievedAt);
        var rates = new List<Rate>();
        var refusals = new List<Refusal>();
        var chosen = list.Products
            .Select(product => (Product: product, Charge: ChargeOf(list.ServiceCode, product, region, regions)))
            .Where(row => row.Charge is not null)
            .GroupBy(row => row.Charge!, row => row.Product);
        foreach (var rows in chosen)
        {
            switch (RowReader.Read(rows.Key, [.. rows], region, list))
            {
                case Row.Sound sound:
                    rates.Add(sound.Rate);
                    break;
                case Row.Unsound unsound:
                    refusals.Add(new Refusal(rows.Key.UsageType, unsound.Reason, unsound.IsAmbiguous));
                    break;
            }
        }

        return new Listing(list.ServiceCode, edition, rates, refusals);
    }

    private static Charge? ChargeOf(string serviceCode, Product product, Region region, IReadOnlyDictionary<string, Region> regions)
    {
        // Rows of data transfer say where from, all others where.
        if (!IsRegion(product.RegionCode ?? product.FromRegionCode, product.Location ?? product.FromLocation, product.LocationType ?? product.FromLocationType, region)) return null;
        var charge = region.WithoutPrefix(product.UsageType) is { } usageType && Charges.ByUsageType.TryGetValue(usageType, out var own) ? own
            : product.TransferType == Charges.InterRegionTransfer && Destination(product, regions) is { UsageTypePrefix: not null } to ? Charges.InterRegionOut(to)
            : null;
        return charge is { IsGlobal: false } && charge.ServiceCode == serviceCode
            && (charge.ToRegion is null || product.UsageType == region.UsageTypeOf(charge))
            && (charge.Operation is null || product.Operation == charge.Operation)
            && (charge.TransferType is null || product.TransferType == charge.TransferType)
            && (charge.ToLocation is null || product.ToLocation == charge.ToLocation)
            ? charge
            : null;
    }

    private static Region? Destination(Product product, IReadOnlyDictionary<string, Region> regions) =>
        regions.Values.FirstOrDefault(candidate => IsRegion(product.ToRegionCode, product.ToLocation, product.ToLocationType, candidate));

    // Lists of before 2022 give names of places but no codes. Local Zones can share the code of their Region.
    private static bool IsRegion(string? code, string? location, string? locationType, Region region) =>
        locationType is null or RegionLocation
        && (code is not null ? code == region.Code : location is not null && location == region.PriceListLocation);
}
