namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads VPCs: those that the template declares, and those of other stacks in which it puts things.</summary>
internal static class Vpcs
{
    private const string Type = "AWS::EC2::VPC";

    public static IReadOnlyList<DeclaredVpc> Read(Stack stack, DeclaredNetwork network) =>
    [
        .. stack.Of(Type).Select(resource => new DeclaredVpc(resource.Address, stack.NameOf(resource), stack.Region)),
        .. Used(network).OfType<string>().Distinct().Where(address => stack.TypeOf(address) != Type)
            .Select(address => new DeclaredVpc(address, null, stack.Region, IsDeclared: false)),
    ];

    // The other end of a peering may be in another Region.
    private static IEnumerable<string?> Used(DeclaredNetwork network) =>
        network.Subnets.SelectMany(subnet => subnet.PossibleVpcs.Append(subnet.Vpc))
            .Concat(network.NatGateways.SelectMany(nat => nat.PossibleVpcs.Append(nat.Vpc)))
            .Concat(network.Endpoints.SelectMany(endpoint => endpoint.PossibleVpcs.Append(endpoint.Vpc)))
            .Concat(network.RouteTables.SelectMany(table => table.PossibleVpcs.Append(table.Vpc)))
            .Concat(network.Attachments.SelectMany(attachment => attachment.PossibleVpcs.Append(attachment.Vpc)))
            .Concat(network.Peerings.Select(peering => peering.Vpc));
}
