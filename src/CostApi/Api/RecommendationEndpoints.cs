using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Recommending;
using CostApi.Core.Reporting;
using CostApi.Json;
using CostApi.OpenApi;
using CostApi.PriceSources;

namespace CostApi.Api;

internal static class RecommendationEndpoints
{
    public static void MapRecommendations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Pricing")
            .ProducesValidationProblem().ProducesProblem(406).ProducesProblem(413).ProducesProblem(415)
            .ProducesValidationProblem(422);
        group.MapPost("/recommendations", Recommend).WithName("Recommend").Produces<Recommendation>().Reported();
    }

    /// <summary>Find the cheapest layout</summary>
    /// <remarks>
    /// Returns the cheapest layout that carries the traffic between the specified VPCs and their destinations within the
    /// constraints, with a proof and its estimate; the reason for each decision, and the cost of each alternative; the cheapest
    /// layout of each other kind; and the changes from the current layout. The layout can be posted to `/v1/estimates` unchanged.
    /// </remarks>
    /// <param name="body">The VPCs, their traffic, and the constraints.</param>
    /// <param name="format">
    /// The format of the answer, regardless of `Accept`. Default: the format that `Accept` prefers, otherwise `json`.
    /// </param>
    /// <response code="200">The recommendation.</response>
    /// <response code="400">The request is invalid. `errors` has a message for each error, by the path of the invalid member.</response>
    /// <response code="406">`Accept` allows none of the available formats. `detail` lists them.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The body is not UTF-8 JSON.</response>
    /// <response code="422">No layout satisfies the constraints. `errors` has a message for each of the conflicting constraints.</response>
    internal static IResult Recommend(JsonBody<RecommendationRequest> body, RecommendationAnswers answers, HttpRequest request, CancellationToken aborted, string? format = null)
    {
        var wanted = ReportChoice.Of(request, format, out var faults);
        var answer = answers.Recommend(body.With(faults), aborted);
        return wanted.Write is null ? TypedResults.Ok(answer) : new ReportResult(RecommendationReport.Of(answer), wanted);
    }
}

/// <summary>Answers questions for the best layout: checks them, finds the prices, and limits the time.</summary>
internal sealed class RecommendationAnswers(Snapshot snapshot, Answers answers, TimeProvider time)
{
    /// <exception cref="BadRequestException">The request is invalid; it names every error.</exception>
    /// <exception cref="NoLayoutException">Nothing satisfies the constraints.</exception>
    public Recommendation Recommend(JsonBody<RecommendationRequest> body, CancellationToken aborted)
    {
        var (request, facts, problems) = (body.Value, default(Core.Comparing.Facts), new Problems([]));
        if (request is not null)
        {
            problems = RecommendationCheck.Check(request, snapshot.Regions, snapshot.Services, [.. body.Faults.Select(fault => fault.Path)]);
            if (request.Region is not null && snapshot.Regions.ContainsKey(request.Region))
                facts = request.Pricing?.AsOf is { } day ? answers.FactsOf(request.Region, day, JsonPath.Root.Member("pricing").Member("asOf"), problems) : answers.FactsOf(request.Region);
        }

        if (body.Faults.Count > 0 || problems.Any) throw new BadRequestException(body.Faults, problems.ByPath());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds((double)request!.TimeLimitSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        return Recommender.Recommend(request, facts!, either.Token);
    }
}
