using CostApi.Core.Routing;

namespace CostApi.Core.Advising.Findings;

internal static class UnreachableFlow
{
    public static IEnumerable<Finding> Find(PricedLayout layout) =>
        from route in layout.Routes
        where route.Path is Path.Nowhere
        group ((Path.Nowhere)route.Path).Reason by (Vpc: route.From.Name, route.Flow.To, route.Flow.Region) into flows
        select new Finding
        {
            Code = FindingCodes.Unreachable,
            Severity = Severity.Error,
            Vpc = flows.Key.Vpc,
            Message = $"Traffic from {flows.Key.Vpc} to {flows.Key.To}{(flows.Key.Region is { } region ? $" in {region}" : "")} has no way: {flows.First()}. The layout does not carry it, so it is not ranked.",
        };
}
