using System.Collections.Frozen;
using static CostApi.Core.Prices.ChargeUnit;
using static CostApi.Core.Prices.CostCategory;

namespace CostApi.Core.Prices;

/// <summary>The charges that a layout can meter: the one place that names their usage type, unit and category.</summary>
public static class Charges
{
    private const string Vpc = "AmazonVPC", Ec2 = "AmazonEC2", Transfer = "AWSDataTransfer", Route53 = "AmazonRoute53";

    /// <summary>The price list's <c>transferType</c> of what a Region sends to another.</summary>
    public const string InterRegionTransfer = "InterRegion Outbound";

    public static readonly Charge InterfaceEndpointHours = new("VpcEndpoint-Hours", Vpc, Hours, InterfaceEndpoint) { Operation = "VpcEndpoint", BillsWholeHours = true };
    public static readonly Charge InterfaceEndpointBytes = new("VpcEndpoint-Bytes", Vpc, Gigabytes, InterfaceEndpoint) { Operation = "VpcEndpoint" };
    public static readonly Charge GatewayLoadBalancerEndpointHours = new("VpcEndpoint-GWLBE-Hours", Vpc, Hours, GatewayLoadBalancerEndpoint) { Operation = "VpcEndpoint", BillsWholeHours = true };
    public static readonly Charge GatewayLoadBalancerEndpointBytes = new("VpcEndpoint-GWLBE-Bytes", Vpc, Gigabytes, GatewayLoadBalancerEndpoint) { Operation = "VpcEndpoint" };
    public static readonly Charge ResourceEndpointHours = new("VpcEndpoint-Resource-Hours", Vpc, Hours, ResourceEndpoint) { Operation = "VpcResourceConsumer", BillsWholeHours = true };
    public static readonly Charge ResourceEndpointBytes = new("VpcResource-Consumer-Bytes", Vpc, Gigabytes, ResourceEndpoint);
    public static readonly Charge ServiceNetworkHours = new("VpcLattice-Service-Network-Resource-Hours", Vpc, Hours, ServiceNetwork) { BillsWholeHours = true };
    public static readonly Charge NatGatewayHours = new("NatGateway-Hours", Ec2, Hours, NatGateway) { Operation = "NatGateway", BillsWholeHours = true };
    public static readonly Charge NatGatewayBytes = new("NatGateway-Bytes", Ec2, Gigabytes, NatGateway) { Operation = "NatGateway" };
    public static readonly Charge RegionalNatGatewayHours = new("RegionalNatGateway-Hours", Ec2, Hours, NatGateway) { Operation = "RegionalNatGateway", BillsWholeHours = true };
    public static readonly Charge RegionalNatGatewayBytes = new("RegionalNatGateway-Bytes", Ec2, Gigabytes, NatGateway) { Operation = "RegionalNatGateway" };
    public static readonly Charge PublicIpv4InUse = new("PublicIPv4:InUseAddress", Vpc, Hours, PublicIpv4);
    public static readonly Charge PublicIpv4Idle = new("PublicIPv4:IdleAddress", Vpc, Hours, PublicIpv4);
    public static readonly Charge TransitGatewayHours = new("TransitGateway-Hours", Vpc, Hours, TransitGateway) { Operation = "TransitGatewayVPC", BillsWholeHours = true };
    public static readonly Charge TransitGatewayBytes = new("TransitGateway-Bytes", Vpc, Gigabytes, TransitGateway) { Operation = "TransitGatewayVPC" };
    public static readonly Charge PeeringOut = new("VpcPeering-Out-Bytes", Vpc, Gigabytes, Peering);
    public static readonly Charge PeeringIn = new("VpcPeering-In-Bytes", Vpc, Gigabytes, Peering);
    public static readonly Charge CrossZone = new("DataTransfer-Regional-Bytes", Transfer, Gigabytes, DataTransfer) { TransferType = "IntraRegion" };
    public static readonly Charge InternetOut = new("DataTransfer-Out-Bytes", Transfer, Gigabytes, DataTransfer) { TransferType = "AWS Outbound", ToLocation = "External" };
    public static readonly Charge InternetOutFree = new("Global-DataTransfer-Out-Bytes", Transfer, Gigabytes, DataTransfer) { IsGlobal = true };
    public static readonly Charge HostedZone = new("HostedZone", Route53, HostedZoneMonths, PrivateHostedZone) { IsGlobal = true };

    /// <summary>Free of charge and in no price list (rule 1.19): the price of its GB is known to be 0.</summary>
    public static readonly Charge GatewayEndpointBytes = new("", null, Gigabytes, GatewayEndpoint);

    /// <summary>Billed, but under a usage type and at a rate that are not known (rule 1.25).</summary>
    public static readonly Charge ServiceNetworkBytes = new("", null, Gigabytes, ServiceNetwork);

    /// <summary>Priced by the caller for each VPC: an instance of the caller's own choosing (rule 2.13).</summary>
    public static readonly Charge NatInstanceHours = new("", null, Hours, NatInstance);

    /// <summary>Every charge that a price list can hold under a fixed usage type.</summary>
    public static readonly FrozenDictionary<string, Charge> ByUsageType = new[]
    {
        InterfaceEndpointHours, InterfaceEndpointBytes, GatewayLoadBalancerEndpointHours, GatewayLoadBalancerEndpointBytes,
        ResourceEndpointHours, ResourceEndpointBytes, ServiceNetworkHours,
        NatGatewayHours, NatGatewayBytes, RegionalNatGatewayHours, RegionalNatGatewayBytes, PublicIpv4InUse, PublicIpv4Idle,
        TransitGatewayHours, TransitGatewayBytes, PeeringOut, PeeringIn, CrossZone, InternetOut, InternetOutFree, HostedZone,
    }.ToFrozenDictionary(charge => charge.UsageType);

    /// <summary>Transfer from the priced Region to another one: a usage type of its own for each pair (rule 4.5), not known without the other's prefix.</summary>
    public static Charge InterRegionOut(Region to) => to.UsageTypePrefix is null
        ? new("", null, Gigabytes, DataTransfer) { ToRegion = to.Code }
        : new($"{to.UsageTypePrefix}-AWS-Out-Bytes", Transfer, Gigabytes, DataTransfer) { ToRegion = to.Code, TransferType = InterRegionTransfer };
}
