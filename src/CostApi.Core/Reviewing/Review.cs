using System.Text.Json.Serialization;
using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Prices;

namespace CostApi.Core.Reviewing;

/// <summary>Whether a review holds.</summary>
public enum Verdict
{
    /// <summary>Nothing that was asked for is exceeded.</summary>
    Pass,

    /// <summary>A budget is exceeded or cannot be held to, or there is a finding of the severity in `failOn`.</summary>
    Fail,
}

/// <summary>What became of a resource or a line.</summary>
public enum ChangeKind
{
    /// <summary>It is there after the change only.</summary>
    Added,

    /// <summary>It was there before the change only.</summary>
    Removed,

    /// <summary>It is there before and after, and costs something else.</summary>
    Changed,

    /// <summary>It is there before and after.</summary>
    Kept,
}

/// <summary>A Region that the document declares something in.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Prices">Which prices were used in it.</param>
public sealed record ReviewedRegion(string Region, PricesUsed Prices);

/// <summary>What a change does to one charge of one resource.</summary>
public sealed record LineChange
{
    /// <summary>The Region. Absent if the answer is about one Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>Addresses, in the document, of the resources that the charge is for. Absent if the charge is for traffic.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Name of the VPC.</summary>
    public required string Vpc { get; init; }

    /// <summary>The resource, named within its VPC.</summary>
    public required string Resource { get; init; }

    /// <summary>The charge in words.</summary>
    public required string Description { get; init; }

    /// <summary>`added`, `removed` or `changed`.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>Cost per month before the change: 0 if there was no charge, null if it is unpriced.</summary>
    public required decimal? Before { get; init; }

    /// <summary>Cost per month after the change: 0 if there is no charge, null if it is unpriced.</summary>
    public required decimal? After { get; init; }

    /// <summary>What the change adds per month. Null if a price is not known.</summary>
    public required decimal? Amount { get; init; }
}

/// <summary>What a change costs.</summary>
public sealed record ReviewDifference
{
    /// <summary>
    /// Cost per month after the change minus the cost before it. Negative means cheaper. Null if a charge of either is unpriced.
    /// </summary>
    public required decimal? Amount { get; init; }

    /// <summary>The same in percent of the cost before; null also where that was nothing, or next to nothing beside it.</summary>
    public required decimal? Percent { get; init; }

    /// <summary>The same by category, of what is priced.</summary>
    public required IReadOnlyDictionary<CostCategory, decimal> CostByCategory { get; init; }

    /// <summary>The charges that changed, those that change most first.</summary>
    public required IReadOnlyList<LineChange> LineItems { get; init; }
}

/// <summary>Something that costs money and that the service does not price.</summary>
/// <param name="Address">Address in the document.</param>
/// <param name="Type">Resource type.</param>
/// <param name="What">What it costs by.</param>
/// <param name="Change">What the change does with it: `added`, `removed` or `kept`. Null if the document describes one point in time only.</param>
public sealed record SeenNotPriced(string Address, string Type, string What, ChangeKind? Change);

/// <summary>The network part of a Terraform plan or a CloudFormation template, priced.</summary>
public sealed record Review
{
    /// <summary>Hash of the layouts, the terms and the prices: the same network on the same prices has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>What the document is, in words.</summary>
    public required string Document { get; init; }

    /// <summary>The Regions of the priced resources, with the prices used. Empty if no resource is priced.</summary>
    public required IReadOnlyList<ReviewedRegion> Regions { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount; null where nothing is priced.</summary>
    public required string? Currency { get; init; }

    /// <summary>Hours in the month.</summary>
    public required decimal HoursPerMonth { get; init; }

    /// <summary>
    /// Whether traffic was sent with the document. Without it, all costs are hourly charges only, and `usageRates` of a layout states
    /// what each GB adds.
    /// </summary>
    public required bool TrafficGiven { get; init; }

    /// <summary>Whether the budgets and `failOn` of the request hold.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why not; empty for `pass`.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The network before the change. Null if the document describes one point in time only.</summary>
    public required LayoutCost? Before { get; init; }

    /// <summary>The network after the change, or the only one.</summary>
    public required LayoutCost After { get; init; }

    /// <summary>What the change costs. Null if the document describes one point in time only.</summary>
    public required ReviewDifference? Difference { get; init; }

    /// <summary>Findings about the network after the change, the most important first, each with what to write instead.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings that the caller accepts, with the reason: they are not among `findings`, and do not count for `failOn`.</summary>
    public required IReadOnlyList<IgnoredFinding> Ignored { get; init; }

    /// <summary>
    /// After the change: for each interface endpoint, and for each service whose traffic goes through a NAT gateway, the fixed cost per
    /// month, the costs per GB, and the break-even. If no traffic is given for a VPC with a NAT gateway, the service `*` represents any
    /// service.
    /// </summary>
    public required IReadOnlyList<BreakEven> BreakEvens { get; init; }

    /// <summary>What costs money and is not in these figures.</summary>
    public required IReadOnlyList<SeenNotPriced> NotPriced { get; init; }

    /// <summary>What could not be read, and what would help.</summary>
    public required IReadOnlyList<Unread> Unread { get; init; }

    /// <summary>What makes the document less than the whole network, in its tool's words; each is among <see cref="Unread"/> too.</summary>
    [JsonIgnore]
    internal IReadOnlyList<string> NotWhole { get; init; } = [];

    /// <summary>Resources that the document declares and that its own conditions exclude.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>What was assumed where the document or AWS leaves something open.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}
