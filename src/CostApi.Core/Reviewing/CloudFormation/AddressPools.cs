namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The pools that Elastic IP addresses come from, which decide whether they are billed (AWS::EC2::EIP).</summary>
internal static class AddressPools
{
    public static AddressPool Of(Resource resource, Stack stack)
    {
        if (stack.Property(resource, "IpamPoolId") is not Value.Absent) return AddressPool.Unknown;
        var pool = stack.Property(resource, "PublicIpv4Pool");
        var group = stack.Property(resource, "NetworkBorderGroup");
        return (pool, group) switch
        {
            (Value.Text { Content: var name }, _) when name.StartsWith("ipv4pool-coip-", StringComparison.Ordinal) =>
                AddressPool.CarrierOrCustomerOwned,
            (Value.Text { Content: var name }, _) when name.StartsWith("ipv4pool-", StringComparison.Ordinal) => AddressPool.Own,
            // A Wavelength Zone's group: us-east-1-wl1-bos-wlz-1.
            (_, Value.Text { Content: var zones }) when zones.Contains("-wl", StringComparison.Ordinal) =>
                AddressPool.CarrierOrCustomerOwned,
            (Value.Absent or Value.Text { Content: "" or "amazon" }, _) => AddressPool.Amazon,
            _ => AddressPool.Unknown,
        };
    }
}
