using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;

namespace CostApi.Core.Recommending;

/// <summary>A question that no layout answers: the constraints that clash, by their path.</summary>
public sealed class NoLayoutException(IReadOnlyList<(string Path, string Message)> clashes) : Exception("No layout satisfies the constraints.")
{
    public IReadOnlyList<(string Path, string Message)> Clashes => clashes;
}

/// <summary>From a checked request to the best layout.</summary>
public static class Recommender
{
    private static readonly (string, string) OutOfTime = (
        "timeLimitSeconds",
        "was reached before a layout that carries all of the traffic was found. Specify a longer time limit or fewer constraints.");

    /// <param name="request">The checked request.</param>
    /// <param name="facts">The facts to answer from.</param>
    /// <param name="cancellation">Ends the search where time runs out: the answer is the best found until then.</param>
    /// <exception cref="NoLayoutException">Nothing satisfies the constraints.</exception>
    public static Recommendation Recommend(RecommendationRequest request, Facts facts, CancellationToken cancellation)
    {
        var problem = new Problem(Need.Of(request, range => range.Typical), facts);
        var found = Search.Run(problem, cancellation);
        if (found.Choice is not { } choice) throw new NoLayoutException(found.LowerBound < decimal.MaxValue ? [OutOfTime] : Clashes.Of(problem.Need, facts));
        var layout = LayoutMaking.Of(choice, problem, "recommended");
        // What saves beyond the recommended layout is what the constraints rule out.
        var estimate = Estimate.Of(Comparer.Compare(Question(request, layout), facts)) with { Plan = null };
        // What speaks against the other ways rests on their prices, too.
        Quote.Priced[] used = [.. estimate.RatesUsed.Concat(problem.Card.ListRates(problem.Most().Keys)).Distinct()];
        var stale = estimate.Prices.Stale ? null : StalePrices.Of(used, facts.Freshness);
        var runnersUp = RunnersUp.Of(problem.Need, found, facts, cancellation);
        var whatIf = WhatIf.Of(request, problem, choice, facts, cancellation);
        return new Recommendation
        {
            Id = RecommendationId.Of(request, facts.Book.Edition.Version),
            Region = request.Region,
            Currency = facts.Book.Region.Currency,
            HoursPerMonth = request.HoursPerMonth,
            Prices = PricesUsed.Of(facts, used),
            MonthlyCost = estimate.MonthlyCost,
            Optimal = found.LowerBound == found.Cost,
            LowerBound = found.LowerBound,
            Gap = found.Cost - found.LowerBound,
            Layout = layout,
            Estimate = estimate,
            Difference = request.Current is { } current ? Changes.From(current with { Traffic = null }, request, layout, facts) : null,
            Vpcs = Decisions.OfVpcs(choice, problem),
            Decisions = Decisions.Of(choice, problem),
            RunnersUp = runnersUp,
            Sensitivity = whatIf.Sensitivity,
            Bands = whatIf.Bands,
            Curves = whatIf.Curves,
            // The estimate tells of its own rates.
            Assumptions = [.. estimate.Assumptions, .. Considered.Of(problem, request), .. whatIf.Notes, .. stale is null ? [] : new[] { stale.Message }],
        };
    }

    internal static ComparisonRequest Question(RecommendationRequest request, params Layout[] layouts) => new()
    {
        Region = request.Region,
        HoursPerMonth = request.HoursPerMonth,
        Pricing = request.Pricing,
        Layouts = layouts,
    };
}
