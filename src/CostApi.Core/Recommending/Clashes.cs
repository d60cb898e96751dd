using CostApi.Core.Comparing;
using CostApi.Core.Layouts;

namespace CostApi.Core.Recommending;

/// <summary>Why no layout works: the fewest constraints that clash, none of which can be missed.</summary>
internal static class Clashes
{
    private static readonly (string Member, Func<RecommendationConstraints, RecommendationConstraints> Loosen, Func<RecommendationConstraints, string> Says)[] All =
    [
        ("nat", constraints => constraints with { Nat = NatChoice.Any }, constraints => constraints.Nat == NatChoice.None ? "allows no NAT gateway" : "restricts the NAT gateways"),
        ("hub", constraints => constraints with { Hub = HubChoice.Allowed }, _ => "allows no hub"),
        ("mostInterfaceEndpointsPerVpc", constraints => constraints with { MostInterfaceEndpointsPerVpc = Limits.Endpoints }, constraints => $"allows {constraints.MostInterfaceEndpointsPerVpc} interface endpoints in a VPC"),
        ("privateServices", constraints => constraints with { PrivateServices = [] }, constraints => $"keeps {string.Join(", ", constraints.PrivateServices.Take(10))} from every NAT"),
        ("keepAsIs", constraints => constraints with { KeepAsIs = [] }, constraints => $"keeps {string.Join(", ", constraints.KeepAsIs.Take(10))} on the path that current gives them"),
    ];

    public static IReadOnlyList<(string Path, string Message)> Of(Need need, Facts facts)
    {
        var kept = All.ToList();
        foreach (var constraint in All)
        {
            var without = kept.Where(other => other != constraint).ToList();
            if (!Works(without)) kept = without;
        }

        if (kept.Count == 0) return [("traffic", Unpriced(need))];
        var together = string.Join(" and ", kept.Select(constraint => $"{constraint.Member} {constraint.Says(need.Constraints)}"));
        return [.. kept.Select(constraint => ($"constraints.{constraint.Member}", $"No layout carries all of the traffic: {together}. {Hint(need)}"))];

        bool Works(List<(string Member, Func<RecommendationConstraints, RecommendationConstraints> Loosen, Func<RecommendationConstraints, string> Says)> held)
        {
            var constraints = All.Where(constraint => !held.Contains(constraint)).Aggregate(need.Constraints, (loose, constraint) => constraint.Loosen(loose));
            // Any layout that works will do.
            return Search.Run(new Problem(need with { Constraints = constraints }, facts), new CancellationToken(true)).Choice is not null;
        }
    }

    private static string Hint(Need need)
    {
        var leaving = need.Traffic.FirstOrDefault(flow => flow.To == FlowTargets.Internet || flow.Region is not null);
        return leaving is not null && need.Constraints.Nat == NatChoice.None
            ? $"Traffic from '{leaving.From}' to {(leaving.Region is { } region ? $"{leaving.To} in {region}" : "the internet")} needs a NAT. Loosen one of them."
            : "Loosen one of them.";
    }

    private static string Unpriced(Need need) =>
        $"No layout that carries this traffic has a known price: the prices at hand lack those of interface endpoints, or of NAT gateways, for {need.Vpcs.Count} VPCs. GET /v1/regions/{{region}}/prices lists what is priced; pricing.unitPrices takes prices of your own.";
}
