namespace CostApi.Core.Reviewing;

/// <summary>What in a document directs traffic to its endpoints, whether or not private DNS does.</summary>
internal sealed class DirectedTraffic
{
    private readonly ILookup<string, string> _by;
    private readonly HashSet<string> _hubs;

    public DirectedTraffic(DeclaredNetwork network)
    {
        var byReference = network.Endpoints.SelectMany(endpoint => endpoint.UsedBy.Select(by => (Endpoint: endpoint.Address, By: by)));
        var byZone = network.HostedZones.SelectMany(zone => zone.Endpoints.Select(endpoint => (Endpoint: endpoint, By: zone.Address)));
        _by = byReference.Concat(byZone).Distinct().ToLookup(pair => pair.Endpoint, pair => pair.By, StringComparer.Ordinal);
        var zoned = network.HostedZones.SelectMany(zone => zone.Endpoints).ToHashSet(StringComparer.Ordinal);
        _hubs = network.Endpoints.Where(endpoint => zoned.Contains(endpoint.Address)).Select(endpoint => endpoint.Vpc).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Addresses of the alias records, hosted zones and so on that direct traffic to an endpoint.</summary>
    public IReadOnlyList<string> By(DeclaredEndpoint endpoint) => [.. _by[endpoint.Address]];

    /// <summary>
    /// Whether something else may direct traffic to an endpoint whose private DNS is off on purpose: hosted zones do so for other
    /// endpoints of its VPC, as in a hub of endpoints, and further zones can be in another document.
    /// </summary>
    public bool MayBe(DeclaredEndpoint endpoint) =>
        endpoint is { Vpc: { } vpc, PrivateDns: { IsOn: false, Origin: not Origin.Default } } && _hubs.Contains(vpc);

    /// <summary>Whether traffic is, or may be, directed to an endpoint.</summary>
    public bool Reaches(DeclaredEndpoint endpoint) => _by.Contains(endpoint.Address) || MayBe(endpoint);
}
