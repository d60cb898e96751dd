namespace CostApi.Core.Reviewing.Terraform;

/// <summary>
/// Finds what else in the document directs traffic to each endpoint: whatever refers to its DNS entries, its network
/// interfaces or its id. Where a reference may lead to one of several endpoints, it counts for each.
/// </summary>
internal sealed class EndpointUsers
{
    // Who uses an endpoint is told by a few examples.
    private const int MostUsers = 8;

    // Modules that are called very often repeat what they mention; what is beyond is not looked through.
    private const int MostFollowed = 20_000;

    private readonly Dictionary<string, List<string>> _users = new(StringComparer.Ordinal);
    private readonly World _world;
    private int _followed;

    public EndpointUsers(World world, IReadOnlyList<(string Address, string Id)> mentionedIds)
    {
        _world = world;
        if (world.Inventory.Of(Kind.Endpoint).Count == 0) return;
        Look("");
        foreach (var (address, id) in mentionedIds)
            if (world.Inventory.ById(Kind.Endpoint, id) is { } endpoint) Add(endpoint, address);
    }

    public IReadOnlyList<string> Of(Resource endpoint) => _users.GetValueOrDefault(endpoint.Address) ?? [];

    private void Look(string module)
    {
        if (_world.References.Module(module) is not { } configured) return;
        foreach (var (reference, blocks) in configured.Mentions)
        {
            if (++_followed > MostFollowed) return;
            foreach (var endpoint in _world.References.Follow(module, reference, new Wish(Kind.Endpoint, IsOne: false), 0).Resources)
                foreach (var block in blocks) Add(endpoint, module.Length > 0 ? $"{module}.{block}" : block);
        }

        foreach (var name in configured.Calls.Keys)
        {
            var instances = _world.Inventory.Call(module, name).All;
            foreach (var instance in instances.Count > 0 ? instances : [Names.OfCall(module, name)])
            {
                if (_followed > MostFollowed) return;
                _followed++;
                Look(instance);
            }
        }
    }

    private void Add(Resource endpoint, string user)
    {
        _world.References.Work.Charge();
        if (!_users.TryGetValue(endpoint.Address, out var users)) _users[endpoint.Address] = users = [];
        if (users.Count < MostUsers && !users.Contains(user)) users.Add(user);
    }
}
