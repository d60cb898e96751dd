using System.Text.Json;

namespace CostApi.Core.PriceLists;

/// <summary>
/// A product of the AWS Price List with its on-demand terms, as AWS writes it: every figure is text, and nothing is certain to
/// be there.
/// </summary>
/// <param name="Sku">Stock keeping unit; empty where the list names none.</param>
/// <param name="Attributes">Attributes by name.</param>
/// <param name="Terms">On-demand terms.</param>
public sealed record Product(string Sku, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<OfferTerm> Terms)
{
    public string UsageType => this["usagetype"] ?? "";

    public string? Operation => this["operation"];

    public string? Location => this["location"];

    public string? LocationType => this["locationType"];

    public string? RegionCode => this["regionCode"];

    public string? TransferType => this["transferType"];

    public string? FromRegionCode => this["fromRegionCode"];

    public string? FromLocation => this["fromLocation"];

    public string? FromLocationType => this["fromLocationType"];

    public string? ToRegionCode => this["toRegionCode"];

    public string? ToLocation => this["toLocation"];

    public string? ToLocationType => this["toLocationType"];

    private string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>One entry of a <c>GetProducts</c> answer.</summary>
    /// <exception cref="JsonException">The text is not JSON, or has a name that is no text.</exception>
    public static Product Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var entry = document.RootElement;
        try
        {
            return Read(entry.Member("product")) with { Terms = OfferTerm.ReadAll(entry.Member("terms").Member("OnDemand")) };
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("it has a member whose name is not valid Unicode text", error);
        }
    }

    /// <summary>The product without its terms: an offer file keeps them apart.</summary>
    public static Product Read(JsonElement product) =>
        new(product.Member("sku").Text() ?? "", product.Member("attributes").Texts(), []);
}

/// <summary>An offer's price for a product, in one or more tiers.</summary>
/// <param name="Code">Offer term code; <c>JRTCKXETXF</c> on demand, but not always.</param>
/// <param name="Dimensions">The tiers, in no order.</param>
public sealed record OfferTerm(string Code, IReadOnlyList<PriceDimension> Dimensions)
{
    /// <summary>The terms under <c>terms.OnDemand</c> of a <c>GetProducts</c> entry, or under the SKU of an offer file.</summary>
    public static IReadOnlyList<OfferTerm> ReadAll(JsonElement terms) => [.. terms.Members().Select(term => new OfferTerm(
        term.Member("offerTermCode").Text() ?? "",
        [.. term.Member("priceDimensions").Members().Select(PriceDimension.Read)]))];
}

/// <summary>One tier of an offer's price, as text.</summary>
/// <param name="RateCode">Rate code.</param>
/// <param name="Unit">Unit as this row spells it.</param>
/// <param name="BeginRange">Start of the tier.</param>
/// <param name="EndRange">End of the tier; <c>Inf</c> where it has none.</param>
/// <param name="PricePerUnit">Price of a unit, by currency.</param>
public sealed record PriceDimension(string RateCode, string Unit, string BeginRange, string EndRange, IReadOnlyDictionary<string, string> PricePerUnit)
{
    public static PriceDimension Read(JsonElement dimension) => new(
        dimension.Member("rateCode").Text() ?? "",
        dimension.Member("unit").Text() ?? "",
        dimension.Member("beginRange").Text() ?? "",
        dimension.Member("endRange").Text() ?? "",
        dimension.Member("pricePerUnit").Texts());
}

/// <summary>Part of a price list: the products of one service that were asked for.</summary>
/// <param name="ServiceCode">Service code, as in <c>AmazonVPC</c>.</param>
/// <param name="Version">AWS's version of the list.</param>
/// <param name="PublishedAt">When AWS published it.</param>
/// <param name="Products">The products.</param>
public sealed record PriceList(string ServiceCode, string Version, DateTimeOffset PublishedAt, IReadOnlyList<Product> Products);
