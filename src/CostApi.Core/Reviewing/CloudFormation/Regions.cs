using System.Text.RegularExpressions;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The Region that a template names by its zones, services and ARNs.</summary>
internal static partial class Regions
{
    private const int MostNamed = 3;

    /// <summary>The Regions in which a stack of this template would work; one, for most templates that name any.</summary>
    public static IReadOnlyList<string> NamedBy(IReadOnlyList<Resource> resources, Evaluator evaluator) =>
        [.. resources.SelectMany(resource => Of(resource, evaluator)).Distinct().Take(MostNamed)];

    /// <summary>The Regions of the things that a template names by ARN: most often its own, and not always.</summary>
    public static IReadOnlyList<string> OfArns(IReadOnlyList<Resource> resources, Evaluator evaluator) =>
        [.. resources.SelectMany(resource => Texts(resource.Properties, evaluator)).SelectMany(OfArns).Distinct().Take(MostNamed)];

    private static IEnumerable<string> Of(Resource resource, Evaluator evaluator)
    {
        var values = resource.Type switch
        {
            "AWS::EC2::Subnet" => [evaluator.Property(resource, "AvailabilityZone")],
            "AWS::EC2::NatGateway" when evaluator.Property(resource, "AvailabilityZoneAddresses") is Value.List zones =>
                zones.Items.OfType<Value.Map>().Select(zone => zone.Members.GetValueOrDefault("AvailabilityZone")).OfType<Value>(),
            _ => [],
        };
        foreach (var value in values)
            if (One(value, OfZone) is { } region) yield return region;
        if (resource.Type == "AWS::EC2::VPCEndpoint"
            && evaluator.Property(resource, "ServiceRegion") is Value.Absent
            && One(evaluator.Property(resource, "ServiceName"), OfService) is { } named)
            yield return named;
        if (resource.Type != "AWS::Route53::HostedZone" || evaluator.Property(resource, "VPCs") is not Value.List vpcs) yield break;
        // The VPCs of other stacks may be in other Regions.
        foreach (var vpc in vpcs.Items.OfType<Value.Map>().Where(vpc => vpc.Members.GetValueOrDefault("VPCId") is Value.Reference))
            if (vpc.Members.GetValueOrDefault("VPCRegion") is Value.Text { Content: var code } && Code().IsMatch(code)) yield return code;
    }

    // Of what is one of several things, the Region that all of them are in.
    private static string? One(Value value, Func<string, string?> regionOf)
    {
        var all = value.Choices.Select(choice => choice is Value.Text text ? regionOf(text.Content) : null);
        string?[] regions = [.. all.Distinct().Take(2)];
        return regions is [{ } only] ? only : null;
    }

    private static string? OfZone(string zone) =>
        zone.Length < 40 && Zone().Match(zone) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? OfService(string service) => service.Length < 200 ? ServiceCatalogue.RegionOf(service) : null;

    // Certificates for CloudFront are in us-east-1, wherever the stack is.
    private static IEnumerable<string> OfArns(string text) =>
        text.Length > 4096 ? [] : Arn().Matches(text).Where(match => match.Groups[1].Value != "acm").Select(match => match.Groups[2].Value);

    private static IEnumerable<string> Texts(Literal literal, Evaluator evaluator)
    {
        var open = new Stack<Literal>([literal]);
        while (open.TryPop(out var next))
        {
            evaluator.Charge(1);
            if (next is Literal.Scalar scalar) yield return scalar.Content;
            // Fn::GetAZs names the Region that it lists the zones of, and subnets are in the stack's.
            if (next.Only is ("Fn::GetAZs", { Text: { } code })) yield return $"arn:aws:ec2:{code}:";
            foreach (var part in next is Literal.Sequence sequence ? sequence.Items : next.Members.Values) open.Push(part);
        }
    }

    // eu-west-1a, and Local Zones such as us-west-2-lax-1a.
    [GeneratedRegex(@"^([a-z]{2,4}(?:-[a-z]+)+-[0-9])(?:-[a-z]+-[0-9])?[a-z]$", RegexOptions.NonBacktracking)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^[a-z]{2,4}(?:-[a-z]+)+-[0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\barn:aws[a-z-]{0,10}:([a-z0-9-]{1,40}):([a-z]{2,4}(?:-[a-z]{1,12}){1,2}-[0-9]):", RegexOptions.NonBacktracking)]
    private static partial Regex Arn();
}
