using System.Text.RegularExpressions;
using CostApi.Core.PriceLists;

namespace CostApi.Tests.PriceLists;

/// <summary>Which rows of a price list count, as worked in <c>selection.csv</c>. Rows of one name stand in one list.</summary>
public sealed partial class SelectionTests
{
    private static readonly ILookup<string, string[]> Cases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PriceLists", "selection.csv")).Skip(1)
        .Select(line => Cell().Matches(line).Select(cell => cell.Value.Trim(',') is ['"', .. var quoted, '"'] ? quoted : cell.Value.TrimStart(',')).ToArray())
        .ToLookup(cells => cells[0]);

    public static TheoryData<string> Names => [.. Cases.Select(rows => rows.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_are_chosen_as_worked(string name)
    {
        var rows = Cases[name].ToArray();
        var region = Shipped.Snapshot.Regions[rows[0][1]];
        var list = new PriceList(rows[0][2], "20261120183000", new DateTimeOffset(2026, 11, 20, 18, 30, 0, TimeSpan.Zero), [.. rows.Select(row => ProductOf(row, region.Code))]);

        var listing = Selection.Choose(list, region, Shipped.Snapshot.Regions, "offer-files", list.PublishedAt);

        foreach (var expected in rows.Select(row => row[8]))
        {
            if (expected == "ignored")
            {
                Assert.Empty(listing.Rates);
                Assert.Empty(listing.Refusals);
            }
            else if (expected.StartsWith("refused: ", StringComparison.Ordinal) || expected.StartsWith("ambiguous: ", StringComparison.Ordinal))
            {
                Assert.Empty(listing.Rates);
                var refusal = Assert.Single(listing.Refusals);
                Assert.Contains(expected[(expected.IndexOf(':', StringComparison.Ordinal) + 2)..], refusal.Reason, StringComparison.Ordinal);
                Assert.Equal(expected[0] == 'a', refusal.IsAmbiguous);
            }
            else
            {
                Assert.Empty(listing.Refusals);
                var rate = Assert.Single(listing.Rates);
                Assert.Equal(expected, $"{rate.Charge.UsageType} {string.Join("/", rate.Tiers.Select(tier => tier.Price))}");
                Assert.Equal((rows[0][3], rows[0][6], "2026-11-20"), (rate.UsageType, rate.Unit, rate.AsOf));
            }
        }
    }

    [Fact]
    public void There_are_cases_of_every_kind()
    {
        Assert.True(Cases.Count >= 60, $"{Cases.Count} cases");
        Assert.All(["ignored", "refused", "ambiguous", "VpcEndpoint-Hours"], kind => Assert.Contains(Cases.SelectMany(rows => rows), row => row[8].StartsWith(kind, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_quick_look_at_a_usage_type_loses_no_row_that_counts() =>
        Assert.All(Cases.SelectMany(rows => rows).Where(row => row[8] != "ignored"), row => Assert.True(UsageTypes.MayMatter(row[2], row[3]), row[0]));

    // A row is of the Region that is priced, unless its attributes say otherwise: "regionCode=-" takes the code away.
    private static Product ProductOf(string[] row, string region)
    {
        var attributes = new Dictionary<string, string> { ["usagetype"] = row[3], ["operation"] = row[4], ["regionCode"] = region };
        foreach (var attribute in row[5].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=', 2))) attributes[attribute[0]] = attribute[1];
        if (attributes["regionCode"] == "-") attributes.Remove("regionCode");
        var currency = row[7].StartsWith("CNY ", StringComparison.Ordinal) ? "CNY" : "USD";
        var dimensions = row[7].Replace("CNY ", "", StringComparison.Ordinal).Split('|', StringSplitOptions.RemoveEmptyEntries).Select((text, index) =>
        {
            var (range, price) = (text[..text.IndexOf('=', StringComparison.Ordinal)].Split('-'), text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            return new PriceDimension($"R{index}", row[6], range[0], range[1], new Dictionary<string, string> { [currency] = price });
        });
        var sku = attributes.Remove("sku", out var named) ? named : "SKU";
        return new Product(sku, attributes, row[7].Length == 0 ? [] : [new OfferTerm("JRTCKXETXF", [.. dimensions])]);
    }

    [GeneratedRegex("""(?:^|,)(?:"[^"]*"|[^,]*)""")]
    private static partial Regex Cell();
}
