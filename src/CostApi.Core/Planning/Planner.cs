using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Rating;
using CostApi.Core.Routing;

namespace CostApi.Core.Planning;

/// <summary>Makes one plan of advice that does not add up.</summary>
public static class Planner
{
    // Versions of parts cost time as layouts do: this many flows, VPCs and endpoints in all versions of all parts, and as many more as it
    // takes to follow the advice once.
    private const int MostWork = 6000;

    /// <param name="priced">The layout, priced.</param>
    /// <param name="findings">Its findings.</param>
    /// <param name="regions">The Regions, by code.</param>
    /// <returns>
    /// The changes that save most together; null where none does, and where it is not known what the layout costs or it does not carry
    /// its traffic.
    /// </returns>
    public static Plan? Plan(PricedLayout priced, IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, Region> regions) =>
        Plan(priced, findings, regions, _ => true);

    /// <summary>The same, of advice that holds.</summary>
    internal static Plan? Plan(
        PricedLayout priced, IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, Region> regions, Func<Advice, bool> holds)
    {
        if (!priced.Bill.IsComplete || priced.Routes.Any(route => route.Path is Path.Nowhere)) return null;
        Advice[] advice = [.. Adviser.Changes(priced, findings).Where(holds)];
        if (advice.Length == 0) return null;

        var layout = priced.Topology.Layout;
        var byVpc = advice.ToLookup(one => one.Vpc, StringComparer.Ordinal);
        var work = MostWork;
        var sequences = new List<IReadOnlyList<Advice>>();
        foreach (var vpcs in Part.Of(layout))
        {
            Advice[] ofPart = [.. vpcs.SelectMany(vpc => byVpc[vpc])];
            if (ofPart.Length == 0) continue;
            var part = Part.Of(layout, vpcs);
            var search = new PlanSearch(new Workbench(priced, part, regions), holds, work);
            sequences.Add(search.Best(part, ofPart).Steps);
            work = Math.Max(0, search.WorkLeft);
        }

        return Of(priced, Merged(sequences), regions);
    }

    // Parts do not depend on each other: of their next steps, that which saves most comes first.
    private static List<Advice> Merged(List<IReadOnlyList<Advice>> sequences)
    {
        var next = new PriorityQueue<(IReadOnlyList<Advice> Steps, int At), (decimal, int)>();
        for (var i = 0; i < sequences.Count; i++) Enqueue(sequences[i], 0, i);
        var merged = new List<Advice>();
        while (next.TryDequeue(out var head, out var priority))
        {
            merged.Add(head.Steps[head.At]);
            Enqueue(head.Steps, head.At + 1, priority.Item2);
        }

        return merged;

        void Enqueue(IReadOnlyList<Advice> steps, int at, int sequence)
        {
            if (at < steps.Count) next.Enqueue((steps, at), (-steps[at].Saving, sequence));
        }
    }

    private static Plan? Of(PricedLayout priced, List<Advice> advice, IReadOnlyDictionary<string, Region> regions)
    {
        var (layout, bill, steps) = (priced.Topology.Layout, priced.Bill, new List<PlanStep>());
        var names = priced.Topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .DistinctBy(site => site.Endpoint, (IEqualityComparer<Endpoint>)ReferenceEqualityComparer.Instance)
            .ToDictionary(site => site.Endpoint, site => site.Resource, (IEqualityComparer<Endpoint>)ReferenceEqualityComparer.Instance);
        var removedNats = advice.SelectMany(one => one.RemovedNats).ToHashSet();
        foreach (var one in advice)
        {
            var resource = one.Endpoint is { } endpoint ? names.GetValueOrDefault(endpoint, one.Resource!) : one.Resource;
            foreach (var (was, now) in one.Altered)
                if (names.TryGetValue(was, out var name)) names[now] = name;
            layout = one.Edit(layout);
            var saving = -bill.Change(one.Less, one.More) ?? 0;
            bill = bill.After(one.Less, one.More);
            var action = one.ReliesOn is { } nat && removedNats.Contains(nat) ? one.ActionWithoutNat! : one.Action;
            steps.Add(new PlanStep { Code = one.Code, Vpc = one.Vpc, Resource = resource, Action = action, MonthlySaving = saving });
        }

        if (steps.Count == 0 || Workbench.ExactCostOf(layout, priced, regions) is not { } cost || cost >= priced.Bill.MonthlyCost) return null;
        var all = priced.Bill.MonthlyCost - cost;
        // Each step is rounded to what the wire carries, and so is the total: the last one takes what that leaves.
        steps[^1] = steps[^1] with { MonthlySaving = all - steps.SkipLast(1).Sum(step => step.MonthlySaving) };
        return new Plan { MonthlyCost = cost, MonthlySaving = all, Steps = steps, Layout = layout };
    }
}
