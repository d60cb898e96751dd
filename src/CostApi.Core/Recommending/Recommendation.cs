using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Routing;

namespace CostApi.Core.Recommending;

/// <summary>The cheapest layout that carries all of the traffic within the constraints, with the reasons.</summary>
public sealed record Recommendation
{
    /// <summary>Hash of the request and the prices. The same request with the same prices has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Hours per month.</summary>
    public required decimal HoursPerMonth { get; init; }

    /// <summary>The prices that the answer is based on.</summary>
    public required PricesUsed Prices { get; init; }

    /// <summary>Monthly cost of the recommended layout, the same as in `estimate`.</summary>
    public required decimal MonthlyCost { get; init; }

    /// <summary>Whether it is proven that none of the layouts considered costs less.</summary>
    public required bool Optimal { get; init; }

    /// <summary>Lower bound of the monthly cost: none of the layouts considered costs less.</summary>
    public required decimal LowerBound { get; init; }

    /// <summary>Monthly cost of the recommended layout less the lower bound: 0 if the layout is optimal.</summary>
    public required decimal Gap { get; init; }

    /// <summary>The recommended layout with its traffic. It can be posted to `/v1/estimates` or `/v1/comparisons` unchanged.</summary>
    public required Layout Layout { get; init; }

    /// <summary>The answer of `/v1/estimates` for the layout.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The differences from `current`; null if the request has no `current`.</summary>
    public required ChangeFromCurrent? Difference { get; init; }

    /// <summary>The decisions for each VPC as a whole.</summary>
    public required IReadOnlyList<VpcDecision> Vpcs { get; init; }

    /// <summary>The decision for each VPC and service, with the cost of each alternative.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>The cheapest layout of each other kind.</summary>
    public required IReadOnlyList<RunnerUp> RunnersUp { get; init; }

    /// <summary>The values of each input at which another layout becomes cheaper, nearest first.</summary>
    public required IReadOnlyList<Sensitivity> Sensitivity { get; init; }

    /// <summary>
    /// The recommended layout with all ranges of the request at their low, typical and high values; empty without ranges.
    /// </summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>Monthly cost as a function of an input, as points to plot, for the inputs in `sensitivity` that are nearest.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>The assumptions of the answer, and the layouts that were considered.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}

/// <summary>The differences from the current layout.</summary>
/// <param name="CurrentMonthlyCost">
/// Monthly cost of the current layout with the same traffic. Charges without a known price are not included.
/// </param>
/// <param name="CurrentFeasible">Whether the current layout carries all of the traffic.</param>
/// <param name="Amount">
/// Monthly cost of the recommended layout less that of the current one: negative if the recommended layout is cheaper. Null if
/// a charge of either layout has no known price.
/// </param>
/// <param name="Percent">The same amount in percent of the current monthly cost.</param>
/// <param name="Changes">The changes to make, resource by resource.</param>
public sealed record ChangeFromCurrent(decimal CurrentMonthlyCost, bool CurrentFeasible, decimal? Amount, decimal? Percent, IReadOnlyList<LayoutChange> Changes);

/// <summary>One change to make.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Action">`add`, `remove` or `change`.</param>
/// <param name="Resource">The resource, for example `natGateway`, `interface/sqs` or `transitGateway`.</param>
/// <param name="Detail">Description of the change.</param>
public sealed record LayoutChange(string Vpc, ChangeAction Action, string Resource, string Detail);

/// <summary>What to do with a resource.</summary>
public enum ChangeAction
{
    Add,
    Remove,
    Change,
}

/// <summary>The NAT gateways that a VPC uses.</summary>
public enum NatDecision
{
    /// <summary>No NAT gateway.</summary>
    None,

    /// <summary>One NAT gateway for all zones of the VPC.</summary>
    SingleZone,

    /// <summary>One NAT gateway in every zone of the VPC.</summary>
    EveryZone,

    /// <summary>The NAT gateway of the hub, through the Transit Gateway.</summary>
    Hub,
}

/// <summary>The decisions for a VPC as a whole.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Nat">The NAT gateways that it uses.</param>
/// <param name="AttachedToHub">Whether it is attached to the Transit Gateway to use the hub.</param>
/// <param name="InterfaceEndpoints">Number of its interface endpoints.</param>
/// <param name="Reason">The reason, with figures.</param>
public sealed record VpcDecision(string Vpc, NatDecision Nat, bool AttachedToHub, int InterfaceEndpoints, string Reason);

/// <summary>The decision for the traffic from a VPC to a service.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Service">The service.</param>
/// <param name="Path">The path of the traffic.</param>
/// <param name="Gb">GB per month, sent and received.</param>
/// <param name="Cost">
/// What the traffic adds to the monthly cost: the hourly charge of its own endpoint and its GB, at the rates of the price tier
/// that is reached.
/// </param>
/// <param name="Reason">The reason, with figures.</param>
/// <param name="Alternatives">The alternative paths.</param>
public sealed record Decision(string Vpc, string Service, PathKind Path, decimal Gb, decimal Cost, string Reason, IReadOnlyList<Alternative> Alternatives);

/// <summary>An alternative path for the same traffic, with everything else as recommended.</summary>
/// <param name="Path">The path.</param>
/// <param name="Cost">What the traffic would add to the monthly cost; null if the path is not available.</param>
/// <param name="Difference">
/// How much more the layout would cost per month in total, including the resources that the path requires; null if the path is
/// not available.
/// </param>
/// <param name="Note">The additional resources that the path requires, or why it is not available; null if there are none.</param>
public sealed record Alternative(PathKind Path, decimal? Cost, decimal? Difference, string? Note);

/// <summary>The kinds of layout that the recommended layout is compared with.</summary>
public enum RunnerUpKind
{
    /// <summary>Without NAT gateways.</summary>
    WithoutNat,

    /// <summary>Without a hub.</summary>
    WithoutHub,

    /// <summary>With a hub, whether or not it reduces the cost.</summary>
    WithHub,

    /// <summary>Without interface endpoints: all traffic uses NAT gateways or gateway endpoints.</summary>
    AllNat,

    /// <summary>VPCs with NAT gateways have one in every zone.</summary>
    EveryZoneNat,

    /// <summary>VPCs have at most one NAT gateway.</summary>
    SingleZoneNat,
}

/// <summary>The cheapest layout of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="MonthlyCost">Its monthly cost; null if no layout of this kind carries all of the traffic.</param>
/// <param name="CostByCategory">Its monthly cost by cost category; empty if there is no such layout.</param>
/// <param name="Margin">How much more it costs per month than the recommended layout; 0 if the recommended layout is of this kind.</param>
/// <param name="Optimal">Whether it is proven to be the cheapest layout of its kind.</param>
/// <param name="Layout">The layout, without the traffic, which is that of the recommended layout; null if there is no such layout.</param>
/// <param name="Note">Why there is no such layout; null if there is one.</param>
public sealed record RunnerUp(RunnerUpKind Kind, decimal? MonthlyCost, IReadOnlyDictionary<CostCategory, decimal> CostByCategory, decimal? Margin, bool Optimal, Layout? Layout, string? Note);
