namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Tells which pool an Elastic IP address comes from.</summary>
internal static class AddressPools
{
    public static AddressPool Of(Resource address, World world)
    {
        if (IsGiven(address, "ipam_pool_id", world)) return AddressPool.Unknown;
        if (IsGiven(address, "customer_owned_ipv4_pool", world) || address["carrier_ip"].Text is not null || IsWavelength(address))
            return AddressPool.CarrierOrCustomerOwned;
        if (address["public_ipv4_pool"].Text is { } pool)
            return string.Equals(pool, "amazon", StringComparison.OrdinalIgnoreCase) ? AddressPool.Amazon : AddressPool.Own;
        return IsGiven(address, "public_ipv4_pool", world) ? AddressPool.Unknown : AddressPool.Amazon;
    }

    // The provider computes what is not set, so "unknown" can mean either; the configuration tells which.
    private static bool IsGiven(Resource address, string attribute, World world) =>
        address[attribute] is var field
            && (field.Text is not null || (field.IsUnknown && world.Links.Written(address, attribute) is not null));

    // Border groups of Wavelength Zones: us-east-1-wl1-bos-wlz-1. Those of Local Zones have addresses of Amazon's like any other.
    private static bool IsWavelength(Resource address) =>
        address["network_border_group"].Text?.Contains("-wl", StringComparison.Ordinal) == true;
}
