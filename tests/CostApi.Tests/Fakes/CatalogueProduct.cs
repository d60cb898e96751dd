using System.Security.Cryptography;
using System.Text;

namespace CostApi.Tests.Fakes;

/// <summary>A product that the fake sells. Every figure is text, as AWS writes it.</summary>
public sealed record CatalogueProduct(
    string ServiceCode, string Sku, string? Family, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<CatalogueTerm> Terms)
{
    /// <summary>Stands next to the row that a reader wants, and is not it: <see cref="PriceCatalogue.Set"/> passes it over.</summary>
    public bool IsDecoy { get; init; }

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public string UsageType => this["usagetype"] ?? "";

    /// <summary>Whether the Region's offer file holds it; that of data transfer holds both directions.</summary>
    public bool StandsIn(string region) =>
        this["regionCode"] == region || this["fromRegionCode"] == region || this["toRegionCode"] == region || this["fromLocation"] == "Global";

    public CatalogueProduct With(string attribute, string? value)
    {
        var attributes = new Dictionary<string, string>(Attributes);
        if (value is null) attributes.Remove(attribute);
        else attributes[attribute] = value;
        return this with { Attributes = attributes };
    }

    /// <summary>The same product with its first term's dimensions changed.</summary>
    public CatalogueProduct Priced(params IReadOnlyList<CatalogueDimension> dimensions) =>
        this with { Terms = [Terms[0] with { Dimensions = dimensions }, .. Terms.Skip(1)] };

    /// <summary>A made-up SKU, the same for the same text.</summary>
    public static string SkuOf(string text) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(16).Select(value => "ABCDEFGHJKMNPQRSTUVWXYZ23456789"[value % 31]));
}

/// <summary>An offer's price for a product.</summary>
/// <param name="Code">Offer term code.</param>
/// <param name="Dimensions">The tiers.</param>
public sealed record CatalogueTerm(string Code, IReadOnlyList<CatalogueDimension> Dimensions)
{
    public const string OnDemand = "JRTCKXETXF";

    /// <summary><c>OnDemand</c> or <c>Reserved</c>.</summary>
    public string Type { get; init; } = nameof(OnDemand);

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

/// <summary>One tier.</summary>
/// <param name="Code">Last part of the rate code.</param>
/// <param name="Unit">Unit as this row spells it.</param>
/// <param name="Begin">Start of the tier.</param>
/// <param name="End">End of the tier, or <c>Inf</c>.</param>
/// <param name="Prices">Price of a unit, by currency.</param>
public sealed record CatalogueDimension(string Code, string Unit, string Begin, string End, IReadOnlyDictionary<string, string> Prices)
{
    public const string OnlyTier = "6YS6EN2CT7";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> AppliesTo { get; init; } = [];

    public static CatalogueDimension Of(string unit, string currency, string price) =>
        new(OnlyTier, unit, "0", "Inf", new Dictionary<string, string> { [currency] = price }) { Description = $"{price} {currency} per {unit}" };
}
