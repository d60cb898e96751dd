using System.Text.RegularExpressions;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The Region that a template names by its zones and services.</summary>
internal static partial class Regions
{
    /// <summary>The Regions in which a stack of this template would work; one, for most templates that name any.</summary>
    public static IReadOnlyList<string> NamedBy(IEnumerable<Resource> resources) =>
        [.. resources.SelectMany(Of).Distinct().Take(3)];

    private static IEnumerable<string> Of(Resource resource)
    {
        foreach (var zone in Zones(resource))
            if (zone.Length < 40 && Zone().Match(zone) is { Success: true } match) yield return match.Groups[1].Value;
        if (resource.Type == "AWS::EC2::VPCEndpoint" && resource.Properties["ServiceRegion"] is null
            && resource.Properties["ServiceName"]?.Text is { Length: < 200 } service && ServiceCatalogue.RegionOf(service) is { } region)
            yield return region;
    }

    private static IEnumerable<string> Zones(Resource resource) => (resource.Type switch
    {
        "AWS::EC2::Subnet" => [resource.Properties],
        "AWS::EC2::NatGateway" when resource.Properties["AvailabilityZoneAddresses"] is Literal.Sequence addresses => addresses.Items,
        _ => [],
    }).Select(place => place["AvailabilityZone"]?.Text).OfType<string>();

    // eu-west-1a, and Local Zones such as us-west-2-lax-1a.
    [GeneratedRegex(@"^([a-z]{2,4}(?:-[a-z]+)+-[0-9])(?:-[a-z]+-[0-9])?[a-z]$")]
    private static partial Regex Zone();
}
