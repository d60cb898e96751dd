using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Reporting;
using CostApi.Json;
using CostApi.OpenApi;

namespace CostApi.Api;

internal static class ComparisonEndpoints
{
    public static void MapComparisons(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Pricing")
            .ProducesValidationProblem().ProducesProblem(406).ProducesProblem(413).ProducesProblem(415)
            .ProducesValidationProblem(422);
        group.MapPost("/comparisons", Compare).WithName("Compare").Produces<Comparison>().Reported();
        group.MapPost("/estimates", Estimate).WithName("Estimate").Produces<Estimate>().Reported();
    }

    /// <summary>Price layouts and compare them</summary>
    /// <remarks>
    /// What each layout costs a month, line by line; which is cheapest and how far each lies from the baseline; which way
    /// each flow goes; where interface endpoints and the NAT cost the same; and what is odd about each layout.
    /// A layout that does not carry all of the traffic, or has a charge without a known price, is priced but not ranked.
    /// </remarks>
    /// <param name="body">The layouts and the traffic that they must carry.</param>
    /// <param name="format">What the answer is to be written in, whatever `Accept` says. Default: what `Accept` likes best, else `json`.</param>
    /// <response code="200">The comparison.</response>
    /// <response code="400">The request cannot be meant; `errors` names every culprit by its path and what would be right.</response>
    /// <response code="406">`Accept` allows none of the types that the answer comes as; `detail` names them.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The body is not UTF-8 JSON.</response>
    /// <response code="422">`strict` is set and a charge has no known price; `errors` lists the charges of each layout.</response>
    internal static IResult Compare(JsonBody<ComparisonRequest> body, Answers answers, HttpRequest request, string? format = null)
    {
        var wanted = ReportChoice.Of(request, format, out var faults);
        var answer = answers.Compare(body.With(faults));
        return wanted.Write is null ? TypedResults.Ok(answer) : new ReportResult(ComparisonReport.Of(answer), wanted);
    }

    /// <summary>Price one layout</summary>
    /// <remarks>The body is that of a comparison with one `layout` in place of `layouts`; the answer is that layout's.</remarks>
    /// <param name="body">The layout and the traffic that it must carry.</param>
    /// <param name="format">What the answer is to be written in, whatever `Accept` says. Default: what `Accept` likes best, else `json`.</param>
    /// <response code="200">The priced layout.</response>
    /// <response code="400">The request cannot be meant; `errors` names every culprit by its path and what would be right.</response>
    /// <response code="406">`Accept` allows none of the types that the answer comes as; `detail` names them.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The body is not UTF-8 JSON.</response>
    /// <response code="422">`strict` is set and a charge has no known price; `errors` lists the charges.</response>
    internal static IResult Estimate(JsonBody<EstimateRequest> body, Answers answers, HttpRequest request, string? format = null)
    {
        var wanted = ReportChoice.Of(request, format, out var faults);
        var answer = answers.Estimate(body.With(faults));
        return wanted.Write is null ? TypedResults.Ok(answer) : new ReportResult(ComparisonReport.Of(answer), wanted);
    }
}
