using System.Text;

namespace CostApi.Benchmarks;

/// <summary>A file in the layout of AmazonEC2's offer file of a Region, and of its size: 108,000 products, then their terms, on demand and, twice as many, reserved.</summary>
internal static class SampleOfferFile
{
    private const int Products = 108_000;
    private const int Step = 7;
    private static readonly string[] Nat = ["NatGateway-Hours", "NatGateway-Bytes", "RegionalNatGateway-Hours", "RegionalNatGateway-Bytes"];

    /// <summary>The furthest place of the first wanted product.</summary>
    public static int Last => Products - 1 - (Nat.Length - 1) * Step;

    /// <param name="path">Where to.</param>
    /// <param name="first">Place of the first wanted product among the others.</param>
    /// <param name="reservedFirst">Puts the terms that nobody wants before those that are.</param>
    public static void Write(string path, int first, bool reservedFirst)
    {
        // AWS breaks lines with LF alone.
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.Write("""
            {
              "formatVersion" : "v1.0",
              "disclaimer" : "This pricing list is for informational purposes only. All prices are subject to the additional terms included in the pricing pages on http://aws.amazon.com. All Free Tier prices are also subject to the terms included at https://aws.amazon.com/free/",
              "offerCode" : "AmazonEC2",
              "version" : "20260925190226",
              "publicationDate" : "2026-09-25T19:02:26Z",
              "products" : {

            """);
        for (var n = 0; n < Products; n++) file.Write(Product(n, first) + (n < Products - 1 ? ",\n" : "\n"));
        file.Write("  },\n  \"terms\" : {\n");
        Action[] kinds = [() => OnDemand(file), () => Reserved(file)];
        if (reservedFirst) Array.Reverse(kinds);
        kinds[0]();
        file.Write(",\n");
        kinds[1]();
        file.Write("\n  },\n  \"attributesList\" : { }\n}\n");
    }

    private static void OnDemand(StreamWriter file)
    {
        file.Write("    \"OnDemand\" : {\n");
        for (var n = 0; n < Products; n++) file.Write(Terms(n, "JRTCKXETXF", "") + (n < Products - 1 ? ",\n" : "\n"));
        file.Write("    }");
    }

    private static void Reserved(StreamWriter file)
    {
        file.Write("    \"Reserved\" : {\n");
        for (var n = 0; n < 2 * Products; n++)
            file.Write(Terms(n, "4NA7Y494T4", """
                "LeaseContractLength" : "1yr",
                            "OfferingClass" : "standard",
                            "PurchaseOption" : "No Upfront"
                """) + (n < 2 * Products - 1 ? ",\n" : "\n"));
        file.Write("    }");
    }

    private static string Sku(int n) => $"{(uint)n * 2654435761:X8}{n:D8}";

    private static string UsageType(int n, int first) =>
        n >= first && (n - first) % Step == 0 && (n - first) / Step < Nat.Length ? $"EU-{Nat[(n - first) / Step]}" : $"EU-BoxUsage:m{n % 8}.{n % 97}xlarge";

    private static string Product(int n, int first) => $$"""
            "{{Sku(n)}}" : {
              "sku" : "{{Sku(n)}}",
              "productFamily" : "Compute Instance",
              "attributes" : {
                "servicecode" : "AmazonEC2",
                "location" : "EU (Ireland)",
                "locationType" : "AWS Region",
                "instanceType" : "m{{n % 8}}.{{n % 97}}xlarge",
                "currentGeneration" : "Yes",
                "instanceFamily" : "General purpose",
                "vcpu" : "{{n % 97 * 4}}",
                "physicalProcessor" : "Intel Xeon Platinum 8175 (Skylake)",
                "clockSpeed" : "3.1 GHz",
                "memory" : "{{n % 97 * 16}} GiB",
                "storage" : "EBS only",
                "networkPerformance" : "Up to 10 Gigabit",
                "processorArchitecture" : "64-bit",
                "tenancy" : "Shared",
                "operatingSystem" : "Linux",
                "licenseModel" : "No License required",
                "usagetype" : "{{UsageType(n, first)}}",
                "operation" : "RunInstances:{{n % 4096:X4}}",
                "availabilityzone" : "NA",
                "capacitystatus" : "Used",
                "classicnetworkingsupport" : "false",
                "dedicatedEbsThroughput" : "Up to 2120 Mbps",
                "ecu" : "31",
                "enhancedNetworkingSupported" : "Yes",
                "gpuMemory" : "NA",
                "intelAvxAvailable" : "Yes",
                "intelAvx2Available" : "Yes",
                "intelTurboAvailable" : "Yes",
                "marketoption" : "OnDemand",
                "normalizationSizeFactor" : "{{n % 97 * 8}}",
                "preInstalledSw" : "NA",
                "processorFeatures" : "Intel AVX; Intel AVX2; Intel AVX512; Intel Turbo",
                "regionCode" : "eu-west-1",
                "servicename" : "Amazon Elastic Compute Cloud",
                "vpcnetworkingsupport" : "true"
              }
            }
        """;

    private static string Terms(int n, string term, string attributes) => $$"""
              "{{Sku(n)}}" : {
                "{{Sku(n)}}.{{term}}" : {
                  "offerTermCode" : "{{term}}",
                  "sku" : "{{Sku(n)}}",
                  "effectiveDate" : "2026-09-01T00:00:00Z",
                  "priceDimensions" : {
                    "{{Sku(n)}}.{{term}}.6YS6EN2CT7" : {
                      "rateCode" : "{{Sku(n)}}.{{term}}.6YS6EN2CT7",
                      "description" : "$0.{{n % 10000:D4}} per On Demand Linux m{{n % 8}}.{{n % 97}}xlarge Instance Hour",
                      "beginRange" : "0",
                      "endRange" : "Inf",
                      "unit" : "Hrs",
                      "pricePerUnit" : {
                        "USD" : "0.{{n % 10000:D4}}000000"
                      },
                      "appliesTo" : [ ]
                    }
                  },
                  "termAttributes" : { {{attributes}} }
                }
              }
        """;
}
