using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Layouts.Checks;

/// <summary>Checks where a flow goes to. Knows the answer for each name once, however many flows name it.</summary>
internal sealed class FlowTargetsCheck(Region? region, IReadOnlyDictionary<string, Region> regions, ServiceCatalogue services)
{
    private readonly Dictionary<(string, string?), string?> _faults = [];

    public void Check(Flow flow, JsonPath path, Problems problems)
    {
        var elsewhere = flow.Region is { } code ? RequestCheck.CheckRegion(code, regions, path.Member("region"), problems) : region;
        var to = path.Member("to");
        if (string.IsNullOrWhiteSpace(flow.To)) problems.Add(to, "must not be empty.");
        else if (flow.To.Length > Limits.ServiceNameLength) problems.Add(to, $"has {flow.To.Length} characters; at most {Limits.ServiceNameLength} are taken.");
        else if (flow.To == FlowTargets.Internet || flow.To.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal))
        {
            if (flow.Region is not null) problems.Add(path.Member("region"), $"must be left out: traffic to '{flow.To}' starts in the Region of the request, and only services are named in another.");
        }
        else if (Fault(flow.To, elsewhere) is { } fault) problems.Add(to, fault);
    }

    private string? Fault(string to, Region? of)
    {
        if (_faults.TryGetValue((to, of?.Code), out var fault)) return fault;
        fault = (services.Find(to, of) as ServiceMatch.Invalid)?.Message;
        if (fault is not null) fault += " Other targets are 'internet' and 'vpc/NAME'.";
        return _faults[(to, of?.Code)] = fault;
    }
}
