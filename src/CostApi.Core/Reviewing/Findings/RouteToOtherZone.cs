using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>NAT gateways that subnets of other zones are led to (rule 2.7).</summary>
internal static class RouteToOtherZone
{
    public static IEnumerable<Finding> Find(Survey survey)
    {
        var gateways = survey.Network.NatGateways.Where(nat => nat.Mode != NatMode.Regional && nat.Zones is { IsCertain: true, Names.Count: 1 }).DistinctBy(nat => nat.Address).ToDictionary(nat => nat.Address, StringComparer.Ordinal);
        return from table in survey.Tables.SelectMany(tables => tables)
               let nat = table.ToNat?.To is { } to ? gateways.GetValueOrDefault(to) : null
               where nat is not null
               from subnet in table.Subnets
               let zone = survey.ZoneOf(subnet)
               where zone is not null && AreAlike(zone, nat.Zones.Names[0]) && zone != nat.Zones.Names[0]
               group (zone, subnet, table.Table.Address) by nat into crossing
               select Of(survey, crossing.Key, [.. crossing]);
    }

    private static Finding Of(Survey survey, DeclaredNat nat, (string Zone, string Subnet, string Table)[] crossing)
    {
        var layout = survey.Layout;
        var (vpc, resource) = survey.InLayout(nat.Address);
        var zones = crossing.Select(one => one.Zone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var there = survey.NatGateways[nat.Vpc ?? survey.HomeOf(nat.Address)].Where(other => other.Mode == nat.Mode && other.Zones is { IsCertain: true, Names: [var zone] } && zones.Contains(zone)).ToArray();
        var without = zones.Except(there.Select(other => other.Zones.Names[0])).ToArray();
        var perGb = -layout.Saving([], [new Usage(vpc ?? "", "crossZone/nat", Charges.CrossZone, layout.CrossZoneSides, "")]);
        var monthly = layout.Saving(survey.HoursOf(nat));
        var cost = perGb is { } gb ? $" Each GB that crosses costs {Figures.Show(gb)} {survey.Currency}." : "";
        var another = (without, perGb, monthly) switch
        {
            ([], _, _) => "",
            (_, > 0, > 0) => $" A NAT gateway in {Either(without)} costs {Figures.Money(monthly.Value)} {survey.Currency} a month, so it pays from {Figures.Brief(monthly.Value / perGb.Value)} GB a month that start there.",
            _ => $" A NAT gateway in {Either(without)} would save that, and keep the zones independent.",
        };
        var standing = there.Length == 0 ? "" : $" {Words.List(there.Select(other => other.Address))} {(there.Length == 1 ? "stands" : "stand")} there already.";
        return new Finding
        {
            Code = FindingCodes.CrossZoneNat,
            Severity = there.Length > 0 ? Severity.Warning : Severity.Info,
            Vpc = vpc,
            Resource = resource,
            Addresses = [.. new[] { nat.Address }.Concat(crossing.Select(one => one.Subnet)).Concat(crossing.Select(one => one.Table)).Distinct(StringComparer.Ordinal)],
            Message = $"{Words.List(crossing.Select(one => $"{one.Subnet} ({one.Zone})"))} {(crossing.Length == 1 ? "leads" : "lead")} to {nat.Address} in {nat.Zones.Names[0]}.{cost}{another}{standing}",
            Remedy = there.Length > 0
                ? $"Lead 0.0.0.0/0 of {Words.List(crossing.Where(one => !without.Contains(one.Zone)).Select(one => one.Table).Distinct())} to the NAT gateway of its zone by {survey.Words.NatRoute}."
                : $"Where enough traffic starts in {Either(zones)}, add an {survey.Words.NatGateway} in a public subnet there, and lead 0.0.0.0/0 of the route table of that zone to it by {survey.Words.NatRoute}.",
        };
    }

    private static string Either(string[] zones) => string.Join(" or ", zones);

    // A name cannot be told from an id or a position: only the account knows which is which.
    private static bool AreAlike(string zone, string other) => KindOf(zone) == KindOf(other);

    private static int KindOf(string zone) => zone.StartsWith("zone ", StringComparison.Ordinal) ? 0 : zone.Contains("-az", StringComparison.Ordinal) ? 1 : 2;
}
