using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing;

/// <summary>Turns endpoints of a document into endpoints of a layout.</summary>
internal sealed class EndpointMaker(
    DeclaredNetwork network, Region region, ServiceCatalogue services, VpcZones zones, List<string> assumptions, List<Unread> unread)
{
    private readonly DirectedTraffic _directed = new(network);
    private readonly Dictionary<(string Vpc, string Range, string Zones), List<string>> _ranges = [];

    /// <summary>The endpoint; null where there can be no such endpoint.</summary>
    /// <param name="declared">What the document declares; its VPC is known or assumed.</param>
    public Endpoint? Of(DeclaredEndpoint declared)
    {
        if (ServiceOf(declared) is not { } service) return null;
        if (declared is { Type: EndpointType.ServiceNetwork, ResourceConfigurations: null })
        {
            assumptions.Add(
                $"{declared.Address}: the document does not show how many resource configurations its service network has. 1 is assumed.");
        }

        return new Endpoint
        {
            Type = declared.Type,
            Service = service,
            AvailabilityZones = declared.Type == EndpointType.Gateway ? null : Spread(declared.Address, declared.Vpc!, declared.Zones),
            PrivateDns = declared.Type == EndpointType.Interface ? declared.PrivateDns.IsOn : null,
            PrivateDnsOnlyForInboundResolver =
                declared is { IsForInboundResolverOnly: true, Type: EndpointType.Interface } && service == "s3",
            EndpointUrl = IsConfigured(declared, service),
            ResourceConfigurations = declared.Type == EndpointType.ServiceNetwork ? declared.ResourceConfigurations ?? 1 : null,
        };
    }

    /// <summary>The zones of what is in a VPC; what is assumed of them is said by <see cref="SayRanges"/>.</summary>
    public string[] Spread(string address, string vpc, ZonesOf declared)
    {
        var spread = zones.Spread(vpc, declared);
        if (spread.Range is not { } range) return spread.Zones;
        var key = (vpc, range, string.Join(", ", spread.Zones));
        if (!_ranges.TryGetValue(key, out var same)) _ranges[key] = same = [];
        same.Add(address);
        return spread.Zones;
    }

    /// <summary>Whether something in a VPC is in zones that are assumed.</summary>
    public bool HasAssumedZones(string vpc) => _ranges.Keys.Any(key => key.Vpc == vpc);

    /// <summary>Says each range once, with everything that it holds for.</summary>
    public void SayRanges()
    {
        foreach (var ((_, range, taken), addresses) in _ranges)
        {
            var those = Sayable.Some(addresses);
            var count = taken.Split(", ").Length;
            var assumed = count == 1 ? "is assumed" : "are assumed";
            var use = addresses.Count == 1 ? $"uses: {range}" : $"use: {range} each";
            assumptions.Add(range.Length == 0
                ? $"The document does not show the Availability Zones of {those}. {taken} {assumed}."
                : $"The document does not show how many Availability Zones {those} {use}. {count} {assumed}.");
        }
    }

    // Gateway endpoints are free, so nothing is missed where one is left out.
    private string? ServiceOf(DeclaredEndpoint declared) => declared.Type switch
    {
        EndpointType.Gateway => OfGateway(declared),
        EndpointType.Interface => OfInterface(declared),
        _ => Sayable.Name(declared.Service ?? declared.Address),
    };

    private string? OfGateway(DeclaredEndpoint declared)
    {
        var named = Here(declared);
        if (named is not null && services.Find(named, region) is ServiceMatch.Known { Service.HasGateway: true }) return Short(named);
        unread.Add(new Unread(declared.Address, declared.Service is null
            ? $"The document does not show its service{Doubt(declared)}. Gateway endpoints are free of charge; the traffic to its service "
                + "is assumed to use another path."
            : $"There is no gateway endpoint for '{Sayable.Name(declared.Service)}' in {region.Code}: AWS rejects it, and it is not "
                + "counted. If you intend an interface endpoint, specify its type."));
        return null;
    }

    private string OfInterface(DeclaredEndpoint declared)
    {
        var named = Here(declared);
        var match = named is null ? null : services.Find(named, region);
        var isUsable = match is not (null or ServiceMatch.Invalid or ServiceMatch.Known { Service.HasInterface: false });
        if (isUsable) return Short(named!);
        assumptions.Add(declared.Service is null
            ? $"{declared.Address}: the document does not show its service{Doubt(declared)}. It is priced as an interface endpoint of a "
                + "service of its own."
            : $"{declared.Address}: '{Sayable.Name(declared.Service)}' is not a known interface endpoint service in {region.Code}. "
                + "It is priced as an interface endpoint of a service of its own.");
        return ServiceCatalogue.UnknownPrefix + Sayable.Name(declared.Address);
    }

    private static string Doubt(DeclaredEndpoint declared) => declared.ServiceDoubt is { } doubt ? $": {doubt.TrimEnd('.')}" : "";

    // A record or a client that names the endpoint directs traffic to it as private DNS would. Of S3 and DynamoDB it is taken to
    // serve other networks: in its own VPC the free gateway endpoint goes first.
    private bool IsConfigured(DeclaredEndpoint declared, string service)
    {
        if (declared is not { Type: EndpointType.Interface, PrivateDns.IsOn: false } || !_directed.Reaches(declared)) return false;
        if (services.Find(service, region) is ServiceMatch.Known { Service.HasGateway: true }) return false;
        var by = _directed.By(declared);
        assumptions.Add(by.Count == 0
            ? $"Clients are assumed to use {declared.Address} for its service: private hosted zones in the document direct traffic to "
                + "other endpoints of the VPC."
            : $"Clients use {declared.Address} for its service: {Sayable.Some(by)} {(by.Count == 1 ? "directs" : "direct")} traffic to it.");
        return true;
    }

    // A document that is read for another Region than it names keeps its services.
    private string? Here(DeclaredEndpoint declared)
    {
        if (declared.Service is not { } named) return null;
        if (ServiceCatalogue.RegionOf(named) is not { } other || other == region.Code) return named;
        var here = named.Replace($".{other}.", $".{region.Code}.", StringComparison.Ordinal);
        if (services.Find(here, region) is ServiceMatch.Invalid) return named;
        assumptions.Add($"{declared.Address}: its service, {Sayable.Name(named)}, is one of {other}. It is priced in {region.Code}.");
        return here;
    }

    private string Short(string service)
    {
        var isFips = service.Contains("fips", StringComparison.Ordinal);
        return !isFips && services.Find(service, region) is ServiceMatch.Known { Service.Service: var suffix } ? suffix : service;
    }
}
