namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>What a template uses its endpoints for, beside the name of their service: then traffic may come to them without
/// private DNS.</summary>
internal static class EndpointUses
{
    // Who uses an endpoint is told by a few examples.
    private const int MostUsers = 8;

    // These watch an endpoint, or send it what needs no name; whoever else has its id can find its addresses.
    private static readonly string[] Watching =
    [
        "AWS::CloudWatch::", "AWS::Logs::", "AWS::Config::", "AWS::EC2::VPCEndpointConnectionNotification", "AWS::EC2::SecurityGroup",
        "AWS::EC2::FlowLog", "AWS::EC2::Route",
    ];

    /// <summary>Addresses of the resources and outputs that direct traffic to an endpoint, or may, by the endpoint's address.</summary>
    public static ILookup<string, string> Read(Stack stack)
    {
        var uses = new HashSet<(string Endpoint, string User)>();
        foreach (var resource in stack.Resources)
        {
            foreach (var mention in stack.Mentions(resource.Properties)
                .Where(mention => stack.TypeOf(mention.Name) == "AWS::EC2::VPCEndpoint"))
                if (resource.Address != mention.Name && (IsNetwork(mention) || IsId(mention) && !IsWatching(resource)))
                    uses.Add((mention.Name, resource.Address));
        }

        // Whoever takes the output can direct traffic there; the id alone is given out as a matter of course.
        foreach (var (name, output) in stack.Outputs)
        {
            foreach (var mention in stack.Mentions(output)
                .Where(mention => IsNetwork(mention) && stack.TypeOf(mention.Name) == "AWS::EC2::VPCEndpoint"))
                uses.Add((mention.Name, $"Outputs.{name}"));
        }

        return uses.GroupBy(use => use.Endpoint).SelectMany(group => group.Take(MostUsers)).ToLookup(use => use.Endpoint, use => use.User);
    }

    private static bool IsNetwork(Mention mention) => mention.Attribute is "DnsEntries" or "NetworkInterfaceIds";

    // By its id an API, an application or a program of the template's own finds the endpoint, and its addresses.
    private static bool IsId(Mention mention) => mention.Attribute is null or "Id";

    private static bool IsWatching(Resource resource) => Watching.Any(type => resource.Type.StartsWith(type, StringComparison.Ordinal));
}
