using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>NAT gateways that subnets of other zones are led to (rule 2.7).</summary>
internal static class RouteToOtherZone
{
    private readonly record struct Crossing(string Subnet, string Zone, string Table, DeclaredNat? Own);

    public static IEnumerable<Finding> Find(Survey survey) =>
        from table in survey.Tables.SelectMany(tables => tables)
        let nat = table.ToNat?.To is { } to ? survey.NatGateway(to) : null
        where nat is not null && IsInOneZone(nat)
        from subnet in table.Subnets
        let zone = survey.ZoneOf(subnet)
        where zone is not null && zone != nat.Zones.Names[0] && AreAlike(zone, nat.Zones.Names[0])
        let own = survey.NatGatewayIn(nat, zone)
        group new Crossing(subnet, zone, table.Table.Address, own) by (nat, HasOwn: own is not null) into crossing
        select crossing.Key.HasOwn ? Misled(survey, crossing.Key.nat, [.. crossing]) : WithoutOwn(survey, crossing.Key.nat, [.. crossing]);

    private static Finding Misled(Survey survey, DeclaredNat nat, Crossing[] crossing)
    {
        var own = crossing.Select(one => one.Own!.Address).Distinct(StringComparer.Ordinal).ToArray();
        var is1 = own.Length == 1;
        return Of(survey, nat, crossing) with
        {
            Severity = Severity.Warning,
            Message = $"{What(survey, nat, crossing)} {Words.List(own)} {(is1 ? "is" : "are")} in the zone where the traffic starts and "
                + "could carry it "
                + "without this charge.",
            Remedy = string.Join(' ', crossing.GroupBy(one => (one.Table, Own: one.Own!.Address)).Select(same => Led(survey, same.Key, [.. same])).Take(5)),
        };
    }

    // A table that other subnets use as well stays as it is: the subnets of this zone need one of their own.
    private static string Led(Survey survey, (string Table, string Own) way, Crossing[] crossing) =>
        survey.SubnetsOn(way.Table).Count() == crossing.Length
            ? $"Change the route for 0.0.0.0/0 of {way.Table}: set its {survey.Words.NatRoute} to {way.Own}."
            : $"{OwnTable(survey, crossing)} {way.Own}. Other subnets also use {way.Table}.";

    private static string OwnTable(Survey survey, Crossing[] crossing) =>
        $"Associate {Words.List(crossing.Select(one => one.Subnet))} with an {survey.Words.RouteTable} of {(crossing.Length == 1 ? "its" : "their")} own, "
        + $"and set {survey.Words.NatRoute} of its route for 0.0.0.0/0 to";

    private static Finding WithoutOwn(Survey survey, DeclaredNat nat, Crossing[] crossing)
    {
        var zones = string.Join(" or ", crossing.Select(one => one.Zone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var verdict = (survey.Layout.Saving(survey.HoursOf(nat)), PerGb(survey)) is ( > 0 and var monthly, > 0 and var perGb)
            ? $"costs {survey.Currency} {Figures.Money(monthly)} per month, which is less than this charge if more than "
                + $"{Figures.Brief(monthly / perGb)} GB per month "
                + "start there"
            : "would avoid this charge and make the zones independent of each other";
        return Of(survey, nat, crossing) with
        {
            Message = $"{What(survey, nat, crossing)} A NAT gateway in {zones} {verdict}.",
            Remedy = $"If enough traffic starts in {zones}, add an {survey.Words.NatGateway} in a public subnet there. "
                + $"{OwnTable(survey, crossing)} the new NAT gateway.",
        };
    }

    private static Finding Of(Survey survey, DeclaredNat nat, Crossing[] crossing)
    {
        var (vpc, resource) = survey.InLayout(nat.Address);
        return new Finding
        {
            Code = FindingCodes.CrossZoneNat,
            Severity = Severity.Info,
            Vpc = vpc,
            Resource = resource,
            Addresses = [.. new[] { nat.Address }.Concat(crossing.Select(one => one.Subnet)).Concat(crossing.Select(one => one.Table)).Distinct(StringComparer.Ordinal)],
            Message = "",
        };
    }

    private static string What(Survey survey, DeclaredNat nat, Crossing[] crossing)
    {
        var cost = PerGb(survey) is { } perGb ? $", and data transfer between Availability Zones costs {survey.Currency} "
            + $"{Figures.Show(perGb)} per GB" : "";
        return $"{Words.List(crossing.Select(one => $"{one.Subnet} ({one.Zone})"))} {(crossing.Length == 1 ? "uses" : "use")} {nat.Address} in {nat.Zones.Names[0]}{cost}.";
    }

    private static decimal? PerGb(Survey survey) => -survey.Layout.Saving([], [new Usage("", "crossZone/nat", Charges.CrossZone, survey.Layout.CrossZoneSides, "")]);

    private static bool IsInOneZone(DeclaredNat nat) => nat.Mode != NatMode.Regional && nat.Zones is { IsCertain: true, Names.Count: 1 };

    // A name cannot be told from an id or a position: only the account knows which is which.
    private static bool AreAlike(string zone, string other) => KindOf(zone) == KindOf(other);

    private static int KindOf(string zone) => zone.StartsWith("zone ", StringComparison.Ordinal) ? 0 : zone.Contains("-az", StringComparison.Ordinal) ? 1 : 2;
}
