namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Makes the stack of a template: its loops written out, its conditions decided.</summary>
internal static class Deployment
{
    public static Stack Of(Template template, IReadOnlyDictionary<string, string> given, string? region, Notes notes, out IReadOnlyList<LeftOut> leftOut)
    {
        var atFirst = Everything(template.Resources);
        var inputs = new Inputs(template.Parameters, given, RegionOf(atFirst.Values, region, notes));
        var loops = new Evaluator(template, inputs, atFirst, template.Conditions);
        var resources = Everything(Expanded(template.Resources, loops, notes));
        var evaluator = new Evaluator(template, inputs, resources, Expanded(template.Conditions, loops, notes));

        var (there, gone) = (new List<Resource>(), new List<LeftOut>());
        foreach (var resource in resources.Values)
        {
            var verdict = resource.Condition is { } condition ? evaluator.Condition(condition) : new Verdict(true);
            if (verdict.Is == false)
            {
                gone.Add(new LeftOut(resource.Address, resource.Type, verdict.Why.Length > 0 ? $"{verdict.Why}, so it is not counted." : $"The condition {resource.Condition} does not hold with these parameters."));
                continue;
            }

            if (verdict.Is is null && Matters(resource.Type)) notes.Add(resource.Address, $"It is counted as if it were there; whether it is, is not known: {verdict.Why}.");
            there.Add(resource);
        }

        leftOut = gone;
        NoteCircles(evaluator, there, notes);
        NoteWhatOthersAdd(template, there, notes);
        return new Stack(there, evaluator, inputs.Region, notes);
    }

    private static string? RegionOf(IEnumerable<Resource> resources, string? region, Notes notes)
    {
        var named = Regions.NamedBy(resources);
        if (region is null && named.Count == 1) return named[0];
        if (named.Count > 1) notes.Add("", $"The template names zones and services of several Regions: {string.Join(", ", named)}; a stack is in one.");
        else if (named.Count == 1 && named[0] != region) notes.Add("", $"The template names zones or services of {named[0]}; it is read for {region}.");
        return region;
    }

    private static Dictionary<string, Resource> Everything(IReadOnlyDictionary<string, Literal> written) =>
        written.Where(member => member.Value is Literal.Mapping).ToDictionary(member => member.Key, member => new Resource(member.Key, member.Value), StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, Literal> Expanded(IReadOnlyDictionary<string, Literal> members, Evaluator evaluator, Notes notes)
    {
        var expanded = Loops.Expand(members, evaluator);
        foreach (var unread in expanded.Unread) notes.Add(unread.Address, unread.Why);
        return expanded.Members;
    }

    private static void NoteCircles(Evaluator evaluator, IReadOnlyList<Resource> resources, Notes notes)
    {
        foreach (var circle in Cycles.Of(resources, name => evaluator.Condition(name).Is))
            notes.Add(circle[0], circle.Count == 1
                ? "It depends on itself, which CloudFormation refuses."
                : $"It depends on itself, by way of {string.Join(", ", circle.Skip(1).Take(5))}{(circle.Count > 6 ? " and others" : "")}, which CloudFormation refuses.");
        foreach (var name in evaluator.Cyclic.Order(StringComparer.Ordinal)) notes.Add("", $"The condition {name} depends on itself, which CloudFormation refuses.");
    }

    private static void NoteWhatOthersAdd(Template template, IReadOnlyList<Resource> resources, Notes notes)
    {
        foreach (var transform in template.Transforms.Where(transform => transform != "AWS::LanguageExtensions"))
            notes.Add("", transform.StartsWith("AWS::Serverless", StringComparison.Ordinal)
                ? "The transform AWS::Serverless makes functions, APIs and the like of the template's; they are not read. It makes no VPC resources."
                : $"The macro {transform} runs when the stack is deployed; what it adds or changes is not read.");
        if (template.Resources.ContainsKey("Fn::Transform")) notes.Add("", "A macro of Fn::Transform adds resources when the stack is deployed; they are not read.");
        foreach (var resource in resources)
        {
            if (resource.Type == "AWS::CloudFormation::Stack") notes.Add(resource.Address, "A nested stack: its template is not in this one, so what it declares is not read. Review it too.");
            if (resource.Type.EndsWith("::MODULE", StringComparison.Ordinal)) notes.Add(resource.Address, $"A module ({resource.Type}): what it declares is not read.");
            if (resource.Type.Length == 0) notes.Add(resource.Address, "It has no type.");
            if (Matters(resource.Type) && resource.Properties["Fn::Transform"] is not null) notes.Add(resource.Address, "A macro of Fn::Transform sets properties when the stack is deployed; they are not read.");
        }
    }

    // Alarms and functions that may or may not be there have no bearing on the network's cost.
    private static bool Matters(string type) =>
        PaidProducts.NotPriced(type) is not null || type == "AWS::CloudFormation::Stack"
        || type.StartsWith("AWS::EC2::", StringComparison.Ordinal) && type is not ("AWS::EC2::SecurityGroup" or "AWS::EC2::SecurityGroupIngress" or "AWS::EC2::SecurityGroupEgress" or "AWS::EC2::NetworkAcl" or "AWS::EC2::NetworkAclEntry");
}
