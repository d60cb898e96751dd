namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Says what the stack will have that does not stand in its template.</summary>
internal static class NotRead
{
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["AWS::CloudFormation::Stack"] = "A nested stack: its template is not in this one, so what it declares is not read. Review it too.",
        ["AWS::CloudFormation::StackSet"] =
            "A stack set: it makes stacks in the accounts and Regions that it names, and what they declare is not read. Review its "
                + "template too.",
        ["AWS::Serverless::Application"] =
            "An application of the Serverless Application Repository, which becomes a nested stack: what it declares is not read. Review "
                + "its template too.",
        ["AWS::ServiceCatalog::CloudFormationProvisionedProduct"] =
            "A product of AWS Service Catalog: what it provisions is not read. Review its template too.",
    };

    public static void Note(Template template, IReadOnlyList<Resource> resources, Notes notes)
    {
        foreach (var transform in template.Transforms.Where(transform => transform != "AWS::LanguageExtensions"))
            notes.Add("", WordsOf(transform));
        if (template.Resources.ContainsKey("Fn::Transform"))
            notes.Add("", "A macro of Fn::Transform adds resources when the stack is deployed; they are not read.");
        foreach (var resource in resources)
        {
            if (Elsewhere.TryGetValue(resource.Type, out var words)) notes.Add(resource.Address, words);
            if (resource.Type.EndsWith("::MODULE", StringComparison.Ordinal))
                notes.Add(resource.Address, $"A module ({resource.Type}): what it declares is not read.");
            if (resource.Type.Length == 0) notes.Add(resource.Address, "It has no type.");
            if (Matters(resource.Type) && resource.Properties["Fn::Transform"] is not null)
                notes.Add(resource.Address, "A macro of Fn::Transform sets properties when the stack is deployed; they are not read.");
        }

        CdkLookups.Note(resources, notes);
    }

    /// <summary>Whether a resource has a bearing on the network's cost; alarms and functions, which may or may not be there, have
    /// none.</summary>
    public static bool Matters(string type) =>
        PaidProducts.NotPriced(type) is not null || Elsewhere.ContainsKey(type)
        || (type.StartsWith("AWS::EC2::", StringComparison.Ordinal)
            && type is not ("AWS::EC2::SecurityGroup" or "AWS::EC2::SecurityGroupIngress" or "AWS::EC2::SecurityGroupEgress"
                or "AWS::EC2::NetworkAcl" or "AWS::EC2::NetworkAclEntry"));

    private static string WordsOf(string transform) => transform.StartsWith("AWS::Serverless", StringComparison.Ordinal)
        ? "The transform AWS::Serverless makes functions, APIs and the like of the template's; they are not read. It makes no VPC "
            + "resources."
        : $"The macro {Sayable.Beginning(transform, 100)} runs when the stack is deployed; what it adds or changes is not read.";
}
