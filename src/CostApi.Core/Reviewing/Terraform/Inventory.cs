namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The instances of one block in one module, in the order of their index.</summary>
internal sealed class Group
{
    private Dictionary<string, Resource>? _byIndex;

    public List<Resource> Resources { get; } = [];

    // element() and slices count by the index, and texts put 10 before 2.
    public void Sort()
    {
        if (Resources.Count < 2) return;
        var sorted = Resources.OrderBy(resource => int.TryParse(resource.Index, out var number) ? number : int.MaxValue)
            .ThenBy(resource => resource.Index, StringComparer.Ordinal).ToList();
        Resources.Clear();
        Resources.AddRange(sorted);
    }

    /// <summary>Whether its instances are numbered, as <c>count</c> does.</summary>
    public bool IsCounted => Resources.TrueForAll(resource => int.TryParse(resource.Index, out _));

    public Resource? At(string index) =>
        (_byIndex ??= Resources.Where(resource => resource.Index is not null).DistinctBy(resource => resource.Index)
            .ToDictionary(resource => resource.Index!, StringComparer.Ordinal))
        .GetValueOrDefault(index);
}

/// <summary>The instances of a module call.</summary>
internal sealed class CalledModules
{
    private readonly Dictionary<string, string> _byKey = new(StringComparer.Ordinal);

    private readonly List<string> _all = [];

    public static CalledModules None { get; } = new();

    /// <summary>Addresses: <c>module.net["a"]</c>.</summary>
    public IReadOnlyList<string> All => _all;

    public void Add(string address, string? key)
    {
        _all.Add(address);
        if (key is not null) _byKey.TryAdd(key, address);
    }

    /// <summary>Address of the instance with a key; of the only one, where it has none.</summary>
    public string? At(string key) => _byKey.TryGetValue(key, out var found) ? found : _byKey.Count == 0 && _all is [var only] ? only : null;
}

/// <summary>All instances at one time, found by kind, by id and by block.</summary>
internal sealed class Inventory
{
    private readonly Dictionary<(Kind, string), Resource> _byId = [];
    private readonly Dictionary<(string Module, string Block), Group> _groups = [];
    private readonly Dictionary<Kind, List<Resource>> _byKind = [];
    private readonly Dictionary<string, CalledModules> _calls = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modules = new(StringComparer.Ordinal);

    public Inventory(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            All.Add(resource);
            Into(_byKind, resource.Kind).Add(resource);
            if (!_groups.TryGetValue((resource.Module, resource.Block), out var group))
                _groups[(resource.Module, resource.Block)] = group = new Group();
            group.Resources.Add(resource);
            foreach (var id in Ids(resource)) _byId.TryAdd((resource.Kind, id), resource);
            AddModule(resource.Module);
        }

        foreach (var group in _groups.Values) group.Sort();
    }

    public List<Resource> All { get; } = [];

    public IReadOnlyList<Resource> Of(Kind kind) => _byKind.GetValueOrDefault(kind) ?? [];

    public Group? Block(string module, string block) => _groups.GetValueOrDefault((module, block));

    /// <summary>Resources of any of some kinds.</summary>
    public IEnumerable<Resource> OfAny(Kind kinds) => _byKind.Where(entry => (entry.Key & kinds) != 0).SelectMany(entry => entry.Value);

    /// <summary>The instances of a module call: <c>module.net["a"]</c> of <c>module.net</c>.</summary>
    public CalledModules Call(string module, string name) => _calls.GetValueOrDefault(Names.OfCall(module, name)) ?? CalledModules.None;

    public Resource? ById(Kind kinds, string id)
    {
        foreach (var kind in _byKind.Keys)
            if ((kinds & kind) != 0 && _byId.TryGetValue((kind, id), out var found)) return found;
        return null;
    }

    // CloudFormation's types name their id after themselves.
    private static IEnumerable<string> Ids(Resource resource)
    {
        if (resource.Id is { } id) yield return id;
        var own = resource.Kind switch
        {
            Kind.ElasticIp => "allocation_id",
            Kind.RouteTable => "route_table_id",
            Kind.NatGateway when resource.Type.StartsWith("awscc_", StringComparison.Ordinal) => "nat_gateway_id",
            Kind.Vpc when resource.Type.StartsWith("awscc_", StringComparison.Ordinal) => "vpc_id",
            Kind.Subnet when resource.Type.StartsWith("awscc_", StringComparison.Ordinal) => "subnet_id",
            Kind.InternetGateway => "internet_gateway_id",
            Kind.ServiceNetwork => "arn",
            _ => null,
        };
        if (own is not null && resource[own].Text is { } other && other != resource.Id) yield return other;
    }

    private void AddModule(string module)
    {
        while (module.Length > 0 && _modules.Add(module))
        {
            var last = Steps.Modules(module)[^1];
            var parent = Parent(module);
            var call = Names.OfCall(parent, last.Name);
            if (!_calls.TryGetValue(call, out var instances)) _calls[call] = instances = new CalledModules();
            instances.Add(module, last.Key);
            module = parent;
        }
    }

    /// <summary>The module that calls a module.</summary>
    public static string Parent(string module)
    {
        // Keys may hold dots, so the steps are put together again.
        var at = 0;
        var last = 0;
        var isQuoted = false;
        for (; at < module.Length; at++)
        {
            if (module[at] == '\\' && isQuoted) at++;
            else if (module[at] == '"') isQuoted = !isQuoted;
            else if (!isQuoted && module[at] == '.' && string.CompareOrdinal(module, at, ".module.", 0, 8) == 0) last = at;
        }

        return module[..last];
    }

    private static List<Resource> Into(Dictionary<Kind, List<Resource>> lists, Kind kind)
    {
        if (!lists.TryGetValue(kind, out var list)) lists[kind] = list = [];
        return list;
    }
}
