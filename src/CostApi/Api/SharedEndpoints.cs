using System.Text;
using System.Text.Json;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Reporting;
using CostApi.Json;
using CostApi.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace CostApi.Api;

/// <summary>Answers by address alone, for pictures and links: the request is in the address, and nothing is stored.</summary>
internal static class SharedEndpoints
{
    // A release may write the same answer otherwise.
    private static readonly string Build = typeof(SharedEndpoints).Module.ModuleVersionId.ToString("N")[..8];

    public static void MapShared(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Pricing").ProducesValidationProblem().ProducesProblem(404).ProducesValidationProblem(422);
        group.MapGet("/comparisons.{extension}", Compare).WithName("GetComparison").Produces<Comparison>().Produces(304).Reported().Documented(["request"]);
        group.MapGet("/estimates.{extension}", Estimate).WithName("GetEstimate").Produces<Estimate>().Produces(304).Reported().Documented(["request"]);
    }

    /// <summary>Get a comparison by URL</summary>
    /// <remarks>
    /// Returns the answer to `POST /v1/comparisons` for a request that is part of the URL, for example for a link to share or an
    /// image to embed. The answer can be cached for five minutes and has an `ETag` for revalidation.
    /// </remarks>
    /// <param name="extension">The format of the answer.</param>
    /// <param name="request">
    /// The JSON of the request, compressed with deflate, zlib or gzip and then encoded as base64url. At most 1 MB after
    /// decompression, and 8 KB for the whole URL.
    /// </param>
    /// <response code="200">The comparison.</response>
    /// <response code="304">The answer has the same ETag as `If-None-Match`.</response>
    /// <response code="400">
    /// The request cannot be decompressed or is invalid. `errors` has a message for each error, by the path of the invalid
    /// member.
    /// </response>
    /// <response code="404">The format is unknown.</response>
    /// <response code="422">`strict` is true and a charge has no known price. `errors` lists these charges for each layout.</response>
    internal static IResult Compare(string extension, Answers answers, HttpContext context, string? request = null)
    {
        if (FormatOf(extension) is not { } format) return UnknownFormat(extension);
        var answer = answers.Compare(JsonBody<ComparisonRequest>.Read(PackedRequest.Unpack(request), context.RequestServices));
        return Answer(answer, answer.Id, answer.Prices, ComparisonReport.Of, format, context);
    }

    /// <summary>Get an estimate by URL</summary>
    /// <remarks>Returns the answer to `POST /v1/estimates` for a request that is part of the URL.</remarks>
    /// <param name="extension">The format of the answer.</param>
    /// <param name="request">
    /// The JSON of the request, compressed with deflate, zlib or gzip and then encoded as base64url. At most 1 MB after
    /// decompression, and 8 KB for the whole URL.
    /// </param>
    /// <response code="200">The priced layout.</response>
    /// <response code="304">The answer has the same ETag as `If-None-Match`.</response>
    /// <response code="400">
    /// The request cannot be decompressed or is invalid. `errors` has a message for each error, by the path of the invalid
    /// member.
    /// </response>
    /// <response code="404">The format is unknown.</response>
    /// <response code="422">`strict` is true and a charge has no known price. `errors` lists these charges.</response>
    internal static IResult Estimate(string extension, Answers answers, HttpContext context, string? request = null)
    {
        if (FormatOf(extension) is not { } format) return UnknownFormat(extension);
        var answer = answers.Estimate(JsonBody<EstimateRequest>.Read(PackedRequest.Unpack(request), context.RequestServices));
        return Answer(answer, answer.Id, answer.Prices, ComparisonReport.Of, format, context);
    }

    private static ReportFormat? FormatOf(string extension) => ReportFormat.All.FirstOrDefault(format => format.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase));

    private static ProblemHttpResult UnknownFormat(string extension) => TypedResults.Problem(
        $"'.{extension}' is not a known format. "
        + $"The formats are {string.Join(", ", ReportFormat.All.Select(format => $".{format.Extension}"))}.",
        statusCode: StatusCodes.Status404NotFound);

    // Weak, because compression may change the bytes. The id holds question and prices, but not when those were last confirmed.
    private static IResult Answer<T>(T answer, string id, PricesUsed prices, Func<T, Report> reportOf, ReportFormat format, HttpContext context)
    {
        var age = $"{prices.RetrievedAt?.ToUnixTimeSeconds():x}-{prices.OldestRate?.AsOf}{(prices.Stale ? "s" : "")}";
        var tag = new EntityTagHeaderValue($"\"{id}-{age}-{Build}\"", isWeak: true);
        var response = context.Response.GetTypedHeaders();
        response.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromMinutes(5) };
        ReportResult.AddHeaders(context.Response, format);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.ETag = tag;
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var body = format.Write is { } write
            ? Encoding.UTF8.GetBytes(write(reportOf(answer)))
            : JsonSerializer.SerializeToUtf8Bytes(answer, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        response.ETag = tag;
        return TypedResults.Bytes(body, format.ContentType);
    }
}
