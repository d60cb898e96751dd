using System.Net;
using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Tests.Fakes;

public sealed class FakeAwsTests
{
    [Fact]
    public async Task Offer_files_are_laid_out_as_AWS_lays_them_out()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1");
        using var http = new HttpClient { BaseAddress = aws.Url };
        var text = await http.GetStringAsync(new Uri("/offers/v1.0/aws/AmazonVPC/current/eu-west-1/index.json", UriKind.Relative));
        Assert.StartsWith("{\n  \"formatVersion\" : \"v1.0\",\n  \"disclaimer\" : \"", text, StringComparison.Ordinal);
        Assert.EndsWith("  },\n  \"attributesList\" : { }\n}", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(["formatVersion", "disclaimer", "offerCode", "version", "publicationDate", "products", "terms", "attributesList"], json.RootElement.EnumerateObject().Select(member => member.Name));
        var sku = aws.Catalogue.Find("eu-west-1", "VpcEndpoint-Hours").Sku;
        Assert.Equal("EU-VpcEndpoint-Hours", Product.Read(json.RootElement.GetProperty("products").GetProperty(sku)).UsageType);
        var terms = OfferTerm.ReadAll(json.RootElement.GetProperty("terms").GetProperty("OnDemand").GetProperty(sku));
        Assert.Equal("0.0110000000", terms[0].Dimensions[0].PricePerUnit["USD"]);
    }
}
