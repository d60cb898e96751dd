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

    /// <summary>Create layouts from a plan, a state or a template</summary>
    /// <remarks>
    /// The body is one of these documents: a Terraform or OpenTofu plan or state in the format of `terraform show -json`, a state
    /// file, or a CloudFormation template in JSON or YAML, for example from `cdk synth`. The service detects which one it is.
    /// Send the document as the body, as `curl --data-binary @plan.json` does; or send a form with the document as `document` and
    /// optionally `traffic`, and for a template also `parameters` and `before`. The answer is the body of a comparison, which can
    /// be posted to `/v1/comparisons`. The `notes` of each layout list assumptions, parts of the document that could not be read,
    /// and resources that are billed but not priced.
    /// </remarks>
    /// <param name="region">
    /// Code of the Region, for example `eu-west-1`. Required if the document declares resources in several Regions or does not
    /// show its Region.
    /// </param>
    /// <param name="hoursPerMonth">Hours per month: more than 0, at most 744.</param>
    /// <response code="200">The layouts. If the document declares no resources that are priced, `layouts` is empty.</response>
    /// <response code="400">
    /// The Region is missing, unknown, or not a Region in which the document declares resources; or another part of the form is
    /// invalid.
    /// </response>
    /// <response code="413">The plan or state is larger than 100 MB, or the template is larger than 4 MB.</response>
    /// <response code="415">The Content-Type is not supported.</response>
    /// <response code="422">The body is none of these documents. `detail` says which documents are supported.</response>
    internal static Task<IResult> AnyAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellation, string? region = null, string? hoursPerMonth = null) =>
        Import(null, new DocumentQuery(region, hoursPerMonth), request, answers, snapshot, json.Value.SerializerOptions, cancellation);

    /// <summary>Create layouts from a Terraform plan or state</summary>
    /// <remarks>
    /// The body is the output of `terraform show -json` for a plan or a state, or a state file, as
    /// `curl --data-binary @plan.json` sends it; or a form with the document as `document`, and optionally `traffic`. The answer
    /// is the body of a comparison, which can be posted to `/v1/comparisons`. For a plan, it has the layouts `before` and `after`
    /// the change. The `notes` of each layout list assumptions, parts of the document that could not be read, and resources that
    /// are billed but not priced.
    /// </remarks>
    /// <param name="region">
    /// Code of the Region, for example `eu-west-1`. Required if the document declares resources in several Regions or does not
    /// show its Region.
    /// </param>
    /// <param name="hoursPerMonth">Hours per month: more than 0, at most 744.</param>
    /// <response code="200">The layouts. If the document declares no resources that are priced, `layouts` is empty.</response>
    /// <response code="400">
    /// The Region is missing, unknown, or not a Region in which the document declares resources; or another part of the form is
    /// invalid.
    /// </response>
    /// <response code="413">The document is larger than 100 MB.</response>
    /// <response code="415">The Content-Type is not supported.</response>
    /// <response code="422">The body is not a plan or a state. `detail` says what it is, and what to send.</response>
    internal static Task<IResult> TerraformAsync(
        HttpRequest request, Answers answers, Snapshot snapshot, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellation, string? region = null, string? hoursPerMonth = null) =>
        Import(Dialect.Terraform, new DocumentQuery(region, hoursPerMonth), request, answers, snapshot, json.Value.SerializerOptions, cancellation);

    /// <summary>Create layouts from a CloudFormation template</summary>
    /// <remarks>
    /// The body is the template in JSON or YAML, as `curl --data-binary @template.yaml` sends it, with the default values of its
    /// parameters; or a form with the template as `document`, and optionally `parameters`, `traffic`, and the template before the
    /// change as `before`. The answer is the body of a comparison, which can be posted to `/v1/comparisons`. The `notes` of the
    /// layout list assumptions, parts of the template that could not be read, and resources that are billed but not priced.
    /// </remarks>
    /// <param name="region">
    /// Code of the Region that the template is deployed in, for example `eu-west-1`. Required if the template does not show its
    /// Region.
    /// </param>
    /// <param name="hoursPerMonth">Hours per month: more than 0, at most 744.</param>
    /// <response code="200">The layout. If the template declares no resources that are priced, `layouts` is empty.</response>
    /// <response code="400">
    /// The Region is missing, unknown, or not a Region in which the template declares resources; or another part of the form is
    /// invalid.
    /// </response>
    /// <response code="413">The template is larger than 4 MB.</response>
    /// <response code="415">The Content-Type is not supported.</response>
    /// <response code="422">The body is not a template. `detail` says what it is, and what to send.</response>
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
