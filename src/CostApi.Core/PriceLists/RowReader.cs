using System.Globalization;
using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>What the rows of a charge come to.</summary>
internal abstract record Row
{
    public sealed record Sound(Rate Rate) : Row;

    public sealed record Unsound(string Reason, bool IsAmbiguous = false) : Row;
}

/// <summary>Reads the rows that stand for one charge, each a SKU with its terms.</summary>
internal static class RowReader
{
    // More digits than a decimal holds would be rounded without a word.
    private const int MostDigits = 28;

    /// <summary>One rate, if every row is sound and all say the same.</summary>
    public static Row Read(Charge charge, IReadOnlyList<Product> products, Region region, PriceList list)
    {
        var read = products.SelectMany(product => product.Terms.Count == 0
            ? [new Row.Unsound($"{product.UsageType}: {Sku(product)} has no on-demand price")]
            : product.Terms.Select(term => Read(charge, product, term, region, list))).ToArray();
        if (read.OfType<Row.Unsound>().FirstOrDefault() is { } fault) return fault;
        var rates = read.OfType<Row.Sound>().Select(row => row.Rate).OrderBy(rate => rate.Sku, StringComparer.Ordinal).ToArray();
        return rates.All(rate => rate.CostsTheSameAs(rates[0]))
            // Under the usual name, where the list gives the charge several.
            ? new Row.Sound(rates.FirstOrDefault(rate => rate.UsageType == region.UsageTypeOf(charge)) ?? rates[0])
            : new Row.Unsound(
                $"The price list has {rates.Length} rows for {rates[0].UsageType} that contradict each other: "
                + $"{string.Join(", ", rates.Select(rate => $"{rate.Sku} at {string.Join("/", rate.Tiers.Select(tier => tier.Price.ToString(CultureInfo.InvariantCulture)))}"))}.",
                IsAmbiguous: true);
    }

    private static Row Read(Charge charge, Product product, OfferTerm term, Region region, PriceList list)
    {
        var faults = new List<string>();
        var tiers = term.Dimensions.Select(dimension => Read(dimension, region.Currency, faults)).OfType<Tier>().OrderBy(tier => tier.From).ToArray();
        var units = term.Dimensions.Select(dimension => dimension.Unit).Distinct().ToArray();
        faults.AddRange(units.Where(unit => !charge.UnitNames.Contains(unit, StringComparer.OrdinalIgnoreCase)).Select(unit => $"its unit is '{unit}', not {string.Join(" or ", charge.UnitNames)}"));
        if (units.Length > 1) faults.Add("its tiers have different units");
        if (faults.Count == 0) faults.AddRange(Adjoining(tiers));
        if (faults.Count > 0) return new Row.Unsound($"The price list's row for {product.UsageType} ({Sku(product)}) cannot be used: {string.Join("; ", faults.Distinct())}.");
        return new Row.Sound(new Rate(
            charge, product.UsageType, units[0], tiers, product.Sku.Length > 0 ? product.Sku : null,
            list.PublishedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "high", $"AWS Price List, {list.ServiceCode} {list.Version}"));
    }

    private static Tier? Read(PriceDimension dimension, string currency, List<string> faults)
    {
        var before = faults.Count;
        var from = Number(dimension.BeginRange, "a tier's start", faults);
        var to = dimension.EndRange == "Inf" ? null : Number(dimension.EndRange, "a tier's end", faults);
        decimal? price = null;
        if (!dimension.PricePerUnit.TryGetValue(currency, out var text))
            faults.Add($"it has no price in {currency}, only in {Listed(dimension.PricePerUnit.Keys)}");
        else
            price = Number(text, "its price", faults);
        if (price > Rate.Highest) faults.Add($"its price {text} is more than {Rate.Highest.ToString(CultureInfo.InvariantCulture)}");
        return faults.Count > before ? null : new Tier(from!.Value, to, price!.Value, dimension.RateCode.Length > 0 ? dimension.RateCode : null);
    }

    private static decimal? Number(string text, string what, List<string> faults)
    {
        // The parser lets zero characters stand at the end.
        if (text.Count(char.IsAsciiDigit) <= MostDigits && !text.EndsWith('\0') && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number / 1.0000000000000000000000000000m;
        faults.Add($"{what} is '{Shortened(text)}', not a plain decimal number of at least 0");
        return null;
    }

    private static IEnumerable<string> Adjoining(Tier[] tiers)
    {
        if (tiers.Length == 0) yield return "it has no price";
        decimal? expected = 0;
        foreach (var tier in tiers)
        {
            if (expected is null) yield return $"a tier from {Plain(tier.From)} follows a tier without an end";
            else if (tier.From > expected) yield return $"its tiers leave a gap from {Plain(expected.Value)} to {Plain(tier.From)}";
            else if (tier.From < expected) yield return $"its tiers overlap from {Plain(tier.From)} to {Plain(expected.Value)}";
            if (tier.To <= tier.From) yield return $"a tier ends at {Plain(tier.To.Value)}, not after its start at {Plain(tier.From)}";
            expected = tier.To;
        }
    }

    private static string Sku(Product product) => product.Sku.Length > 0 ? $"SKU {Shortened(product.Sku)}" : "without a SKU";

    private static string Listed(IEnumerable<string> currencies) => currencies.Any() ? string.Join(", ", currencies.Select(Shortened)) : "none";

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
