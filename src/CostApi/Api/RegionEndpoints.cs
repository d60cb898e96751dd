using CostApi.Core.Comparing;
using CostApi.Core.Prices;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CostApi.Api;

/// <summary>The Regions.</summary>
/// <param name="Regions">All known Regions.</param>
public sealed record RegionList(IReadOnlyList<RegionSummary> Regions);

/// <summary>A Region.</summary>
/// <param name="Code">Region code, for example `eu-west-1`.</param>
/// <param name="Name">Name as in the AWS Management Console.</param>
/// <param name="Partition">`aws`, `aws-us-gov`, `aws-cn` or `aws-eusc`.</param>
/// <param name="Currency">ISO 4217 code of the currency that AWS bills in.</param>
/// <param name="UsageTypePrefix">Prefix of the Region's usage types, for example `EU`; null if it is not known.</param>
/// <param name="AvailabilityZoneCount">Number of Availability Zones; null if it is not certain.</param>
/// <param name="PricesAvailable">Whether prices of the Region are available. If not, its charges are not priced.</param>
/// <param name="Note">What is not certain about the other members, and why there are no prices; null if there is nothing to note.</param>
public sealed record RegionSummary(
    string Code, string Name, string Partition, string Currency, string? UsageTypePrefix, int? AvailabilityZoneCount, bool PricesAvailable, string? Note);

/// <summary>The rates in effect in a Region.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="Prices">The edition that the rates belong to.</param>
/// <param name="Rates">Every rate, by usage type.</param>
/// <param name="Unpriced">Charges that a layout can have but that have no known rate.</param>
public sealed record RegionPrices(string Region, string Currency, PricesUsed Prices, IReadOnlyList<ListRate> Rates, IReadOnlyList<UnpricedCharge> Unpriced);

/// <summary>A list rate.</summary>
/// <param name="UsageType">Usage type as on the Region's bills.</param>
/// <param name="Charge">Usage type without the Region prefix, as in `pricing.unitPrices`.</param>
/// <param name="ServiceCode">Service code of the price list that contains it.</param>
/// <param name="Category">Cost category.</param>
/// <param name="Unit">Unit as in the price list.</param>
/// <param name="Tiers">
/// Consecutive price tiers from 0, as quantities per month. If the last tier has an end, the price above it is not known.
/// </param>
/// <param name="Sku">SKU in the price list; null if it is not known.</param>
/// <param name="AsOf">Date of the price, as precise as it is known.</param>
/// <param name="Confidence">
/// Confidence in the price: `high`, `medium`, or `derived` if the rate is from AWS's documentation and was not found in a price
/// list.
/// </param>
/// <param name="Source">Where the price was read.</param>
/// <param name="LastSeen">
/// The day (UTC) on which the price was last seen in a price list. For a shipped price, only the month or the year if no more is
/// known; null if nothing is known.
/// </param>
/// <param name="Edition">The edition of the price list that the rate is from.</param>
public sealed record ListRate(
    string UsageType, string Charge, string? ServiceCode, CostCategory Category, string Unit, IReadOnlyList<Tier> Tiers,
    string? Sku, string? AsOf, string Confidence, string Source, string? LastSeen, RateEdition Edition)
{
    internal static ListRate Of(Quote.Priced quote)
    {
        var rate = quote.Rate;
        return new ListRate(
            rate.UsageType, rate.Charge.UsageType, rate.Charge.ServiceCode, rate.Charge.Category, rate.Unit, rate.Tiers,
            rate.Sku, rate.AsOf, rate.Confidence, rate.Source, quote.LastSeen?.Text, RateEdition.Of(quote.Edition));
    }
}

/// <summary>The edition of the price list that a rate is from.</summary>
/// <param name="Source">`query-api`, `offer-files` or `snapshot`.</param>
/// <param name="Version">AWS's version of the price list, or the edition of the shipped prices.</param>
/// <param name="PublishedAt">When AWS published the price list; null for shipped prices, which are from several price lists.</param>
/// <param name="RetrievedAt">When the service last read the price list or confirmed that it is unchanged; null for shipped prices.</param>
public sealed record RateEdition(string Source, string Version, DateTimeOffset? PublishedAt, DateTimeOffset? RetrievedAt)
{
    internal static RateEdition Of(PriceEdition edition) => edition.IsShipped
        ? new RateEdition(edition.Source, edition.Version, null, null)
        : new RateEdition(edition.Source, edition.Version, edition.PublishedAt, edition.RetrievedAt);
}

/// <summary>A charge without a known rate.</summary>
/// <param name="UsageType">Usage type as on the Region's bills; without the Region prefix if the prefix is not known.</param>
/// <param name="Reason">Why the rate is not known.</param>
public sealed record UnpricedCharge(string UsageType, string Reason)
{
    // A partition without the free allowance to the internet lacks no price.
    internal static IReadOnlyList<UnpricedCharge> Of(PriceBook book) => [.. Charges.ByUsageType.Values
        .Where(charge => charge != Charges.InternetOutFree)
        .Select(charge => (charge, quote: book.Find(charge) as Quote.Unpriced))
        .Where(pair => pair.quote is not null)
        .Select(pair => new UnpricedCharge(book.Region.UsageTypeOf(pair.charge), pair.quote!.Reason))
        .OrderBy(charge => charge.UsageType, StringComparer.Ordinal)];
}

internal static class RegionEndpoints
{
    public static void MapRegions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/regions").WithTags("Facts").ProducesValidationProblem();
        group.MapGet("", List).WithName("ListRegions");
        group.MapGet("/{region}/prices", Prices).WithName("GetRegionPrices").Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
    }

    /// <summary>List the Regions, and whether their prices are available</summary>
    /// <remarks>You can also use Regions without available prices in requests. Their charges are not priced.</remarks>
    /// <response code="200">The Regions.</response>
    /// <response code="400">The request has a query parameter. The operation has no parameters.</response>
    internal static Ok<RegionList> List(Snapshot snapshot, PriceBooks books) => TypedResults.Ok(new RegionList([.. snapshot.Regions.Values
        .OrderBy(region => region.Code, StringComparer.Ordinal)
        .Select(region => new RegionSummary(
            region.Code, region.Name, region.Partition.Name, region.Currency, region.UsageTypePrefix, region.AvailabilityZoneCount,
            books[region.Code].Book.IsAvailable, NoteOf(region, books[region.Code].Book)))]));

    /// <summary>List the rates in effect in a Region, now or on a day</summary>
    /// <remarks>
    /// The answer has a weak ETag. The answer to a request with `If-None-Match` has status 304 if the prices have not changed.
    /// </remarks>
    /// <param name="region">Region code, for example `eu-west-1`.</param>
    /// <param name="asOf">The day (UTC) at the end of which the rates were in effect, for example `2026-11-22`. Default: now.</param>
    /// <response code="200">The rates.</response>
    /// <response code="304">The prices have the same ETag as `If-None-Match`.</response>
    /// <response code="400">
    /// `asOf` is not a date, is in the future, or is before the earliest available prices; or the request has an unknown
    /// parameter.
    /// </response>
    /// <response code="404">The Region is unknown.</response>
    internal static Results<Ok<RegionPrices>, StatusCodeHttpResult, ProblemHttpResult> Prices(string region, HttpContext context, Snapshot snapshot, Answers answers, string? asOf = null)
    {
        if (!snapshot.Regions.ContainsKey(region))
            return NotFound.Of(region, "a known Region", snapshot.Regions.Keys, "/v1/regions");
        var facts = asOf is null ? answers.FactsOf(region) : answers.FactsOf(region, asOf);
        var (book, edition) = (facts.Book, facts.Book.Edition);
        Quote.Priced[] quotes = [.. book.Quotes];
        var prices = PricesUsed.Of(facts, quotes);
        var read = quotes.Select(quote => quote.Edition.RetrievedAt).Append(edition.RetrievedAt).ToHashSet();
        // Weak, as the same prices may be sent compressed or not.
        var tag = new EntityTagHeaderValue($"\"{edition.Source}-{edition.Version}-{read.Min():yyyyMMddHHmmss}-{read.Max():yyyyMMddHHmmss}-{region}{(prices.Stale ? "-stale" : "")}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        return TypedResults.Ok(new RegionPrices(
            region,
            book.Region.Currency,
            prices,
            [.. quotes.Select(ListRate.Of)],
            UnpricedCharge.Of(book)));
    }

    private static string? NoteOf(Region region, PriceBook book) => (region.Note, book.Unavailable) switch
    {
        ({ } note, { } unavailable) => $"{unavailable} Note: {note}.",
        var (note, unavailable) => note ?? unavailable,
    };
}
