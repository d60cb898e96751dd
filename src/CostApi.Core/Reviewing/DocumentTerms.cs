using CostApi.Core.Advising;
using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>What a caller says of a document: for how long, at which terms, and what it is held to.</summary>
public sealed record DocumentTerms
{
    /// <summary>Hours in the month: more than 0, at most 744.</summary>
    public decimal HoursPerMonth { get; init; } = 730;

    /// <summary>Discounts, usage that is there already, and prices of the caller's own.</summary>
    public PricingTerms Pricing { get; init; } = new();

    /// <summary>The most that the network may cost a month after the change; null for any.</summary>
    public decimal? MaxMonthlyCost { get; init; }

    /// <summary>The most that the change may add to it; null for any.</summary>
    public decimal? MaxMonthlyIncrease { get; init; }

    /// <summary>A finding of this severity, or a higher one, fails the review; null for none.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Findings that are accepted.</summary>
    public IReadOnlyList<Acceptance> Ignore { get; init; } = [];

    /// <summary>The day on which the review is made, by which acceptances end.</summary>
    public DateOnly Today { get; init; }
}

/// <summary>Traffic beside a document: the body of its own, or a list of flows alone.</summary>
public sealed record DocumentTrafficPart
{
    /// <summary>What the network carries in a month. VPCs are named by their addresses in the document, or by their names in the answer. At most 10,000 flows.</summary>
    public IReadOnlyList<Flow> Traffic { get; init; } = [];

    /// <summary>Discounts, usage that is there already, and prices of the caller's own.</summary>
    public PricingTerms Pricing { get; init; } = new();
}
