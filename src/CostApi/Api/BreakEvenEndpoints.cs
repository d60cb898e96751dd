using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CostApi.Api;

/// <summary>The GB at which one interface endpoint and an existing NAT gateway cost the same.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="AvailabilityZones">Number of Availability Zones of the endpoint.</param>
/// <param name="NatAvailabilityZones">Number of Availability Zones with a NAT gateway.</param>
/// <param name="HoursPerMonth">Hours per month.</param>
/// <param name="Prices">The prices that the answer is based on.</param>
/// <param name="GbPerMonth">
/// GB per month, sent and received, from which the endpoint does not cost more than the NAT gateway; null if there is no
/// break-even.
/// </param>
/// <param name="Formula">How the break-even is calculated.</param>
/// <param name="Reason">Why there is no break-even; null if there is one.</param>
/// <param name="Points">The cost of both, from 0 GB to twice the break-even.</param>
/// <param name="Assumptions">The assumptions of the answer.</param>
public sealed record BreakEvenAnswer(
    string Region, string Currency, int AvailabilityZones, int NatAvailabilityZones, decimal HoursPerMonth, PricesUsed Prices,
    decimal? GbPerMonth, string Formula, string? Reason, IReadOnlyList<CostPoint> Points, IReadOnlyList<string> Assumptions);

/// <summary>The monthly cost of an amount of data through the endpoint and through the NAT gateway.</summary>
/// <param name="Gb">GB per month, sent and received.</param>
/// <param name="InterfaceEndpoint">Hourly and data processing charges of the endpoint; null if a price is not known.</param>
/// <param name="NatGateway">
/// Data processing charge of the NAT gateway and data transfer between Availability Zones; null if a price is not known.
/// </param>
public sealed record CostPoint(decimal Gb, decimal? InterfaceEndpoint, decimal? NatGateway);

internal static class BreakEvenEndpoints
{
    private const int Zones = 3;
    private const int Hours = 730;
    private const int Sides = 2;

    public static void MapBreakEven(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/break-even", Get).WithName("GetBreakEven").WithTags("Pricing").ProducesValidationProblem().Documented(
            required: ["region"], ("availabilityZones", true, Zones), ("natAvailabilityZones", true, null), ("hoursPerMonth", false, Hours),
            ("privateLinkGbAlreadyProcessed", false, 0), ("crossZoneSidesBilled", true, Sides));

    /// <summary>Get the GB from which an interface endpoint costs less than an existing NAT gateway</summary>
    /// <remarks>
    /// The NAT gateway is still needed for other traffic, so its hourly charge and its public IPv4 addresses are not included.
    /// The traffic starts in equal parts in all zones of the endpoint. Traffic that starts in a zone without a NAT gateway is
    /// transferred between Availability Zones in both directions.
    /// </remarks>
    /// <param name="region">Region code, for example `eu-west-1`.</param>
    /// <param name="availabilityZones">Number of Availability Zones of the endpoint, 1 to 6.</param>
    /// <param name="natAvailabilityZones">
    /// Number of Availability Zones with a NAT gateway, 1 to 6. Default: the number of zones of the endpoint.
    /// </param>
    /// <param name="hoursPerMonth">Hours per month: more than 0, at most 744.</param>
    /// <param name="privateLinkGbAlreadyProcessed">
    /// GB per month that other interface endpoints of your organization already process in the Region.
    /// </param>
    /// <param name="crossZoneSidesBilled">How often a byte that is transferred between Availability Zones is billed, 1 or 2.</param>
    /// <response code="200">The break-even, and the cost of both.</response>
    /// <response code="400">A parameter is invalid or the Region is unknown. `errors` has a message for each invalid parameter.</response>
    internal static Ok<BreakEvenAnswer> Get(
        Snapshot snapshot, Answers answers, string? region = null, string? availabilityZones = null, string? natAvailabilityZones = null, string? hoursPerMonth = null,
        string? privateLinkGbAlreadyProcessed = null, string? crossZoneSidesBilled = null)
    {
        var problems = new Problems([]);
        if (region is null) problems.Add(JsonPath.Root.Member("region"), "is required.");
        else RequestCheck.CheckRegion(region, snapshot.Regions, JsonPath.Root.Member("region"), problems);
        var zones = QueryNumbers.Whole(availabilityZones, Zones, "availabilityZones", problems);
        var nats = QueryNumbers.Whole(natAvailabilityZones, Math.Clamp(zones, 1, Limits.Zones), "natAvailabilityZones", problems);
        var hours = QueryNumbers.Any(hoursPerMonth, Hours, "hoursPerMonth", problems);
        var processed = QueryNumbers.Any(privateLinkGbAlreadyProcessed, 0, "privateLinkGbAlreadyProcessed", problems);
        var sides = QueryNumbers.Whole(crossZoneSidesBilled, Sides, "crossZoneSidesBilled", problems);
        Must.BeInRange(zones, 1, Limits.Zones, JsonPath.Root.Member("availabilityZones"), problems);
        Must.BeInRange(nats, 1, Limits.Zones, JsonPath.Root.Member("natAvailabilityZones"), problems);
        Must.BeInRange(processed, 0, Limits.Gb, JsonPath.Root.Member("privateLinkGbAlreadyProcessed"), problems);
        Must.BeInRange(sides, 1, 2, JsonPath.Root.Member("crossZoneSidesBilled"), problems);
        RequestCheck.CheckHours(hours, JsonPath.Root.Member("hoursPerMonth"), problems);
        if (problems.Any) throw new BadRequestException([], problems.ByPath());

        var terms = new PricingTerms { PrivateLinkGbAlreadyProcessed = processed, CrossZoneSidesBilled = sides };
        var (pair, comparison) = EndpointAgainstNat.Compare(region!, zones, nats, hours, terms, answers.FactsOf(region!));
        return TypedResults.Ok(new BreakEvenAnswer(
            region!, comparison.Currency, zones, nats, hours, comparison.Prices,
            pair.Result.GbPerMonth, pair.Result.Formula, pair.Result.Reason,
            [.. EndpointAgainstNat.Points(pair).Select(point => new CostPoint(point.Gb, point.Endpoint, point.Nat))],
            comparison.Assumptions));
    }
}
