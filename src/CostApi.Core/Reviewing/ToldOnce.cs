namespace CostApi.Core.Reviewing;

/// <summary>Lists of what a document says, each thing once.</summary>
internal static class ToldOnce
{
    /// <summary>What could not be read: one row for each reason, with all of its addresses.</summary>
    public static IReadOnlyList<Unread> Of(IEnumerable<Unread> unread) =>
        [.. unread.GroupBy(one => one.Why).Select(same => new Unread(Addresses([.. same.Select(one => one.Address)]), same.Key))];

    /// <summary>What conditions leave out: the resources of the network by name, all others as a number.</summary>
    public static IReadOnlyList<LeftOut> Of(IReadOnlyList<LeftOut> leftOut)
    {
        LeftOut[] named = [.. leftOut.Where(one => IsOfNetwork(one.Type)).Distinct()];
        var others = leftOut.Distinct().Count() - named.Length;
        if (others == 0) return named;
        var what = others == 1
            ? "1 other resource, which is not part of the network, is"
            : $"{others} other resources, which are not part of the network, are";
        return [.. named, new LeftOut("", "", $"{what} left out by conditions as well.")];
    }

    private static string Addresses(string[] addresses) =>
        addresses.Contains("") ? "" : Sayable.Some([.. addresses.Distinct(StringComparer.Ordinal)]);

    private static bool IsOfNetwork(string type) => NetworkTypes.Contains(type) || PaidProducts.Knows(type);

    private static readonly HashSet<string> NetworkTypes = new(StringComparer.Ordinal)
    {
        "AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::NatGateway", "AWS::EC2::RouteTable", "AWS::EC2::Route",
        "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::EIPAssociation", "AWS::EC2::InternetGateway", "AWS::EC2::VPCGatewayAttachment", "AWS::EC2::TransitGateway",
        "AWS::EC2::VPCPeeringConnection", "AWS::CloudFormation::Stack",
    };
}
