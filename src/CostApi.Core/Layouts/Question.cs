using CostApi.Core.Prices;

namespace CostApi.Core.Layouts;

/// <summary>The members that comparisons and estimates have in common: Region, hours, pricing terms and traffic.</summary>
public abstract record Question
{
    /// <summary>Code of the Region of the layouts, for example `eu-west-1`.</summary>
    public required string Region { get; init; }

    /// <summary>Hours per month: more than 0, at most 744. Default: 730, as in the AWS Pricing Calculator.</summary>
    public decimal HoursPerMonth { get; init; } = 730;

    /// <summary>Name of the layout that the other layouts are compared with. Default: the first layout.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether a charge without a known price is an error (status 422) instead of a finding. Default: false.</summary>
    public bool Strict { get; init; }

    /// <summary>Discounts, existing usage, and your own unit prices.</summary>
    public PricingTerms Pricing { get; init; } = new();

    /// <summary>The monthly traffic of every layout that does not specify its own. At most 10,000 flows.</summary>
    public IReadOnlyList<Flow> Traffic { get; init; } = [];
}

/// <summary>Layouts to price and compare.</summary>
public sealed record ComparisonRequest : Question
{
    /// <summary>The layouts, 1 to 50, each with a unique name.</summary>
    public required IReadOnlyList<Layout> Layouts { get; init; }
}

/// <summary>One layout to price.</summary>
public sealed record EstimateRequest : Question
{
    /// <summary>The layout.</summary>
    public required Layout Layout { get; init; }

    /// <summary>The same question as a comparison of one.</summary>
    public ComparisonRequest AsComparison() => new()
    {
        Region = Region,
        HoursPerMonth = HoursPerMonth,
        Baseline = Baseline,
        Strict = Strict,
        Pricing = Pricing,
        Traffic = Traffic,
        Layouts = [Layout],
    };
}

/// <summary>Your pricing terms. All members are optional.</summary>
public sealed record PricingTerms
{
    /// <summary>
    /// Discount on every line item in percent, 0 to 100, applied after the price tiers. For example, from an AWS Enterprise
    /// Discount Program (EDP) or Private Pricing Agreement (PPA).
    /// </summary>
    public decimal DiscountPercent { get; init; }

    /// <summary>Discount in percent by cost category. It replaces `discountPercent` for the categories that it names.</summary>
    public IReadOnlyDictionary<string, decimal> DiscountPercentByCategory
    {
        get;
        init => field = CategoryNames.Spelled(value);
    } = new Dictionary<string, decimal>();

    /// <summary>
    /// GB per month that other interface endpoints of your organization already process in this Region. The price tiers start
    /// after this amount.
    /// </summary>
    public decimal PrivateLinkGbAlreadyProcessed { get; init; }

    /// <summary>
    /// GB per month that your organization already transfers out to the internet. It uses up the free 100 GB first; the price
    /// tiers then start after this amount.
    /// </summary>
    public decimal InternetGbAlreadySent { get; init; }

    /// <summary>
    /// How often a byte that is transferred between Availability Zones is billed: 2 for both directions, out of one zone and
    /// into the other, as AWS bills it, or 1 for one direction. Default: 2.
    /// </summary>
    public int CrossZoneSidesBilled { get; init; } = 2;

    /// <summary>
    /// Your own unit prices without tiers, by usage type without the Region prefix, in the currency of the Region. The first
    /// 100 GB per month to the internet remain free.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> UnitPrices { get; init; } = new Dictionary<string, decimal>();

    /// <summary>
    /// Use the list prices that were in effect at the end of this day (UTC), for example `2026-11-22`. Default: the current
    /// prices.
    /// </summary>
    public DateOnly? AsOf { get; init; }
}
