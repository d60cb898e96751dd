using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>NAT gateways that no route leads to: their hours are paid all the same (rules 2.1, 2.8).</summary>
internal static class UnusedNatGateway
{
    public static IEnumerable<Finding> Find(Survey survey)
    {
        // A route of a table elsewhere may lead to any of them.
        if (survey.Tables[null].Any(table => table.Table.Routes.Any(route => route.Target == RouteTarget.NatGateway))) return [];
        var held = survey.Network.Addresses.Where(address => address.To is not null).ToLookup(address => address.To!, address => address.Address, StringComparer.Ordinal);
        var associated = survey.Network.RouteTables.SelectMany(table => table.Subnets).ToHashSet(StringComparer.Ordinal);
        var subnets = survey.Network.Subnets.ToLookup(subnet => subnet.Vpc);
        return from vpc in survey.Network.Vpcs
               where vpc.IsDeclared && survey.NatGateways.Contains(vpc.Address)
               let tables = survey.Tables[vpc.Address].ToArray()
               where IsAllThere(tables, subnets[vpc.Address], associated)
               let routes = tables.SelectMany(table => table.Table.Routes).Where(route => route.Target == RouteTarget.NatGateway).ToArray()
               where routes.All(route => route.To is not null)
               let used = routes.Select(route => route.To!).ToHashSet(StringComparer.Ordinal)
               let all = survey.NatGateways[vpc.Address].ToArray()
               from nat in all
               where !used.Contains(nat.Address) && !(nat.Mode == NatMode.Private && routes.Any(IsUnsure))
               select Of(survey, nat, all, used, [.. held[nat.Address]]);
    }

    // Every subnet has its table here, and some of them is no public one: else the routes stand in another document.
    private static bool IsAllThere(UsedTable[] tables, IEnumerable<DeclaredSubnet> subnets, HashSet<string> associated)
    {
        var hasMain = tables.Any(table => table.Table.IsMain);
        return tables.Any(table => table.Subnets.Count > 0 && !table.Table.Routes.Any(route => route.Target == RouteTarget.InternetGateway))
            && subnets.All(subnet => hasMain || associated.Contains(subnet.Address));
    }

    // Terraform mixes the references of routes within one table: which gateway a narrower one means is not certain.
    private static bool IsUnsure(DeclaredRoute route) => route.Destination != "0.0.0.0/0";

    private static Finding Of(Survey survey, DeclaredNat nat, DeclaredNat[] all, HashSet<string> used, string[] held)
    {
        var (vpc, resource) = survey.InLayout(nat.Address);
        var others = all.Count(other => used.Contains(other.Address));
        return new Finding
        {
            Code = FindingCodes.NatGatewayUnused,
            Severity = Severity.Warning,
            Vpc = vpc,
            Resource = resource,
            Addresses = [nat.Address, .. held],
            Message = $"No route leads to {nat.Address}{(others > 0 ? $"; those of the VPC use {Figures.Count(others, "other NAT gateway")}" : "")}. Its hours{(nat.Mode == NatMode.Private ? " are" : " and addresses are")} paid all the same.",
            Remedy = $"Remove {Words.List([nat.Address, .. held])}{(held.Length > 0 ? "; an address that stays costs its hours too" : "")}; or lead the route tables of its zone to it by {survey.Words.NatRoute}, if that is what it is for.",
            MonthlySaving = Finding.IfPositive(survey.Layout.Saving(survey.HoursOf(nat))),
        };
    }
}
