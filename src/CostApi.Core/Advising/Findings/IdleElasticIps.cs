using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Routing;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Elastic IP addresses that are paid for and that nothing uses (rule 2.8).</summary>
internal static class IdleElasticIps
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from vpc in layout.Topology.Vpcs
        let idle = StandingMeter.OfElasticIps(vpc, layout.Hours).Where(usage => usage.Charge == Charges.PublicIpv4Idle).ToArray()
        where idle.Length > 0
        let saving = Finding.IfPositive(layout.Saving(idle))
        select new Finding
        {
            Code = FindingCodes.IdleElasticIp,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Resource = StandingMeter.ElasticIpsIdle,
            Message = vpc.Vpc.ElasticIpAddresses!.Idle == 1
                ? "1 Elastic IP address is not in use, but is billed per hour. Release it if you do not need it."
                : $"{vpc.Vpc.ElasticIpAddresses.Idle} Elastic IP addresses are not in use, but are billed per hour. "
                    + "Release those that you do not need.",
            MonthlySaving = saving,
            Advice = saving is { } amount ? Release(vpc, idle, amount) : null,
        };

    private static Advice Release(VpcSite vpc, Usage[] idle, decimal saving) => new()
    {
        Code = FindingCodes.IdleElasticIp,
        Vpc = vpc.Name,
        Resource = StandingMeter.ElasticIpsIdle,
        Action = $"Release {Figures.Count(vpc.Vpc.ElasticIpAddresses!.Idle, "idle Elastic IP address")} of {vpc.Name}.",
        Edit = layout => layout.Change(vpc.Name, one => one with { ElasticIpAddresses = one.ElasticIpAddresses! with { Idle = 0 } }),
        Less = idle,
        Saving = saving,
        Changes = [(vpc, StandingMeter.ElasticIpsIdle)],
    };
}
