using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Comparing;

/// <summary>Says what an answer takes for granted: only what bears on this one.</summary>
internal static class Assumptions
{
    public static IReadOnlyList<string> Of(ComparisonRequest request, IReadOnlyList<LayoutCost> layouts)
    {
        var endpoints = request.Layouts.SelectMany(layout => layout.Vpcs).SelectMany(vpc => vpc.Endpoints).ToArray();
        var lines = layouts.SelectMany(layout => layout.LineItems).ToArray();
        var paths = layouts.SelectMany(layout => layout.Routes).Select(route => route.Path).ToHashSet();
        return
        [
            .. All().Where(assumption => assumption.Applies).Select(assumption => assumption.Text),
            .. request.Layouts.SelectMany(layout => (layout.Notes ?? []).Select(note => $"{layout.Name}: {note}")),
        ];

        IEnumerable<(bool Applies, string Text)> All()
        {
            yield return (true, Basis(request));
            yield return (request.HoursPerMonth % 1 != 0, PartialHours);
            yield return (lines.Any(line => line.Resource == "crossZone/nat"), CrossZone(request.Pricing));
            yield return (HasUnzonedNatTraffic(request, paths), EvenZones);
            yield return (lines.Any(line => line.UsageType?.EndsWith("VpcEndpoint-Bytes", StringComparison.Ordinal) == true), PrivateLinkPool(request.Pricing));
            yield return (lines.Any(line => line.Resource == "internet"), InternetAllowance(request.Pricing));
            yield return (lines.Any(line => line.Resource.StartsWith("region/", StringComparison.Ordinal)), OtherRegion);
            yield return (paths.Contains(PathKind.SharedInterfaceEndpoint), SharedEndpoint);
            yield return (endpoints.Any(endpoint => endpoint.Type == EndpointType.Resource), ResourceEndpoint);
            yield return (paths.Contains(PathKind.InternetGateway), PublicSubnets);
            yield return (request.Layouts.Any(layout => layout.TransitGateway is { AlreadyPaid.Count: > 0 }), AlreadyPaid);
            yield return (lines.Any(line => line.PriceConfidence == "derived"), DerivedRates);
            yield return (request.Pricing.UnitPrices.Count > 0 && HasDiscount(request.Pricing), DiscountedUnitPrices);
        }
    }

    public const string EvenZones =
        "Traffic for which no zone shares are specified starts in equal parts in all Availability Zones of its VPC.";

    private const string PartialHours =
        "A partial hour of an endpoint, a NAT gateway or a Transit Gateway attachment is billed as a full hour.";

    private const string OtherRegion =
        "Data transfer out to another Region is included. Data transfer charges in that Region, for the responses, are not included.";

    private const string SharedEndpoint =
        "Traffic to a shared endpoint through a VPC peering connection or a Transit Gateway has no charge for cross-zone data transfer.";

    private const string ResourceEndpoint = "A resource endpoint has one hourly charge, regardless of its number of Availability Zones.";

    private const string PublicSubnets =
        "Traffic from public subnets through the internet gateway to AWS services in the same Region has no data transfer charge.";

    private const string AlreadyPaid =
        "The hourly charge is not included for Transit Gateway attachments that are already paid. Their data processing charge is.";

    private const string DerivedRates =
        "Line items with the price confidence 'derived' use a rate from AWS's documentation that was not found in a price list.";

    private const string DiscountedUnitPrices = "Discounts also apply to the unit prices that the request specifies.";

    public static string CrossZone(PricingTerms terms) => terms.CrossZoneSidesBilled == 2
        ? "Data transfer between Availability Zones is billed in both directions: "
            + "each byte is billed as data out of one zone and as data into the other."
        : "Data transfer between Availability Zones is billed in one direction only: each byte is billed once.";

    public static string PrivateLinkPool(PricingTerms terms) =>
        "All data that interface endpoints process in the Region counts toward one set of price tiers"
        + (terms.PrivateLinkGbAlreadyProcessed == 0 ? "" : $", after {Figures.Gb(terms.PrivateLinkGbAlreadyProcessed)} already processed")
        + ". The cost is divided among the endpoints in proportion to their GB.";

    private static string Basis(ComparisonRequest request) =>
        $"A month has {Figures.Show(request.HoursPerMonth)} hours, and 1 GB is 2^30 bytes. Prices are list prices before tax"
        + $"{(HasDiscount(request.Pricing) ? ", less the discounts that the request specifies" : "")}.";

    private static string InternetAllowance(PricingTerms terms) =>
        "Data transfer out to the internet has one free monthly allowance for the whole layout"
        + $"{(terms.InternetGbAlreadySent == 0 ? "" : $", after {Figures.Gb(terms.InternetGbAlreadySent)} already sent")}. "
        + "AWS GovCloud (US) and the China Regions have no free allowance.";

    private static bool HasDiscount(PricingTerms terms) => terms is not { DiscountPercent: 0, DiscountPercentByCategory.Count: 0 };

    private static bool HasUnzonedNatTraffic(ComparisonRequest request, HashSet<PathKind> paths) =>
        (paths.Contains(PathKind.NatGateway) || paths.Contains(PathKind.NatInstance) || paths.Contains(PathKind.Peering))
        && request.Layouts.SelectMany(layout => layout.Traffic ?? request.Traffic).Any(flow => flow.Zones is null);
}
