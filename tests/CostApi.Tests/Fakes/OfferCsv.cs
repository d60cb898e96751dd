using System.Text;

namespace CostApi.Tests.Fakes;

/// <summary>The same file as CSV: five lines of preamble, the header on line 6, everything quoted, a row for each price dimension.</summary>
internal static class OfferCsv
{
    private static readonly (string Column, string Attribute)[] Common =
    [
        ("serviceCode", "servicecode"), ("Location", "location"), ("Location Type", "locationType"), ("Transfer Type", "transferType"),
        ("From Location", "fromLocation"), ("From Location Type", "fromLocationType"), ("To Location", "toLocation"), ("To Location Type", "toLocationType"),
        ("Group", "group"), ("Group Description", "groupDescription"), ("usageType", "usagetype"), ("operation", "operation"), ("Attachment Type", "attachmentType"),
        ("From Region Code", "fromRegionCode"), ("To Region Code", "toRegionCode"), ("Region Code", "regionCode"), ("serviceName", "servicename"),
    ];

    public static IEnumerable<Piece> Csv(Edition edition, IReadOnlyList<CatalogueProduct> products, int filler)
    {
        var columns = Common.Where(column => products.Any(product => product[column.Attribute] is not null)).ToArray();
        var text = new StringBuilder();
        Line(text, "FormatVersion", "v1.0");
        Line(text, "Disclaimer", OfferFile.Disclaimer);
        Line(text, "Publication Date", edition.PublicationDate);
        Line(text, "Version", edition.Version);
        Line(text, "OfferCode", edition.ServiceCode);
        var isEc2 = edition.ServiceCode == RegionProducts.Ec2;
        Line(text, [
            "SKU", "OfferTermCode", "RateCode", "TermType", "PriceDescription", "EffectiveDate", "StartingRange", "EndingRange", "Unit", "PricePerUnit", "Currency",
            .. isEc2 ? ["RelatedTo", "LeaseContractLength", "PurchaseOption", "OfferingClass"] : Array.Empty<string>(), "Product Family", .. columns.Select(column => column.Column)]);
        foreach (var product in products) Product(text, product);
        yield return Taken(text);
        if (filler == 0) yield break;
        Product(text, Filler.Product);
        yield return Taken(text) with { Times = filler };

        void Product(StringBuilder to, CatalogueProduct product)
        {
            foreach (var term in product.Terms)
                foreach (var dimension in term.Dimensions)
                    foreach (var (currency, price) in dimension.Prices)
                        Line(to, [
                            product.Sku, term.Code, $"{product.Sku}.{term.Code}.{dimension.Code}", term.Type, dimension.Description, $"{edition.PublishedAt.UtcDateTime:yyyy-MM}-01",
                            dimension.Begin, dimension.End, dimension.Unit, price, currency,
                            .. isEc2 ? ["", Of(term, "LeaseContractLength"), Of(term, "PurchaseOption"), Of(term, "OfferingClass")] : Array.Empty<string>(),
                            product.Family ?? "", .. columns.Select(column => product[column.Attribute] ?? "")]);
        }
    }

    private static string Of(CatalogueTerm term, string attribute) => term.Attributes.GetValueOrDefault(attribute, "");

    private static Piece Taken(StringBuilder text)
    {
        var piece = new Piece(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
        return piece;
    }

    private static void Line(StringBuilder text, params IReadOnlyList<string> fields) =>
        text.AppendJoin(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
}
