namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads the network of a stack, type by type.</summary>
internal static class NetworkReader
{
    public static DeclaredNetwork Read(Stack stack)
    {
        var subnets = Subnets.Read(stack);
        var place = new Place(subnets, vpc => stack.TypeOf(vpc) == "AWS::EC2::VPC");
        var gateways = NatGateways.Read(stack, place);
        var network = new DeclaredNetwork
        {
            Subnets = subnets,
            NatGateways = gateways,
            Endpoints = Endpoints.Read(stack, place),
            RouteTables = RouteTables.Read(stack),
            Attachments = Attachments.Read(stack),
            Peerings = Peerings.Read(stack),
            Addresses = Addresses.Read(stack, gateways),
            HostedZones = HostedZones.Read(stack),
            NotPriced = OtherProducts.Read(stack),
        };
        return network with { Vpcs = Vpcs.Read(stack, network) };
    }
}
