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
    /// Returns the monthly cost of the network before the change, if the document shows it, and after the change, line by line
    /// and by address; findings about the design, with the saving and what to write instead; the GB from which each endpoint
    /// costs less than the NAT gateway; and whether the network is within the budget. The body is one of these documents: a
    /// Terraform or OpenTofu plan or state in the format of `terraform show -json`, a state file, or a CloudFormation template
    /// in JSON or YAML, for example from `cdk synth`. The service detects which one it is. Send the document as the body, as
    /// `curl --data-binary @plan.json` does; or send a form with the document as `document` and optionally `traffic` and
    /// `ignore`, and for a template also `parameters` and `before`.
    /// </remarks>
    /// <param name="region">
    /// Code of the Region to review, for example `eu-west-1`. Default: every Region in which the document declares resources.
    /// Required if the document does not show its Region.
    /// </param>
    /// <param name="hoursPerMonth">Hours per month: more than 0, at most 744.</param>
    /// <param name="maxMonthlyCost">
    /// The maximum monthly cost of the network, in the currency of the Region. If the cost is higher, a price is not known or
    /// the plan is not complete, the verdict is `fail`.
    /// </param>
    /// <param name="maxMonthlyIncrease">
    /// The maximum increase of the monthly cost by the change. Requires a document that shows the network before the change;
    /// otherwise the verdict is `fail`.
    /// </param>
    /// <param name="failOn">The verdict is `fail` if there is a finding of this severity or a higher one that is not accepted.</param>
    /// <param name="ignore">A finding that is accepted, as `CODE` or `CODE@ADDRESS`; repeat the parameter for several.</param>
    /// <param name="format">
    /// The format of the answer, regardless of `Accept`. Default: the format that `Accept` prefers, otherwise `json`.
    /// </param>
    /// <response code="200">The review. `verdict` shows whether the budgets and `failOn` are met.</response>
    /// <response code="400">A parameter or another part of the form is invalid. `errors` has a message for each error.</response>
    /// <response code="406">`Accept` allows none of the available formats. `detail` lists them.</response>
    /// <response code="413">The plan or state is larger than 100 MB, or the template is larger than 4 MB.</response>
    /// <response code="415">The Content-Type is not supported.</response>
    /// <response code="422">The body is none of these documents. `detail` says which documents are supported.</response>
    internal static Task<IResult> AnyAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, CancellationToken cancellation,
        string? region = null, string? hoursPerMonth = null, string? maxMonthlyCost = null, string? maxMonthlyIncrease = null,
        string? failOn = null, [FromQuery] string[]? ignore = null, string? format = null) =>
        Review(
            null, new DocumentQuery(region, hoursPerMonth, maxMonthlyCost, maxMonthlyIncrease, failOn, ignore),
            format, request, answers, snapshot, cancellation);

    /// <summary>Review a Terraform plan or state</summary>
    /// <remarks>
    /// Returns the monthly cost of the network before and after the change, line by line and by address; findings about the
    /// design, with the saving and what to write instead; the GB from which each endpoint costs less than the NAT gateway; and
    /// whether the network is within the budget. The body is the output of `terraform show -json` for a plan or a state, or a
    /// state file, as `curl --data-binary @plan.json` sends it; or a form with the document as `document`, and optionally
    /// `traffic` and `ignore`.
    /// </remarks>
    /// <param name="region">
    /// Code of the Region to review, for example `eu-west-1`. Default: every Region in which the document declares resources.
    /// Required if the document does not show its Region.
    /// </param>
    /// <param name="hoursPerMonth">Hours per month: more than 0, at most 744.</param>
    /// <param name="maxMonthlyCost">
    /// The maximum monthly cost of the network, in the currency of the Region. If the cost is higher, or a price is not known,
    /// the verdict is `fail`.
    /// </param>
    /// <param name="maxMonthlyIncrease">The maximum increase of the monthly cost by the change.</param>
    /// <param name="failOn">The verdict is `fail` if there is a finding of this severity or a higher one that is not accepted.</param>
    /// <param name="ignore">A finding that is accepted, as `CODE` or `CODE@ADDRESS`; repeat the parameter for several.</param>
    /// <param name="format">
    /// The format of the answer, regardless of `Accept`. Default: the format that `Accept` prefers, otherwise `json`.
    /// </param>
    /// <response code="200">The review. `verdict` shows whether the budgets and `failOn` are met.</response>
    /// <response code="400">A parameter or another part of the form is invalid. `errors` has a message for each error.</response>
    /// <response code="406">`Accept` allows none of the available formats. `detail` lists them.</response>
    /// <response code="413">The document is larger than 100 MB.</response>
    /// <response code="415">The Content-Type is not supported.</response>
    /// <response code="422">The body is not a plan or a state. `detail` says what it is, and what to send.</response>
    internal static Task<IResult> TerraformAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, CancellationToken cancellation,
        string? region = null, string? hoursPerMonth = null, string? maxMonthlyCost = null, string? maxMonthlyIncrease = null,
        string? failOn = null, [FromQuery] string[]? ignore = null, string? format = null) =>
        Review(
            Dialect.Terraform, new DocumentQuery(region, hoursPerMonth, maxMonthlyCost, maxMonthlyIncrease, failOn, ignore),
            format, request, answers, snapshot, cancellation);

    /// <summary>Review a CloudFormation template</summary>
    /// <remarks>
    /// Returns the monthly cost of the network in the template, line by line and by logical ID; findings about the design, with
    /// the saving and what to write instead; the GB from which each endpoint costs less than the NAT gateway; and whether the
    /// network is within the budget. The body is the template in JSON or YAML, as `curl --data-binary @template.yaml` sends it,
    /// with the default values of its parameters; or a form with the template as `document`, and optionally `parameters`,
    /// `traffic`, `ignore`, and the template before the change as `before`.
    /// </remarks>
    /// <param name="region">
    /// Code of the Region that the template is deployed in, for example `eu-west-1`. Required if the template does not show its
    /// Region.
    /// </param>
    /// <param name="hoursPerMonth">Hours per month: more than 0, at most 744.</param>
    /// <param name="maxMonthlyCost">
    /// The maximum monthly cost of the network, in the currency of the Region. If the cost is higher, or a price is not known,
    /// the verdict is `fail`.
    /// </param>
    /// <param name="maxMonthlyIncrease">
    /// The maximum increase of the monthly cost by the change. Requires the template before the change; without it, the verdict
    /// is `fail`.
    /// </param>
    /// <param name="failOn">The verdict is `fail` if there is a finding of this severity or a higher one that is not accepted.</param>
    /// <param name="ignore">A finding that is accepted, as `CODE` or `CODE@ADDRESS`; repeat the parameter for several.</param>
    /// <param name="format">
    /// The format of the answer, regardless of `Accept`. Default: the format that `Accept` prefers, otherwise `json`.
    /// </param>
    /// <response code="200">The review. `verdict` shows whether the budgets and `failOn` are met.</response>
    /// <response code="400">A parameter or another part of the form is invalid. `errors` has a message for each error.</response>
    /// <response code="406">`Accept` allows none of the available formats. `detail` lists them.</response>
    /// <response code="413">The template is larger than 4 MB.</response>
    /// <response code="415">The Content-Type is not supported.</response>
    /// <response code="422">The body is not a template. `detail` says what it is, and what to send.</response>
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
                [VerdictHeader] = new OpenApiHeader
                {
                    Description = "`pass` or `fail`, in every format.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [(JsonNode)"pass", (JsonNode)"fail"] },
                },
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
