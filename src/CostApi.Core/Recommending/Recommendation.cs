using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Routing;

namespace CostApi.Core.Recommending;

/// <summary>The cheapest layout that carries the traffic within the constraints, and why it is that one.</summary>
public sealed record Recommendation
{
    /// <summary>Hash of the request and the prices: the same question on the same prices has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Hours in the month.</summary>
    public required decimal HoursPerMonth { get; init; }

    /// <summary>Which prices the answer was made from.</summary>
    public required PricesUsed Prices { get; init; }

    /// <summary>Cost a month of the recommended layout, as its estimate says.</summary>
    public required decimal MonthlyCost { get; init; }

    /// <summary>Whether it is proven that no layout of those considered costs less.</summary>
    public required bool Optimal { get; init; }

    /// <summary>No layout of those considered costs less than this a month.</summary>
    public required decimal LowerBound { get; init; }

    /// <summary>How far the recommended layout lies above the lower bound: 0 where it is optimal.</summary>
    public required decimal Gap { get; init; }

    /// <summary>The layout, with its traffic: can be posted to `/v1/estimates` or `/v1/comparisons` as it is.</summary>
    public required Layout Layout { get; init; }

    /// <summary>What `/v1/estimates` answers for the layout.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>From `current`; null where the request has none.</summary>
    public required ChangeFromCurrent? Difference { get; init; }

    /// <summary>What was decided for each VPC as a whole.</summary>
    public required IReadOnlyList<VpcDecision> Vpcs { get; init; }

    /// <summary>What was decided for each VPC and service, and what each other way would have cost.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>The cheapest layout of each other kind.</summary>
    public required IReadOnlyList<RunnerUp> RunnersUp { get; init; }

    /// <summary>For each input that matters, where the recommendation flips; those that flip nearest first.</summary>
    public required IReadOnlyList<Sensitivity> Sensitivity { get; init; }

    /// <summary>How the recommendation fares where all ranges of the request are at their low, typical and high; empty without ranges.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>Cost against an input, as points to plot, for the inputs whose flips lie nearest.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>What was assumed where the request or AWS leaves something open, and which layouts were considered.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}

/// <summary>What changes from the layout as it is.</summary>
/// <param name="CurrentMonthlyCost">Cost a month of the current layout under the same traffic; a sum of what is priced.</param>
/// <param name="CurrentFeasible">Whether the current layout carries all of the traffic.</param>
/// <param name="Amount">Recommended less current: negative saves. Null where a charge of either is unpriced.</param>
/// <param name="Percent">The same in percent of the current cost.</param>
/// <param name="Changes">What to do, resource by resource.</param>
public sealed record ChangeFromCurrent(decimal CurrentMonthlyCost, bool CurrentFeasible, decimal? Amount, decimal? Percent, IReadOnlyList<LayoutChange> Changes);

/// <summary>One thing to do.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Action">`add`, `remove` or `change`.</param>
/// <param name="Resource">The resource: `natGateway`, `interface/sqs`, `transitGateway`.</param>
/// <param name="Detail">In words.</param>
public sealed record LayoutChange(string Vpc, ChangeAction Action, string Resource, string Detail);

/// <summary>What to do with a resource.</summary>
public enum ChangeAction
{
    Add,
    Remove,
    Change,
}

/// <summary>A VPC's way out.</summary>
public enum NatDecision
{
    /// <summary>No NAT.</summary>
    None,

    /// <summary>One NAT gateway for all zones.</summary>
    SingleZone,

    /// <summary>One in every zone.</summary>
    EveryZone,

    /// <summary>That of the hub, over the Transit Gateway.</summary>
    Hub,
}

/// <summary>What was decided for a VPC as a whole.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Nat">Its way out.</param>
/// <param name="AttachedToHub">Whether it is attached to the Transit Gateway, to use the hub.</param>
/// <param name="InterfaceEndpoints">How many interface endpoints it gets.</param>
/// <param name="Reason">Why, in numbers.</param>
public sealed record VpcDecision(string Vpc, NatDecision Nat, bool AttachedToHub, int InterfaceEndpoints, string Reason);

/// <summary>What was decided for the traffic of a VPC to a service.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Service">The service.</param>
/// <param name="Path">The way that the traffic takes.</param>
/// <param name="Gb">GB a month, sent and received.</param>
/// <param name="Cost">What it adds to the month: hours of its own endpoint and its GB, at the rates of the tier that the month ends in.</param>
/// <param name="Reason">Why, in numbers.</param>
/// <param name="Alternatives">The other ways.</param>
public sealed record Decision(string Vpc, string Service, PathKind Path, decimal Gb, decimal Cost, string Reason, IReadOnlyList<Alternative> Alternatives);

/// <summary>Another way for the same traffic, everything else as recommended.</summary>
/// <param name="Path">The way.</param>
/// <param name="Cost">What the traffic would add to the month; null where the way is not there.</param>
/// <param name="Difference">How much more the month would cost in all, with what the way needs; null where it is not there.</param>
/// <param name="Note">What it would need beside, or why it is not there; null where there is nothing to say.</param>
public sealed record Alternative(PathKind Path, decimal? Cost, decimal? Difference, string? Note);

/// <summary>Kinds of layout that are compared with the best.</summary>
public enum RunnerUpKind
{
    /// <summary>No NAT gateway anywhere.</summary>
    WithoutNat,

    /// <summary>Every VPC on its own.</summary>
    WithoutHub,

    /// <summary>With a hub, whether it pays or not.</summary>
    WithHub,

    /// <summary>No interface endpoint anywhere: all by NAT, but for free gateway endpoints.</summary>
    AllNat,

    /// <summary>A NAT gateway stands in every zone of its VPC.</summary>
    EveryZoneNat,

    /// <summary>At most one NAT gateway in a VPC.</summary>
    SingleZoneNat,
}

/// <summary>The cheapest layout of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="MonthlyCost">Its cost a month; null where no such layout works.</param>
/// <param name="CostByCategory">The same by category; empty where none works.</param>
/// <param name="Margin">How much more than the recommended one; 0 where that is of this kind.</param>
/// <param name="Optimal">Whether it is proven to be the cheapest of its kind.</param>
/// <param name="Layout">The layout, without the traffic, which is the recommended one's; null where none works.</param>
/// <param name="Note">Why there is none; null where there is one.</param>
public sealed record RunnerUp(RunnerUpKind Kind, decimal? MonthlyCost, IReadOnlyDictionary<CostCategory, decimal> CostByCategory, decimal? Margin, bool Optimal, Layout? Layout, string? Note);
