using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Traffic that crosses zones on its way to a NAT (rule 2.7).</summary>
internal static class CrossZoneNat
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from route in layout.Routes
        where route.Path is Path.ByNat
        group route by (route.From, ((Path.ByNat)route.Path).Nat) into routes
        let crossing = routes.SelectMany(layout.UsageOf).Where(usage => usage.Charge == Charges.CrossZone).ToArray()
        where crossing.Length > 0
        select Of(layout, routes.Key.From, routes.Key.Nat, crossing, ZonesWithout(routes.Key.Nat, routes));

    // Zones that send traffic and have no NAT of their own.
    private static IReadOnlyList<string> ZonesWithout(NatSite nat, IEnumerable<Route> routes) =>
        [.. nat.Vpc.Zones.Where(zone => !nat.Covers(zone) && routes.Any(route => ZoneShares.Sum(route, start => start == zone) > 0))];

    private static Finding Of(PricedLayout layout, VpcSite vpc, NatSite nat, Usage[] crossing, IReadOnlyList<string> uncovered)
    {
        // Every zone of a NAT costs the same hours and addresses, so more zones cost that much more.
        var more = StandingMeter.OfNat(nat, layout.Hours).Select(usage => usage with { Quantity = usage.Quantity * uncovered.Count / nat.Zones.Count });
        var (cost, saving) = (layout.Saving(crossing), layout.Saving(crossing, more));
        var gb = crossing.Sum(usage => usage.Quantity) / layout.CrossZoneSides;
        var verdict = saving switch
        {
            null => "would save that; what it costs is not known",
            > 0 => "would cost less than that",
            _ => "would cost more than that, but keeps each zone independent",
        };
        return new Finding
        {
            Code = FindingCodes.CrossZoneNat,
            Severity = saving > 0 ? Severity.Warning : Severity.Info,
            Vpc = vpc.Name,
            Resource = nat.Units[0].Resource,
            Message = $"{Figures.Brief(gb)} GB a month cross zones to the NAT{(cost is { } money ? $", which costs {Figures.Money(money)} {layout.Bill.Card.Book.Region.Currency}" : "")}. A NAT in {Figures.Count(uncovered.Count, "more zone")} ({string.Join(", ", uncovered)}) {verdict}.",
            MonthlySaving = Finding.IfPositive(saving),
        };
    }
}
