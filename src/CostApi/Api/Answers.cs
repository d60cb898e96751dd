using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Prices;
using CostApi.Json;
using CostApi.Operations;
using CostApi.PriceSources;
using Microsoft.Extensions.Options;

namespace CostApi.Api;

/// <summary>Answers questions: checks them, finds the prices, and has them compared.</summary>
internal sealed class Answers(Snapshot snapshot, PriceBooks books, TimeProvider time, IOptions<PricesOptions> options)
{
    /// <exception cref="BadRequestException">The request is invalid; it names every error.</exception>
    /// <exception cref="UnpricedException">The request is strict and a charge is unpriced.</exception>
    public Comparison Compare(JsonBody<ComparisonRequest> body) => Answer(body.Value, body.Faults, isEstimate: false);

    /// <exception cref="BadRequestException">The request is invalid; it names every error.</exception>
    /// <exception cref="UnpricedException">The request is strict and a charge is unpriced.</exception>
    public Estimate Estimate(JsonBody<EstimateRequest> body) => Core.Comparing.Estimate.Of(Answer(body.Value?.AsComparison(), body.Faults, isEstimate: true));

    /// <summary>The facts to answer from in a Region that is known.</summary>
    public Facts FactsOf(string region) => FactsOf(books.Book(region), options.Value.FreshnessAt(time.GetUtcNow()));

    /// <summary>The facts as they were at the end of a day that a query names.</summary>
    /// <exception cref="BadRequestException">It is no date, or the prices of that day are not at hand.</exception>
    public Facts FactsOf(string region, string asOf)
    {
        var problems = new Problems([]);
        var facts = QueryDates.Day(asOf, "asOf", problems) is { } day ? FactsOf(region, day, JsonPath.Root.Member("asOf"), problems) : null;
        return facts ?? throw new BadRequestException([], problems.ByPath());
    }

    /// <summary>The facts as they were at the end of a day; null, with a problem, where the prices of that day are not at hand.</summary>
    public Facts? FactsOf(string region, DateOnly asOf, JsonPath path, Problems problems)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (asOf > today)
        {
            problems.Add(path, $"must not be in the future. {asOf:yyyy-MM-dd} is after today, {today:yyyy-MM-dd} (UTC).");
            return null;
        }

        try
        {
            if (books.Book(region, asOf) is { } book) return FactsOf(book, FreshnessOn(asOf));
            var earliest = books.EarliestDay(region);
            problems.Add(path, $"must be {earliest:yyyy-MM-dd} or later, because no earlier prices of {region} are available.");
        }
        catch (PriceFileException damaged)
        {
            problems.Add(path, damaged.Message);
        }

        return null;
    }

    private Facts FactsOf(PriceBook book, Freshness freshness) => new(snapshot.Regions, snapshot.Services, book, freshness);

    // Prices of a day in the past are as old as they were at its end.
    private Freshness FreshnessOn(DateOnly asOf)
    {
        var (now, end) = (time.GetUtcNow(), new DateTimeOffset(asOf.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero));
        return end < now ? options.Value.FreshnessAt(end) with { IsPast = true } : options.Value.FreshnessAt(now);
    }

    private Comparison Answer(ComparisonRequest? request, IReadOnlyList<(string Path, string Message)> faults, bool isEstimate)
    {
        var problems = new Problems([]);
        Facts? facts = null;
        if (request is not null)
        {
            problems = RequestCheck.Check(request, snapshot.Regions, snapshot.Services, [.. faults.Select(fault => fault.Path)], isEstimate);
            if (request.Region is not null && snapshot.Regions.ContainsKey(request.Region))
                facts = request.Pricing?.AsOf is { } day ? FactsOf(request.Region, day, JsonPath.Root.Member("pricing").Member("asOf"), problems) : FactsOf(request.Region);
        }

        if (faults.Count > 0 || problems.Any) throw new BadRequestException(faults, problems.ByPath());
        var comparison = Comparer.Compare(request!, facts!);
        if (request!.Strict && comparison.Layouts.Any(layout => !layout.Complete)) throw new UnpricedException(comparison, isEstimate);
        return comparison;
    }
}
