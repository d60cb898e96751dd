using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.OpenApi;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CostApi.Api;

internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/imports").WithTags("Imports").ProducesValidationProblem().ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        group.MapPost("", AnyAsync).WithName("Import").Produces<ComparisonRequest>().TakesDocument(null, isReview: false).Documented([], ("hoursPerMonth", false, 730));
        group.MapPost("/terraform", TerraformAsync).WithName("ImportTerraform").Produces<ComparisonRequest>().TakesDocument(Dialect.Terraform, isReview: false).Documented([], ("hoursPerMonth", false, 730));
        group.MapPost("/cloudformation", CloudFormationAsync).WithName("ImportCloudFormation").Produces<ComparisonRequest>().TakesDocument(Dialect.CloudFormation, isReview: false).Documented([], ("hoursPerMonth", false, 730));
    }

    /// <summary>A plan, a state or a template as layouts</summary>
    /// <remarks>
    /// The body is any of the documents: a Terraform or OpenTofu plan or state as `terraform show -json` writes it, a state file,
    /// or a CloudFormation template in JSON or YAML, as `cdk synth` writes it too. Which one it is, the service finds out from
    /// its content. Send it as it is, as `curl --data-binary @plan.json` does; or in a form as `document`, with `traffic` beside
    /// it, and for a template `parameters` and `before`. The answer is the body of a comparison, ready to be posted to
    /// `/v1/comparisons`. What was assumed, could not be read, or costs money and is not priced, is in each layout's `notes`.
    /// </remarks>
    /// <param name="region">Code of the Region, as in `eu-west-1`; required where the document declares something in several Regions, or does not show its Region.</param>
    /// <param name="hoursPerMonth">Hours in the month: more than 0, at most 744.</param>
    /// <response code="200">The layouts. Where the document declares nothing that is priced, `layouts` is empty.</response>
    /// <response code="400">The Region is missing, unknown, or not one that the document declares something in; or a part beside the document is not valid.</response>
    /// <response code="413">The plan or state is larger than 100 MB, or the template larger than 4 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The document is none of these; `detail` says what was looked for.</response>
    internal static Task<IResult> AnyAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellation, string? region = null, string? hoursPerMonth = null) =>
        Import(null, new DocumentQuery(region, hoursPerMonth), request, answers, snapshot, json.Value.SerializerOptions, cancellation);

    /// <summary>A Terraform plan or state as layouts</summary>
    /// <remarks>
    /// The body is what `terraform show -json` says of a plan or a state, or a state file, as `curl --data-binary @plan.json`
    /// sends it; or a form with it as `document`, and `traffic` beside it. The answer is the body of a comparison, ready to be
    /// posted to `/v1/comparisons`: of a plan, the layout `before` and `after` the change. What was assumed, could not be read,
    /// or costs money and is not priced, stands in each layout's `notes`.
    /// </remarks>
    /// <param name="region">Code of the Region, as in `eu-west-1`; needed where the document declares something in several, or does not tell.</param>
    /// <param name="hoursPerMonth">Hours in the month: more than 0, at most 744.</param>
    /// <response code="200">The layouts. Where the document declares nothing that is priced, `layouts` is empty.</response>
    /// <response code="400">The Region is missing, not known, or none that the document declares something in; or what was sent beside the document cannot be meant.</response>
    /// <response code="413">The document is larger than 100 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The body is no plan and no state; `detail` says what it is, and what would be right.</response>
    internal static Task<IResult> TerraformAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellation, string? region = null, string? hoursPerMonth = null) =>
        Import(Dialect.Terraform, new DocumentQuery(region, hoursPerMonth), request, answers, snapshot, json.Value.SerializerOptions, cancellation);

    /// <summary>A CloudFormation template as a layout</summary>
    /// <remarks>
    /// The body is the template, JSON or YAML, as `curl --data-binary @template.yaml` sends it, with its parameters at their
    /// defaults; or a form with it as `document`, and beside it `parameters`, `traffic`, and as `before` the template as it was.
    /// The answer is the body of a comparison, ready to be posted to `/v1/comparisons`. What was assumed, could not be read, or
    /// costs money and is not priced, stands in the layout's `notes`.
    /// </remarks>
    /// <param name="region">Code of the Region that the template is deployed in, as in `eu-west-1`; needed where the template does not tell.</param>
    /// <param name="hoursPerMonth">Hours in the month: more than 0, at most 744.</param>
    /// <response code="200">The layout. Where the template declares nothing that is priced, `layouts` is empty.</response>
    /// <response code="400">The Region is missing, not known, or none that the template declares something in; or what was sent beside the template cannot be meant.</response>
    /// <response code="413">The template is larger than 4 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The body is not a template; `detail` says what it is, and what would be right.</response>
    internal static Task<IResult> CloudFormationAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellation, string? region = null, string? hoursPerMonth = null) =>
        Import(Dialect.CloudFormation, new DocumentQuery(region, hoursPerMonth), request, answers, snapshot, json.Value.SerializerOptions, cancellation);

    private static Task<IResult> Import(
        Dialect? asked, DocumentQuery query, HttpRequest request, Answers answers, Snapshot snapshot, JsonSerializerOptions options, CancellationToken cancellation) =>
        DocumentBodies.AnswerAsync(request, asked, isReview: false, (parts, dialect) =>
        {
            var document = AskedDocument.Of(parts, query, dialect, ofOneRegion: true, answers, snapshot, request.HttpContext.RequestServices);
            return TypedResults.Json(DocumentLayouts.Of(document.Questions[0], document.Traffic, document.Terms), Plain(options));
        }, cancellation);

    // What is left out is its default.
    private static JsonSerializerOptions Plain(JsonSerializerOptions options) => new(options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
