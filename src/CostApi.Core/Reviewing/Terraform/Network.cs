namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Puts the network of one time together.</summary>
internal static class Network
{
    public static DeclaredNetwork Of(IEnumerable<Resource> resources, Configuration configuration, IEnumerable<Unread> unread)
    {
        var world = new World(resources, configuration);
        var nats = new NatReading(world).All();
        var endpoints = new EndpointReading(world).All();
        var tables = new RouteReading(world).All();
        var attachments = Attachments(world);
        var peerings = world.Managed(Kind.Peering).Select(peering => new DeclaredPeering(peering.Address, world.VpcOf(peering), world.Vpc(peering, "peer_vpc_id"))).ToList();
        var addresses = new AddressReading(world).All();
        var subnets = world.Inventory.Of(Kind.Subnet).Where(subnet => !subnet.IsData || subnet.Id is not null)
            .Select(subnet => new DeclaredSubnet(subnet.IsData ? subnet.Id! : subnet.Address, world.VpcOf(subnet), world.ZoneOf(subnet), world.RegionOf(subnet)))
            .DistinctBy(subnet => subnet.Address)
            .ToList();
        var declared = world.Managed(Kind.Vpc).Select(vpc => new DeclaredVpc(vpc.Address, vpc["tags"]["Name"].PublicText, world.RegionOf(vpc))).ToList();
        return new DeclaredNetwork
        {
            Vpcs = [.. declared.Concat(world.ForeignVpcs).DistinctBy(vpc => vpc.Address)],
            Subnets = subnets,
            NatGateways = nats,
            Endpoints = endpoints,
            RouteTables = tables,
            Attachments = attachments,
            Peerings = peerings,
            Addresses = addresses,
            NotPriced = [.. world.Inventory.All.Where(resource => !resource.IsData).Select(NotPricedAs).OfType<NotPriced>()],
            Unread = [.. unread, .. world.Unread],
        };
    }

    private static NotPriced? NotPricedAs(Resource resource) =>
        PaidProducts.NotPriced(resource.Type, setting => resource[setting.TerraformAttribute].Text) is { } what
            ? new NotPriced(resource.Address, resource.Type, what)
            : null;

    private static List<DeclaredAttachment> Attachments(World world)
    {
        var attachments = world.Managed(Kind.Attachment).Select(attachment => new DeclaredAttachment(
            attachment.Address, world.RegionOf(attachment), world.Links.One(attachment, "transit_gateway_id", Kind.TransitGateway)?.Address,
            KindOf(attachment.Type) == "vpc" ? world.VpcOf(attachment) : null, KindOf(attachment.Type))).ToList();

        // A VPN connection to a Transit Gateway, and a Direct Connect gateway on one, are attachments of it without a resource of their own.
        foreach (var resource in world.Managed(Kind.Unpriced))
        {
            var (attribute, kind) = resource.Type switch
            {
                "aws_vpn_connection" or "awscc_ec2_vpn_connection" => ("transit_gateway_id", "vpn"),
                "aws_dx_gateway_association" => ("associated_gateway_id", "directConnect"),
                _ => (null, ""),
            };
            if (attribute is not null && world.Links.One(resource, attribute, Kind.TransitGateway) is { } gateway && (gateway.Resource is not null || gateway.Address.StartsWith("tgw-", StringComparison.Ordinal)))
                attachments.Add(new DeclaredAttachment(resource.Address, world.RegionOf(resource), gateway.Address, null, kind));
        }

        return attachments;
    }

    private static string KindOf(string type) =>
        type.Contains("peering", StringComparison.Ordinal) ? "peering"
        : type.Contains("connect", StringComparison.Ordinal) ? "connect"
        : "vpc";
}
