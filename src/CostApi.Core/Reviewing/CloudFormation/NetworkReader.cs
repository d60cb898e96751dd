namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads the network of a stack, type by type.</summary>
internal static class NetworkReader
{
    public static DeclaredNetwork Read(Stack stack, Template template)
    {
        var subnets = Subnets(stack);
        var place = new Place(subnets, vpc => stack.TypeOf(vpc) == "AWS::EC2::VPC");
        var network = new DeclaredNetwork
        {
            Subnets = [.. subnets.Values],
            NatGateways = [.. stack.Of("AWS::EC2::NatGateway").Select(resource => NatGateways.Read(resource, stack, place))],
            Endpoints = [.. stack.Of("AWS::EC2::VPCEndpoint").Select(resource => Endpoints.Read(resource, stack, place))],
            RouteTables = RouteTables.Read(stack),
            Attachments = Joins.Attachments(stack),
            Peerings = Joins.Peerings(stack),
            Addresses = Addresses.Read(stack, template),
            NotPriced = [.. stack.Resources.Select(resource => NotPricedAs(resource, stack)).OfType<NotPriced>()],
        };
        return network with { Vpcs = [.. Declared(stack), .. Named(stack, network)] };
    }

    private static NotPriced? NotPricedAs(Resource resource, Stack stack)
    {
        // What forwards the traffic of others must have this check off: the mark of a NAT instance.
        if (resource.Type == "AWS::EC2::Instance" && CloudFormation.Named.Truth(stack.Property(resource, "SourceDestCheck")) == false)
            return new NotPriced(resource.Address, resource.Type, PaidProducts.ForwardingInstance);
        return PaidProducts.NotPriced(resource.Type, setting => (stack.Property(resource, setting.CloudFormationProperty) as Value.Text)?.Content) is { } what
            ? new NotPriced(resource.Address, resource.Type, what)
            : null;
    }

    private static Dictionary<string, DeclaredSubnet> Subnets(Stack stack) =>
        stack.Of("AWS::EC2::Subnet").ToDictionary(resource => resource.Address, resource => new DeclaredSubnet(resource.Address, stack.Address(resource, "VpcId", "Its VPC"), ZoneOf(resource, stack), stack.Region));

    private static string? ZoneOf(Resource resource, Stack stack)
    {
        var value = stack.Property(resource, "AvailabilityZone") is var zone and not Value.Absent ? zone : stack.Property(resource, "AvailabilityZoneId");
        var name = CloudFormation.Named.Zone(value);
        if (name is null) stack.Notes.Add(resource.Address, $"Its zone is not known: {value.Doubt ?? "none is written, so AWS chooses one"}. It is taken as a zone of its own.");
        // Two parameters can hold one zone, but AWS refuses an endpoint with both, and a second NAT gateway there has no use.
        else if (value is Value.Unknown unknown) stack.Notes.Add("", $"The zone of {unknown.Name} is taken to be another than those under other names: {unknown.Why}.");
        return name;
    }

    private static IEnumerable<DeclaredVpc> Declared(Stack stack) =>
        stack.Of("AWS::EC2::VPC").Select(resource => new DeclaredVpc(resource.Address, stack.NameOf(resource), stack.Region));

    // VPCs of other stacks, in which this one puts endpoints and the like. The other end of a peering may be in another Region.
    private static IEnumerable<DeclaredVpc> Named(Stack stack, DeclaredNetwork network) =>
        network.Subnets.Select(subnet => subnet.Vpc)
            .Concat(network.NatGateways.Select(nat => nat.Vpc))
            .Concat(network.Endpoints.Select(endpoint => endpoint.Vpc))
            .Concat(network.RouteTables.Select(table => table.Vpc))
            .Concat(network.Attachments.Select(attachment => attachment.Vpc))
            .Concat(network.Peerings.Select(peering => peering.Vpc))
            .OfType<string>().Distinct().Where(address => stack.TypeOf(address) != "AWS::EC2::VPC")
            .Select(address => new DeclaredVpc(address, null, stack.Region, IsDeclared: false));
}
