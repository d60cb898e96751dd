using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Routing;

/// <summary>A layout with every name resolved and every default filled in: what stands where, and what is joined to what.</summary>
public sealed class Topology
{
    private readonly Dictionary<string, VpcSite> _vpcs;
    private readonly HashSet<(string, string)> _peerings;
    private readonly HashSet<string> _attached;
    private readonly ILookup<string, EndpointSite> _shared;

    public Topology(Layout layout, Region region, ServiceCatalogue catalogue)
    {
        Layout = layout;
        Region = region;
        Catalogue = catalogue;
        Vpcs = [.. layout.Vpcs.Select(vpc => new VpcSite(vpc, region, catalogue))];
        _vpcs = Vpcs.ToDictionary(vpc => vpc.Name, StringComparer.Ordinal);
        _peerings = [.. layout.Peerings.SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) })];
        _attached = [.. layout.TransitGateway?.Attachments ?? []];
        _shared = Vpcs.SelectMany(vpc => vpc.Endpoints.Where(endpoint => endpoint.Endpoint.Shared))
            .ToLookup(endpoint => endpoint.Service.Name, StringComparer.Ordinal);
    }

    public Layout Layout { get; }

    public Region Region { get; }

    public ServiceCatalogue Catalogue { get; }

    public IReadOnlyList<VpcSite> Vpcs { get; }

    /// <summary>Endpoints for a service that other VPCs may use, in the order in which they do; of several in one VPC the next takes over where one goes.</summary>
    public IEnumerable<EndpointSite> SharedEndpointsFor(string service) => _shared[service];

    /// <summary>The VPC of that name, or the only one where no name is given.</summary>
    public VpcSite Vpc(string? name) => name is null ? Vpcs[0] : _vpcs[name];

    public VpcSite? FindVpc(string name) => _vpcs.GetValueOrDefault(name);

    public bool ArePeered(VpcSite a, VpcSite b) => _peerings.Contains((a.Name, b.Name));

    public bool ShareTransitGateway(VpcSite a, VpcSite b) => _attached.Contains(a.Name) && _attached.Contains(b.Name);
}

/// <summary>A VPC of a layout with its endpoints and its way out.</summary>
public sealed class VpcSite
{
    private readonly ILookup<string, EndpointSite> _byService;

    public VpcSite(Vpc vpc, Region region, ServiceCatalogue catalogue)
    {
        Vpc = vpc;
        var seen = new Dictionary<(EndpointType, string), int>();
        Endpoints = [.. vpc.Endpoints.Select(endpoint => new EndpointSite(this, endpoint, ServiceKey.Of(endpoint, region, catalogue), Ordinal(endpoint)))];
        _byService = Endpoints.ToLookup(endpoint => endpoint.Service.Name, StringComparer.Ordinal);
        Nats = [.. NatSite.Of(this)];

        int Ordinal(Endpoint endpoint) =>
            seen[(endpoint.Type, endpoint.Service)] = seen.GetValueOrDefault((endpoint.Type, endpoint.Service)) + 1;
    }

    public Vpc Vpc { get; }

    public string Name => Vpc.Name;

    public IReadOnlyList<string> Zones => Vpc.AvailabilityZones;

    public IReadOnlyList<EndpointSite> Endpoints { get; }

    /// <summary>Its NATs in the order in which traffic takes them: the gateway, then the instance.</summary>
    public IReadOnlyList<NatSite> Nats { get; }

    public IEnumerable<EndpointSite> EndpointsFor(string service) => _byService[service];
}
