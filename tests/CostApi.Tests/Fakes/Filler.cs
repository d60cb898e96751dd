namespace CostApi.Tests.Fakes;

/// <summary>An instance type of AmazonEC2, of which its file holds a hundred thousand: what makes it large.</summary>
internal static class Filler
{
    public static CatalogueProduct Product { get; } = new(RegionProducts.Ec2, Piece.Placeholder, "Compute Instance", new Dictionary<string, string>
    {
        ["servicecode"] = RegionProducts.Ec2,
        ["location"] = "EU (Ireland)",
        ["locationType"] = "AWS Region",
        ["instanceType"] = "m6idn.32xlarge",
        ["currentGeneration"] = "Yes",
        ["instanceFamily"] = "General purpose",
        ["vcpu"] = "128",
        ["physicalProcessor"] = "Intel Xeon 8375C (Ice Lake)",
        ["memory"] = "512 GiB",
        ["storage"] = "4 x 1900 NVMe SSD",
        ["networkPerformance"] = "200 Gigabit",
        ["processorArchitecture"] = "64-bit",
        ["tenancy"] = "Dedicated",
        ["operatingSystem"] = "Windows",
        ["licenseModel"] = "No License required",
        ["usagetype"] = "EU-UnusedDed:m6idn.32xlarge",
        ["operation"] = "RunInstances:0102",
        ["capacitystatus"] = "UnusedCapacityReservation",
        ["enhancedNetworkingSupported"] = "Yes",
        ["normalizationSizeFactor"] = "256",
        ["preInstalledSw"] = "SQL Ent",
        ["processorFeatures"] = "Intel AVX; Intel AVX2; Intel AVX512; Intel Turbo",
        ["regionCode"] = "eu-west-1",
        ["servicename"] = "Amazon Elastic Compute Cloud",
    },
    [
        new CatalogueTerm(CatalogueTerm.OnDemand, [CatalogueDimension.Of("Hrs", "USD", "68.1234000000")]),
        Reserved("4NA7Y494T4", "1yr", "No Upfront"), Reserved("NQ3QZPMQV9", "3yr", "All Upfront"), Reserved("HU7G6KETJZ", "1yr", "Partial Upfront"),
    ]);

    private static CatalogueTerm Reserved(string code, string length, string option) => new(code, [CatalogueDimension.Of("Hrs", "USD", "41.0610000000")])
    {
        Type = nameof(Reserved),
        Attributes = new Dictionary<string, string> { ["LeaseContractLength"] = length, ["OfferingClass"] = "standard", ["PurchaseOption"] = option },
    };
}
