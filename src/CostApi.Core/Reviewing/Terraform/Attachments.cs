namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads attachments to Transit Gateways.</summary>
internal static class Attachments
{
    public static IReadOnlyList<DeclaredAttachment> Read(World world)
    {
        var attachments = world.Managed(Kind.Attachment).Select(attachment => Read(attachment, world)).ToList();

        // A VPN connection to a Transit Gateway, and a Direct Connect gateway on one, are attachments of it without a resource
        // of their own.
        foreach (var resource in world.Managed(Kind.Unpriced))
        {
            var (attribute, kind) = resource.Type switch
            {
                "aws_vpn_connection" or "awscc_ec2_vpn_connection" => ("transit_gateway_id", "vpn"),
                "aws_dx_gateway_association" => ("associated_gateway_id", "directConnect"),
                _ => (null, ""),
            };
            if (attribute is not null && world.Links.One(resource, attribute, Kind.TransitGateway) is var lead && IsToTransitGateway(lead))
                attachments.Add(new DeclaredAttachment(resource.Address, world.RegionOf(resource), lead.To?.Address, null, kind));
        }

        return attachments;
    }

    private static DeclaredAttachment Read(Resource attachment, World world)
    {
        var kind = KindOf(attachment.Type);
        var place = kind == "vpc" ? world.VpcOf(attachment) : VpcOf.Unknown;
        return new DeclaredAttachment(attachment.Address, world.RegionOf(attachment),
            world.Links.One(attachment, "transit_gateway_id", Kind.TransitGateway).To?.Address, place.Vpc, kind)
        {
            PossibleVpcs = place.Possible,
            Subnets = kind == "vpc" ? [.. world.Links.Many(attachment, "subnet_ids", Kind.Subnet).To.Select(subnet => subnet.Address)] : [],
        };
    }

    // A VPN connection may be of a virtual private gateway, and a Direct Connect gateway too: those are no attachments.
    private static bool IsToTransitGateway(Lead lead) =>
        lead.To is { } gateway ? gateway.Resource is not null || gateway.Address.StartsWith("tgw-", StringComparison.Ordinal)
            : lead.May is { IsComplete: true, Resources.Count: > 0 };

    private static string KindOf(string type) =>
        type.Contains("peering", StringComparison.Ordinal) ? "peering"
        : type.Contains("connect", StringComparison.Ordinal) ? "connect"
        : "vpc";
}
