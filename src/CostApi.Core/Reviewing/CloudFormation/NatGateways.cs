using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads NAT gateways.</summary>
internal static class NatGateways
{
    public static DeclaredNat Read(Resource resource, Stack stack, Place place)
    {
        var mode = ModeOf(resource, stack);
        var subnet = stack.Address(resource, "SubnetId", "Its subnet");
        var vpc = stack.Address(resource, "VpcId", "Its VPC") ?? place.Subnet(subnet)?.Vpc;
        return mode == NatMode.Regional
            ? Regional(resource, stack, place, vpc)
            : new DeclaredNat(resource.Address, vpc, stack.Region, mode, Zonal(place.Subnet(subnet)), mode == NatMode.Private ? 0 : Public(resource, stack));
    }

    private static NatMode ModeOf(Resource resource, Stack stack)
    {
        var availability = stack.Property(resource, "AvailabilityMode");
        var connectivity = stack.Property(resource, "ConnectivityType");
        if (availability.Doubt is { } doubt) stack.Notes.Add(resource.Address, $"Whether it is zonal or regional is not known: {doubt}. It is taken as {(IsRegional(resource) ? "regional" : "zonal")}, by its other properties.");
        if (connectivity.Doubt is { } unclear) stack.Notes.Add(resource.Address, $"Whether it is public or private is not known: {unclear}. It is taken as public.");
        if (connectivity is Value.Text { Content: "private" }) return NatMode.Private;
        return availability is Value.Text { Content: "regional" } || (availability is not Value.Text and not Value.Absent && IsRegional(resource)) ? NatMode.Regional : NatMode.Zonal;
    }

    // A zonal gateway stands in a subnet, a regional one in a VPC.
    private static bool IsRegional(Resource resource) => resource.Properties["SubnetId"] is null;

    // A zonal gateway is in one zone, known or not.
    private static ZonesOf Zonal(DeclaredSubnet? subnet) =>
        new(subnet?.Zone is { } zone ? [zone] : [], 1, 1, subnet is null ? Origin.Declared : Origin.Reference);

    private static int? Public(Resource resource, Stack stack)
    {
        var secondary = Several.Of(stack.Property(resource, "SecondaryAllocationIds"));
        if (secondary.IsKnown) return 1 + secondary.Certain.Count;
        stack.Notes.Add(resource.Address, $"How many secondary addresses it has is not known: {secondary.Why}.");
        return null;
    }

    // Without addresses by zone AWS spreads it over the zones in which the VPC has network interfaces, and chooses the addresses.
    private static DeclaredNat Regional(Resource resource, Stack stack, Place place, string? vpc)
    {
        var listed = stack.Property(resource, "AvailabilityZoneAddresses");
        if (listed is Value.List { Items.Count: > 0 } list && list.Items.All(item => item is Value.Map))
        {
            var zones = list.Items.Cast<Value.Map>().ToArray();
            var names = zones.Select(ZoneOf).OfType<string>().Distinct().ToArray();
            var addresses = zones.Select(zone => Several.Of(zone.Members.GetValueOrDefault("AllocationIds") ?? new Value.Absent())).ToArray();
            if (addresses.FirstOrDefault(address => !address.IsKnown) is { } unknown) stack.Notes.Add(resource.Address, $"How many addresses it has is not known: {unknown.Why}.");
            return new DeclaredNat(
                resource.Address, vpc, stack.Region, NatMode.Regional, new ZonesOf(names, zones.Length, zones.Length, Origin.Declared),
                addresses.All(address => address.IsKnown) ? addresses.Sum(address => address.Certain.Count) : null);
        }

        var possible = place.ZonesOf(vpc);
        stack.Notes.Add(resource.Address, listed.Doubt is { } doubt
            ? $"Its zones are not known: {doubt}."
            : "A regional NAT gateway without AvailabilityZoneAddresses spreads over the zones in which its VPC has workloads; the template does not tell which those are.");
        return new DeclaredNat(resource.Address, vpc, stack.Region, NatMode.Regional, new ZonesOf(possible ?? [], 1, possible?.Count ?? Limits.Zones, Origin.Assumed), null);
    }

    private static string? ZoneOf(Value.Map zone) =>
        (zone.Members.GetValueOrDefault("AvailabilityZone") ?? zone.Members.GetValueOrDefault("AvailabilityZoneId")) is { } value ? Named.Zone(value) : null;
}
