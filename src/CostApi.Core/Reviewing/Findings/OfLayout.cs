using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>What was found in the layout, told of the document: with addresses, and remedies in its words.</summary>
internal static class OfLayout
{
    /// <summary>Whether it holds of the document, which leaves open what a layout has to settle.</summary>
    public static bool Holds(Survey survey, Finding finding) => finding.Code switch
    {
        FindingCodes.SingleZone => IsInOneZone(survey, finding),
        // A private gateway may serve what no flow tells of; whether a route leads to it, the document tells.
        FindingCodes.NatGatewayUnused => finding.Severity != Severity.Info && HasAllNats(survey, finding),
        // Somebody's own service is reached by the endpoint's own name unless its owner has verified a domain for it.
        FindingCodes.EndpointCapturesNothing when survey.Endpoint(finding) is { } site =>
            site.CapturesTraffic || !site.Service.IsPrivate && IsSure(survey, site),
        FindingCodes.GatewayEndpointRequired when survey.Endpoint(finding) is { } site =>
            survey.Declared(site)?.PrivateDns.Origin != Origin.Assumed,
        _ => true,
    };

    // Private DNS is known to be off, the service is one of the Region, and nothing in the document directs traffic to it.
    private static bool IsSure(Survey survey, EndpointSite site) =>
        survey.Declared(site) is not { } declared
        || declared.PrivateDns.Origin != Origin.Assumed && !survey.IsDirectedTo(declared, site) && !survey.IsOfOtherRegion(declared);

    public static Finding Told(Survey survey, Finding finding)
    {
        string[] addresses = [.. AddressesOf(survey, finding).Distinct(StringComparer.Ordinal)];
        var isOfEndpoints = finding.Code is FindingCodes.EndpointCapturesNothing or FindingCodes.SingleZone;
        var site = survey.Endpoint(finding) ?? (isOfEndpoints && finding.Endpoints is [var first, ..] ? first : null);
        return finding with
        {
            Addresses = addresses.Length == 0 ? null : addresses,
            Message = finding.Code == FindingCodes.EndpointCapturesNothing && site is { CapturesTraffic: false } ? PrivateDnsOff(survey, site, addresses) : finding.Message,
            Remedy = finding.Resource is null || addresses.Length > 0 ? Remedy(survey, finding, site, Words.List(addresses)) : null,
        };
    }

    // A layout parts a VPC with NAT gateways of several kinds; what is said of the parts need not hold of the whole.
    private static bool IsInOneZone(Survey survey, Finding finding) =>
        finding.Resource?.StartsWith("nat/", StringComparison.Ordinal) != true
        || survey.IsWhole(finding.Vpc) && IsAlone(survey, finding);

    private static bool HasAllNats(Survey survey, Finding finding) =>
        survey.IsWhole(finding.Vpc) && survey.NatGateways[survey.AddressOf(finding.Vpc!)].All(nat => survey.InLayout(nat.Address).Vpc == finding.Vpc);

    private static bool IsAlone(Survey survey, Finding finding) =>
        survey.AddressesOf(finding.Vpc, finding.Resource) is not [var address, ..] || survey.NatGateway(address) is not { } single
        || survey.NatGateways[single.Vpc ?? survey.HomeOf(address)].All(nat => nat == single || nat.Zones.Names.SequenceEqual(single.Zones.Names));

    private static IEnumerable<string> AddressesOf(Survey survey, Finding finding) => finding switch
    {
        { Code: FindingCodes.NatGatewayUnused, Advice: { } advice } => UnusedNats(survey, [.. advice.Changes.OfType<NatZone>()]),
        { Endpoints.Count: > 0 } => finding.Endpoints.SelectMany(survey.AddressesOf),
        { Code: FindingCodes.UnknownService, Service: { } service } => survey.Layout.Topology.Vpcs.SelectMany(vpc => vpc.EndpointsFor(service)).SelectMany(survey.AddressesOf),
        _ => survey.AddressesOf(finding.Vpc, finding.Resource),
    };

    // With the Elastic IP addresses that they hold, whose hours would stay.
    private static IEnumerable<string> UnusedNats(Survey survey, NatZone[] zones)
    {
        var nats = zones.SelectMany(one => one.Nat.Units.Where(unit => unit.Zones.Contains(one.Zone)).SelectMany(unit => survey.AddressesOf(one.Nat.Vpc.Name, unit.Resource)))
            .ToHashSet(StringComparer.Ordinal);
        return nats.Concat(survey.Network.Addresses.Where(address => address.To is { } to && nats.Contains(to)).Select(address => address.Address));
    }

    private static string? Remedy(Survey survey, Finding finding, EndpointSite? site, string what)
    {
        var words = survey.Words;
        return finding.Code switch
        {
            FindingCodes.EndpointCapturesNothing when site is not null => Captured(survey, site, what),
            FindingCodes.CompanionMissing or FindingCodes.FreeGatewayEndpointMissing when site is null => Missing(survey, finding),
            FindingCodes.FreeGatewayEndpointMissing when site?.Service.Name != "s3" => $"{Missing(survey, finding)} Then remove {what}.",
            FindingCodes.FreeGatewayEndpointMissing => $"{Missing(survey, finding)} Then set {words.InboundOnly} on {what}, or remove it.",
            FindingCodes.PaidEndpointShadowsFreeOne => $"Set {words.InboundOnly} on {what}, or remove it.",
            FindingCodes.GatewayEndpointRequired when site is not null => NewEndpoint(survey, site.Service, finding.Vpc),
            FindingCodes.EndpointBelowBreakEven when site is not null => $"Remove {what}, or specify subnets in fewer Availability Zones "
                + $"in its {words.Subnets}.",
            FindingCodes.CrossZoneNat => $"Add an {words.NatGateway} in each zone in which traffic starts. "
                + "Associate the subnets of that zone with a "
                + $"route table of their own, and set {words.NatRoute} of its route for 0.0.0.0/0 to the new NAT gateway.",
            FindingCodes.IdleElasticIp or FindingCodes.NatGatewayUnused => $"Remove {what}.",
            FindingCodes.RegionalNatIpCountAssumed => $"Specify the addresses in {words.NatAddresses} of {what}, so that their number is "
                + "known.",
            FindingCodes.SingleZone when site is not null => $"If the endpoint must remain available when that zone fails, add a subnet "
                + $"in another zone to {words.Subnets} of {what}.",
            FindingCodes.SingleZone => $"If the other zones must remain independent of that zone, add an {words.NatGateway} in each of "
                + "them. Associate "
                + $"the subnets of each zone with a route table of their own, and set {words.NatRoute} of its route for 0.0.0.0/0 to the "
                + "new NAT gateway.",
            _ => null,
        };
    }

    private static string? Missing(Survey survey, Finding finding)
    {
        if (finding is not { Service: { } name, Vpc: { } vpc }) return null;
        var there = survey.Layout.Topology.FindVpc(vpc)?.EndpointsFor(name).FirstOrDefault();
        var topology = survey.Layout.Topology;
        return there is { Endpoint.Type: EndpointType.Interface, Service.Known: { PrivateDns: true, HasGateway: false } }
            ? Captured(survey, there, Words.List(survey.AddressesOf(there)))
            : NewEndpoint(survey, ServiceKey.Of(name, topology.Region, topology.Catalogue), vpc);
    }

    private static string NewEndpoint(Survey survey, ServiceKey service, string? vpc)
    {
        var type = service.Known is { HasGateway: true } ? ServiceEndpointType.Gateway : ServiceEndpointType.Interface;
        var name = service.Known?.ServiceNameIn(survey.Layout.Topology.Region, type) ?? service.Name;
        return type == ServiceEndpointType.Gateway
            ? survey.Words.NewGatewayEndpoint(name, survey.TablesOut(vpc is null ? null : survey.AddressOf(vpc)))
            : survey.Words.NewInterfaceEndpoint(name);
    }

    // The model's words are those of a request, which can say of the clients what a document cannot.
    private static string PrivateDnsOff(Survey survey, EndpointSite site, string[] addresses)
    {
        var why = site.Service.Known is { PrivateDns: false } ? $"{site.Service.Name} does not support private DNS" : "Private DNS is off";
        var hub = survey.Layout.Topology.ShareTransitGateway(site.Vpc, site.Vpc)
            ? ", or for which a private hosted zone resolves the service's name to the endpoint, as for endpoints in a hub VPC,"
            : "";
        var names = addresses.Length > 1 ? "the endpoints' own DNS names" : "the endpoint's own DNS name";
        return $"{why}. Only clients that are configured with {names}{hub} use {Words.List(addresses)}. "
            + $"Other traffic takes another path, and the hourly charge{(addresses.Length > 1 ? "s apply" : " applies")} nevertheless.";
    }

    private static string Captured(Survey survey, EndpointSite site, string what)
    {
        var words = survey.Words;
        if (site.CapturesTraffic) return $"Remove {what}.";
        if (site.Service.Known is { PrivateDns: false, HasGateway: true })
        {
            return $"Change {what} to a gateway endpoint, which is free of charge: specify {words.Is(words.EndpointType, "Gateway")}, "
                + $"and {words.RouteTables} instead of "
                + $"{words.Subnets}.";
        }

        if (site.Service.Known is { PrivateDns: false }) return $"Remove {what}, or configure clients with its DNS name.";
        // AWS refuses private DNS beside a hosted zone of that name, and to a second endpoint for a service.
        if (survey.ZoneInTheWay(site) is { } zone) return $"Add an alias record for {what} to {zone.Address}.";
        var others = site.Vpc.EndpointsFor(site.Service.Name).Where(other => other != site && other.CapturesTraffic);
        return others.Any() ? $"Remove {what}." : words.SetPrivateDns(what);
    }
}
