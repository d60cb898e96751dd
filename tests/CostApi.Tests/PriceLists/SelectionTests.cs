using System.Globalization;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Tests.PriceSources.OfferFiles;

namespace CostApi.Tests.PriceLists;

/// <summary>
/// Rows of price lists and what is chosen from them: Selection.csv. A line without a case adds a row to the case above it.
/// A dash is an attribute that is not there. What a case that is ignored would be taken for says which attribute it is ignored for.
/// </summary>
public sealed class SelectionTests
{
    private static readonly SelectionCase[] Cases = [.. SelectionCase.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "PriceLists", "Selection.csv"))];

    public static TheoryData<string> Names => [.. Cases.Select(row => row.Name)];

    public static TheoryData<string> Ignored => [.. Cases.Where(row => row.TakenIf.Count > 0).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_come_to_what_the_table_says(string name)
    {
        var row = Cases.Single(row => row.Name == name);

        var listing = row.Choose();

        Assert.Equal(row.Expected.Length, listing.Rates.Count + listing.Refusals.Count);
        foreach (var expected in row.Expected) Holds(expected, listing);
        Assert.All(listing.Rates, rate => Assert.Contains(rate.UsageType, row.Products.Select(product => product.UsageType)));
        Assert.All(listing.Rates, rate => Assert.Contains(rate.Sku, row.Products.Select(product => product.Sku)));
    }

    [Theory]
    [MemberData(nameof(Ignored))]
    public void A_row_is_ignored_for_what_the_table_names_and_for_nothing_else(string name)
    {
        var row = Cases.Single(row => row.Name == name);

        Assert.NotEmpty(row.Corrected().Choose().Rates);
        // Each of several attributes is needed: with all but one corrected, the row is still none of ours.
        Assert.All(row.TakenIf, change => Assert.Empty(row.Corrected(except: change.Key).Choose().Rates));
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own_and_says_why_it_is_ignored()
    {
        Assert.InRange(Cases.Length, 140, int.MaxValue);
        Assert.All(Cases.CountBy(row => row.Name), name => Assert.Equal(1, name.Value));
        Assert.All(Cases, row => Assert.Equal(row.Expected.Length == 0, row.TakenIf.Count > 0));
    }

    [Fact]
    public void The_quick_look_at_a_usage_type_never_says_no_to_a_row_that_is_chosen() =>
        Assert.All(
            Cases.SelectMany(row => row.Products.Where(product => (row with { Products = [product] }).Choose() is not { Rates.Count: 0, Refusals.Count: 0 }).Select(product => (row.List, product.UsageType))),
            chosen => Assert.True(UsageTypes.MayMatter(chosen.List, chosen.UsageType)));

    [Theory]
    [InlineData("USE1-RegionalNatGateway-Bytes")]
    [InlineData("RegionalNatGateway-Bytes")]
    [InlineData("USE1-RegionalNatGateway-Bytes", "RegionalNatGateway-Bytes")]
    public void A_rate_keeps_the_usage_type_that_its_list_gives_it_and_the_usual_one_of_two(params string[] usageTypes)
    {
        Product[] products = [.. usageTypes.Select((usageType, index) => new Product(
            $"S{index}", new Dictionary<string, string> { ["usagetype"] = usageType, ["operation"] = "RegionalNatGateway", ["regionCode"] = "us-east-1" },
            [new OfferTerm("T", [new PriceDimension("R", "GB", "0", "Inf", new Dictionary<string, string> { ["USD"] = "0.045" })])]))];

        var listing = Selection.Choose(new PriceList("AmazonEC2", "1", Live.Day(1), products), Shipped.Snapshot.Regions["us-east-1"], Shipped.Snapshot.Regions, Live.OfferFiles, Live.Day(1));

        Assert.Equal(usageTypes[^1], Assert.Single(listing.Rates).UsageType);
    }

    [Fact]
    public void The_order_of_rows_changes_nothing() => Assert.All(Cases, row =>
    {
        var (forth, back) = (row.Choose(), (row with { Products = [.. row.Products.Reverse()] }).Choose());
        Assert.Equal(Texts(forth), Texts(back));
    });

    [RecordedFact("offer2016_AmazonVPC_offer-index.json")]
    public void A_list_of_2016_is_read_by_the_names_of_places()
    {
        using var file = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(RecordedFactAttribute.PathOf("offer2016_AmazonVPC_offer-index.json")));
        var terms = file.RootElement.GetProperty("terms").GetProperty("OnDemand");
        Product[] products = [.. file.RootElement.GetProperty("products").EnumerateObject().Select(product => Product.Read(product.Value) with
        {
            Terms = terms.TryGetProperty(product.Name, out var offers) ? OfferTerm.ReadAll(offers) : [],
        })];
        Assert.Equal(229, products.Length);

        Assert.Equal(
            [
                "APN1-AWS-Out-Bytes 0.02", "APS1-AWS-Out-Bytes 0.02", "APS2-AWS-Out-Bytes 0.02",
                "DataTransfer-Out-Bytes 0..1:0 1..10240:0.09 10240..51200:0.085 51200..153600:0.07 153600..Inf:0.05",
                "EU-AWS-Out-Bytes 0.02", "EUC1-AWS-Out-Bytes 0.02", "SAE1-AWS-Out-Bytes 0.02", "USW1-AWS-Out-Bytes 0.02", "USW2-AWS-Out-Bytes 0.02",
            ],
            Chosen("us-east-1"));
        Assert.Equal(
            [
                "APN1-AWS-Out-Bytes 0.02", "APS1-AWS-Out-Bytes 0.02", "APS2-AWS-Out-Bytes 0.02",
                "DataTransfer-Out-Bytes 0..1:0 1..10240:0.09 10240..51200:0.085 51200..153600:0.07 153600..Inf:0.05",
                "SAE1-AWS-Out-Bytes 0.02", "USE1-AWS-Out-Bytes 0.02", "USW1-AWS-Out-Bytes 0.02", "USW2-AWS-Out-Bytes 0.02",
            ],
            Chosen("eu-west-1"));
        Assert.Empty(Chosen("eu-north-1"));

        IEnumerable<string> Chosen(string region)
        {
            var list = new PriceList("AWSDataTransfer", "20160106201431", DateTimeOffset.Parse("2016-01-06T20:14:31Z", CultureInfo.InvariantCulture), products);
            var listing = Selection.Choose(list, Shipped.Snapshot.Regions[region], Shipped.Snapshot.Regions, "offer-files", list.PublishedAt);
            Assert.Empty(listing.Refusals);
            return Texts(listing);
        }
    }

    private static void Holds(string expected, Listing listing)
    {
        if (expected.StartsWith("refused ", StringComparison.Ordinal) || expected.StartsWith("ambiguous ", StringComparison.Ordinal))
        {
            var (what, reason) = Halves(expected, ": ");
            var refusal = Assert.Single(listing.Refusals, refusal => refusal.Charge == Halves(what, " ").Second);
            Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
            Assert.Equal(expected.StartsWith('a'), refusal.IsAmbiguous);
        }
        else
        {
            Assert.Contains(expected, listing.Rates.Select(Text));
        }
    }

    private static (string First, string Second) Halves(string text, string at) => (text[..text.IndexOf(at, StringComparison.Ordinal)], text[(text.IndexOf(at, StringComparison.Ordinal) + at.Length)..]);

    private static IEnumerable<string> Texts(Listing listing) =>
        listing.Rates.Select(Text).Concat(listing.Refusals.Select(refusal => $"{refusal.Charge}: {refusal.IsAmbiguous}")).Order(StringComparer.Ordinal);

    private static string Text(Rate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Charge.UsageType} {(rate.Tiers is [{ From: 0, To: null } only]
        ? only.Price.ToString(CultureInfo.InvariantCulture)
        : string.Join(' ', rate.Tiers.Select(tier => string.Create(CultureInfo.InvariantCulture, $"{tier.From}..{tier.To?.ToString(CultureInfo.InvariantCulture) ?? "Inf"}:{tier.Price}"))))}");
}
