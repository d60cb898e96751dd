using System.Text;
using System.Text.Json;
using CostApi.Core.PriceLists;
using CostApi.PriceSources.OfferFiles;

namespace CostApi.Tests.PriceSources.OfferFiles;

/// <summary>Small offer files in AWS's layout, and reading them.</summary>
internal static class OfferFile
{
    public const string Header = """{ "formatVersion" : "v1.0", "offerCode" : "AmazonEC2", "version" : "20260101000000", "publicationDate" : "2026-01-01T00:00:00Z" """;

    public static string Of(string products, string terms) =>
        $$"""{{Header}}, "products" : { {{products}} }, "terms" : { "OnDemand" : { {{terms}} }, "Reserved" : { } }, "attributesList" : { } }""";

    public static string Product(string sku, string usageType) => $$"""
        "{{sku}}" : { "sku" : "{{sku}}", "productFamily" : "NAT Gateway", "attributes" : { "servicecode" : "AmazonEC2", "usagetype" : "{{usageType}}", "operation" : "NatGateway" } }
        """;

    public static string Terms(string sku, string price) => $$"""
        "{{sku}}" : { "{{sku}}.T" : { "offerTermCode" : "T", "sku" : "{{sku}}", "priceDimensions" : { "{{sku}}.T.R" : {
          "rateCode" : "{{sku}}.T.R", "beginRange" : "0", "endRange" : "Inf", "unit" : "Hrs", "pricePerUnit" : { "USD" : "{{price}}" }, "appliesTo" : [ ] } } } }
        """;

    /// <summary>Two NAT rows between others.</summary>
    public static string Small { get; } = Of(
        string.Join(',', Product("A", "EU-BoxUsage:m5"), Product("B", "EU-NatGateway-Hours"), Product("C", "EU-NatGateway-Bytes"), Product("D", "EU-EBS")),
        string.Join(',', Terms("A", "1"), Terms("C", "0.048"), Terms("D", "2"), Terms("B", "0.050"), Terms("E", "3")));

    public static bool IsNat(ReadOnlySpan<char> usageType) => usageType.Contains("NatGateway", StringComparison.Ordinal);

    public static Task<PriceList> ReadAsync(string json) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    public static Task<PriceList> ReadAsync(Stream body) => OfferFileReader.ReadAsync(body, "AmazonEC2", IsNat, CancellationToken.None);

    /// <summary>What was read, in one text to compare.</summary>
    public static string Text(PriceList list) => JsonSerializer.Serialize(list);

    /// <summary>The same reading on the whole document at once.</summary>
    public static PriceList Whole(byte[] json, string serviceCode, UsageTypeFilter wants)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var terms = root.GetProperty("terms").GetProperty("OnDemand");
        var products = root.GetProperty("products").EnumerateObject()
            .Where(product => product.Value.GetProperty("attributes").TryGetProperty("usagetype", out var usageType) && wants(usageType.GetString()))
            .Select(product => Core.PriceLists.Product.Read(product.Value) with
            {
                Terms = [.. terms.EnumerateObject().Where(entry => entry.Name == product.Name).SelectMany(entry => OfferTerm.ReadAll(entry.Value))],
            });
        return new PriceList(serviceCode, root.GetProperty("version").GetString()!, root.GetProperty("publicationDate").GetDateTimeOffset(), [.. products]);
    }
}
