using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Recommending;

/// <summary>Why no layout works: the fewest constraints that clash, none of which can be missed.</summary>
internal static class Clashes
{
    private static readonly (string Member, Func<RecommendationConstraints, RecommendationConstraints> Loosen, Func<RecommendationConstraints, string> Says)[] All =
    [
        ("nat", constraints => constraints with { Nat = NatChoice.Any }, constraints => Says(constraints.Nat)),
        ("hub", constraints => constraints with { Hub = HubChoice.Allowed }, _ => "a hub is not allowed"),
        (
            "mostInterfaceEndpointsPerVpc",
            constraints => constraints with { MostInterfaceEndpointsPerVpc = Limits.Endpoints },
            constraints => $"a VPC can have at most {Figures.Count(constraints.MostInterfaceEndpointsPerVpc, "interface endpoint")}"),
        (
            "privateServices",
            constraints => constraints with { PrivateServices = [] },
            constraints => $"traffic to {Some(constraints.PrivateServices)} must not use a NAT gateway"),
        (
            "keepAsIs",
            constraints => constraints with { KeepAsIs = [] },
            constraints => $"traffic to {Some(constraints.KeepAsIs)} must keep the path that it has in the current layout"),
    ];

    public static IReadOnlyList<(string Path, string Message)> Of(Need need, Facts facts)
    {
        var kept = All.ToList();
        foreach (var constraint in All)
        {
            var without = kept.Where(other => other != constraint).ToList();
            if (!Works(without)) kept = without;
        }

        if (kept.Count == 0) return [("traffic", Unpriced(facts.Book.Region))];
        var together = string.Join("; ", kept.Select(constraint => constraint.Says(need.Constraints)));
        var message = kept.Count == 1
            ? $"No layout can carry all of the traffic with this constraint: {together}. {Hint(need)}Relax the constraint."
            : $"No layout can carry all of the traffic with these constraints: {together}. {Hint(need)}Relax at least one of them.";
        return [.. kept.Select(constraint => ($"constraints.{constraint.Member}", message))];

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
        if (leaving is null || need.Constraints.Nat != NatChoice.None) return "";
        var to = leaving.Region is { } region ? $"{leaving.To} in {region}" : "the internet";
        return $"Traffic from '{leaving.From}' to {to} needs a NAT gateway. ";
    }

    private static string Some(IReadOnlyList<string> services) => string.Join(", ", services.Take(10));

    private static string Says(NatChoice nat) => nat switch
    {
        NatChoice.None => "NAT gateways are not allowed",
        NatChoice.SingleZone => "a VPC can have at most one NAT gateway",
        _ => "a VPC must have a NAT gateway in every Availability Zone or none",
    };

    private static string Unpriced(Region region) =>
        "No layout for this traffic can be priced, because the prices of interface endpoints or NAT gateways are not known. "
        + $"GET /v1/regions/{region.Code}/prices lists the known prices. Specify your own prices in pricing.unitPrices.";
}
