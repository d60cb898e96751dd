using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CostApi.Api;

/// <summary>The changes of the list prices of a Region.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="From">The edition in effect at the end of the first day.</param>
/// <param name="To">The edition in effect at the end of the last day.</param>
/// <param name="Changes">Each change of a price, in the order of publication.</param>
public sealed record PriceChanges(string Region, string Currency, PriceEdition From, PriceEdition To, IReadOnlyList<PriceChange> Changes);

/// <summary>The Regions whose prices are being read.</summary>
/// <param name="Regions">Region codes.</param>
public sealed record RefreshAccepted(IReadOnlyList<string> Regions);

internal static class PriceEndpoints
{
    private const string KeyHeader = "X-Api-Key";

    public static void MapPrices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/prices").WithTags("Facts").ProducesValidationProblem();
        group.MapGet("", State).WithName("GetPrices");
        group.MapGet("/changes", Changes).WithName("GetPriceChanges").Documented(required: ["region", "from"]);
        group.MapPost("/refresh", Refresh).WithName("RefreshPrices").ProducesProblem(401).ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Get the state of the prices of each Region: their source, their age, and errors</summary>
    /// <remarks>
    /// A Region is in use, and its prices are refreshed, if it is configured, was requested before, or has prices on disk.
    /// </remarks>
    /// <response code="200">The state of the prices of all Regions.</response>
    /// <response code="400">The request has a query parameter. The operation has no parameters.</response>
    internal static Ok<PricesState> State(PriceReport report) => TypedResults.Ok(report.State());

    /// <summary>List the changes of a Region's prices between two days</summary>
    /// <remarks>Prices must be available for the first day: the shipped prices, or a price list that the service has read.</remarks>
    /// <param name="region">Region code, for example `eu-west-1`.</param>
    /// <param name="from">The first day (UTC), for example `2026-11-01`. Changes after the end of this day are listed.</param>
    /// <param name="to">The last day (UTC). Changes until the end of this day are listed. Default: today.</param>
    /// <response code="200">The changes of the prices.</response>
    /// <response code="400">
    /// A parameter is missing or invalid, or no prices are available for the first day. `errors` has a message for each invalid
    /// parameter.
    /// </response>
    internal static Ok<PriceChanges> Changes(Snapshot snapshot, PriceBooks books, Answers answers, TimeProvider time, string? region = null, string? from = null, string? to = null)
    {
        var problems = new Problems([]);
        if (region is null) problems.Add(JsonPath.Root.Member("region"), "is required.");
        var known = region is null ? null : RequestCheck.CheckRegion(region, snapshot.Regions, JsonPath.Root.Member("region"), problems);
        if (from is null)
            problems.Add(JsonPath.Root.Member("from"), "is required. Specify a date in the format yyyy-MM-dd, for example 2026-11-22.");
        var first = from is null ? null : QueryDates.Day(from, "from", problems);
        var last = to is null ? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) : QueryDates.Day(to, "to", problems);
        if (first > last) problems.Add(JsonPath.Root.Member("to"), $"must not be before from, which is {first:yyyy-MM-dd}.");
        if (known is not null && first is not null) answers.FactsOf(known.Code, first.Value, JsonPath.Root.Member("from"), problems);
        if (problems.Any) throw new BadRequestException([], problems.ByPath());
        try
        {
            PriceBook[] steps = [.. books.Between(known!.Code, first!.Value, last!.Value)];
            return TypedResults.Ok(new PriceChanges(
                known.Code, known.Currency, steps[0].Edition, steps[^1].Edition,
                [.. steps.Zip(steps.Skip(1)).SelectMany(step => PriceChange.Between(step.First, step.Second))]));
        }
        catch (PriceFileException damaged)
        {
            problems.Add(JsonPath.Root.Member("from"), damaged.Message);
            throw new BadRequestException([], problems.ByPath());
        }
    }

    /// <summary>Refresh the prices now</summary>
    /// <remarks>
    /// Requires the value of the setting `Prices:RefreshKey`, in `X-Api-Key` or as a bearer token. If the setting has no value,
    /// the operation is turned off.
    /// </remarks>
    /// <param name="region">The Region to refresh. Default: all Regions in use.</param>
    /// <response code="202">The prices are being read. `GET /v1/prices` shows when they are available.</response>
    /// <response code="400">The Region is unknown.</response>
    /// <response code="401">The key is missing or wrong.</response>
    /// <response code="404">The operation is turned off, because the setting `Prices:RefreshKey` has no value.</response>
    /// <response code="409">The service is configured to use only the shipped prices.</response>
    internal static Results<Accepted<RefreshAccepted>, ProblemHttpResult> Refresh(
        HttpContext context, Snapshot snapshot, PriceBooks books, PriceRefresher refresher, IOptions<PricesOptions> options,
        [FromHeader(Name = KeyHeader), Description("The refresh key. You can also send it as a bearer token.")] string? key = null,
        string? region = null)
    {
        if (options.Value.RefreshKey is not { Length: > 0 } expected)
        {
            return TypedResults.Problem(
                "Refreshing prices is turned off, because the setting Prices:RefreshKey has no value.",
                statusCode: StatusCodes.Status404NotFound);
        }
        if (!IsKey(key ?? Bearer(context.Request), expected))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem(
                $"Specify the refresh key of the service in the {KeyHeader} header or as a bearer token.",
                statusCode: StatusCodes.Status401Unauthorized);
        }

        if (!books.IsLive)
        {
            return TypedResults.Problem(
                "The service uses only the shipped prices, because the setting Prices:Sources names no other source.",
                statusCode: StatusCodes.Status409Conflict);
        }
        var problems = new Problems([]);
        if (region is not null) RequestCheck.CheckRegion(region, snapshot.Regions, JsonPath.Root.Member("region"), problems);
        if (problems.Any) throw new BadRequestException([], problems.ByPath());
        string[] regions = region is not null ? [region] : [.. snapshot.Regions.Keys.Where(books.IsInUse).Order(StringComparer.Ordinal)];
        foreach (var code in regions) refresher.Ask(code);
        return TypedResults.Accepted("/v1/prices", new RefreshAccepted(regions));
    }

    // Equal times for all wrong keys: the hashes have one length.
    private static bool IsKey(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    private static string Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : "";
}
