namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The attributes of <c>Fn::GetAtt</c> that say something of the network (CloudFormation's resource reference).</summary>
internal static class Attributes
{
    /// <summary>Whether the attribute is the resource's own id, as <c>Ref</c> gives it.</summary>
    public static bool IsOwnId(string type, string attribute) => (type, attribute) switch
    {
        ("AWS::EC2::VPC", "VpcId") => true,
        ("AWS::EC2::Subnet", "SubnetId") => true,
        ("AWS::EC2::RouteTable", "RouteTableId") => true,
        // A route to a regional NAT gateway takes it from here, and not by Ref, in what the CDK writes.
        ("AWS::EC2::NatGateway", "NatGatewayId") => true,
        ("AWS::EC2::EIP", "AllocationId") => true,
        ("AWS::EC2::InternetGateway", "InternetGatewayId") => true,
        ("AWS::EC2::EgressOnlyInternetGateway", "Id") => true,
        ("AWS::EC2::VPCEndpoint", "Id") => true,
        ("AWS::EC2::VPCPeeringConnection", "Id") => true,
        ("AWS::EC2::TransitGateway", "Id" or "TransitGatewayId") => true,
        ("AWS::EC2::TransitGatewayAttachment" or "AWS::EC2::TransitGatewayVpcAttachment", "Id") => true,
        ("AWS::VpcLattice::ServiceNetwork" or "AWS::VpcLattice::ResourceConfiguration", "Arn" or "Id") => true,
        _ => false,
    };

    /// <summary>The property that an attribute repeats; null for those that only the deployed resource has.</summary>
    public static string? PropertyBehind(string type, string attribute) => (type, attribute) switch
    {
        ("AWS::EC2::Subnet", "VpcId" or "AvailabilityZone" or "AvailabilityZoneId" or "CidrBlock") => attribute,
        ("AWS::EC2::VPC", "CidrBlock") => attribute,
        ("AWS::EC2::VPCEndpoint" or "AWS::EC2::NatGateway", "VpcId") => attribute,
        _ => null,
    };
}
