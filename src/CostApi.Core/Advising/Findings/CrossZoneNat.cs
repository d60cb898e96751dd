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
        select Of(layout, routes.Key.From, routes.Key.Nat, crossing);

    private static Finding Of(PricedLayout layout, VpcSite vpc, NatSite nat, Usage[] crossing)
    {
        var uncovered = vpc.Zones.Where(zone => !nat.Covers(zone)).ToArray();
        // Every zone of a NAT costs the same hours and addresses, so more zones cost that much more.
        var more = StandingMeter.OfNat(nat, layout.Hours).Select(usage => usage with { Quantity = usage.Quantity * uncovered.Length / nat.Zones.Count });
        var cost = layout.Saving(crossing);
        var saving = Finding.IfPositive(layout.Saving(crossing, more));
        var gb = crossing.Sum(usage => usage.Quantity) / layout.CrossZoneSides;
        return new Finding
        {
            Code = FindingCodes.CrossZoneNat,
            Severity = saving is null ? Severity.Info : Severity.Warning,
            Vpc = vpc.Name,
            Resource = nat.Units[0].Resource,
            Message = $"{Figures.Brief(gb)} GB a month cross zones to the NAT{(cost is { } money ? $", which costs {Figures.Money(money)} {layout.Bill.Card.Book.Region.Currency}" : "")}. A NAT in {Figures.Count(uncovered.Length, "more zone")} ({string.Join(", ", uncovered)}) would {(saving is null ? "cost more than that, but keeps each zone independent" : "cost less than that")}.",
            MonthlySaving = saving,
        };
    }
}
