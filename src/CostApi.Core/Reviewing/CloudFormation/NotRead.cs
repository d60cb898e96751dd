namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Says what the stack will have that does not stand in its template.</summary>
internal static class NotRead
{
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["AWS::CloudFormation::Stack"] = "This is a nested stack. Its template is not part of this one, so its resources are not read. "
            + "Review that template as well.",
        ["AWS::CloudFormation::StackSet"] =
            "This is a stack set. It creates stacks in the accounts and Regions that it specifies, and their resources are not read. "
                + "Review its template as well.",
        ["AWS::Serverless::Application"] =
            "This is an application of the AWS Serverless Application Repository, which becomes a nested stack. Its resources are not "
                + "read. Review its template as well.",
        ["AWS::ServiceCatalog::CloudFormationProvisionedProduct"] =
            "This is a product of AWS Service Catalog. The resources that it provisions are not read. Review its template as well.",
    };

    public static void Note(Template template, IReadOnlyList<Resource> resources, Notes notes)
    {
        foreach (var transform in template.Transforms.Where(transform => transform != "AWS::LanguageExtensions"))
            notes.Add("", WordsOf(transform));
        if (template.Resources.ContainsKey("Fn::Transform"))
            notes.Add("", "A macro of Fn::Transform adds resources when the stack is deployed. They are not read.");
        foreach (var resource in resources)
        {
            if (Elsewhere.TryGetValue(resource.Type, out var words)) notes.Add(resource.Address, words);
            if (resource.Type.EndsWith("::MODULE", StringComparison.Ordinal))
                notes.Add(resource.Address, $"This is a module ({resource.Type}). Its resources are not read.");
            if (resource.Type.Length == 0) notes.Add(resource.Address, "It has no type.");
            if (Matters(resource.Type) && resource.Properties["Fn::Transform"] is not null)
                notes.Add(resource.Address, "A macro of Fn::Transform sets properties when the stack is deployed. They are not read.");
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
        ? "The transform AWS::Serverless creates functions, APIs and similar resources from the template. They are not read. It does not "
            + "create VPC resources."
        : $"The macro {Sayable.Beginning(transform, 100)} runs when the stack is deployed. What it adds or changes is not read.";
}
