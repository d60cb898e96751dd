using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads NAT gateways.</summary>
internal static class NatGateways
{
    public static IReadOnlyList<DeclaredNat> Read(Stack stack, Place place) =>
        [.. stack.Of("AWS::EC2::NatGateway").Select(resource => Of(resource, stack, place))];

    private static DeclaredNat Of(Resource resource, Stack stack, Place place)
    {
        var mode = ModeOf(resource, stack);
        var subnet = stack.Which(resource, "SubnetId", "Its subnet");
        var vpc = stack.Which(resource, "VpcId", "Its VPC");
        if (vpc.Only is null)
            vpc = place.Vpc(subnet.Only is null ? [] : [subnet.Only], subnet.Possible) is { All.Count: > 0 } told ? told : vpc;
        var nat = mode == NatMode.Regional
            ? Regional(resource, stack, place, vpc)
            : new DeclaredNat(resource.Address, null, stack.Region, mode, Zonal(subnet, place), 0);
        if (mode == NatMode.Zonal) nat = WithAddresses(nat, resource, stack);
        return nat with { Vpc = vpc.Only, PossibleVpcs = vpc.Possible };
    }

    private static NatMode ModeOf(Resource resource, Stack stack)
    {
        var availability = stack.Property(resource, "AvailabilityMode");
        var connectivity = stack.Property(resource, "ConnectivityType");
        if (availability.Doubt is { } doubt)
        {
            var likely = IsRegional(resource) ? "regional" : "zonal";
            stack.Notes.Add(resource.Address,
                $"Whether it is zonal or regional is not known: {doubt}. It is assumed to be {likely}, based on its other properties.");
        }

        if (connectivity.Doubt is { } unclear)
            stack.Notes.Add(resource.Address, $"Whether it is public or private is not known: {unclear}. It is assumed to be public.");
        if (connectivity is Value.Text { Content: "private" }) return NatMode.Private;
        var isRegional = availability is Value.Text { Content: "regional" }
            || (availability is not Value.Text and not Value.Absent && IsRegional(resource));
        return isRegional ? NatMode.Regional : NatMode.Zonal;
    }

    // A zonal gateway stands in a subnet, a regional one in a VPC.
    private static bool IsRegional(Resource resource) => resource.Properties["SubnetId"] is null;

    // A zonal gateway is in one zone, known or not.
    private static ZonesOf Zonal(Which subnet, Place place)
    {
        string?[] zones = [.. subnet.All.Select(address => place.Subnet(address)?.Zone).Distinct()];
        var isWritten = subnet.All.Any(address => place.Subnet(address) is not null);
        return new ZonesOf(zones is [{ } only] ? [only] : [], 1, 1, isWritten ? Origin.Reference : Origin.Declared);
    }

    private static DeclaredNat WithAddresses(DeclaredNat nat, Resource resource, Stack stack)
    {
        // AWS refuses a public gateway without an address; in a template that names none, a macro or somebody adds it.
        var first = stack.Property(resource, "AllocationId") is var allocation and not Value.Absent
            ? allocation
            : new Value.Unknown("the template specifies no AllocationId");
        var taken = Allocations.Of([new Value.List([first]), stack.Property(resource, "SecondaryAllocationIds")]);
        Note(taken, resource, stack);
        return nat with { PublicAddresses = taken.Count, ElasticIps = taken.Addresses, UnknownElasticIps = taken.Unknown };
    }

    // Without addresses by zone AWS spreads it over the zones in which the VPC has network interfaces, and chooses the addresses.
    private static DeclaredNat Regional(Resource resource, Stack stack, Place place, Which vpc)
    {
        var listed = stack.Property(resource, "AvailabilityZoneAddresses");
        if (listed is Value.List { Items.Count: > 0 } list && list.Items.All(item => item is Value.Map))
            return ByZone(resource, stack, [.. list.Items.Cast<Value.Map>()]);
        stack.Notes.Add(resource.Address, listed.Doubt is { } doubt
            ? $"Its Availability Zones are not known: {doubt}."
            : "A regional NAT gateway without AvailabilityZoneAddresses expands to the Availability Zones in which its VPC has "
                + "workloads. The template does not show which zones those are.");
        var zones = new ZonesOf([], 1, place.Most(vpc), Origin.Assumed);
        return new DeclaredNat(resource.Address, null, stack.Region, NatMode.Regional, zones, null);
    }

    private static DeclaredNat ByZone(Resource resource, Stack stack, Value.Map[] zones)
    {
        string[] names = [.. zones.Select(ZoneOf).OfType<string>().Distinct()];
        var taken = Allocations.Of(zones.Select(zone => zone.Members.GetValueOrDefault("AllocationIds") ?? new Value.Absent()));
        Note(taken, resource, stack);
        var declared = new ZonesOf(names, zones.Length, zones.Length, Origin.Declared);
        return new DeclaredNat(resource.Address, null, stack.Region, NatMode.Regional, declared, taken.Count)
        {
            ElasticIps = taken.Addresses,
            UnknownElasticIps = taken.Unknown,
        };
    }

    private static void Note(Allocations taken, Resource resource, Stack stack)
    {
        if (taken.Why is null) return;
        var what = taken.Count is null ? "How many Elastic IP addresses it has" : "Which Elastic IP addresses it has";
        stack.Notes.Add(resource.Address, $"{what} is not known: {taken.Why}.");
    }

    private static string? ZoneOf(Value.Map zone) =>
        (zone.Members.GetValueOrDefault("AvailabilityZone") ?? zone.Members.GetValueOrDefault("AvailabilityZoneId")) is { } value
            ? Named.Zone(value)
            : null;
}
