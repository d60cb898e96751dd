namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads private hosted zones, with the endpoints that their records lead to.</summary>
internal static class HostedZones
{
    public static IReadOnlyList<DeclaredHostedZone> Read(Stack stack)
    {
        var resources = stack.Of("AWS::Route53::HostedZone");
        DeclaredHostedZone[] zones = [.. resources.Select(resource => Of(resource, stack)).OfType<DeclaredHostedZone>()];
        var endpoints = Endpoints(stack, zones);
        return [.. zones.Select(zone => zone with { Endpoints = [.. endpoints[zone.Address].Distinct()] })];
    }

    // A hosted zone without VPCs is a public one.
    private static DeclaredHostedZone? Of(Resource resource, Stack stack)
    {
        var vpcs = stack.Property(resource, "VPCs");
        if (vpcs is Value.Absent) return null;
        var named = (vpcs as Value.List)?.Items.Select(VpcOf).ToArray();
        var isWhole = resource.IsCertain && named?.All(vpc => vpc.Only is not null) == true;
        return new DeclaredHostedZone(
            resource.Address, Domain(stack.Property(resource, "Name")),
            resource.IsCertain ? [.. (named ?? []).Select(vpc => vpc.Only).OfType<string>().Distinct()] : [])
        {
            MayHaveOtherVpcs = !isWhole,
        };
    }

    private static Which VpcOf(Value item) =>
        item is Value.Map map ? Which.Of(map.Members.GetValueOrDefault("VPCId") ?? new Value.Absent(), isRequired: true) : Which.None;

    private static string? Domain(Value name) =>
        name is Value.Text { Content.Length: > 0 } text ? text.Content.TrimEnd('.').ToLowerInvariant() : null;

    private static ILookup<string, string> Endpoints(Stack stack, DeclaredHostedZone[] zones)
    {
        var byDomain = zones.Where(zone => zone.Domain is not null).ToLookup(zone => zone.Domain!, zone => zone.Address);
        var found = new List<(string Zone, string Endpoint)>();
        foreach (var resource in stack.Of("AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup"))
        {
            string[] endpoints = [.. stack.Mentions(resource.Properties).Where(IsEndpoint).Select(mention => mention.Name).Distinct()];
            if (endpoints.Length == 0) continue;
            var zone = Which.Of(stack.Property(resource, "HostedZoneId"), isRequired: true).All;
            if (zone.Count == 0 && Domain(stack.Property(resource, "HostedZoneName")) is { } domain) zone = [.. byDomain[domain]];
            found.AddRange(zone.SelectMany(_ => endpoints, (address, endpoint) => (address, endpoint)));
        }

        return found.ToLookup(pair => pair.Zone, pair => pair.Endpoint);

        bool IsEndpoint(Mention mention) => mention.Attribute == "DnsEntries" && stack.TypeOf(mention.Name) == "AWS::EC2::VPCEndpoint";
    }
}
