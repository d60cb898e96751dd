using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Recommending;

/// <summary>Says of each decision what it costs and what each other way would.</summary>
internal static class Decisions
{
    public static IReadOnlyList<VpcDecision> OfVpcs(Choice choice, Problem problem)
    {
        var totals = new Totals(choice, problem);
        return [.. problem.Spokes.Select((spoke, i) =>
        {
            var (chosen, way) = (choice.Spokes[i], spoke.Ways[choice.Spokes[i].Way]);
            var nat = way switch
            {
                { IsCentral: true } => NatDecision.Hub,
                { Gateway: null } => NatDecision.None,
                { Gateway.AvailabilityZones.Count: 1 } when spoke.Vpc.AvailabilityZones.Count > 1 => NatDecision.SingleZone,
                _ => NatDecision.EveryZone,
            };
            return new VpcDecision(spoke.Vpc.Name, nat, chosen.IsAttached, chosen.Local.Count(isLocal => isLocal), Reason(spoke, chosen, choice, totals));
        })];
    }

    public static IReadOnlyList<Decision> Of(Choice choice, Problem problem)
    {
        var totals = new Totals(choice, problem);
        return [.. problem.Spokes.SelectMany((spoke, i) => spoke.Gateways.Select(gateway => OfGateway(spoke, gateway.Service, gateway.Gb))
            .Concat(spoke.Cells.Select((_, cell) => Of(spoke, choice.Spokes[i], cell, choice, problem, totals))))];

        static Decision OfGateway(Spoke spoke, ServiceKey service, decimal gb)
        {
            var reason = $"The gateway endpoint carries {Figures.Gb(gb)} per month free of charge.";
            return new Decision(spoke.Vpc.Name, service.Name, PathKind.GatewayEndpoint, gb, 0, reason, []);
        }
    }

    private static string Reason(Spoke spoke, SpokeChoice chosen, Choice choice, Totals totals)
    {
        var way = spoke.Ways[chosen.Way];
        var gb = spoke.Cells.Where((_, cell) => chosen.WayOf(cell, spoke, choice.Open) == Ways.Out).Sum(cell => cell.Gb);
        var attachment = chosen.IsAttached
            ? $" The Transit Gateway attachment adds {totals.Show(totals.Share(spoke.Attachment))} per month."
            : "";
        var standing = totals.Show(way.Uses is { } uses ? totals.Share(uses) : 0);
        var zones = way.Gateway?.AvailabilityZones ?? spoke.Vpc.AvailabilityZones;
        return (way switch
        {
            { IsCentral: true } => $"Traffic to the internet, and {Figures.Gb(gb)} per month to services, use the hub's NAT gateway.",
            { IsNone: true } when spoke.Ways.Count > 1 =>
                $"No traffic needs a NAT gateway. The cheapest one would add {totals.Show(LeastNat(spoke, totals))} per month.",
            { IsNone: true } => "The constraints do not allow a NAT gateway.",
            _ => $"{Figures.Count(zones.Count, "NAT gateway")} in {Figures.Named("zone", zones)} "
                + $"{(zones.Count == 1 ? "costs" : "cost")} {standing} per month "
                + "for hours, public IPv4 addresses and traffic that has no other path."
                + (gb == 0 ? "" : $" In addition, {Figures.Gb(gb)} per month to services {(zones.Count == 1 ? "uses it" : "use them")}."),
        }) + attachment;
    }

    private static decimal LeastNat(Spoke spoke, Totals totals) =>
        spoke.Ways.Where(way => way.Gateway is not null && way.Uses is not null).Select(way => totals.Change([], [way.Uses!]) ?? decimal.MaxValue).DefaultIfEmpty(0).Min();

    private static Decision Of(Spoke spoke, SpokeChoice chosen, int index, Choice choice, Problem problem, Totals totals)
    {
        var (cell, way) = (spoke.Cells[index], chosen.WayOf(index, spoke, choice.Open));
        var uses = Uses(cell, way, chosen.Way);
        var cost = totals.Share(uses);
        Alternative[] others = [.. new[] { Ways.Local, Ways.Hub, Ways.Out }.Where(other => other != way && problem.MayTake(other)).Select(other => Instead(other))];
        return new Decision(spoke.Vpc.Name, cell.Key.Name, Kind(way, spoke.Ways[chosen.Way]), cell.Gb, cost, ReasonOf(), others);

        string ReasonOf()
        {
            var nearest = others.Where(other => other.Difference is not null).OrderBy(other => other.Difference).FirstOrDefault();
            var words = Words(Kind(way, spoke.Ways[chosen.Way]));
            var adds = $"{char.ToUpperInvariant(words[0])}{words[1..]} adds {totals.Show(cost)} per month for {Figures.Gb(cell.Gb)}.";
            if (nearest is null) return $"{adds} The constraints allow no other path.";
            var needs = nearest.Note is { } note ? $" ({note})" : "";
            var more = totals.Show(nearest.Difference!.Value);
            return $"{adds} The next best path, {Words(nearest.Path)}{needs}, would cost {more} more per month in total.";
        }

        Alternative Instead(Ways other)
        {
            var kind = Kind(other, spoke.Ways[chosen.Way]);
            if ((cell.Allowed & other) == 0) return new Alternative(kind, null, null, "The constraints do not allow this path.");
            switch (other)
            {
                case Ways.Local:
                    var isFull = chosen.Local.Count(isLocal => isLocal) >= problem.Need.Constraints.MostInterfaceEndpointsPerVpc;
                    return Priced(kind, [cell.Local], isFull ? "with one interface endpoint more than the constraints allow" : null);
                case Ways.Hub:
                    List<Amounts> more = [cell.Hub!];
                    List<string> needs = [];
                    if (!choice.HasHub) Needs(problem.HubAttachment, "a hub");
                    if (!choice.Open[cell.Service]) Needs(problem.Opening[cell.Service], "an endpoint in the hub");
                    if (!chosen.IsAttached) Needs(spoke.Attachment, "a Transit Gateway attachment");
                    return Priced(kind, more, needs.Count == 0 ? null : $"with {Figures.All(needs)}");
                    void Needs(Amounts uses, string what)
                    {
                        more.Add(uses);
                        needs.Add(what);
                    }
                default:
                    if (chosen.IsAttached && choice.Open[cell.Service])
                        return new Alternative(kind, null, null, "An attached VPC without its own endpoint uses the hub's endpoint.");
                    if (cell.Out[chosen.Way] is { } there) return Priced(kind, [there], null);
                    return spoke.Ways.Select((nat, i) => (nat, i)).Where(pair => pair.nat is { IsCentral: false, Gateway: not null, Uses: not null })
                        .Select(pair => Priced(PathKind.NatGateway, [cell.Out[pair.i]!, pair.nat.Uses!], "with a NAT gateway")).MinBy(option => option.Difference ?? decimal.MaxValue)
                        ?? new Alternative(kind, null, null, "The VPC cannot have a NAT gateway.");
            }
        }

        Alternative Priced(PathKind kind, IEnumerable<Amounts> more, string? note) =>
            totals.Change([uses], more) is { } difference
                ? new Alternative(kind, cost + difference, difference, note)
                : new Alternative(kind, null, null, "The price of a required resource is not known.");
    }

    private static Amounts Uses(Cell cell, Ways way, int wayOut) => way switch
    {
        Ways.Local => cell.Local,
        Ways.Hub => cell.Hub!,
        _ => cell.Out[wayOut]!,
    };

    private static PathKind Kind(Ways way, WayOut wayOut) => way switch
    {
        Ways.Local => PathKind.InterfaceEndpoint,
        Ways.Hub => PathKind.SharedInterfaceEndpoint,
        _ when wayOut.IsCentral => PathKind.SharedNatGateway,
        _ => PathKind.NatGateway,
    };

    private static string Words(PathKind path) => path switch
    {
        PathKind.InterfaceEndpoint => "an interface endpoint",
        PathKind.SharedInterfaceEndpoint => "the hub's endpoint",
        PathKind.SharedNatGateway => "the hub's NAT gateway",
        _ => "the NAT gateway",
    };
}
