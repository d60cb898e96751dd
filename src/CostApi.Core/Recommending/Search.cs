namespace CostApi.Core.Recommending;

/// <summary>
/// Finds the cheapest choice and proves it. Tiers are taken one line at a time; without a hub each VPC is on its own; with
/// one, the services that it holds are all that the VPCs share, so the search is over those, bounded by a least cut.
/// </summary>
internal static class Search
{
    /// <param name="problem">The choices.</param>
    /// <param name="cancellation">Ends the search early; what was found until then is the answer.</param>
    public static Found Run(Problem problem, CancellationToken cancellation)
    {
        var incumbent = new Incumbent(problem);
        var (bound, nodes) = (decimal.MaxValue, 0);
        var all = Tariff.All(problem.Most(), problem.Card).Select(tariff => new PricedProblem(problem, tariff)).ToArray();
        // All the quick ones first: what they find lets the others stop sooner.
        if (!problem.Need.HubIsRequired)
            foreach (var priced in all) Take(priced, WithoutHub(priced, incumbent));
        if (problem.MayHaveHub)
            foreach (var priced in all)
                foreach (var hasNat in problem.HubNat is null ? new[] { false } : [false, true])
                {
                    var search = new HubSearch(priced, hasNat, incumbent, cancellation);
                    Take(priced, search.Run());
                    nodes += search.Nodes;
                }

        var lower = incumbent.Cost - bound < Incumbent.Settled ? incumbent.Cost : bound;
        return new Found(incumbent.Best, incumbent.Cost, lower, nodes);

        void Take(PricedProblem priced, decimal found)
        {
            if (priced.IsBound) bound = Math.Min(bound, found);
        }
    }

    private static decimal WithoutHub(PricedProblem priced, Incumbent incumbent)
    {
        var open = new bool[priced.Opening.Length];
        var (cost, states) = (priced.Base, new int[priced.Spokes.Count]);
        for (var i = 0; i < states.Length; i++)
        {
            var spoke = priced.Spokes[i];
            (var least, states[i]) = spoke.Best(open, [.. Enumerable.Range(0, spoke.All.Length).Where(index => !spoke.All[index].IsAttached)]);
            if (states[i] < 0) return decimal.MaxValue;
            cost += spoke.Weight * least;
        }

        if (cost >= priced.Never) return decimal.MaxValue;
        incumbent.Offer(priced.ChoiceOf(states, open, hasHub: false, hasNat: false));
        return cost;
    }
}

/// <summary>The best choice so far.</summary>
internal sealed class Incumbent(Problem problem)
{
    // Below the cent by far, and above where sums of thirds differ.
    public const decimal Settled = 0.000_000_001m;

    public Choice? Best { get; private set; }

    public decimal Cost { get; private set; } = decimal.MaxValue;

    /// <summary>What costs this much or more need not be looked at.</summary>
    public decimal Ceiling => Cost - Settled;

    public void Offer(Choice choice)
    {
        var cost = Total.Cost(choice, problem);
        if (cost < Cost) (Best, Cost) = (choice, cost);
    }
}
