using CostApi.Core.Comparing;

namespace CostApi.Core.Recommending;

/// <summary>The cheapest layouts of other kinds than the best: the same search under one constraint more.</summary>
internal static class RunnersUp
{
    private const string OutOfTime = "The time limit was reached before this kind of layout was evaluated.";
    private const string NoneWorks = "No layout of this kind carries all of the traffic within the constraints.";
    private static readonly Dictionary<Prices.CostCategory, decimal> Nothing = [];

    public static IReadOnlyList<RunnerUp> Of(Need need, Found best, Facts facts, CancellationToken cancellation) =>
        [.. Kinds(need).Select(kind => Of(kind.Kind, kind.Need, best, facts, cancellation))];

    private static IEnumerable<(RunnerUpKind Kind, Need Need)> Kinds(Need need)
    {
        var constraints = need.Constraints;
        if (constraints.Nat != NatChoice.None) yield return (RunnerUpKind.WithoutNat, need with { Constraints = constraints with { Nat = NatChoice.None } });
        if (constraints.Hub == HubChoice.Allowed)
        {
            yield return (RunnerUpKind.WithoutHub, need with { Constraints = constraints with { Hub = HubChoice.Forbidden } });
            yield return (RunnerUpKind.WithHub, need with { HubIsRequired = true });
        }

        if (constraints.Nat != NatChoice.None) yield return (RunnerUpKind.AllNat, need with { Constraints = constraints with { MostInterfaceEndpointsPerVpc = 0 } });
        if (constraints.Nat != NatChoice.Any) yield break;
        yield return (RunnerUpKind.EveryZoneNat, need with { Constraints = constraints with { Nat = NatChoice.EveryZone } });
        yield return (RunnerUpKind.SingleZoneNat, need with { Constraints = constraints with { Nat = NatChoice.SingleZone } });
    }

    private static RunnerUp Of(RunnerUpKind kind, Need need, Found best, Facts facts, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return new RunnerUp(kind, null, Nothing, null, false, null, OutOfTime);
        var problem = new Problem(need, facts);
        var found = Search.Run(problem, cancellation);
        return found.Choice is { } choice
            ? new RunnerUp(kind, found.Cost, Total.ByCategory(choice, problem), found.Cost - best.Cost, found.LowerBound == found.Cost, LayoutMaking.Of(choice, problem, Name(kind)) with { Traffic = null }, null)
            : new RunnerUp(kind, null, Nothing, null, true, null, NoneWorks);
    }

    /// <summary>What people call a kind.</summary>
    public static string Name(RunnerUpKind kind) => kind switch
    {
        RunnerUpKind.WithoutNat => "without NAT gateways",
        RunnerUpKind.WithoutHub => "without a hub",
        RunnerUpKind.WithHub => "with a hub",
        RunnerUpKind.AllNat => "without interface endpoints",
        RunnerUpKind.EveryZoneNat => "NAT gateway in every zone",
        _ => "NAT gateway in one zone",
    };
}
