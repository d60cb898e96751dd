using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Endpoints that do not do their work without another one: ECR without S3 (image layers), and so on.</summary>
internal static class MissingCompanion
{
    /// <param name="layout">The layout.</param>
    /// <param name="removed">Endpoints that other findings advise to remove: what they need, a NAT carries with the rest of their traffic.</param>
    public static IEnumerable<Finding> Find(PricedLayout layout, IReadOnlySet<EndpointSite> removed) =>
        from need in Companionship.Of(layout)
        where !need.IsMet && !removed.Contains(need.Endpoint)
        group need by (need.Vpc, need.Companion.Service) into missing
        // What does not work at all is told before what one workload misses.
        let first = missing.MaxBy(need => need.Companion.Required)
        let same = missing.Where(need => (need.Companion.Required, need.Companion.Bundle) == (first.Companion.Required, first.Companion.Bundle))
        let names = same.Select(need => need.Endpoint.Service.Name).Distinct().ToArray()
        select Of(missing.Key.Vpc, first.Companion, first.Way, names) with
        {
            Service = missing.Key.Service,
            Endpoints = [.. names.SelectMany(missing.Key.Vpc.EndpointsFor)],
        };

    private static Finding Of(VpcSite vpc, Companion companion, Path way, string[] services)
    {
        var type = companion.Type == ServiceEndpointType.Gateway ? "a gateway endpoint, which is free of charge," : "an interface endpoint";
        var (has, remedy) = vpc.EndpointsFor(companion.Service).Any()
            ? (
                $"the endpoint for {companion.Service} in {vpc.Name} receives no traffic",
                "Turn on private DNS for that endpoint, or configure clients with its URL")
            : ($"{vpc.Name} has no endpoint for {companion.Service}", $"Add {type} for {companion.Service}");
        var bundle = companion.Bundle is { } workload ? $"For {workload}, " : "";
        var note = companion.Note is { } use ? $" ({use})" : "";
        var effect = way is Path.Nowhere ? "this does not work" : "this traffic still uses a path that is charged for";
        return new Finding
        {
            Code = FindingCodes.CompanionMissing,
            Severity = companion.Required ? Severity.Warning : Severity.Info,
            Vpc = vpc.Name,
            Message = $"{bundle}{Listing.Of(services)} {(services.Length == 1 ? "requires" : "require")} {companion.Service} as "
                + $"well{note}, "
                + $"but {has}, so {effect}. {remedy}.",
        };
    }
}
