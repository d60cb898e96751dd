using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CostApi.Core.Prices;

/// <summary>The shipped files as text: a tier or a rate between Regions on a line of its own, so that a change of price is a line of a diff.</summary>
public static class PriceFileText
{
    public static string Of(PriceFile.RegionPrices file)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"schema\": {file.Schema},\n  \"region\": {Quoted(file.Region)},\n  \"currency\": {Quoted(file.Currency)},\n  \"rates\": [");
        foreach (var (index, row) in file.Rates.Index())
        {
            text.Append(index == 0 ? "\n    {\n" : ",\n    {\n");
            foreach (var (name, value) in new (string, string?)[]
            {
                ("charge", row.Charge), ("usageType", row.UsageType), ("unit", row.Unit), ("sku", row.Sku), ("asOf", row.AsOf), ("confidence", row.Confidence), ("source", row.Source),
            })
                text.Append(CultureInfo.InvariantCulture, $"      \"{name}\": {Quoted(value)},\n");
            text.Append("      \"tiers\": [\n        ").AppendJoin(",\n        ", row.Tiers.Select(Of)).Append("\n      ]\n    }");
        }

        return text.Append("\n  ]\n}\n").ToString();
    }

    public static string Of(PriceFile.InterRegionPrices file) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"{{\n  \"schema\": {file.Schema},\n  \"currency\": {Quoted(file.Currency)},\n  \"unit\": {Quoted(file.Unit)},\n  \"source\": {Quoted(file.Source)},\n  \"rates\": [\n    ")
        .AppendJoin(",\n    ", file.Rates.Select(row =>
            $"{{ \"from\": {Quoted(row.From)}, \"to\": {Quoted(row.To)}, \"usageType\": {Quoted(row.UsageType)}, \"price\": {Plain(row.Price)}, \"asOf\": {Quoted(row.AsOf)}, \"confidence\": {Quoted(row.Confidence)}{(row.Source is null ? "" : $", \"source\": {Quoted(row.Source)}")} }}"))
        .Append("\n  ]\n}\n").ToString();

    private static string Of(PriceFile.TierRow tier) =>
        $"{{ \"from\": {Plain(tier.From)}, \"to\": {(tier.To is { } to ? Plain(to) : "null")}, \"price\": {Plain(tier.Price)}{(tier.RateCode is null ? "" : $", \"rateCode\": {Quoted(tier.RateCode)}")} }}";

    private static string Plain(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string? text) => text is null ? "null" : $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
