using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CsCheck;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceLists;

public sealed class ShippedUpdateTests
{
    private static readonly byte[] InterRegion = File.ReadAllBytes(Repository.Folder("pricing-data/inter-region.json"));

    private static readonly string[] Codes = [.. Directory.EnumerateFiles(Repository.Folder("pricing-data/regions")).Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Regions => [.. Codes];

    [Theory]
    [MemberData(nameof(Regions))]
    public void Rates_that_did_not_change_are_dated_by_their_reading_and_say_where_that_was(string code)
    {
        var region = Shipped.Snapshot.Regions[code];
        // Newly read from a list that was published before.
        Quote.Priced[] live = [.. Shipped.Snapshot.Book(code).Quotes.Select(quote => Read(quote.Rate with { AsOf = "2026-10-01", Source = "AWS Price List" }))];

        var text = PriceFileText.Of(ShippedUpdate.Of(PriceFile.ParseRegion(Bytes(code)), live));
        var between = PriceFileText.Of(ShippedUpdate.Of(PriceFile.ParseInterRegion(InterRegion), region, live));

        Assert.Equal(Undated(Text(code)), Undated(text));
        Assert.All(PriceFile.ParseRegion(System.Text.Encoding.UTF8.GetBytes(text)).Rates, row => Assert.Equal(("2026-10-07", "AWS Price List"), (row.AsOf, row.Source)));
        Assert.All(
            PriceFile.ParseInterRegion(System.Text.Encoding.UTF8.GetBytes(between)).Rates.Zip(PriceFile.ParseInterRegion(InterRegion).Rates),
            rows => Assert.Equal(rows.Second.From == code ? rows.Second with { AsOf = "2026-10-07", Source = "AWS Price List" } : rows.Second, rows.First));
    }

    [Fact]
    public void A_price_that_moved_is_one_row_of_the_file_and_one_tier_of_the_row() =>
        Gen.Select(Gen.Int[0, Codes.Length - 1], Gen.Int[0, 100], Gen.Int[1, 1_000_000]).Sample((which, row, price) =>
        {
            var code = Codes[which];
            var file = PriceFile.ParseRegion(Bytes(code));
            var old = PriceFile.ReadRegion(Bytes(code), Shipped.Snapshot.Regions[code]) is var rates ? rates[row % rates.Count] : null!;
            var moved = old with { Tiers = [old.Tiers[0] with { Price = old.Tiers[0].Price + price / 1_000_000m }, .. old.Tiers.Skip(1)] };

            var text = PriceFileText.Of(ShippedUpdate.Of(file, [Read(moved)]));

            var differing = text.Split('\n').Zip(Text(code).Split('\n')).Where(lines => lines.First != lines.Second && !lines.First.Contains("\"asOf\"", StringComparison.Ordinal)).ToArray();
            Assert.Contains("\"price\"", Assert.Single(differing).First, StringComparison.Ordinal);
            Assert.Contains(PriceFile.ReadRegion(System.Text.Encoding.UTF8.GetBytes(text), Shipped.Snapshot.Regions[code]), rate => rate.CostsTheSameAs(moved) && rate.Charge == moved.Charge);
        });

    [Fact]
    public void A_new_charge_stands_in_its_place_and_nothing_else_moves()
    {
        var file = PriceFile.ParseRegion(Bytes("eu-west-1"));
        var less = file with { Rates = [.. file.Rates.Where(row => row.Charge != Hours.UsageType)] };

        var more = ShippedUpdate.Of(less, [Read(RateOf(Hours, 0.012m))]);

        Assert.Equal(file.Rates.Select(row => row.Charge), more.Rates.Select(row => row.Charge));
        Assert.Equal(less.Rates, more.Rates.Where(row => row.Charge != Hours.UsageType));
    }

    [Fact]
    public void Global_rates_and_rates_between_Regions_do_not_enter_a_Regions_file()
    {
        var file = PriceFile.ParseRegion(Bytes("eu-west-1"));
        var to = RateOf(Charges.InterRegionOut(Shipped.Snapshot.Regions["us-east-1"]), 1);

        Assert.Equal(file.Rates, ShippedUpdate.Of(file, [Read(RateOf(Charges.HostedZone, 1)), Read(RateOf(Charges.InternetOutFree, 1)), Read(to)]).Rates);
    }

    [Fact]
    public void A_price_between_Regions_that_moved_is_one_line_and_one_that_is_not_flat_or_of_another_currency_is_none()
    {
        var file = PriceFile.ParseInterRegion(InterRegion);
        var to = Charges.InterRegionOut(Shipped.Snapshot.Regions["us-east-1"]);

        var text = PriceFileText.Of(ShippedUpdate.Of(file, Ireland, [Read(RateOf(to, 0.5m))]));

        var line = Assert.Single(text.Split('\n').Zip(System.Text.Encoding.UTF8.GetString(InterRegion).Split('\n')), lines => lines.First != lines.Second).First;
        Assert.Contains("\"usageType\": \"EU-USE1-AWS-Out-Bytes\", \"price\": 0.5,", line, StringComparison.Ordinal);
        Assert.NotEmpty(PriceFile.ReadInterRegion(System.Text.Encoding.UTF8.GetBytes(text), Shipped.Snapshot.Regions));
        Assert.Equal(file.Rates, ShippedUpdate.Of(file, Ireland, [Read(RateOf(to, 0.5m, 0.4m))]).Rates);
        Assert.Equal(file.Rates, ShippedUpdate.Of(file, Shipped.Snapshot.Regions["cn-north-1"], [Read(RateOf(to, 0.5m))]).Rates);
    }

    [Theory]
    [InlineData("AmazonEC2", "USE1-NatGateway-Hours", "NatGateway", "Hrs")]
    [InlineData("AmazonEC2", "NatGateway-Hours", "NatGateway", "Hours")]
    [InlineData("AmazonVPC", "USE1-VpcEndpoint-Bytes", "VpcEndpoint", "gigabytes")]
    public void A_rate_that_a_live_list_spells_in_another_way_is_written_as_the_file_is_read(string service, string usageType, string operation, string unit)
    {
        var region = Shipped.Snapshot.Regions["us-east-1"];
        var product = new Product(
            "NEW", new Dictionary<string, string> { ["usagetype"] = usageType, ["operation"] = operation, ["regionCode"] = "us-east-1" },
            [new OfferTerm("T", [new PriceDimension("R", unit, "0", "Inf", new Dictionary<string, string> { ["USD"] = "0.077" })])]);
        var live = Selection.Choose(new PriceList(service, "1", Day(1), [product]), region, Shipped.Snapshot.Regions, OfferFiles, Day(1)).Rates;

        var text = PriceFileText.Of(ShippedUpdate.Of(PriceFile.ParseRegion(Bytes("us-east-1")), live.Select(Read)));

        Assert.Contains(PriceFile.ReadRegion(System.Text.Encoding.UTF8.GetBytes(text), region), rate => rate.Sku == "NEW" && rate.UsageType == usageType && rate.Tiers[0].Price == 0.077m);
    }

    private static Quote.Priced Read(Rate rate) => new(rate, new PriceEdition(OfferFiles, "20261001", Day(1), Day(7)));

    private static string Undated(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.Contains("\"asOf\"", StringComparison.Ordinal) && !line.Contains("\"source\"", StringComparison.Ordinal)));

    private static byte[] Bytes(string code) => File.ReadAllBytes(Repository.Folder($"pricing-data/regions/{code}.json"));

    private static string Text(string code) => File.ReadAllText(Repository.Folder($"pricing-data/regions/{code}.json"));
}
