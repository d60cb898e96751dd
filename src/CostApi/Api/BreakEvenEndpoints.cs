using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.PriceSources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CostApi.Api;

/// <summary>Where one interface endpoint and a NAT gateway that stays cost the same.</summary>
/// <param name="Region">Region code.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="AvailabilityZones">Zones of the endpoint.</param>
/// <param name="NatAvailabilityZones">Zones with a NAT gateway.</param>
/// <param name="HoursPerMonth">Hours in the month.</param>
/// <param name="Prices">Which prices the answer was made from.</param>
/// <param name="GbPerMonth">GB a month, sent and received, from which the endpoint costs no more; null where the lines never cross.</param>
/// <param name="Formula">How it comes about.</param>
/// <param name="Reason">Why there is none; null where there is one.</param>
/// <param name="Points">The two cost lines, from 0 to twice the break-even.</param>
/// <param name="Assumptions">What was assumed.</param>
public sealed record BreakEvenAnswer(
    string Region, string Currency, int AvailabilityZones, int NatAvailabilityZones, decimal HoursPerMonth, PricesUsed Prices,
    decimal? GbPerMonth, string Formula, string? Reason, IReadOnlyList<CostPoint> Points, IReadOnlyList<string> Assumptions);

/// <summary>What some GB cost a month either way.</summary>
/// <param name="Gb">GB a month, sent and received.</param>
/// <param name="InterfaceEndpoint">Hours of the endpoint and its GB; null where a price is not known.</param>
/// <param name="NatGateway">GB through the NAT, and what of them crosses zones; null where a price is not known.</param>
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

    /// <summary>The GB at which one interface endpoint beats a NAT gateway that stays</summary>
    /// <remarks>
    /// The NAT stays for other traffic, so its hours and addresses count on neither side. Traffic starts evenly in all
    /// zones of the endpoint; what starts in a zone without a NAT gateway crosses zones both ways.
    /// </remarks>
    /// <param name="region">Region code, as in `eu-west-1`.</param>
    /// <param name="availabilityZones">Zones of the endpoint, 1 to 6.</param>
    /// <param name="natAvailabilityZones">Zones with a NAT gateway, 1 to 6. Default: as many as the endpoint's.</param>
    /// <param name="hoursPerMonth">Hours in the month: more than 0, at most 744.</param>
    /// <param name="privateLinkGbAlreadyProcessed">GB that the organisation already runs through interface endpoints in the Region this month.</param>
    /// <param name="crossZoneSidesBilled">How many sides of a byte that crosses zones are billed, 1 or 2.</param>
    /// <response code="200">The break-even and both cost lines.</response>
    /// <response code="400">A parameter is out of range or the Region is not known; `errors` names each.</response>
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
