using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Traffic that crosses zones on its way to a NAT (rule 2.7), and the zones in which the NATs would cost least.</summary>
internal static class CrossZoneNat
{
    /// <summary>NATs in other zones.</summary>
    /// <param name="Zones">The zones, in the order of the VPC's.</param>
    /// <param name="Less">The uses that end.</param>
    /// <param name="More">The uses that begin.</param>
    /// <param name="Saving">What a month costs less; null where a price is not known.</param>
    private sealed record Placement(IReadOnlyList<string> Zones, IReadOnlyList<Usage> Less, IReadOnlyList<Usage> More, decimal? Saving);

    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from traffic in NatTraffic.Of(layout)
        where traffic.Own.Count > 0
        let crossing = traffic.Own.SelectMany(layout.UsageOf).Where(usage => usage.Charge == Charges.CrossZone).ToArray()
        where crossing.Length > 0
        select Of(layout, traffic, crossing);

    private static Finding Of(PricedLayout layout, NatTraffic traffic, Usage[] crossing)
    {
        var nat = traffic.Nat;
        var placements = Placements(layout, traffic, crossing).ToArray();
        var best = placements.Where(placement => placement.Saving > 0).MaxBy(placement => placement.Saving);
        var gb = crossing.Sum(usage => usage.Quantity) / layout.CrossZoneSides;
        var currency = layout.Bill.Card.Book.Region.Currency;
        var cost = layout.Saving(crossing) is { } money ? $", which costs {currency} {Figures.Money(money)} per month" : "";
        return new Finding
        {
            Code = FindingCodes.CrossZoneNat,
            Severity = best is null ? Severity.Info : Severity.Warning,
            Vpc = nat.Vpc.Name,
            Resource = nat.Units[0].Resource,
            Message = $"{Figures.Brief(gb)} GB per month cross Availability Zones to reach the {NatNames.In(nat, nat.Zones)}{cost}. "
                + Verdict(nat, traffic, best, placements[^1].Saving),
            MonthlySaving = best?.Saving,
            Advice = best is null ? null : AdviceOf(traffic, best),
        };
    }

    // As many zones as now, unless traffic starts in fewer; never one in which none starts. Of a number of zones those with most
    // traffic leave the least to cross; what else they cost is the same. A private NAT gateway may serve more than the flows tell, so
    // it stays.
    private static IEnumerable<Placement> Placements(PricedLayout layout, NatTraffic traffic, Usage[] crossing)
    {
        var nat = traffic.Nat;
        var gb = nat.Vpc.Zones.ToDictionary(zone => zone, StartingIn, StringComparer.Ordinal);
        var total = gb.Values.Sum();
        var fixedZones = nat.Kind == NatKind.Private ? nat.Zones : [];
        var ranked = traffic.NeededZones.Except(fixedZones).OrderByDescending(zone => gb[zone]).ThenByDescending(nat.Covers).ToArray();
        var all = fixedZones.Count + ranked.Length;
        for (var count = Math.Min(nat.Zones.Count, all); count <= all; count++)
        {
            var chosen = fixedZones.Concat(ranked.Take(count - fixedZones.Count)).ToHashSet(StringComparer.Ordinal);
            var left = Schedule(total - chosen.Sum(zone => gb[zone]));
            Usage[] less = [.. crossing, .. traffic.Standing(nat.Zones.Count, layout.Hours)];
            Usage[] more = [crossing[0] with { Quantity = left * layout.CrossZoneSides }, .. traffic.Standing(count, layout.Hours)];
            yield return new Placement([.. nat.Vpc.Zones.Where(chosen.Contains)], less, more, layout.Saving(less, more));
        }

        decimal StartingIn(string zone) => traffic.Own.Sum(route => ZoneShares.Sum(route, start => start == zone));
    }

    // What is left of thirds that add up to the whole is nothing.
    private static decimal Schedule(decimal gb) => Rating.Schedule.Round(Math.Max(0, gb));

    private static string Verdict(NatSite nat, NatTraffic traffic, Placement? best, decimal? savingOfAll)
    {
        if (best is not null) return $"{Change(nat, best)} to reduce the cost.";
        var uncovered = traffic.NeededZones.Where(zone => !nat.Covers(zone)).ToArray();
        var verdict = savingOfAll is null
            ? "would avoid this charge, but the added cost is not known"
            : "would cost more than this charge, but would make each zone independent of the others";
        return $"{(uncovered.Length == 1 ? "Another" : "More")} {NatNames.In(nat, uncovered)} {verdict}.";
    }

    private static string Change(NatSite nat, Placement best)
    {
        var (added, removed) = (best.Zones.Except(nat.Zones).ToArray(), nat.Zones.Except(best.Zones).ToArray());
        return (added.Length, removed.Length) switch
        {
            (_, 0) => $"Add {NatNames.New(nat, added)}",
            (0, _) => $"Remove the {NatNames.In(nat, removed)}",
            _ when added.Length == removed.Length => $"Move the {NatNames.In(nat, removed)} to {ZoneNames.Of(added)}",
            _ => $"Replace the {NatNames.In(nat, removed)} with {NatNames.New(nat, added)}",
        };
    }

    private static Advice AdviceOf(NatTraffic traffic, Placement best) => new()
    {
        Code = FindingCodes.CrossZoneNat,
        Vpc = traffic.Nat.Vpc.Name,
        Resource = traffic.Nat.Units[0].Resource,
        Action = $"In {traffic.Nat.Vpc.Name}, {char.ToLowerInvariant(Change(traffic.Nat, best)[0])}{Change(traffic.Nat, best)[1..]}.",
        Edit = layout => traffic.Move(layout, best.Zones),
        Less = best.Less,
        More = best.More,
        Saving = best.Saving!.Value,
        Changes = [.. traffic.Nat.Vpc.Zones.Select(zone => (object)new NatZone(traffic.Nat, zone))],
    };
}
