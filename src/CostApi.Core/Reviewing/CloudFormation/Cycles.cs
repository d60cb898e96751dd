namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Finds resources that depend on themselves through others, which CloudFormation refuses.</summary>
internal static class Cycles
{
    /// <summary>The resources of each circle.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<Resource> resources, Evaluator evaluator)
    {
        var index = resources.Select((resource, position) => (resource.Address, position))
            .ToDictionary(pair => pair.Address, pair => pair.position);
        var edges = resources.Select(Edges).ToArray();
        return [.. Components(edges).Where(component => component.Count > 1 || edges[component[0]].Contains(component[0]))
            .Select(component => component.Order().Select(position => resources[position].Address).ToArray())];

        int[] Edges(Resource resource) =>
        [
            .. Mentions.In(resource.Properties, evaluator).Select(mention => mention.Name).Concat(DependsOn(resource))
                .Select(name => index.GetValueOrDefault(name, -1)).Where(position => position >= 0).Distinct(),
        ];
    }

    private static IEnumerable<string> DependsOn(Resource resource) => resource.Body["DependsOn"] switch
    {
        Literal.Scalar scalar => [scalar.Content],
        Literal.Sequence sequence => sequence.Items.Select(item => item.Text).OfType<string>(),
        _ => [],
    };

    // Tarjan's algorithm, without recursion: chains of thousands of resources are foreign input too.
    private static List<List<int>> Components(int[][] edges)
    {
        var (order, low, onPath) = (Enumerable.Repeat(-1, edges.Length).ToArray(), new int[edges.Length], new bool[edges.Length]);
        var (path, work, found, count) = (new Stack<int>(), new Stack<(int Node, int Edge)>(), new List<List<int>>(), 0);
        for (var root = 0; root < edges.Length; root++)
        {
            if (order[root] >= 0) continue;
            Open(root);
            while (work.TryPop(out var step))
            {
                var (node, edge) = step;
                if (edge < edges[node].Length)
                {
                    work.Push((node, edge + 1));
                    var next = edges[node][edge];
                    if (order[next] < 0) Open(next);
                    else if (onPath[next]) low[node] = Math.Min(low[node], order[next]);
                    continue;
                }

                if (low[node] == order[node]) found.Add(Close(node));
                if (work.TryPeek(out var parent)) low[parent.Node] = Math.Min(low[parent.Node], low[node]);
            }
        }

        return found;

        void Open(int node)
        {
            order[node] = low[node] = count++;
            onPath[node] = true;
            path.Push(node);
            work.Push((node, 0));
        }

        List<int> Close(int node)
        {
            var component = new List<int>();
            do
            {
                component.Add(path.Peek());
                onPath[path.Peek()] = false;
            }
            while (path.Pop() != node);
            return component;
        }
    }
}
