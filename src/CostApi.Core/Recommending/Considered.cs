using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Recommending;

/// <summary>Which layouts were considered: optimal means the best of these.</summary>
internal static class Considered
{
    public static IEnumerable<string> Of(Problem problem, RecommendationRequest request)
    {
        yield return $"Considered for each VPC: no NAT, one zonal NAT gateway in any zone, one in every zone, or the hub's; for each service an interface endpoint in {problem.Need.Constraints.LeastEndpointZones} zones at least, the hub's, or the NAT; gateway endpoints wherever a service has one.";
        if (problem.MayHaveHub) yield return $"A hub is a VPC of its own in zones {string.Join(", ", problem.Hub.AvailabilityZones)}, reached over a Transit Gateway. An attached VPC uses every endpoint that the hub shares, unless it has its own.";
        if (request.Traffic.Any(flow => flow.To.StartsWith(Layouts.FlowTargets.VpcPrefix, StringComparison.Ordinal))) yield return "Traffic between VPCs goes over peering, which costs nothing to stand; a Transit Gateway is not considered for it.";
        foreach (var bundle in request.Bundles.Select(wanted => wanted.Name).Distinct())
            yield return $"Bundle {bundle} needs {string.Join(", ", Bundles.Find(bundle)!.Required)}{(Bundles.Find(bundle)!.Sometimes is { Count: > 0 } sometimes ? $"; some features of it also {string.Join(", ", sometimes)}, which were not added" : "")}.";
        var told = problem.Spokes.SelectMany(spoke => spoke.Cells).Where(cell => cell.Endpoint.EndpointUrl).Select(cell => cell.Key.Name).Distinct().ToArray();
        if (told.Length > 0) yield return $"{string.Join(", ", told)}: without private DNS, so that clients must be configured with the endpoint's own name where one is recommended.";
        foreach (var charge in problem.Most().Keys.Where(charge => problem.Card.For(charge).Tiers.Count == 0))
            yield return $"{charge.UsageType} has no known price here, so layouts that need it were left out. {((Quote.Unpriced)problem.Card.Book.Find(charge)).Reason}";
    }
}
