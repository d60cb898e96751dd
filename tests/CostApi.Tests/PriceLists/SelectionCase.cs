using CostApi.Core.PriceLists;

namespace CostApi.Tests.PriceLists;

/// <summary>A worked case of Selection.csv: rows of a price list, and what is chosen from them for a Region.</summary>
internal sealed record SelectionCase(string Name, string Region, string List, IReadOnlyList<Product> Products, string[] Expected, IReadOnlyDictionary<string, string> TakenIf)
{
    private static readonly DateTimeOffset Published = new(2026, 10, 7, 16, 54, 8, TimeSpan.Zero);

    public static IEnumerable<SelectionCase> ReadAll(string path)
    {
        var cases = new List<SelectionCase>();
        foreach (var cells in File.ReadLines(path).Skip(1).Select(line => line.Split(',')))
        {
            Assert.Equal(10, cells.Length);
            if (cells[0].Length > 0) cases.Add(new SelectionCase(cells[0], cells[1], cells[2], [], cells[8] == "ignored" ? [] : cells[8].Split(" & "), Pairs(cells[9])));
            var last = cases[^1];
            cases[^1] = last with { Products = [.. last.Products, ProductOf($"S{last.Products.Count}", cells)] };
        }

        return cases;
    }

    public Listing Choose() => Selection.Choose(
        new PriceList(List, "20261007165408", Published, Products), Shipped.Snapshot.Regions[Region], Shipped.Snapshot.Regions, "offer-files", Published.AddDays(1));

    /// <summary>The case with the attributes for which it is ignored made right, except one.</summary>
    public SelectionCase Corrected(string? except = null)
    {
        var attributes = new Dictionary<string, string>(Products.Single().Attributes);
        var (region, list, prices) = (Region, List, Products[0].Terms);
        foreach (var (name, value) in TakenIf.Where(change => change.Key != except))
        {
            if (name == "region") region = value;
            else if (name == "list") list = value;
            else attributes[name == "usageType" ? "usagetype" : name] = value;
        }

        // A row of another unit is refused where it is chosen, which is told apart from being ignored by its rates.
        var unit = attributes.GetValueOrDefault("usagetype", "").Contains("Hours", StringComparison.Ordinal) ? "Hrs" : prices[0].Dimensions[0].Unit;
        var currency = Shipped.Snapshot.Regions[region].Currency;
        return this with
        {
            Region = region,
            List = list,
            Products = [Products[0] with
            {
                Attributes = attributes,
                Terms = [.. prices.Select(term => term with { Dimensions = [.. term.Dimensions.Select(dimension => dimension with { Unit = unit, PricePerUnit = dimension.PricePerUnit.ToDictionary(_ => currency, price => price.Value) })] })],
            }],
        };
    }

    private static Product ProductOf(string sku, string[] cells)
    {
        var attributes = new Dictionary<string, string>(Pairs(cells[5]));
        if (cells[3] != "-") attributes["usagetype"] = cells[3];
        if (cells[4] != "-") attributes["operation"] = cells[4];
        return new Product(sku, attributes, cells[7] == "-" ? [] : [.. cells[7].Split(" | ").Select(term => new OfferTerm("JRTCKXETXF", [.. Dimensions(term, cells[6])]))]);
    }

    private static IEnumerable<PriceDimension> Dimensions(string term, string unit) => term == "()" ? [] : term.Split(' ').Select(tier =>
    {
        var (range, price) = tier.Split(':') is [var given, var rest] ? (given.Split(".."), rest) : (["0", "Inf"], tier);
        var parts = price.Split('@');
        var prices = parts[0] == "none" ? [] : parts[0].Split('&').Select(text => text.Split('=') is [var currency, var amount] ? (currency, amount) : ("USD", text));
        return new PriceDimension("6YS6EN2CT7", parts.ElementAtOrDefault(1) ?? unit, range[0], range[1], prices.ToDictionary(pair => pair.Item1, pair => pair.Item2));
    });

    private static Dictionary<string, string> Pairs(string cell) =>
        cell.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
}
