using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Json;
using CostApi.Operations;
using CostApi.PriceSources;
using Microsoft.Extensions.Options;

namespace CostApi.Api;

/// <summary>Answers questions: checks them, finds the prices, and has them compared.</summary>
internal sealed class Answers(Snapshot snapshot, TimeProvider time, IOptions<PricesOptions> options)
{
    /// <exception cref="BadRequestException">The request cannot be meant; it names every culprit.</exception>
    /// <exception cref="UnpricedException">The request is strict and a charge is unpriced.</exception>
    public Comparison Compare(JsonBody<ComparisonRequest> body) => Answer(body.Value, body.Faults, isEstimate: false);

    /// <exception cref="BadRequestException">The request cannot be meant; it names every culprit.</exception>
    /// <exception cref="UnpricedException">The request is strict and a charge is unpriced.</exception>
    public Estimate Estimate(JsonBody<EstimateRequest> body) => Core.Comparing.Estimate.Of(Answer(body.Value?.AsComparison(), body.Faults, isEstimate: true));

    /// <summary>The facts to answer from in a Region.</summary>
    public Facts FactsOf(string region)
    {
        var book = snapshot.Book(region);
        return new Facts(snapshot.Regions, snapshot.Services, book, time.GetUtcNow() - book.Edition.RetrievedAt > options.Value.StaleAfter);
    }

    private Comparison Answer(ComparisonRequest? request, IReadOnlyList<(string Path, string Message)> faults, bool isEstimate)
    {
        var problems = request is null
            ? new Dictionary<string, string[]>()
            : RequestCheck.Check(request, snapshot.Regions, snapshot.Services, [.. faults.Select(fault => fault.Path)], isEstimate).ByPath();
        if (faults.Count > 0 || problems.Count > 0) throw new BadRequestException(faults, problems);

        var comparison = Comparer.Compare(request!, FactsOf(request!.Region));
        if (request.Strict && comparison.Layouts.Any(layout => !layout.Complete)) throw new UnpricedException(comparison, isEstimate);
        return comparison;
    }
}
