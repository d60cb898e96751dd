namespace CostApi.Core.Recommending;

/// <summary>A problem priced by straight lines, with VPCs that are alike counted as one.</summary>
internal sealed class PricedProblem
{
    private readonly Problem _problem;
    private readonly Tariff _tariff;
    private readonly int[] _spokeOf;

    public PricedProblem(Problem problem, Tariff tariff)
    {
        (_problem, _tariff) = (problem, tariff);
        Most = problem.Need.Constraints.MostInterfaceEndpointsPerVpc;
        Base = tariff.Intercept + Total.Cost(problem.Constant, problem.Card);
        Never = 10 * (1 + problem.Most().Sum(most => tariff.Lines.TryGetValue(most.Key, out var line) ? line.Price * most.Value : 0) + Base);
        Opening = [.. problem.Opening.Select(opening => Most == 0 ? Never : tariff.Price(opening) ?? Never)];
        var (spokes, likenesses) = (new List<PricedSpoke>(), new Dictionary<int, List<int>>());
        _spokeOf = [.. problem.Spokes.Select(spoke => Place(new PricedSpoke(spoke, tariff, Most, Never)))];
        Spokes = spokes;

        int Place(PricedSpoke spoke)
        {
            if (!likenesses.TryGetValue(spoke.Likeness(), out var alike)) likenesses.Add(spoke.Likeness(), alike = []);
            foreach (var index in alike)
            {
                if (!spokes[index].IsLike(spoke)) continue;
                spokes[index].Weight++;
                return index;
            }

            alike.Add(spokes.Count);
            spokes.Add(spoke);
            return spokes.Count - 1;
        }
    }

    public bool IsBound => _tariff.IsBound;

    /// <summary>Interface endpoints in a VPC at most.</summary>
    public int Most { get; }

    /// <summary>What every layout costs.</summary>
    public decimal Base { get; }

    /// <summary>More than any layout costs that works.</summary>
    public decimal Never { get; }

    /// <summary>Cost of each service's endpoint in the hub, without traffic.</summary>
    public decimal[] Opening { get; }

    /// <summary>The VPCs, those alike as one.</summary>
    public IReadOnlyList<PricedSpoke> Spokes { get; }

    /// <summary>Cost of a hub without endpoints; null where it has no price.</summary>
    public decimal? HubCost(bool hasNat) => _tariff.Price(_problem.HubAttachment) + (hasNat ? _tariff.Price(_problem.HubNatUses) : 0);

    /// <summary>The choice that has these services in the hub, and each VPC in a state.</summary>
    public Choice ChoiceOf(int[] states, bool[] open, bool hasHub, bool hasNat)
    {
        var chosen = Spokes.Select((spoke, i) => ChoiceOf(spoke, spoke.All[states[i]], open)).ToArray();
        return new Choice(hasHub, hasNat, open, [.. _spokeOf.Select(spoke => chosen[spoke])]);
    }

    private static SpokeChoice ChoiceOf(PricedSpoke spoke, State state, bool[] open)
    {
        var local = new bool[spoke.Services.Length];
        spoke.Cost(state, open, local);
        return new SpokeChoice(state.IsAttached, state.Way, local);
    }
}
