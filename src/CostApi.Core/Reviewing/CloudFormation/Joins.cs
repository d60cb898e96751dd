namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads what joins VPCs with each other and with the outside.</summary>
internal static class Joins
{
    public static IReadOnlyList<DeclaredAttachment> Attachments(Stack stack) =>
    [
        // Two types with one meaning: the newer one can be changed in place.
        .. stack.Of("AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment").Select(resource =>
            Attachment(resource, stack, "TransitGatewayId", "vpc", stack.Address(resource, "VpcId", "Its VPC"))),
        .. stack.Of("AWS::EC2::TransitGatewayPeeringAttachment").Select(resource => Attachment(resource, stack, "TransitGatewayId", "peering", null)),
        .. stack.Of("AWS::EC2::TransitGatewayConnect").Select(resource => Attachment(resource, stack, "TransportTransitGatewayAttachmentId", "connect", null)),
        .. stack.Of("AWS::EC2::VPNConnection").Where(resource => stack.Property(resource, "TransitGatewayId") is not Value.Absent)
            .Select(resource => Attachment(resource, stack, "TransitGatewayId", "vpn", null)),
        .. stack.Of("AWS::DirectConnect::DirectConnectGatewayAssociation").Select(resource => Attachment(resource, stack, "AssociatedGatewayId", "directConnect", null)),
    ];

    public static IReadOnlyList<DeclaredPeering> Peerings(Stack stack) =>
        [.. stack.Of("AWS::EC2::VPCPeeringConnection").Select(resource => new DeclaredPeering(resource.Address, stack.Address(resource, "VpcId", "Its VPC"), stack.Address(resource, "PeerVpcId", "Its other VPC")))];

    private static DeclaredAttachment Attachment(Resource resource, Stack stack, string gateway, string kind, string? vpc) =>
        new(resource.Address, stack.Region, stack.Address(resource, gateway, "Its Transit Gateway"), vpc, kind);
}
