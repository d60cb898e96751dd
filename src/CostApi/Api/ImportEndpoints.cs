using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Prices;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.CloudFormation;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Json;
using CostApi.PriceSources;
using CostApi.Reviewing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CostApi.Api;

internal static class ImportEndpoints
{
    private const int MostTerraform = 100 * 1024 * 1024;

    // What curl --data-binary says of any file, and what others say who do not know.
    private static readonly string[] Raw = ["application/x-www-form-urlencoded", "application/octet-stream", "text/plain"];

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/imports").WithTags("Imports").ProducesValidationProblem().ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        group.MapPost("/terraform", TerraformAsync).WithName("ImportTerraform").Produces<ComparisonRequest>()
            .WithMetadata(new AcceptsMetadata(["application/json", .. Raw], typeof(byte[])));
        group.MapPost("/cloudformation", CloudFormationAsync).WithName("ImportCloudFormation").Produces<ComparisonRequest>()
            .WithMetadata(new AcceptsMetadata(["application/json", "application/yaml", "application/x-yaml", "text/yaml", .. Raw], typeof(byte[])));
    }

    /// <summary>A Terraform plan or state as layouts</summary>
    /// <remarks>
    /// The body is what `terraform show -json` says of a plan or a state, or a state file, as `curl --data-binary @plan.json`
    /// sends it. The answer is the body of a comparison, ready to be posted to `/v1/comparisons`: of a plan, the layout
    /// `before` and `after` the change. Add the traffic to it. What was assumed, could not be read, or costs money and is not
    /// priced, stands in each layout's `notes`.
    /// </remarks>
    /// <param name="region">Code of the Region, as in `eu-west-1`; needed where the document declares something in several, or does not tell.</param>
    /// <response code="200">The layouts. Where the document declares nothing that is priced, `layouts` is empty.</response>
    /// <response code="400">The Region is missing, not known, or none that the document declares something in.</response>
    /// <response code="413">The body is larger than 100 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The body is no plan and no state; `detail` says what it is, and what would be right.</response>
    internal static async Task<Results<JsonHttpResult<ComparisonRequest>, ProblemHttpResult>> TerraformAsync(
        HttpRequest request, Snapshot snapshot, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellation, string? region = null)
    {
        var body = await JsonBodyReader.ReadAsync(request, MostTerraform, cancellation);
        return Import(region, snapshot, json.Value.SerializerOptions, () => TerraformReader.Read(body.WrittenSpan));
    }

    /// <summary>A CloudFormation template as a layout</summary>
    /// <remarks>
    /// The body is the template, JSON or YAML, as `curl --data-binary @template.yaml` sends it; parameters have their
    /// defaults. The answer is the body of a comparison, ready to be posted to `/v1/comparisons`; add the traffic to it. What
    /// was assumed, could not be read, or costs money and is not priced, stands in the layout's `notes`.
    /// </remarks>
    /// <param name="region">Code of the Region that the template is deployed in, as in `eu-west-1`; needed where the template does not tell.</param>
    /// <response code="200">The layout. Where the template declares nothing that is priced, `layouts` is empty.</response>
    /// <response code="400">The Region is missing, not known, or none that the template declares something in.</response>
    /// <response code="413">The body is larger than 10 MB.</response>
    /// <response code="415">The Content-Type says that the body is something else.</response>
    /// <response code="422">The body is not a template; `detail` says what it is, and what would be right.</response>
    internal static async Task<Results<JsonHttpResult<ComparisonRequest>, ProblemHttpResult>> CloudFormationAsync(
        HttpRequest request, Snapshot snapshot, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellation, string? region = null)
    {
        var body = await JsonBodyReader.ReadAsync(request, JsonBodyReader.MaxBytes, cancellation);
        return Import(region, snapshot, json.Value.SerializerOptions, () =>
        {
            using var template = TemplateText.Read(body.WrittenSpan);
            var read = CloudFormationReader.Read(template.Json.RootElement, new Dictionary<string, string>(), region);
            return read with { After = read.After with { Unread = [.. template.Unread, .. read.After.Unread] } };
        });
    }

    private static Results<JsonHttpResult<ComparisonRequest>, ProblemHttpResult> Import(string? region, Snapshot snapshot, JsonSerializerOptions options, Func<ReadDocument> read)
    {
        var problems = new Problems([]);
        var path = JsonPath.Root.Member("region");
        if (region is not null) RequestCheck.CheckRegion(region, snapshot.Regions, path, problems);
        if (problems.Any) throw new BadRequestException([], problems.ByPath());
        try
        {
            var document = read();
            return TypedResults.Json(DocumentLayouts.Of(document, RegionOf(document, region, snapshot, path, problems), snapshot.Services), Plain(options));
        }
        catch (UnreadableDocumentException fault)
        {
            return TypedResults.Problem(fault.Message, title: "The document cannot be read.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static Region RegionOf(ReadDocument document, string? asked, Snapshot snapshot, JsonPath path, Problems problems)
    {
        var regions = DocumentLayouts.Regions(document);
        if (asked is not null && (regions.Count == 0 || regions.Contains(asked))) return snapshot.Regions[asked];
        if (asked is null && regions is [var only] && RequestCheck.CheckRegion(only, snapshot.Regions, path, problems) is { } region) return region;
        if (!problems.Any)
        {
            problems.Add(path, regions.Count == 0
                ? "is required: the document does not tell its Region."
                : $"must be one of the Regions that the document declares something in: {string.Join(", ", regions)}.");
        }

        throw new BadRequestException([], problems.ByPath());
    }

    // What is left out is its default.
    private static JsonSerializerOptions Plain(JsonSerializerOptions options) => new(options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
