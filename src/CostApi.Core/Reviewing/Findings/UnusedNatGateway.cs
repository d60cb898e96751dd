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
        if (survey.Tables[null].Any(table => table.Table.Routes.Concat(table.Table.PossibleRoutes).Any(MayBeToNat))) return [];
        // An address that is free of charge is worth keeping.
        var held = survey.Network.Addresses.Where(address => address.To is not null && !BilledAddresses.IsFree(address.Pool))
            .ToLookup(address => address.To!, address => address.Address, StringComparer.Ordinal);
        var associated = survey.Network.RouteTables.SelectMany(table => table.Subnets).ToHashSet(StringComparer.Ordinal);
        var subnets = survey.Network.Subnets.ToLookup(subnet => subnet.Vpc);
        return from vpc in survey.Network.Vpcs
               where vpc.IsDeclared && survey.NatGateways.Contains(vpc.Address)
               let tables = survey.Tables[vpc.Address].ToArray()
               where IsAllThere(tables, subnets[vpc.Address], associated)
               let routes = tables.SelectMany(table => table.Table.Routes.Concat(table.Table.PossibleRoutes)).Where(MayBeToNat).ToArray()
               where routes.All(route => route.To is not null || route.PossibleTargets.Count > 0)
               let used = routes.SelectMany(route => route.PossibleTargets.Append(route.To)).OfType<string>().ToHashSet(StringComparer.Ordinal)
               let all = survey.NatGateways[vpc.Address].Where(nat => nat.Vpc is not null).ToArray()
               let unused = all.Where(nat => !used.Contains(nat.Address) && !(nat.Mode == NatMode.Private && routes.Any(IsUnsure))).ToArray()
               where unused.Length > 0
               select Of(survey, unused, all.Length - unused.Length, held);
    }

    private static bool MayBeToNat(DeclaredRoute route) =>
        route.Target == RouteTarget.NatGateway || route is { Target: RouteTarget.Other, To: null };

    // Every subnet has its table here, and some of them is no public one: else the routes stand in another document.
    private static bool IsAllThere(UsedTable[] tables, IEnumerable<DeclaredSubnet> subnets, HashSet<string> associated)
    {
        var hasMain = tables.Any(table => table.Table.IsMain);
        return tables.Any(table => table.Subnets.Count > 0 && !table.Table.Routes.Any(route => route.Target == RouteTarget.InternetGateway))
            && subnets.All(subnet => hasMain || associated.Contains(subnet.Address));
    }

    // Terraform mixes the references of routes within one table: which gateway a narrower one means is not certain.
    private static bool IsUnsure(DeclaredRoute route) => route.Destination != "0.0.0.0/0";

    // The idle gateways of a VPC are one fault.
    private static Finding Of(Survey survey, DeclaredNat[] unused, int others, ILookup<string, string> held)
    {
        var (vpc, resource) = survey.InLayout(unused[0].Address);
        var many = unused.Length > 1;
        string[] addresses = [.. unused.SelectMany(nat => held[nat.Address])];
        var whose = many ? "Their" : "Its";
        var released = addresses.Length > 0 ? "An Elastic IP address that remains allocated is still billed. " : "";
        var hasAddresses = addresses.Length > 0 || unused.Any(nat => nat.Mode != NatMode.Private);
        var hours = many ? "hourly charges" : "hourly charge";
        var charges = hasAddresses ? $"{hours} and public IPv4 addresses are" : $"{hours} {(many ? "are" : "is")}";
        return new Finding
        {
            Code = FindingCodes.NatGatewayUnused,
            Severity = Severity.Warning,
            Vpc = vpc,
            Resource = many ? null : resource,
            Addresses = [.. unused.Select(nat => nat.Address), .. addresses],
            Message = $"No route uses {Words.List(unused.Select(nat => nat.Address))}{Others(others)}. "
                + $"{whose} {charges} billed nevertheless.",
            Remedy = $"Remove {Words.List([.. unused.Select(nat => nat.Address), .. addresses])}. {released}"
                + $"If a NAT gateway is intended for a zone, add a route for 0.0.0.0/0 with its {survey.Words.NatRoute} to the route "
                + "tables of that zone.",
            MonthlySaving = Finding.IfPositive(survey.Layout.Saving([.. unused.SelectMany(survey.HoursOf)])),
        };
    }

    private static string Others(int others) => others > 0 ? $"; the routes of the VPC use {Figures.Count(others, "other NAT gateway")}" : "";
}
