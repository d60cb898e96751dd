using CostApi.Core.Layouts;

namespace CostApi.Core.Planning;

/// <summary>VPCs of a layout that can be planned without the others: no change in one of these moves traffic of another.</summary>
internal static class Part
{
    // An endpoint for one service in this many VPCs of a Transit Gateway may become one that they share.
    private const int Centralizable = 3;

    /// <summary>The parts of a layout, each as the names of its VPCs.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Of(Layout layout)
    {
        var groups = new Groups(layout.Vpcs.Select(vpc => vpc.Name));
        foreach (var vpc in layout.Vpcs)
            if (vpc.EgressVia is { } via) groups.Join(vpc.Name, via);
        var sharing = layout.Vpcs.Where(vpc => vpc.Endpoints.Any(endpoint => endpoint.Shared))
            .Select(vpc => vpc.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var pair in layout.Peerings)
            if (sharing.Contains(pair[0]) || sharing.Contains(pair[1])) groups.Join(pair[0], pair[1]);
        var attached = layout.TransitGateway?.Attachments ?? [];
        if (attached.Any(sharing.Contains)) groups.JoinAll(attached);
        else
        {
            var names = attached.ToHashSet(StringComparer.Ordinal);
            var byService =
                from vpc in layout.Vpcs
                where names.Contains(vpc.Name)
                from service in vpc.Endpoints.Where(endpoint => endpoint.Type == EndpointType.Interface)
                    .Select(endpoint => SuffixOf(endpoint.Service)).Distinct(StringComparer.Ordinal)
                group vpc.Name by service;
            foreach (var vpcs in byService.Where(vpcs => vpcs.Count() >= Centralizable)) groups.JoinAll(vpcs);
        }

        return groups.All;
    }

    /// <summary>The part of a layout that these VPCs are.</summary>
    public static Layout Of(Layout layout, IReadOnlySet<string> vpcs)
    {
        if (vpcs.Count == layout.Vpcs.Count) return layout;
        string[] attached = [.. (layout.TransitGateway?.Attachments ?? []).Where(vpcs.Contains)];
        return layout with
        {
            Vpcs = [.. layout.Vpcs.Where(vpc => vpcs.Contains(vpc.Name))],
            TransitGateway = layout.TransitGateway is { } gateway && attached.Length > 0
                ? new TransitGateway { Attachments = attached, AlreadyPaid = [.. gateway.AlreadyPaid.Where(vpcs.Contains)] }
                : null,
            Peerings = [.. layout.Peerings.Where(pair => vpcs.Contains(pair[0]) && vpcs.Contains(pair[1]))],
        };
    }

    // Names of one service end alike, whether they are full or not; to join more than needed does no harm.
    private static string SuffixOf(string service) => service[(service.LastIndexOf('.') + 1)..];

    private sealed class Groups(IEnumerable<string> names)
    {
        private readonly Dictionary<string, string> _parent = names.ToDictionary(name => name, StringComparer.Ordinal);

        public IReadOnlyList<IReadOnlySet<string>> All =>
            [.. _parent.Keys.ToArray().GroupBy(Root, StringComparer.Ordinal).Select(group => group.ToHashSet(StringComparer.Ordinal))];

        public void Join(string one, string other) => _parent[Root(one)] = Root(other);

        public void JoinAll(IEnumerable<string> all)
        {
            string? first = null;
            foreach (var name in all)
            {
                first ??= name;
                Join(name, first);
            }
        }

        private string Root(string name)
        {
            while (_parent[name] != name) name = _parent[name] = _parent[_parent[name]];
            return name;
        }
    }
}
