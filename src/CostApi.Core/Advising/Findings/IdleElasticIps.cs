using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Elastic IP addresses that are paid for and that nothing uses (rule 2.8).</summary>
internal static class IdleElasticIps
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from vpc in layout.Topology.Vpcs
        let idle = StandingMeter.OfElasticIps(vpc, layout.Hours).Where(usage => usage.Charge == Charges.PublicIpv4Idle).ToArray()
        where idle.Length > 0
        select new Finding
        {
            Code = FindingCodes.IdleElasticIp,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Resource = StandingMeter.ElasticIpsIdle,
            Message = $"Nothing uses {Figures.Count(vpc.Vpc.ElasticIpAddresses!.Idle, "elastic IP address")}; the hours are billed all the same. Release what is not needed.",
            MonthlySaving = Finding.IfPositive(layout.Saving(idle)),
        };
}
