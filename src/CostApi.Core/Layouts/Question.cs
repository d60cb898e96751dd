using CostApi.Core.Prices;

namespace CostApi.Core.Layouts;

/// <summary>What comparisons and estimates have in common: where, how long, at which terms, and the traffic to carry.</summary>
public abstract record Question
{
    /// <summary>Code of the Region that the layouts stand in, as in `eu-west-1`.</summary>
    public required string Region { get; init; }

    /// <summary>Hours in the month: more than 0, at most 744. AWS's own calculators take 730.</summary>
    public decimal HoursPerMonth { get; init; } = 730;

    /// <summary>Name of the layout that the others are compared with. Default: the first.</summary>
    public string? Baseline { get; init; }

    /// <summary>True: a charge without a known rate is an error (422) instead of a finding.</summary>
    public bool Strict { get; init; }

    /// <summary>Discounts, usage that is there already, and prices of the caller's own.</summary>
    public PricingTerms Pricing { get; init; } = new();

    /// <summary>What every layout must carry in a month, unless it brings its own. At most 10,000 flows.</summary>
    public IReadOnlyList<Flow> Traffic { get; init; } = [];
}

/// <summary>Layouts to price and compare.</summary>
public sealed record ComparisonRequest : Question
{
    /// <summary>The layouts, 1 to 50, each with a name of its own.</summary>
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

/// <summary>The caller's terms. All optional.</summary>
public sealed record PricingTerms
{
    /// <summary>Percent off every line after tiers, 0 to 100 (a negotiated discount, EDP or PPA).</summary>
    public decimal DiscountPercent { get; init; }

    /// <summary>Percent off by category, in place of `discountPercent` for the categories that it names.</summary>
    public IReadOnlyDictionary<string, decimal> DiscountPercentByCategory { get; init => field = CategoryNames.Spelled(value); } = new Dictionary<string, decimal>();

    /// <summary>GB that the organisation already runs through interface endpoints in this Region this month: the tiers start there.</summary>
    public decimal PrivateLinkGbAlreadyProcessed { get; init; }

    /// <summary>GB already sent to the internet this month: uses up the free 100 GB first, then moves up the tiers.</summary>
    public decimal InternetGbAlreadySent { get; init; }

    /// <summary>How many sides of a byte that crosses zones are billed, 1 or 2. AWS bills "in each direction", so 2.</summary>
    public int CrossZoneSidesBilled { get; init; } = 2;

    /// <summary>The caller's own flat prices, by usage type without Region prefix, in the Region's currency. The free 100 GB to the internet stay free.</summary>
    public IReadOnlyDictionary<string, decimal> UnitPrices { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Answer with the list prices that were in force at the end of this day (UTC), as in `2026-11-22`; null for those in force now.</summary>
    public DateOnly? AsOf { get; init; }
}
