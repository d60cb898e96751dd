namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Tells by an id's prefix what it can be the id of.</summary>
internal static class IdsOfThings
{
    private static readonly (string Prefix, Kind Kind)[] Prefixes =
    [
        ("subnet-", Kind.Subnet),
        ("vpc-", Kind.Vpc),
        ("rtb-", Kind.RouteTable),
        ("nat-", Kind.NatGateway),
        ("eipalloc-", Kind.ElasticIp),
        ("igw-", Kind.InternetGateway),
        ("eigw-", Kind.EgressOnlyInternetGateway),
        ("tgw-attach-", Kind.Attachment),
        ("tgw-", Kind.TransitGateway),
        ("pcx-", Kind.Peering),
        ("vpce-", Kind.Endpoint),
        ("eni-", Kind.NetworkInterface),
    ];

    public static Kind KindOf(string id)
    {
        foreach (var (prefix, kind) in Prefixes)
            if (id.StartsWith(prefix, StringComparison.Ordinal)) return kind;
        return Kind.None;
    }

    /// <summary>Whether an id can be of what is wanted; one without a known prefix can be of anything.</summary>
    public static bool Fits(string id, Kind wanted) => KindOf(id) is var kind && (kind == Kind.None || (kind & wanted) != 0);
}
