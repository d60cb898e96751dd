namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Puts the network of one time together.</summary>
internal static class Network
{
    public static DeclaredNetwork Of(IEnumerable<Resource> resources, Scan scan, Work work)
    {
        var world = new World(resources, scan.Configuration, work);
        var addresses = new NatAddresses(world);
        var nats = NatGateways.Read(world, addresses);
        var endpoints = Endpoints.Read(world, new EndpointUsers(world, scan.MentionedIds));
        var tables = RouteTables.Read(world);
        var attachments = Attachments.Read(world);
        var peerings = Peerings.Read(world);
        var zones = HostedZones.Read(world);
        var declared = world.Managed(Kind.Vpc)
            .Select(vpc => new DeclaredVpc(vpc.Address, vpc["tags"]["Name"].PublicText, world.RegionOf(vpc))).ToList();
        IReadOnlyList<string> notWhole = scan.Wholeness.All;
        return new DeclaredNetwork
        {
            Subnets = Subnets.Read(world),
            NatGateways = nats,
            Endpoints = endpoints,
            RouteTables = tables,
            Attachments = attachments,
            Peerings = peerings,
            Addresses = Addresses.Read(world, addresses),
            HostedZones = zones,
            // Last: what stands in a VPC names it.
            Vpcs = [.. declared.Concat(world.ForeignVpcs).DistinctBy(vpc => vpc.Address)],
            NotPriced = [.. world.Inventory.All.Where(resource => !resource.IsData).Select(NotPricedAs).OfType<NotPriced>()],
            NotWhole = notWhole,
            Unread = [.. notWhole.Select(why => new Unread("", why)), .. scan.Unread, .. world.Unread, .. Exhausted(work)],
        };
    }

    private static NotPriced? NotPricedAs(Resource resource) =>
        PaidProducts.NotPriced(resource.Type, setting => resource[setting.TerraformAttribute].Text) is { } what
            ? new NotPriced(resource.Address, resource.Type, what)
            : null;

    private static IEnumerable<Unread> Exhausted(Work work) =>
        work.IsExhausted ? [new Unread("",
            "The references in this document refer to each other in more ways than are evaluated. Values whose references were not "
            + "resolved completely are treated as not known.")] : [];
}
