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
    /// Returns the monthly cost of each layout, line by line; the cheapest layout and the difference of each layout from the
    /// baseline; the path of each flow; the GB at which interface endpoints and NAT gateways cost the same; and findings about
    /// each layout. A layout that does not carry all of the traffic, or that has a charge without a known price, has no rank.
    /// </remarks>
    /// <param name="body">The layouts and the traffic that they must carry.</param>
    /// <param name="format">
    /// The format of the answer, regardless of `Accept`. Default: the format that `Accept` prefers, otherwise `json`.
    /// </param>
    /// <response code="200">The comparison.</response>
    /// <response code="400">The request is invalid. `errors` has a message for each error, by the path of the invalid member.</response>
    /// <response code="406">`Accept` allows none of the available formats. `detail` lists them.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The body is not UTF-8 JSON.</response>
    /// <response code="422">`strict` is true and a charge has no known price. `errors` lists these charges for each layout.</response>
    internal static IResult Compare(JsonBody<ComparisonRequest> body, Answers answers, HttpRequest request, string? format = null)
    {
        var wanted = ReportChoice.Of(request, format, out var faults);
        var answer = answers.Compare(body.With(faults));
        return wanted.Write is null ? TypedResults.Ok(answer) : new ReportResult(ComparisonReport.Of(answer), wanted);
    }

    /// <summary>Price one layout</summary>
    /// <remarks>
    /// The body is the same as for a comparison, but with one `layout` instead of `layouts`. The answer is for this layout.
    /// </remarks>
    /// <param name="body">The layout and the traffic that it must carry.</param>
    /// <param name="format">
    /// The format of the answer, regardless of `Accept`. Default: the format that `Accept` prefers, otherwise `json`.
    /// </param>
    /// <response code="200">The priced layout.</response>
    /// <response code="400">The request is invalid. `errors` has a message for each error, by the path of the invalid member.</response>
    /// <response code="406">`Accept` allows none of the available formats. `detail` lists them.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The body is not UTF-8 JSON.</response>
    /// <response code="422">`strict` is true and a charge has no known price. `errors` lists these charges.</response>
    internal static IResult Estimate(JsonBody<EstimateRequest> body, Answers answers, HttpRequest request, string? format = null)
    {
        var wanted = ReportChoice.Of(request, format, out var faults);
        var answer = answers.Estimate(body.With(faults));
        return wanted.Write is null ? TypedResults.Ok(answer) : new ReportResult(ComparisonReport.Of(answer), wanted);
    }
}
