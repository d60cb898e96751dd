using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CostApi.Api;

internal static class ComparisonEndpoints
{
    public static void MapComparisons(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Pricing")
            .ProducesValidationProblem().ProducesProblem(413).ProducesProblem(415)
            .ProducesValidationProblem(422);
        group.MapPost("/comparisons", Compare).WithName("Compare");
        group.MapPost("/estimates", Estimate).WithName("Estimate");
    }

    /// <summary>Price layouts and compare them</summary>
    /// <remarks>
    /// What each layout costs a month, line by line; which is cheapest and how far each lies from the baseline; which way
    /// each flow goes; where interface endpoints and the NAT cost the same; and what is odd about each layout.
    /// A layout that does not carry all of the traffic, or has a charge without a known price, is priced but not ranked.
    /// </remarks>
    /// <param name="body">The layouts and the traffic that they must carry.</param>
    /// <response code="200">The comparison.</response>
    /// <response code="400">The request cannot be meant; `errors` names every culprit by its path and what would be right.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The body is not UTF-8 JSON.</response>
    /// <response code="422">`strict` is set and a charge has no known price; `errors` lists the charges of each layout.</response>
    internal static Ok<Comparison> Compare(JsonBody<ComparisonRequest> body, Answers answers) => TypedResults.Ok(answers.Compare(body));

    /// <summary>Price one layout</summary>
    /// <remarks>The body is that of a comparison with one `layout` in place of `layouts`; the answer is that layout's.</remarks>
    /// <param name="body">The layout and the traffic that it must carry.</param>
    /// <response code="200">The priced layout.</response>
    /// <response code="400">The request cannot be meant; `errors` names every culprit by its path and what would be right.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The body is not UTF-8 JSON.</response>
    /// <response code="422">`strict` is set and a charge has no known price; `errors` lists the charges.</response>
    internal static Ok<Estimate> Estimate(JsonBody<EstimateRequest> body, Answers answers) => TypedResults.Ok(answers.Estimate(body));
}
