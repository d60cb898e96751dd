namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads attachments to Transit Gateways.</summary>
internal static class Attachments
{
    public static IReadOnlyList<DeclaredAttachment> Read(Stack stack) =>
    [
        // Two types with one meaning: the newer one can be changed in place.
        .. stack.Of("AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment")
            .Select(resource => OfVpc(resource, stack)),
        .. stack.Of("AWS::EC2::TransitGatewayPeeringAttachment").Select(resource => Of(resource, stack, "TransitGatewayId", "peering")),
        .. stack.Of("AWS::EC2::TransitGatewayConnect")
            .Select(resource => Of(resource, stack, "TransportTransitGatewayAttachmentId", "connect")),
        .. stack.Of("AWS::EC2::VPNConnection").Where(resource => stack.Property(resource, "TransitGatewayId") is not Value.Absent)
            .Select(resource => Of(resource, stack, "TransitGatewayId", "vpn")),
        .. stack.Of("AWS::DirectConnect::DirectConnectGatewayAssociation")
            .Select(resource => Of(resource, stack, "AssociatedGatewayId", "directConnect")),
    ];

    private static DeclaredAttachment OfVpc(Resource resource, Stack stack)
    {
        var vpc = stack.Which(resource, "VpcId", "Its VPC");
        return Of(resource, stack, "TransitGatewayId", "vpc") with
        {
            Vpc = vpc.Only,
            PossibleVpcs = vpc.Possible,
            Subnets = [.. Several.Of(stack.Property(resource, "SubnetIds")).Certain.Select(Named.Address).OfType<string>().Distinct()],
        };
    }

    private static DeclaredAttachment Of(Resource resource, Stack stack, string gateway, string kind) =>
        new(resource.Address, stack.Region, stack.Which(resource, gateway, "Its Transit Gateway").Only, null, kind);
}
