namespace CostApi.PriceSources.OfferFiles;

/// <summary>Settings under <c>Prices:OfferFiles</c>.</summary>
public sealed class OfferFilesOptions
{
    public const string Section = "Prices:OfferFiles";

    /// <summary>A mirror in place of AWS's hosts; the paths stay.</summary>
    public Uri? BaseUrl { get; set; }
}
