namespace CostApi.Core.Reviewing;

/// <summary>What in a document directs traffic to its endpoints, whether or not private DNS does.</summary>
internal static class DirectedTraffic
{
    /// <summary>Addresses of the alias records, hosted zones and so on, by the endpoint that they direct traffic to.</summary>
    public static ILookup<string, string> Of(DeclaredNetwork network)
    {
        var byReference = network.Endpoints.SelectMany(endpoint => endpoint.UsedBy.Select(by => (Endpoint: endpoint.Address, By: by)));
        var byZone = network.HostedZones.SelectMany(zone => zone.Endpoints.Select(endpoint => (Endpoint: endpoint, By: zone.Address)));
        return byReference.Concat(byZone).Distinct().ToLookup(pair => pair.Endpoint, pair => pair.By, StringComparer.Ordinal);
    }
}
