using System.Text;
using CostApi.Core.PriceLists;
using CostApi.PriceSources.OfferFiles;
using CsCheck;

namespace CostApi.Tests.PriceSources.OfferFiles;

public sealed class OfferFileReaderTests
{
    [Fact]
    public async Task Wanted_rows_come_with_their_terms_and_the_file_with_its_version()
    {
        var list = await OfferFile.ReadAsync(OfferFile.Small);

        Assert.Equal(("AmazonEC2", "20260101000000", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), (list.ServiceCode, list.Version, list.PublishedAt));
        Assert.Equal(["B EU-NatGateway-Hours 0.050", "C EU-NatGateway-Bytes 0.048"], list.Products.Select(Line));
    }

    [Fact]
    public async Task A_SKU_that_stands_twice_comes_as_two_products_with_both_prices()
    {
        var json = OfferFile.Of(
            $"{OfferFile.Product("B", "NatGateway-Hours")}, {OfferFile.Product("B", "EU-NatGateway-Hours")}",
            $"{OfferFile.Terms("B", "1")}, {OfferFile.Terms("A", "9")}, {OfferFile.Terms("B", "2")}");

        Assert.Equal(["B NatGateway-Hours 1 2", "B EU-NatGateway-Hours 1 2"], (await OfferFile.ReadAsync(json)).Products.Select(Line));
    }

    [Fact]
    public async Task A_SKU_whose_terms_stand_twice_before_all_has_come_has_both()
    {
        var json = OfferFile.Of(
            $"{OfferFile.Product("B", "NatGateway-Hours")}, {OfferFile.Product("C", "NatGateway-Bytes")}",
            $"{OfferFile.Terms("B", "1")}, {OfferFile.Terms("B", "2")}, {OfferFile.Terms("C", "3")}");

        Assert.Equal(["B NatGateway-Hours 1 2", "C NatGateway-Bytes 3"], (await OfferFile.ReadAsync(json)).Products.Select(Line));
    }

    [Theory]
    [InlineData("""{ "x" : [ { "products" : { } } ], "offerCode":"AmazonEC2", "products" : { "B" : { "z" : { "usagetype" : "NatGateway" }, "attributes" : { "usagetype" : "NatGateway-Hours" }, "more" : [ [ ] ] } }, "terms" : { "Reserved" : { "B" : { "T" : { } } }, "OnDemand" : { "B" : { "T" : { "offerTermCode" : "T" } } } }, "version" : "1", "publicationDate" : "2026-01-01" """)]
    [InlineData("""{ "offerCode":"AmazonEC2", "version" : "1", "publicationDate" : "2026-01-01T00:00:00.123+09:00", "products" : { "B" : { "attributes" : { "usage\u0074ype" : "Nat\u0047ateway-Hours" } } }, "terms" : { "OnDemand" : { "\u0042" : { "T" : { "offerTermCode" : "T" } } } } """)]
    public async Task Names_and_order_of_others_are_read_as_JSON(string head)
    {
        var json = head.Replace("\"2026-01-01\"", "\"2026-01-01T00:00:00Z\"", StringComparison.Ordinal) + "}";

        var product = Assert.Single((await OfferFile.ReadAsync(json)).Products);

        Assert.Equal(("B", "NatGateway-Hours", "T"), (product.Sku, product.UsageType, Assert.Single(product.Terms).Code));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault() =>
        Assert.Equal(2, (await OfferFile.ReadAsync(new Cut([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(OfferFile.Small)], 1))).Products.Count);

    [Fact]
    public async Task Without_wanted_rows_nothing_after_the_products_is_read() =>
        Assert.Empty((await OfferFile.ReadAsync(OfferFile.Header + """, "products" : { "A" : { "attributes" : { "usagetype" : "EBS" } } }, and no more""")).Products);

    [Fact]
    public async Task Nothing_after_the_last_wanted_terms_is_read()
    {
        var json = OfferFile.Of(OfferFile.Product("B", "NatGateway-Hours"), $"{OfferFile.Terms("A", "1")}, {OfferFile.Terms("B", "2")}, and no more");

        Assert.Equal(["B NatGateway-Hours 2"], (await OfferFile.ReadAsync(json)).Products.Select(Line));
    }

    [Theory]
    [InlineData("", "not whole JSON")]
    [InlineData("<html>", "not whole JSON")]
    [InlineData("[]", "not an object")]
    [InlineData("1", "not an object")]
    [InlineData("{}", "no offerCode, no version, no publicationDate, no products")]
    [InlineData("""{"offerCode":"AmazonEC2","products":{}}""", "no version, no publicationDate")]
    [InlineData("""{"offerCode":"AmazonVPC"}""", "offerCode is \"AmazonVPC\"")]
    [InlineData("""{"offerCode":null}""", "offerCode is \"\"")]
    [InlineData("""{"version":{}}""", "version is")]
    [InlineData("""{"publicationDate":"yesterday"}""", "publicationDate is \"yesterday\"")]
    [InlineData("""{"products":[]}""", "products are not an object")]
    [InlineData("""{"products":{},"terms":[]}""", "terms are not an object")]
    [InlineData("""{"terms":{},"products":{}}""", "terms come before its products")]
    [InlineData("""{"offerCode":"AmazonEC2","version":"1","publicationDate":"2026-01-01T00:00:00Z","products":{"A":{"attributes":{"usagetype":"NatGateway"}}}}""", "no terms.OnDemand")]
    [InlineData("""{"offerCode":"AmazonEC2","version":"1","publicationDate":"2026-01-01T00:00:00Z","products":{"A":{"attributes":{"usagetype":"\ud800"}}}}""", "no text")]
    [InlineData("""{"offerCode":"AmazonEC2","version":"1","publicationDate":"2026-01-01T00:00:00Z","products":{"A":{"attributes":{"usagetype":"NatGateway","\ud800":"x"}}}}""", "no text")]
    public async Task What_is_no_offer_file_is_refused_with_a_reason(string json, string reason)
    {
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => OfferFile.ReadAsync(json));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("The offer file of AmazonEC2 cannot be used: ", refusal.Message, StringComparison.Ordinal);
        Assert.Matches(@"\(near byte \d+\)\.$", refusal.Message);
    }

    public static TheoryData<string, string> TooMuch { get; } = new()
    {
        { $$"""{"x":"{{new string('x', 1 << 20)}}"}""", "a token is longer" },
        { $$"""{"x":{{new string('[', 40)}}{{new string(']', 40)}}}""", "depth" },
        { OfferFile.Of(Wide("B", "NatGateway-Hours", 60_000), ""), "SKU \"B\" is longer" },
        { OfferFile.Of($$$"""{{{Wide("B", "EBS", 60_000)[..^3]}}}, "attributes" : { "usagetype" : "NatGateway-Hours" } }""", ""), "SKU \"B\" is longer" },
        { OfferFile.Of(OfferFile.Product("B", "NatGateway-Hours"), Wide("B", "", 60_000)), "SKU \"B\" is longer" },
        { OfferFile.Of(string.Join(',', Enumerable.Range(0, 20_001).Select(n => $$$""" "{{{n}}}":{"attributes":{"usagetype":"NatGateway"}} """)), ""), "more than 20000 products" },
        { OfferFile.Of(string.Join(',', Enumerable.Range(0, 9).Select(n => Wide($"{n}", "NatGateway", 30_000))), ""), "bytes are wanted" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task More_than_is_sane_is_refused(string json, string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<InvalidDataException>(() => OfferFile.ReadAsync(json))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_unwanted_product_may_be_of_any_size() =>
        Assert.Equal(["B NatGateway-Hours 1"], (await OfferFile.ReadAsync(OfferFile.Of(
            $"{Wide("A", "EBS", 200_000)}, {OfferFile.Product("B", "NatGateway-Hours")}",
            $"{Wide("A", "", 200_000)}, {OfferFile.Terms("B", "1")}"))).Products.Select(Line));

    [Fact]
    public async Task However_the_bytes_are_cut_the_same_is_read()
    {
        var whole = OfferFile.Text(await OfferFile.ReadAsync(OfferFile.Small));

        await Gen.Int[1, 300].Array[1, 8].SampleAsync(async sizes =>
            OfferFile.Text(await OfferFile.ReadAsync(new Cut(Encoding.UTF8.GetBytes(OfferFile.Small), sizes))) == whole, iter: 300);
        Assert.Equal(whole, OfferFile.Text(await OfferFile.ReadAsync(new Cut(Encoding.UTF8.GetBytes(OfferFile.Small), 1))));
    }

    [Fact]
    public async Task A_file_cut_short_gives_all_that_was_asked_for_or_a_refusal()
    {
        var bytes = Encoding.UTF8.GetBytes(OfferFile.Small);
        var whole = OfferFile.Text(await OfferFile.ReadAsync(OfferFile.Small));
        var readable = 0;
        for (var length = 0; length < bytes.Length; length++)
        {
            try
            {
                Assert.Equal(whole, OfferFile.Text(await OfferFile.ReadAsync(new MemoryStream(bytes, 0, length))));
                readable++;
            }
            catch (InvalidDataException)
            {
            }
        }

        // From the end of B's terms on.
        Assert.Equal(bytes.Length - OfferFile.Small.IndexOf(", \"E\"".Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal), readable);
    }

    [Fact]
    public async Task Bytes_changed_at_random_are_read_or_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(OfferFile.Small);
        var change = Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Telling.Length - 1].Select(n => Telling[n])));
        await change.Array[1, 5].SampleAsync(async changes =>
        {
            var changed = bytes.ToArray();
            foreach (var (at, value) in changes) changed[at] = value;
            try
            {
                await OfferFile.ReadAsync(new Cut(changed, 100));
            }
            catch (InvalidDataException)
            {
            }
        }, iter: 5000);
    }

    [Fact]
    public async Task Reading_stops_when_it_is_called_off()
    {
        using var off = new CancellationTokenSource();
        await off.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OfferFileReader.ReadAsync(new MemoryStream(), "AmazonEC2", OfferFile.IsNat, off.Token));
    }

    [RecordedFact("offer2016_AmazonVPC_offer-index.json")]
    public async Task A_file_that_AWS_published_reads_as_the_whole_document_does()
    {
        var json = await File.ReadAllBytesAsync(RecordedFactAttribute.PathOf("offer2016_AmazonVPC_offer-index.json"));
        UsageTypeFilter[] filters = [Everything, usageType => usageType.EndsWith("-AWS-Out-Bytes"), usageType => usageType.Contains("VPN", StringComparison.Ordinal)];
        foreach (var wants in filters)
        {
            var whole = OfferFile.Whole(json, "AmazonVPC", wants);
            Assert.NotEmpty(whole.Products);
            Assert.Equal(OfferFile.Text(whole), OfferFile.Text(await OfferFileReader.ReadAsync(new Cut(json, 1, 70_000, 313), "AmazonVPC", wants, CancellationToken.None)));
        }

        static bool Everything(ReadOnlySpan<char> usageType) => true;
    }

    /// <summary>What JSON is made of.</summary>
    private static byte[] Telling { get; } = [.. "{}[]\",:\\0t"u8];

    private static string Line(Product product) =>
        $"{product.Sku} {product.UsageType} {string.Join(' ', product.Terms.SelectMany(term => term.Dimensions).Select(tier => tier.PricePerUnit["USD"]))}";

    /// <summary>A product, or terms, of many members.</summary>
    private static string Wide(string sku, string usageType, int members) =>
        $$"""  "{{sku}}" : { "attributes" : { "usagetype" : "{{usageType}}" }, {{string.Join(',', Enumerable.Range(0, members).Select(n => $"\"m{n}\" : \"some text\""))}} } """;
}
