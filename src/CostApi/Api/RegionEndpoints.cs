using CostApi.Core.Comparing;
using CostApi.Core.Prices;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CostApi.Api;

/// <summary>The Regions.</summary>
/// <param name="Regions">Every Region that the service knows.</param>
public sealed record RegionList(IReadOnlyList<RegionSummary> Regions);

/// <summary>A Region.</summary>
/// <param name="Code">Region code, as in `eu-west-1`.</param>
/// <param name="Name">Name as consoles show it.</param>
/// <param name="Partition">`aws`, `aws-us-gov`, `aws-cn` or `aws-eusc`.</param>
/// <param name="Currency">ISO 4217 code of the currency that AWS bills in.</param>
/// <param name="UsageTypePrefix">What leads a usage type on the Region's bills, as in `EU`; null where not known.</param>
/// <param name="AvailabilityZoneCount">Number of Availability Zones; null where sources conflict.</param>
/// <param name="PricesAvailable">Whether the Region's own prices are at hand. If not, its charges are unpriced.</param>
/// <param name="Note">What is uncertain about the facts above, and why there are no prices; null where there is nothing to say.</param>
public sealed record RegionSummary(
    string Code, string Name, string Partition, string Currency, string? UsageTypePrefix, int? AvailabilityZoneCount, bool PricesAvailable, string? Note);

/// <summary>The rates in force in a Region.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="Prices">Which edition the rates belong to.</param>
/// <param name="Rates">Every rate, by usage type.</param>
/// <param name="Unpriced">Charges that a layout can have and no rate is known for.</param>
public sealed record RegionPrices(string Region, string Currency, PricesUsed Prices, IReadOnlyList<ListRate> Rates, IReadOnlyList<UnpricedCharge> Unpriced);

/// <summary>A list rate.</summary>
/// <param name="UsageType">Usage type as the Region's bills spell it.</param>
/// <param name="Charge">Usage type without the Region prefix, as `pricing.unitPrices` takes it.</param>
/// <param name="ServiceCode">Service code of the price list that holds it.</param>
/// <param name="Category">What it is spent on.</param>
/// <param name="Unit">Unit as the price list spells it.</param>
/// <param name="Tiers">Adjoining tiers from 0 up, as quantities a month. Beyond the end of the last the price is not known.</param>
/// <param name="Sku">The price list's SKU; null where not known.</param>
/// <param name="AsOf">Date of the price, as exact as it is known.</param>
/// <param name="Confidence">`high`, `medium`, or `derived` where AWS states the rate in general and no row was seen.</param>
/// <param name="Source">Where the price was read.</param>
/// <param name="LastSeen">The day (UTC) on which the price was last seen in a list; of a shipped price the month or the year where no more is known, null where nothing is.</param>
/// <param name="Edition">The edition that the rate was read in.</param>
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

/// <summary>The edition that a rate was read in.</summary>
/// <param name="Source">`query-api`, `offer-files` or `snapshot`.</param>
/// <param name="Version">AWS's version of the price list; the edition of shipped prices.</param>
/// <param name="PublishedAt">When AWS published the list; null for shipped prices, which are of many lists.</param>
/// <param name="RetrievedAt">When the service last read it, or found it unchanged; null for shipped prices.</param>
public sealed record RateEdition(string Source, string Version, DateTimeOffset? PublishedAt, DateTimeOffset? RetrievedAt)
{
    internal static RateEdition Of(PriceEdition edition) => edition.IsShipped
        ? new RateEdition(edition.Source, edition.Version, null, null)
        : new RateEdition(edition.Source, edition.Version, edition.PublishedAt, edition.RetrievedAt);
}

/// <summary>A charge without a known rate.</summary>
/// <param name="UsageType">Usage type as the Region's bills spell it; without the Region prefix where that is not known.</param>
/// <param name="Reason">Why there is no rate.</param>
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

    /// <summary>The Regions, and whether prices are at hand</summary>
    /// <remarks>A Region without prices of its own is answered all the same: its charges are unpriced.</remarks>
    /// <response code="200">The Regions.</response>
    /// <response code="400">There is a query parameter, and the endpoint takes none.</response>
    internal static Ok<RegionList> List(Snapshot snapshot, PriceBooks books) => TypedResults.Ok(new RegionList([.. snapshot.Regions.Values
        .OrderBy(region => region.Code, StringComparer.Ordinal)
        .Select(region => new RegionSummary(
            region.Code, region.Name, region.Partition.Name, region.Currency, region.UsageTypePrefix, region.AvailabilityZoneCount,
            books[region.Code].Book.IsAvailable, NoteOf(region, books[region.Code].Book)))]));

    /// <summary>Every rate in force in a Region, now or on a day</summary>
    /// <remarks>Carries a weak ETag; a request with `If-None-Match` is answered 304 as long as the prices are the same.</remarks>
    /// <param name="region">Region code, as in `eu-west-1`.</param>
    /// <param name="asOf">The day (UTC) at whose end the rates were in force, as in `2026-11-22`. Default: now.</param>
    /// <response code="200">The rates.</response>
    /// <response code="304">The prices are the same as those that `If-None-Match` names.</response>
    /// <response code="400">`asOf` is no date, is yet to come, or lies before the first prices that are kept; or there is another parameter.</response>
    /// <response code="404">The service does not know the Region.</response>
    internal static Results<Ok<RegionPrices>, StatusCodeHttpResult, ProblemHttpResult> Prices(string region, HttpContext context, Snapshot snapshot, Answers answers, string? asOf = null)
    {
        if (!snapshot.Regions.ContainsKey(region))
            return NotFound.Of(region, "a Region that the service knows", snapshot.Regions.Keys, "/v1/regions");
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
        ({ } note, { } unavailable) => $"{unavailable} About the facts: {note}.",
        var (note, unavailable) => note ?? unavailable,
    };
}
