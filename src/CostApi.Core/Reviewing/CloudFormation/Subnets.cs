namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads subnets.</summary>
internal static class Subnets
{
    public static IReadOnlyList<DeclaredSubnet> Read(Stack stack) =>
        [.. stack.Of("AWS::EC2::Subnet").Select(resource => Of(resource, stack))];

    private static DeclaredSubnet Of(Resource resource, Stack stack)
    {
        var vpc = stack.Which(resource, "VpcId", "Its VPC");
        return new DeclaredSubnet(resource.Address, vpc.Only, ZoneOf(resource, stack), stack.Region) { PossibleVpcs = vpc.Possible };
    }

    private static string? ZoneOf(Resource resource, Stack stack)
    {
        var value = stack.Property(resource, "AvailabilityZone");
        if (value is Value.Absent) value = stack.Property(resource, "AvailabilityZoneId");
        var zone = Named.Zone(value);
        if (zone is null)
        {
            var doubt = value.Doubt ?? "the template specifies none, so AWS selects one";
            stack.Notes.Add(resource.Address, $"Its Availability Zone is not known: {doubt}. A separate zone is assumed.");
        }
        // Two parameters can hold one zone, but AWS refuses an endpoint with both, and a second NAT gateway there has no use.
        else if (value is Value.Unknown unknown)
            stack.Notes.Add("", $"An Availability Zone that is not known is assumed to be different from all others: {unknown.Why}.");
        return zone;
    }
}
