using System.Text.Json;
using System.Text.Json.Nodes;
using CostApi.Core.Reporting;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.OpenApi;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace CostApi.Api;

internal static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/reviews").WithTags("Reviews")
            .ProducesValidationProblem().ProducesProblem(406).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        group.MapPost("", AnyAsync).WithName("Review").Produces<Review>().Reviewed(null);
        group.MapPost("/terraform", TerraformAsync).WithName("ReviewTerraform").Produces<Review>().Reviewed(Dialect.Terraform);
        group.MapPost("/cloudformation", CloudFormationAsync).WithName("ReviewCloudFormation").Produces<Review>().Reviewed(Dialect.CloudFormation);
    }

    /// <summary>Review a plan, a state or a template</summary>
    /// <remarks>
    /// What the network in the document costs per month, before the change (where the document shows it) and after it, line by
    /// line and by address; what is wrong with the design, with the saving of correcting it and what to write instead; the GB
    /// from which each endpoint costs less than the NAT gateway; and whether a budget holds. The body is any of the documents:
    /// a Terraform or OpenTofu plan or state as `terraform show -json` writes it, a state file, or a CloudFormation template in
    /// JSON or YAML, as `cdk synth` writes it too. Which one it is, the service finds out from its content. Send it as it is,
    /// as `curl --data-binary @plan.json` does; or in a form as `document`, with `traffic` and `ignore` beside it, and for a
    /// template `parameters` and `before`.
    /// </remarks>
    /// <param name="region">Code of the Region to review, as in `eu-west-1`. Default: every Region that the document declares something in; required where the document does not show its Region.</param>
    /// <param name="hoursPerMonth">Hours in the month: more than 0, at most 744.</param>
    /// <param name="maxMonthlyCost">The most that the network may cost per month, in the Region's currency: above it, or where a price is not known or the plan is not whole, the verdict is `fail`.</param>
    /// <param name="maxMonthlyIncrease">The most that the change may add to the monthly cost; needs a document that shows the network before the change, or the verdict is `fail`.</param>
    /// <param name="failOn">The verdict is `fail` where there is a finding of this severity or a higher one that is not accepted.</param>
    /// <param name="ignore">A finding that is accepted, as `CODE` or `CODE@ADDRESS`; repeat the parameter for several.</param>
    /// <param name="format">The format of the answer, whatever `Accept` says. Default: the format that `Accept` prefers, else `json`.</param>
    /// <response code="200">The review; `verdict` says whether the budgets and `failOn` hold.</response>
    /// <response code="400">A parameter or a part beside the document is not valid; `errors` names each of them.</response>
    /// <response code="406">`Accept` allows none of the formats; `detail` names them.</response>
    /// <response code="413">The plan or state is larger than 100 MB, or the template larger than 4 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The document is none of these; `detail` says what was looked for.</response>
    internal static Task<IResult> AnyAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, CancellationToken cancellation,
        string? region = null, string? hoursPerMonth = null, string? maxMonthlyCost = null, string? maxMonthlyIncrease = null,
        string? failOn = null, [FromQuery] string[]? ignore = null, string? format = null) =>
        Review(
            null, new DocumentQuery(region, hoursPerMonth, maxMonthlyCost, maxMonthlyIncrease, failOn, ignore),
            format, request, answers, snapshot, cancellation);

    /// <summary>Review a Terraform plan or state</summary>
    /// <remarks>
    /// What the network in the document costs a month before the change and after it, line by line and by address; what is odd
    /// about the design, with the saving of putting it right and what to write instead; the GB from which each endpoint pays;
    /// and whether a budget holds. The body is what `terraform show -json` says of a plan or a state, or a state file, as
    /// `curl --data-binary @plan.json` sends it; or a form with it as `document`, and `traffic` and `ignore` beside it.
    /// </remarks>
    /// <param name="region">Code of the Region to review, as in `eu-west-1`. Default: all that the document declares something in; needed where it does not tell.</param>
    /// <param name="hoursPerMonth">Hours in the month: more than 0, at most 744.</param>
    /// <param name="maxMonthlyCost">The most that the network may cost a month, in the Region's currency: beyond it, or where a price is not known, the verdict is `fail`.</param>
    /// <param name="maxMonthlyIncrease">The most that the change may add to that.</param>
    /// <param name="failOn">The verdict is `fail` where there is a finding of this severity or a higher one.</param>
    /// <param name="ignore">A finding that is accepted, as `CODE` or `CODE@ADDRESS`; repeat the parameter for several.</param>
    /// <param name="format">What the answer is to be written in, whatever `Accept` says. Default: what `Accept` likes best, else `json`.</param>
    /// <response code="200">The review; `verdict` says whether it holds.</response>
    /// <response code="400">A parameter or what was sent beside the document cannot be meant; `errors` names every culprit.</response>
    /// <response code="406">`Accept` allows none of the types that the answer comes as; `detail` names them.</response>
    /// <response code="413">The document is larger than 100 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The body is no plan and no state; `detail` says what it is, and what would be right.</response>
    internal static Task<IResult> TerraformAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, CancellationToken cancellation,
        string? region = null, string? hoursPerMonth = null, string? maxMonthlyCost = null, string? maxMonthlyIncrease = null,
        string? failOn = null, [FromQuery] string[]? ignore = null, string? format = null) =>
        Review(
            Dialect.Terraform, new DocumentQuery(region, hoursPerMonth, maxMonthlyCost, maxMonthlyIncrease, failOn, ignore),
            format, request, answers, snapshot, cancellation);

    /// <summary>Review a CloudFormation template</summary>
    /// <remarks>
    /// What the network in the template costs a month, line by line and by logical id; what is odd about the design, with the
    /// saving of putting it right and what to write instead; the GB from which each endpoint pays; and whether a budget holds.
    /// The body is the template, JSON or YAML, as `curl --data-binary @template.yaml` sends it, with its parameters at their
    /// defaults; or a form with it as `document`, and beside it `parameters`, `traffic`, `ignore`, and as `before` the template
    /// as it was, for the cost of the change.
    /// </remarks>
    /// <param name="region">Code of the Region that the template is deployed in, as in `eu-west-1`; needed where the template does not tell.</param>
    /// <param name="hoursPerMonth">Hours in the month: more than 0, at most 744.</param>
    /// <param name="maxMonthlyCost">The most that the network may cost a month, in the Region's currency: beyond it, or where a price is not known, the verdict is `fail`.</param>
    /// <param name="maxMonthlyIncrease">The most that the change may add to that; needs the template as it was, or the verdict is `fail`.</param>
    /// <param name="failOn">The verdict is `fail` where there is a finding of this severity or a higher one.</param>
    /// <param name="ignore">A finding that is accepted, as `CODE` or `CODE@ADDRESS`; repeat the parameter for several.</param>
    /// <param name="format">What the answer is to be written in, whatever `Accept` says. Default: what `Accept` likes best, else `json`.</param>
    /// <response code="200">The review; `verdict` says whether it holds.</response>
    /// <response code="400">A parameter or what was sent beside the template cannot be meant; `errors` names every culprit.</response>
    /// <response code="406">`Accept` allows none of the types that the answer comes as; `detail` names them.</response>
    /// <response code="413">The template is larger than 4 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The body is not a template; `detail` says what it is, and what would be right.</response>
    internal static Task<IResult> CloudFormationAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, CancellationToken cancellation,
        string? region = null, string? hoursPerMonth = null, string? maxMonthlyCost = null, string? maxMonthlyIncrease = null,
        string? failOn = null, [FromQuery] string[]? ignore = null, string? format = null) =>
        Review(
            Dialect.CloudFormation, new DocumentQuery(region, hoursPerMonth, maxMonthlyCost, maxMonthlyIncrease, failOn, ignore),
            format, request, answers, snapshot, cancellation);

    // For pipelines that take the comment and want the verdict too.
    private const string VerdictHeader = "CostApi-Verdict";

    private static RouteHandlerBuilder Reviewed(this RouteHandlerBuilder route, Dialect? dialect) => route.Reported().TakesDocument(dialect, isReview: true)
        .Documented([], ("hoursPerMonth", false, 730), ("maxMonthlyCost", false, null), ("maxMonthlyIncrease", false, null))
        .OneOf("failOn", DocumentQuery.Severities)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            ((OpenApiResponse)operation.Responses!["200"]).Headers = new Dictionary<string, IOpenApiHeader>
            {
                [VerdictHeader] = new OpenApiHeader { Description = "`pass` or `fail`, whatever the format.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [(JsonNode)"pass", (JsonNode)"fail"] } },
            };
            return Task.CompletedTask;
        });

    private static Task<IResult> Review(
        Dialect? asked, DocumentQuery query, string? format, HttpRequest request, Answers answers, Snapshot snapshot, CancellationToken cancellation)
    {
        var wanted = ReportChoice.Of(request, format, out var faults);
        return DocumentBodies.AnswerAsync(request, asked, isReview: true, (parts, dialect) =>
        {
            var services = request.HttpContext.RequestServices;
            var document = AskedDocument.Of(parts, query, dialect, ofOneRegion: false, answers, snapshot, services);
            if (faults.Count > 0) throw new BadRequestException(faults, new Dictionary<string, string[]>());
            var reviewer = new Reviewer(dialect, document.Terms);
            var review = reviewer.Review(document.Document, document.Questions, document.Traffic, document.Facts);
            request.HttpContext.Response.Headers[VerdictHeader] = JsonNamingPolicy.CamelCase.ConvertName(review.Verdict.ToString());
            return wanted.Write is null ? TypedResults.Ok(review) : new ReportResult(ReviewReport.Of(review), wanted);
        }, cancellation);
    }
}
