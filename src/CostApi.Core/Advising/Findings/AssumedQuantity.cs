using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Quantities that AWS does not state and the request leaves open.</summary>
internal static class AssumedQuantity
{
    public static IEnumerable<Finding> Find(PricedLayout layout)
    {
        foreach (var vpc in layout.Topology.Vpcs)
        {
            if (vpc.Vpc.NatGateway is { Mode: NatMode.Regional, PublicIpv4PerZone: null })
                yield return new Finding
                {
                    Code = FindingCodes.RegionalNatIpCountAssumed,
                    Severity = Severity.Info,
                    Vpc = vpc.Name,
                    Resource = "nat/regional",
                    Message = $"A regional NAT gateway chooses its own number of addresses: one public IPv4 address in each of {Figures.Count(vpc.Nats[0].Zones.Count, "zone")} is assumed. Set publicIpv4PerZone if you know better.",
                };
            foreach (var site in vpc.Endpoints.Where(site => site.Endpoint.Type == EndpointType.Resource && site.Zones.Count > 1))
                yield return new Finding
                {
                    Code = FindingCodes.ResourceEndpointHoursAssumed,
                    Severity = Severity.Warning,
                    Vpc = vpc.Name,
                    Resource = site.Resource,
                    Message = $"The resource endpoint spans {site.Zones.Count} zones, but one charge an hour is counted: whether AWS multiplies it by zone is not proven. If it does, its hours cost {site.Zones.Count} times as much.",
                };
        }
    }
}
