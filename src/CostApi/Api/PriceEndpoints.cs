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

/// <summary>What moved in a Region's list prices.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="From">The edition in force at the end of the first day.</param>
/// <param name="To">The edition in force at the end of the last day.</param>
/// <param name="Changes">Each price that became another, in the order of publication.</param>
public sealed record PriceChanges(string Region, string Currency, PriceEdition From, PriceEdition To, IReadOnlyList<PriceChange> Changes);

/// <summary>The prices of these Regions are being read.</summary>
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

    /// <summary>Each Region's prices: where they come from, how old they are, and what went wrong</summary>
    /// <remarks>A Region is in use, and its prices are kept fresh, if it is configured, was asked for, or is on disk.</remarks>
    /// <response code="200">The state of all Regions.</response>
    /// <response code="400">There is a query parameter, and the endpoint takes none.</response>
    internal static Ok<PricesState> State(PriceReport report) => TypedResults.Ok(report.State());

    /// <summary>What moved in a Region's list prices from one day to another</summary>
    /// <remarks>The first day must be one of which prices are kept: that of the shipped prices, or of a list that was read since.</remarks>
    /// <param name="region">Region code, as in `eu-west-1`.</param>
    /// <param name="from">The day (UTC) at whose end to begin, as in `2026-11-01`.</param>
    /// <param name="to">The day (UTC) at whose end to stop. Default: today.</param>
    /// <response code="200">The prices that became others.</response>
    /// <response code="400">A parameter is missing or wrong, or no prices of the first day are kept; `errors` names each.</response>
    internal static Ok<PriceChanges> Changes(Snapshot snapshot, PriceBooks books, Answers answers, TimeProvider time, string? region = null, string? from = null, string? to = null)
    {
        var problems = new Problems([]);
        if (region is null) problems.Add(JsonPath.Root.Member("region"), "is required.");
        var known = region is null ? null : RequestCheck.CheckRegion(region, snapshot.Regions, JsonPath.Root.Member("region"), problems);
        if (from is null) problems.Add(JsonPath.Root.Member("from"), "is required: a date as 2026-11-22.");
        var first = from is null ? null : QueryDates.Day(from, "from", problems);
        var last = to is null ? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) : QueryDates.Day(to, "to", problems);
        if (first > last) problems.Add(JsonPath.Root.Member("to"), $"must not lie before from, {first:yyyy-MM-dd}.");
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

    /// <summary>Read prices now</summary>
    /// <remarks>Needs the key of the setting `Prices:RefreshKey`, in `X-Api-Key` or as a bearer token; without that setting the endpoint is off.</remarks>
    /// <param name="region">The Region to read. Default: all in use.</param>
    /// <response code="202">The prices are being read; `GET /v1/prices` tells when they are there.</response>
    /// <response code="400">The Region is not known.</response>
    /// <response code="401">The key is missing or wrong.</response>
    /// <response code="404">The service has no key, so that nobody can refresh.</response>
    /// <response code="409">The service is set to keep to the shipped prices.</response>
    internal static Results<Accepted<RefreshAccepted>, ProblemHttpResult> Refresh(
        HttpContext context, Snapshot snapshot, PriceBooks books, PriceRefresher refresher, IOptions<PricesOptions> options,
        [FromHeader(Name = KeyHeader), Description("The key; a bearer token does as well.")] string? key = null, string? region = null)
    {
        if (options.Value.RefreshKey is not { Length: > 0 } expected)
            return TypedResults.Problem("Refreshing is switched off: the service has no Prices:RefreshKey.", statusCode: StatusCodes.Status404NotFound);
        if (!IsKey(key ?? Bearer(context.Request), expected))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem($"Give the service's refresh key in {KeyHeader}, or as a bearer token.", statusCode: StatusCodes.Status401Unauthorized);
        }

        if (!books.IsLive) return TypedResults.Problem("The service is set to keep to the shipped prices: Prices:Sources names no other source.", statusCode: StatusCodes.Status409Conflict);
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
