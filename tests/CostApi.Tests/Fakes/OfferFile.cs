namespace CostApi.Tests.Fakes;

/// <summary>A Regional offer file, piece by piece: never all of it at once.</summary>
internal static class OfferFile
{
    public const string Disclaimer = "This pricing list is for informational purposes only. All prices are subject to the additional terms included in the pricing pages on http://aws.amazon.com. All Free Tier prices are also subject to the terms included at https://aws.amazon.com/free/";

    public static IEnumerable<Piece> Json(Edition edition, IReadOnlyList<CatalogueProduct> products, int filler)
    {
        var text = new AwsText().Open().Text("formatVersion", "v1.0").Text("disclaimer", Disclaimer).Text("offerCode", edition.ServiceCode)
            .Text("version", edition.Version).Text("publicationDate", edition.PublicationDate).Open("products");
        foreach (var piece in Section(text, products, filler, Filler.Product, product => Product(text, product))) yield return piece;
        text.Close().Open("terms");
        foreach (var type in products.SelectMany(product => product.Terms).Select(term => term.Type).Distinct().Order(StringComparer.Ordinal))
        {
            text.Open(type);
            CatalogueProduct[] sold = [.. products.Where(product => product.Terms.Any(term => term.Type == type))];
            var unsold = Filler.Product.Terms.Any(term => term.Type == type) ? filler : 0;
            foreach (var piece in Section(text, sold, unsold, Filler.Product, product => Terms(text, product, type, edition))) yield return piece;
            text.Close();
        }

        text.Close().Open("attributesList").Close().Close();
        yield return new Piece(text.Take());
    }

    /// <summary>Each product's text, with the filler around the middle of them: what is sought lies between much that is not.</summary>
    private static IEnumerable<Piece> Section(AwsText text, IReadOnlyList<CatalogueProduct> products, int filler, CatalogueProduct fill, Action<CatalogueProduct> write)
    {
        // The first product goes before the filler, which so always begins with a comma.
        write(products[0]);
        yield return new Piece(text.Take());
        if (filler > 0)
        {
            write(fill);
            var copy = text.Take();
            yield return new Piece(copy, filler / 2);
            foreach (var product in products.Skip(1)) write(product);
            yield return new Piece(text.Take());
            yield return new Piece(copy, filler - filler / 2) { First = filler / 2 };
        }
        else
        {
            foreach (var product in products.Skip(1)) write(product);
        }
    }

    private static void Product(AwsText text, CatalogueProduct product)
    {
        text.Open(product.Sku).Text("sku", product.Sku);
        if (product.Family is not null) text.Text("productFamily", product.Family);
        text.Texts("attributes", product.Attributes).Close();
    }

    private static void Terms(AwsText text, CatalogueProduct product, string type, Edition edition)
    {
        text.Open(product.Sku);
        foreach (var term in product.Terms.Where(term => term.Type == type))
        {
            var key = $"{product.Sku}.{term.Code}";
            text.Open(key).Text("offerTermCode", term.Code).Text("sku", product.Sku).Text("effectiveDate", $"{edition.PublishedAt.UtcDateTime:yyyy-MM}-01T00:00:00Z").Open("priceDimensions");
            foreach (var dimension in term.Dimensions)
                text.Open($"{key}.{dimension.Code}").Text("rateCode", $"{key}.{dimension.Code}").Text("description", dimension.Description)
                    .Text("beginRange", dimension.Begin).Text("endRange", dimension.End).Text("unit", dimension.Unit)
                    .Texts("pricePerUnit", dimension.Prices).List("appliesTo", dimension.AppliesTo).Close();
            text.Close().Texts("termAttributes", term.Attributes).Close();
        }

        text.Close();
    }
}
