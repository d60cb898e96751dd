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
            yield return (true, $"A month has {Figures.Show(request.HoursPerMonth)} hours; a GB is 2^30 bytes; prices are list prices before tax{(request.Pricing is { DiscountPercent: 0, DiscountPercentByCategory.Count: 0 } ? "" : ", less the discounts of the request")}.");
            yield return (request.HoursPerMonth % 1 != 0, "A part hour of endpoints, NAT gateways and Transit Gateway attachments is billed as a whole one.");
            yield return (lines.Any(line => line.Resource == "crossZone/nat"), CrossZone(request.Pricing));
            yield return (HasUnzonedNatTraffic(request, paths), EvenZones);
            yield return (lines.Any(line => line.UsageType?.EndsWith("VpcEndpoint-Bytes", StringComparison.Ordinal) == true), PrivateLinkPool(request.Pricing));
            yield return (lines.Any(line => line.Resource == "internet"), $"Sending to the internet has one free allowance in all, after {Figures.Show(request.Pricing.InternetGbAlreadySent)} GB already sent; the paid tiers begin beyond it. GovCloud and China have no allowance.");
            yield return (lines.Any(line => line.Resource.StartsWith("region/", StringComparison.Ordinal)), "Traffic to another Region pays for what it sends; what that Region charges its owner for answering is not counted.");
            yield return (paths.Contains(PathKind.SharedInterfaceEndpoint), "A shared endpoint reached over peering or a Transit Gateway pays nothing for crossing zones.");
            yield return (endpoints.Any(endpoint => endpoint.Type == EndpointType.Resource), "A resource endpoint is billed once an hour, whatever its zones.");
            yield return (paths.Contains(PathKind.InternetGateway), "Traffic from public subnets to AWS services of the own Region over the internet gateway is free of transfer charges.");
            yield return (request.Layouts.Any(layout => layout.TransitGateway is { AlreadyPaid.Count: > 0 }), "Attachments in alreadyPaid cost no hours here; their GB are counted.");
            yield return (lines.Any(line => line.PriceConfidence == "derived"), "Lines with priceConfidence 'derived' use a rate that AWS states in general; no row of the price list was seen for them.");
            yield return (request.Pricing.UnitPrices.Count > 0 && (request.Pricing.DiscountPercent > 0 || request.Pricing.DiscountPercentByCategory.Count > 0), "Discounts come off the request's own unit prices too.");
        }
    }

    public const string EvenZones = "Traffic without zone shares starts evenly in all zones of its VPC.";

    public static string CrossZone(PricingTerms terms) => terms.CrossZoneSidesBilled == 2
        ? "Each byte that crosses zones on its way to a NAT is billed on both sides (crossZoneSidesBilled 2)."
        : "Each byte that crosses zones is billed on one side (crossZoneSidesBilled 1).";

    public static string PrivateLinkPool(PricingTerms terms) =>
        $"GB through interface endpoints share one pool of tiers in the Region, which stands at {Figures.Show(terms.PrivateLinkGbAlreadyProcessed)} GB already; the cost is shared out by GB.";

    private static bool HasUnzonedNatTraffic(ComparisonRequest request, HashSet<PathKind> paths) =>
        (paths.Contains(PathKind.NatGateway) || paths.Contains(PathKind.NatInstance) || paths.Contains(PathKind.Peering))
        && request.Layouts.SelectMany(layout => layout.Traffic ?? request.Traffic).Any(flow => flow.Zones is null);
}
