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
                    Message = "A regional NAT gateway determines its number of public IPv4 addresses itself. "
                        + "One address per Availability Zone "
                        + $"is assumed ({Figures.Count(vpc.Nats[0].Zones.Count, "zone")}). "
                        + "If you know the number, specify publicIpv4PerZone.",
                };
            foreach (var site in vpc.Endpoints.Where(site => site.Endpoint.Type == EndpointType.Resource && site.Zones.Count > 1))
                yield return new Finding
                {
                    Code = FindingCodes.ResourceEndpointHoursAssumed,
                    Severity = Severity.Warning,
                    Vpc = vpc.Name,
                    Resource = site.Resource,
                    Message = $"The resource endpoint is in {site.Zones.Count} Availability Zones, but one charge per hour is counted, "
                        + "because it is "
                        + $"not confirmed that AWS bills it per zone. If AWS does, its hourly charges are {site.Zones.Count} times as "
                        + "high.",
                };
        }
    }
}
