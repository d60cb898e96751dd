namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads elastic IP addresses, and what uses them.</summary>
internal static class Addresses
{
    private const string Eip = "AWS::EC2::EIP";
    private const string Association = "AWS::EC2::EIPAssociation";

    private static readonly string[] Interfaces = ["InstanceId", "NetworkInterfaceId"];

    public static IReadOnlyList<DeclaredAddress> Read(Stack stack, IReadOnlyList<DeclaredNat> gateways)
    {
        var certain = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var nat in gateways)
            foreach (var address in nat.ElasticIps) certain.TryAdd(address, nat.Address);
        var possible = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in stack.Resources.Where(resource => resource.Type != Eip)) Note(resource, stack, certain, possible);

        // An address that the stack gives out may be used by another stack, and any by something whose address is not known.
        possible.UnionWith(stack.Outputs.Values.SelectMany(output => stack.Mentions(output)).Select(mention => mention.Name));
        var isUnclear = gateways.Any(nat => nat.UnknownElasticIps > 0)
            || stack.Of(Association).Any(resource => IsOfAnyAddress(resource, stack));
        return [.. stack.Of(Eip).Select(resource => Of(resource, stack, certain, isUnclear || possible.Contains(resource.Address)))];
    }

    private static DeclaredAddress Of(Resource resource, Stack stack, Dictionary<string, string> users, bool mayBeUsed)
    {
        var address = new DeclaredAddress(resource.Address, stack.Region, mayBeUsed ? null : false, null)
        {
            Pool = AddressPools.Of(resource, stack),
        };
        if (users.TryGetValue(resource.Address, out var user)) return address with { IsAttached = true, To = user };
        var instance = stack.Property(resource, "InstanceId");
        if (instance is Value.Absent) return address;
        var isCertain = instance is not (Value.OneOf or Value.Text { Content: "" });
        return address with { IsAttached = isCertain ? true : null, To = isCertain ? Named.Address(instance) : null };
    }

    private static bool IsOfAnyAddress(Resource association, Stack stack) =>
        Which.Of(stack.Property(association, "AllocationId"), isRequired: false).Only is null
        && stack.Property(association, "EIP") is Value.Absent;

    // Only what uses an address asks for its allocation id; security groups and DNS records ask for the address itself.
    private static void Note(Resource resource, Stack stack, Dictionary<string, string> certain, HashSet<string> possible)
    {
        var isAssociation = resource.Type == Association;
        foreach (var mention in stack.Mentions(resource.Properties).Where(mention => stack.TypeOf(mention.Name) == Eip))
        {
            if (!isAssociation && mention.Attribute != "AllocationId") continue;
            if (!mention.IsCertain || !resource.IsCertain && resource.Type != "AWS::EC2::NatGateway") possible.Add(mention.Name);
            else certain.TryAdd(mention.Name, isAssociation ? Associated(resource, stack) ?? resource.Address : resource.Address);
        }
    }

    private static string? Associated(Resource resource, Stack stack) =>
        Interfaces.Select(name => Named.Address(stack.Property(resource, name))).FirstOrDefault(address => address is not null);
}
