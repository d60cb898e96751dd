using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Makes the stack of a template: its loops written out, its conditions decided, its Region found.</summary>
internal sealed class Deployment(Template template, IReadOnlyDictionary<string, string> given, Work work)
{
    /// <param name="region">The Region that the caller asks for; null where the template should tell.</param>
    /// <param name="notes">Takes what could not be read.</param>
    /// <param name="leftOut">What conditions leave out.</param>
    public Stack Of(string? region, Notes notes, out IReadOnlyList<LeftOut> leftOut)
    {
        var plan = PlanOf(region);
        var named = Regions.NamedBy(plan.There, plan.Evaluator);
        if (region is null && (named.Count == 1 ? named : named.Count == 0 ? Regions.OfArns(plan.There, plan.Evaluator) : []) is [var told])
            plan = PlanOf(region = told);
        else if (named.Count > 1)
            notes.Add("", $"The template contains Availability Zones or services of {Listing.Of(named)}, but a stack is in a single "
                + "Region.");
        else if (named.Count == 1 && named[0] != region)
            notes.Add("", $"The template contains Availability Zones or services of {named[0]}, but it is read for {region}.");

        foreach (var unread in plan.Unread) notes.Add(unread.Address, unread.Why);
        foreach (var (resource, why) in plan.Doubtful)
            notes.Add(resource.Address, $"It is counted, although it is not known whether the stack contains it: {why}.");
        NoteCircles(plan, notes);
        NotRead.Note(template, plan.There, notes);
        leftOut = plan.Gone;
        return new Stack(plan.There, plan.Outputs, plan.Evaluator, region, notes);
    }

    private Plan PlanOf(string? region)
    {
        var unread = new List<Unread>();
        var inputs = new Inputs(template.Parameters, given, region);
        var loops = new Evaluator(template, inputs, Everything(template.Resources), template.Conditions, work);
        var resources = Everything(Expanded(template.Resources));
        var evaluator = new Evaluator(template, inputs, resources, Expanded(template.Conditions), work);
        var plan = new Plan(evaluator, Expanded(template.Outputs), unread);
        foreach (var resource in resources.Values) Decide(resource, plan);
        unread.AddRange(template.Resources.Where(member => !Loops.IsLoop(member.Key) && member.Value is not Literal.Mapping)
            .Select(member => new Unread(member.Key, "It is not a mapping with a Type, so CloudFormation rejects it.")));
        return plan;

        IReadOnlyDictionary<string, Literal> Expanded(IReadOnlyDictionary<string, Literal> members)
        {
            var expanded = loops.Expand(members);
            unread.AddRange(expanded.Unread);
            return expanded.Members;
        }
    }

    private static void Decide(Resource resource, Plan plan)
    {
        var verdict = resource.Condition is { } condition ? plan.Evaluator.Condition(condition) : new Verdict(true);
        if (verdict.Is == false)
        {
            var why = verdict.Why.Length > 0
                ? $"{verdict.Why}, so it is not counted."
                : $"The condition {resource.Condition} does not hold with these parameters.";
            plan.Gone.Add(new LeftOut(resource.Address, resource.Type, why));
            return;
        }

        if (verdict.Is is null && NotRead.Matters(resource.Type)) plan.Doubtful.Add((resource, verdict.Why));
        plan.There.Add(verdict.Is is null ? resource with { IsCertain = false } : resource);
    }

    private static Dictionary<string, Resource> Everything(IReadOnlyDictionary<string, Literal> written) =>
        written.Where(member => member.Value is Literal.Mapping)
            .ToDictionary(member => member.Key, member => new Resource(member.Key, member.Value), StringComparer.Ordinal);

    private static void NoteCircles(Plan plan, Notes notes)
    {
        foreach (var circle in Cycles.Of(plan.There, plan.Evaluator))
            notes.Add(circle[0], circle.Count == 1
                ? "It depends on itself, which CloudFormation rejects."
                : $"It depends on itself through {string.Join(", ", circle.Skip(1).Take(5))}{(circle.Count > 6 ? " and others" : "")}, "
                    + "which CloudFormation rejects.");
        foreach (var name in plan.Evaluator.Cyclic.Order(StringComparer.Ordinal))
            notes.Add("", $"The condition {name} depends on itself, which CloudFormation rejects.");
    }

    /// <summary>What a stack would have in a Region, before it is known that it is that Region.</summary>
    private sealed record Plan(Evaluator Evaluator, IReadOnlyDictionary<string, Literal> Outputs, IReadOnlyList<Unread> Unread)
    {
        public List<Resource> There { get; } = [];

        public List<LeftOut> Gone { get; } = [];

        public List<(Resource Resource, string Why)> Doubtful { get; } = [];
    }
}
