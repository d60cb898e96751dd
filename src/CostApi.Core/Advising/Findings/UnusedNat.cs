using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>NAT gateways and instances that no traffic of the layout goes through: one finding for a VPC, for all of them.</summary>
internal static class UnusedNat
{
    public static IEnumerable<Finding> Find(PricedLayout layout)
    {
        var needed = Companionship.ByNat(layout);
        // A VPC that others leave by has no traffic of its own in most designs.
        var leftBy = layout.VpcsWithTraffic.Select(vpc => vpc.Vpc.EgressVia ?? vpc.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var nats in NatTraffic.Of(layout).GroupBy(traffic => traffic.Nat.Vpc))
        {
            if (!layout.VpcsWithTraffic.Contains(nats.Key) && !leftBy.Contains(nats.Key.Name)) continue;
            var idle = nats.Where(traffic => !needed.Contains(traffic.Nat))
                .Select(traffic => (Traffic: traffic, Zones: traffic.IdleZones)).Where(one => one.Zones.Count > 0).ToArray();
            // What a private NAT gateway is for, other private networks, is no flow of a request.
            var removable = idle.Where(one => one.Traffic.Nat.Kind != NatKind.Private).ToArray();
            if (removable.Length > 0) yield return Of(layout, nats.Key, removable);
            else if (idle.Any(one => one.Traffic.Routes.Count == 0)) yield return Private(layout, idle[0].Traffic.Nat);
        }
    }

    private static Finding Of(PricedLayout layout, VpcSite vpc, (NatTraffic Traffic, IReadOnlyList<string> Zones)[] idle)
    {
        var hours = idle.SelectMany(one => one.Traffic.Standing(one.Zones.Count, layout.Hours)).ToArray();
        var saving = Finding.IfPositive(layout.Saving(hours));
        var what = string.Join(" and the ", idle.Select(one => NatNames.In(one.Traffic.Nat, one.Zones)));
        var first = idle[0].Traffic.Nat.Units.First(unit => unit.Zones.Any(idle[0].Zones.Contains)).Resource;
        var hasAddresses = idle.Any(one => one.Traffic.Nat.PublicIpv4PerZone > 0);
        var paid = hasAddresses ? "hourly charges, including those for public IPv4 addresses," : "hourly charges";
        return new Finding
        {
            Code = FindingCodes.NatGatewayUnused,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Resource = first,
            Message = $"No traffic uses the {what} of {vpc.Name}, but the {paid} still apply. Remove what is not needed.",
            MonthlySaving = saving,
            Advice = saving is not { } amount ? null : new Advice
            {
                Code = FindingCodes.NatGatewayUnused,
                Vpc = vpc.Name,
                Resource = first,
                Action = $"Remove the {what} from {vpc.Name}.",
                Edit = one => idle.Aggregate(one, (edited, nat) => nat.Traffic.Move(edited, [.. nat.Traffic.Nat.Zones.Except(nat.Zones)])),
                Less = hours,
                Saving = amount,
                Changes = [.. idle.SelectMany(one => one.Zones.Select(zone => (object)new NatZone(one.Traffic.Nat, zone)))],
                RemovedNats =
                [
                    .. idle.Where(one => one.Zones.Count == one.Traffic.Nat.Zones.Count).Select(one => (vpc.Name, one.Traffic.Nat.Kind)),
                ],
            },
        };
    }

    private static Finding Private(PricedLayout layout, NatSite nat)
    {
        var cost = layout.Saving(StandingMeter.OfNat(nat, layout.Hours));
        var currency = layout.Bill.Card.Book.Region.Currency;
        var verb = nat.Zones.Count == 1 ? "costs" : "cost";
        var amount = cost is { } money ? $", which {verb} {currency} {Figures.Money(money)} per month" : "";
        return new Finding
        {
            Code = FindingCodes.NatGatewayUnused,
            Severity = Severity.Info,
            Vpc = nat.Vpc.Name,
            Resource = nat.Units[0].Resource,
            Message = $"No flow uses the {NatNames.In(nat, nat.Zones)} of {nat.Vpc.Name}{amount}. "
                + "A private NAT gateway also translates traffic to networks that a request does not describe, such as an "
                + "on-premises network. If there is no such network, remove it.",
        };
    }
}
