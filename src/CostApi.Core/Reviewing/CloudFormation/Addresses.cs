namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads elastic IP addresses, and what uses them.</summary>
internal static class Addresses
{
    private const string Eip = "AWS::EC2::EIP";

    private static readonly string[] Interfaces = ["InstanceId", "NetworkInterfaceId"];

    public static IReadOnlyList<DeclaredAddress> Read(Stack stack, Template template)
    {
        var users = Users(stack);
        var exported = template.Outputs.Values.SelectMany(output => Mentions.In(output)).ToHashSet();
        var isUnclear = stack.Of("AWS::EC2::NatGateway", "AWS::EC2::EIPAssociation").Any(resource => stack.Property(resource, "AllocationId") is Value.Unknown { Name: null });
        return [.. stack.Of(Eip).Select(resource => Of(resource, users, isUnclear ? null : exported, stack))];
    }

    // An address that the stack gives out may be used by another stack, and any by a gateway whose address is not known.
    private static DeclaredAddress Of(Resource resource, Dictionary<string, string> users, HashSet<string>? exported, Stack stack)
    {
        if (users.TryGetValue(resource.Address, out var user)) return new DeclaredAddress(resource.Address, stack.Region, true, user);
        var instance = stack.Property(resource, "InstanceId");
        if (instance is not Value.Absent) return new DeclaredAddress(resource.Address, stack.Region, instance is Value.Either or Value.Text { Content: "" } ? null : true, Named.Address(instance));
        return new DeclaredAddress(resource.Address, stack.Region, exported?.Contains(resource.Address) == false ? false : null, null);
    }

    // Only what uses an address asks for its allocation id; security groups and DNS records ask for the address itself.
    private static Dictionary<string, string> Users(Stack stack)
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in stack.Resources.Where(resource => resource.Type != Eip))
        {
            var mentioned = resource.Type == "AWS::EC2::EIPAssociation" ? Mentions.In(resource.Properties) : Mentions.OfAttribute(resource.Properties, "AllocationId");
            foreach (var address in mentioned.Where(address => stack.TypeOf(address) == Eip))
                users.TryAdd(address, resource.Type == "AWS::EC2::EIPAssociation" ? Associated(resource, stack) ?? resource.Address : resource.Address);
        }

        return users;
    }

    private static string? Associated(Resource resource, Stack stack) =>
        Interfaces.Select(name => Named.Address(stack.Property(resource, name))).FirstOrDefault(address => address is not null);
}
