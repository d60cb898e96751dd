using CostApi.Core.Layouts;
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
            Message = $"Traffic from {flows.Key.Vpc} to {Destination(flows.Key.To, flows.Key.Region)} has no route: {flows.First()}. "
                + $"The layout does not carry this traffic, so it is not ranked.",
        };

    private static string Destination(string to, string? region)
    {
        var isVpc = to.StartsWith(FlowTargets.VpcPrefix, StringComparison.OrdinalIgnoreCase);
        var name = to.Equals(FlowTargets.Internet, StringComparison.OrdinalIgnoreCase) ? "the internet"
            : isVpc ? $"VPC {to[FlowTargets.VpcPrefix.Length..]}"
            : to;
        return region is null ? name : $"{name} in {region}";
    }
}
