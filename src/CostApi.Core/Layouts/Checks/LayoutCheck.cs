using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Layouts.Checks;

internal static class LayoutCheck
{
    public static void Check(Layout layout, Region? region, ServiceNames services, JsonPath path, Problems problems)
    {
        Must.BeName(layout.Name, path.Member("name"), problems);
        var vpcsPath = path.Member("vpcs");
        Must.HoldFrom(layout.Vpcs.Count, 1, Limits.Vpcs, "VPC", vpcsPath, problems);
        var vpcs = Must.NotBeNull(layout.Vpcs, Limits.Vpcs, vpcsPath, problems).ToArray();
        Must.Differ(vpcs.Select(vpc => (vpc.Value.Name, vpc.Path.Member("name"))), "VPC", problems);
        foreach (var (vpc, at) in vpcs) VpcCheck.Check(vpc, region, services, at, problems);

        var (notes, notesPath) = (layout.Notes ?? [], path.Member("notes"));
        Must.HoldFrom(notes.Count, 0, Limits.Notes, "note", notesPath, problems);
        foreach (var (note, at) in Must.NotBeNull(notes, Limits.Notes, notesPath, problems))
            if (note.Length > Limits.NoteLength)
                problems.Add(at, $"has {Figures.Show(note.Length)} characters. The maximum is {Figures.Show(Limits.NoteLength)}.");
        var byName = layout.Vpcs.Where(vpc => vpc is not null).DistinctBy(vpc => vpc.Name).ToDictionary(vpc => vpc.Name, StringComparer.Ordinal);
        if (layout.TransitGateway is { } gateway) CheckTransitGateway(gateway, byName, path.Member("transitGateway"), problems);
        CheckPeerings(layout.Peerings, byName, path.Member("peerings"), problems);
        EgressCheck.Check(vpcs, byName, [.. layout.TransitGateway?.Attachments ?? []], problems);
    }

    private static void CheckTransitGateway(TransitGateway gateway, Dictionary<string, Vpc> vpcs, JsonPath path, Problems problems)
    {
        var attachmentsPath = path.Member("attachments");
        if (gateway.Attachments.Count == 0)
            problems.Add(attachmentsPath, "must name at least one VPC. If the layout has no Transit Gateway, omit transitGateway.");
        foreach (var (vpc, at) in Attachments(gateway.Attachments, attachmentsPath, problems))
            if (!vpcs.ContainsKey(vpc) && problems.TakesReference(Named.Vpc, at))
                problems.Add(at, $"'{vpc}' is not a VPC of the layout, which has {Must.List(vpcs.Keys)}.");
        var attached = gateway.Attachments.ToHashSet(StringComparer.Ordinal);
        foreach (var (vpc, at) in Attachments(gateway.AlreadyPaid, path.Member("alreadyPaid"), problems))
            if (!attached.Contains(vpc) && problems.TakesReference(Named.Attachment, at))
                problems.Add(at, $"'{vpc}' is not one of the attachments: {Must.List(attached)}.");
    }

    private static (string, JsonPath)[] Attachments(IReadOnlyList<string> vpcs, JsonPath path, Problems problems)
    {
        Must.HoldFrom(vpcs.Count, 0, Limits.Vpcs, "attachment", path, problems);
        var named = Must.NotBeNull(vpcs, Limits.Vpcs, path, problems).ToArray();
        Must.Differ(named, "attachment", problems);
        return named;
    }

    private static void CheckPeerings(IReadOnlyList<IReadOnlyList<string>> peerings, Dictionary<string, Vpc> vpcs, JsonPath path, Problems problems)
    {
        Must.HoldFrom(peerings.Count, 0, Limits.Peerings, "peering", path, problems);
        var seen = new HashSet<(string, string)>();
        foreach (var (pair, at) in Must.NotBeNull(peerings, Limits.Peerings, path, problems))
        {
            var named = Must.NotBeNull(pair, 2, at, problems).ToArray();
            if (pair.Count != 2)
            {
                problems.Add(at, $"must name two VPCs, not {pair.Count}.");
                continue;
            }

            foreach (var (vpc, one) in named)
                if (!vpcs.ContainsKey(vpc) && problems.TakesReference(Named.Vpc, one))
                    problems.Add(one, $"'{vpc}' is not a VPC of the layout, which has {Must.List(vpcs.Keys)}.");
            if (named.Length < 2) continue;
            if (pair[0] == pair[1]) problems.Add(at, $"must name two different VPCs, not '{pair[0]}' twice.");
            else if (!seen.Add((pair[0], pair[1])) | !seen.Add((pair[1], pair[0])))
                problems.Add(at, $"is a duplicate. '{pair[0]}' and '{pair[1]}' already have a VPC peering connection.");
        }
    }
}
