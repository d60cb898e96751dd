using CostApi.Core.Layouts;
using CostApi.Core.Services;

namespace CostApi.Core.Recommending;

/// <summary>The services that the bundles of a request add to its traffic.</summary>
internal static class Bundled
{
    /// <summary>A flow of 0 GB for each required service that no flow names yet.</summary>
    public static IEnumerable<Flow> Flows(RecommendationRequest request)
    {
        var there = request.Traffic.Where(flow => flow.Region is null || flow.Region == request.Region)
            .Select(flow => (flow.From ?? request.Vpcs[0].Name, flow.To)).ToHashSet();
        foreach (var wanted in request.Bundles)
            foreach (var vpc in request.Vpcs.Where(vpc => wanted.Vpc is null || wanted.Vpc == vpc.Name))
                foreach (var service in Bundles.Find(wanted.Name)!.Required)
                    if (there.Add((vpc.Name, service))) yield return new Flow { From = vpc.Name, To = service, SentGb = 0, ReceivedGb = 0 };
    }
}
