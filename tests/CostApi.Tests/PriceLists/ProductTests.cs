using System.Globalization;
using System.Text.Json;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CsCheck;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceLists;

/// <summary>Foreign text in, a rate or a refusal out; never an exception.</summary>
public sealed class ProductTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{"product":null,"terms":7}""")]
    [InlineData("""{"product":{"sku":{},"attributes":[1]},"terms":{"OnDemand":[]}}""")]
    [InlineData("""{"product":{"attributes":{"usagetype":null,"operation":{},"regionCode":["eu-west-1"]}}}""")]
    [InlineData("""{"product":{"attributes":{"usagetype":"\ud800"}}}""")]
    public void What_is_not_there_or_is_of_another_kind_reads_as_nothing(string json)
    {
        var product = Product.Parse(json);

        Assert.Equal(("", "", null, null), (product.Sku, product.UsageType, product.Operation, product.RegionCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"product\":}")]
    [InlineData("""{"product":{"attributes":{"\ud800":"EU-VpcEndpoint-Hours"}}}""")]
    [InlineData("""{"\ud800":1,"product":{"\ud800":1}}""")]
    [InlineData("""{"terms":{"OnDemand":{"T":{"priceDimensions":{"D":{"\ud800":1}}}}}}""")]
    public void What_is_not_JSON_is_a_fault_in_JSON(string text) => Assert.ThrowsAny<JsonException>(() => Product.Parse(text));

    [Theory]
    [InlineData("0.05", true)]
    [InlineData(".05", true)]
    [InlineData("5.", true)]
    [InlineData("007", true)]
    [InlineData(".", false)]
    [InlineData("", false)]
    [InlineData(" 1", false)]
    [InlineData("1 ", false)]
    [InlineData("1,5", false)]
    [InlineData("1,000", false)]
    [InlineData("(1)", false)]
    [InlineData("-0", false)]
    [InlineData("+1", false)]
    [InlineData("1e0", false)]
    [InlineData("0x1", false)]
    [InlineData("1_000", false)]
    [InlineData("١", false)]
    [InlineData("０", false)]
    [InlineData("1\0", false)]
    [InlineData("Infinity", false)]
    [InlineData("0.00000000000000000000000000001", false)]
    public void Only_a_plain_decimal_number_is_a_price(string text, bool isPrice)
    {
        var listing = Choose(text);

        Assert.Equal((isPrice ? 1 : 0, isPrice ? 0 : 1), (listing.Rates.Count, listing.Refusals.Count));
    }

    [Fact]
    public void A_price_is_taken_to_the_last_digit() =>
        Gen.Select(Gen.Char["0123456789"].Array[0, 6], Gen.Char["0123456789"].Array[1, 22]).Sample((whole, part) =>
        {
            var text = $"{new string(whole)}.{new string(part)}";
            var price = Assert.Single(Choose(text).Rates).Tiers[0].Price;
            Assert.Equal(text.Trim('0').TrimEnd('.') is var plain && plain.StartsWith('.') ? "0" + plain : plain.Length == 0 ? "0" : plain, price.ToString(CultureInfo.InvariantCulture));
        });

    [Fact]
    public void No_text_makes_a_row_throw() => Gen.String.Sample(text => Assert.Equal(1, Choose(text).Rates.Count + Choose(text).Refusals.Count));

    private static Listing Choose(string price) => Selection.Choose(
        new PriceList("AmazonVPC", "1", Day(1), [new Product(
            "S",
            new Dictionary<string, string> { ["usagetype"] = "EU-VpcEndpoint-Hours", ["operation"] = "VpcEndpoint", ["regionCode"] = "eu-west-1" },
            [new OfferTerm("T", [new PriceDimension("R", "Hrs", "0", "Inf", new Dictionary<string, string> { ["USD"] = price })])])]),
        Ireland, Shipped.Snapshot.Regions, OfferFiles, Day(2));
}
