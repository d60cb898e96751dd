namespace CostApi.PriceSources.OfferFiles;

/// <summary>Settings under <c>Prices:OfferFiles</c>.</summary>
public sealed class OfferFilesOptions
{
    public const string Section = "Prices:OfferFiles";

    /// <summary>A mirror in place of AWS's hosts; the paths stay.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Whether to read AmazonEC2's file, which has the rates of NAT gateways: about 440 MB for a Region.</summary>
    public bool Ec2 { get; set; }

    /// <summary>How long AmazonEC2's rates are taken for current once read: the file changes several times a week, its NAT rows hardly ever.</summary>
    public TimeSpan Ec2Interval { get; set; } = TimeSpan.FromDays(7);
}
