namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Counts the resource configurations of the service networks that endpoints are for.</summary>
internal sealed class ServiceNetworks
{
    private readonly World _world;
    private readonly Dictionary<string, int> _resources = new(StringComparer.Ordinal);
    private readonly bool _isAnyUnknown;

    public ServiceNetworks(World world)
    {
        _world = world;
        foreach (var association in world.Managed(Kind.ServiceNetworkResource))
        {
            if (world.Links.One(association, "service_network_identifier", Kind.ServiceNetwork).To is { Resource: { } network })
                _resources[network.Address] = _resources.GetValueOrDefault(network.Address) + 1;
            else _isAnyUnknown = true;
        }
    }

    /// <summary>How many are associated; null where the document does not declare the service network, or does not show it.</summary>
    public int? ResourcesOf(Resource endpoint)
    {
        if (_isAnyUnknown) return null;
        var network = _world.Links.One(endpoint, "service_network_arn", Kind.ServiceNetwork).To?.Resource;
        return network is { IsData: false } && _resources.TryGetValue(network.Address, out var count) ? count : null;
    }
}
