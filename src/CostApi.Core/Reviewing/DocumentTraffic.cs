using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;

namespace CostApi.Core.Reviewing;

/// <summary>Flows whose VPCs are named as in the document, by address or by name, as flows of its layouts.</summary>
public sealed class DocumentTraffic
{
    private readonly Dictionary<DocumentSide, List<(Flow Flow, int Index)>> _flows = [];

    private DocumentTraffic()
    {
    }

    /// <param name="traffic">The flows.</param>
    /// <param name="questions">The document's layouts in each Region.</param>
    /// <param name="problems">Takes each flow that starts in no VPC of the document, or in several.</param>
    public static DocumentTraffic Of(IReadOnlyList<Flow> traffic, IReadOnlyList<DocumentQuestion> questions, Problems problems)
    {
        var made = new DocumentTraffic();
        var sides = questions.SelectMany(question => question.Layouts).ToLookup(pair => pair.Side.Name);
        var known = questions.SelectMany(question => question.Layouts).SelectMany(pair => pair.Imported.Vpcs).Select(vpc => vpc.Key).Distinct().ToArray();
        var path = JsonPath.Root.Member("traffic");
        foreach (var (index, flow) in traffic.Index().Take(Limits.Flows))
        {
            if (flow is null)
            {
                problems.Add(path.Item(index), "must not be null.");
                continue;
            }

            var found = sides.Select(side => side.SelectMany(pair => Starts(flow.From, pair.Imported).Select(vpc => (pair.Side, pair.Imported, vpc))).Take(2).ToArray()).ToArray();
            var places = found.SelectMany(one => one).ToArray();
            if (known.Length == 0) problems.Add(path.Item(index), "cannot be assigned to a VPC: the document has no VPC.");
            else if (places.Length == 0) problems.Add(path.Item(index).Member("from"), $"'{Must.Cut(flow.From ?? "")}' is neither the name nor the address of a VPC in the document, which has {Must.List(known)}.");
            else if (found.Any(one => one.Length > 1)) problems.Add(path.Item(index).Member("from"), flow.From is null ? $"is required: "
                + $"the document has the VPCs {Must.List(known)}." : $"'{Must.Cut(flow.From)}' is the name of VPCs in several Regions. "
                + "Specify the address of the VPC.");
            // What else is wrong with a flow that starts nowhere is found wherever it starts.
            if (places.Length == 0) places = [.. sides.SelectMany(side => side).Where(pair => pair.Imported.Vpcs.Count > 0).Take(1).Select(pair => (pair.Side, pair.Imported, pair.Imported.Vpcs.Keys.First()))];
            foreach (var (side, imported, vpc) in places) made.Add(side, flow with { From = vpc, To = TargetOf(flow.To, imported) }, index);
        }

        return made;
    }

    /// <summary>The flows of a side, in order.</summary>
    public IReadOnlyList<Flow> Of(DocumentSide side) => [.. _flows.GetValueOrDefault(side, []).Select(flow => flow.Flow)];

    /// <summary>Where a flow of a side stands in the traffic that was given.</summary>
    public int IndexOf(DocumentSide side, int flow) => _flows[side][flow].Index;

    private void Add(DocumentSide side, Flow flow, int index)
    {
        if (!_flows.TryGetValue(side, out var flows)) _flows[side] = flows = [];
        flows.Add((flow, index));
    }

    // VPCs that were made to hold what a layout cannot say otherwise start no traffic.
    private static IEnumerable<string> Starts(string? from, ImportedLayout imported) => from is null
        ? imported.Vpcs.Keys
        : imported.Vpcs.Where(vpc => vpc.Key == from || vpc.Value == from).Select(vpc => vpc.Key);

    private static string TargetOf(string to, ImportedLayout imported) =>
        to is not null && to.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal) && Starts(to[FlowTargets.VpcPrefix.Length..], imported).FirstOrDefault() is { } name
            ? FlowTargets.VpcPrefix + name
            : to!;
}
