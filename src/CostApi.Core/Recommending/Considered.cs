using CostApi.Core.Prices;
using CostApi.Core.Services;
using CostApi.Core.Units;

namespace CostApi.Core.Recommending;

/// <summary>Which layouts were considered: optimal means the best of these.</summary>
internal static class Considered
{
    public static IEnumerable<string> Of(Problem problem, RecommendationRequest request)
    {
        var zones = Figures.Count(problem.Need.Constraints.LeastEndpointZones, "Availability Zone");
        yield return "For each VPC, the options considered are no NAT gateway, one zonal NAT gateway in any Availability Zone, "
            + "one in every Availability Zone, and the NAT gateway of the hub. For each service, they are an interface endpoint in "
            + $"at least {zones}, the endpoint of the hub, and the NAT gateway. Services with gateway endpoints use these.";
        if (problem.MayHaveHub)
        {
            yield return $"The hub is a separate VPC in {Figures.Named("zone", problem.Hub.AvailabilityZones)} "
                + "that is connected through a Transit Gateway. "
                + "An attached VPC uses every endpoint that the hub shares, unless it has its own endpoint for the service.";
        }

        if (request.Traffic.Any(flow => flow.To.StartsWith(Layouts.FlowTargets.VpcPrefix, StringComparison.Ordinal)))
        {
            yield return "Traffic between VPCs uses VPC peering connections, which have no hourly charge. "
                + "A Transit Gateway is not considered for this traffic.";
        }

        foreach (var bundle in request.Bundles.Select(wanted => Bundles.Find(wanted.Name)!).Distinct()) yield return Needs(bundle);
        var told = problem.Spokes.SelectMany(spoke => spoke.Cells).Where(cell => cell.Endpoint.EndpointUrl).Select(cell => cell.Key.Name).Distinct().ToArray();
        if (told.Length > 0)
        {
            yield return $"{string.Join(", ", told)} {(told.Length == 1 ? "does" : "do")} not support private DNS. "
                + "If an interface endpoint is recommended, configure the clients to use the DNS name of the endpoint.";
        }

        foreach (var charge in problem.Most().Keys.Where(charge => problem.Card.For(charge).Tiers.Count == 0))
        {
            yield return $"{charge.UsageType} has no known price, so layouts that need it are not considered. "
                + ((Quote.Unpriced)problem.Card.Book.Find(charge)).Reason;
        }
    }

    private static string Needs(Bundle bundle)
    {
        var required = $"The bundle {bundle.Name} requires {string.Join(", ", bundle.Required)}.";
        return bundle.Sometimes.Count == 0
            ? required
            : $"{required} Some features also need {string.Join(", ", bundle.Sometimes)}, which are not included.";
    }
}
