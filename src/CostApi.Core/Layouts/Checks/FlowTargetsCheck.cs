using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Layouts.Checks;

/// <summary>Checks where a flow goes to.</summary>
internal sealed class FlowTargetsCheck(Region? region, IReadOnlyDictionary<string, Region> regions, ServiceNames services)
{
    public void Check(Flow flow, JsonPath path, Problems problems)
    {
        var elsewhere = flow.Region is { } code ? RequestCheck.CheckRegion(code, regions, path.Member("region"), problems) : region;
        var to = path.Member("to");
        if (!Must.BeText(flow.To, Limits.ServiceNameLength, to, problems)) return;
        if (flow.To == FlowTargets.Internet || flow.To.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal))
        {
            if (flow.To == FlowTargets.VpcPrefix) problems.Add(to, "must name a VPC after 'vpc/'.");
            if (flow.Region is not null)
                problems.Add(path.Member("region"), $"must be omitted for traffic to '{flow.To}'. It applies to services only.");
        }
        else if (services.Find(flow.To, elsewhere, problems) is ServiceMatch.Invalid invalid)
            problems.Add(to, $"{invalid.Message} Other valid values are 'internet' and 'vpc/NAME'.");
    }
}
