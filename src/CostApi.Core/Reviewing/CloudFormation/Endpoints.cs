using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads VPC endpoints.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<DeclaredEndpoint> Read(Stack stack, Place place)
    {
        var uses = EndpointUses.Read(stack);
        var configurations = ServiceNetworks.ResourceConfigurations(stack);
        return [.. stack.Of("AWS::EC2::VPCEndpoint").Select(Whole)];

        DeclaredEndpoint Whole(Resource resource)
        {
            var endpoint = Of(resource, stack, place);
            var isShared = endpoint is { Type: EndpointType.ServiceNetwork, Service: not null };
            return endpoint with
            {
                UsedBy = [.. uses[resource.Address]],
                ResourceConfigurations = isShared && configurations.TryGetValue(endpoint.Service!, out var count) ? count : null,
            };
        }
    }

    private static DeclaredEndpoint Of(Resource resource, Stack stack, Place place)
    {
        var type = TypeOf(resource, stack);
        var subnets = Several.Of(stack.Property(resource, "SubnetIds"));
        var named = subnets.Certain.Select(Named.Address).OfType<string>().Where(address => !CdkLookups.IsPlaceholder(address));
        string[] addresses = [.. named.Distinct()];
        var vpc = stack.Which(resource, "VpcId", "Its VPC");
        // The subnets of an endpoint are in its VPC: what is known of them tells the VPC.
        if (vpc.Only is null && place.Vpc(addresses, subnets.Possible.Select(Named.Address).OfType<string>()) is { All.Count: > 0 } told)
            vpc = told.Only is not null || vpc.All.Count == 0 ? told : vpc;
        var (service, doubt) = ServiceOf(resource, stack, type);
        return new DeclaredEndpoint(
            resource.Address, vpc.Only, stack.Region, type, service, Zones(resource, stack, place, type, subnets, vpc),
            type == EndpointType.Gateway ? [] : addresses, PrivateDns(resource, stack), IsForInboundResolverOnly(resource, stack),
            type == EndpointType.Gateway ? RouteTables(resource, stack) : [])
        {
            PossibleVpcs = vpc.Possible,
            ServiceDoubt = doubt,
        };
    }

    private static EndpointType TypeOf(Resource resource, Stack stack)
    {
        var value = stack.Property(resource, "VpcEndpointType");
        EndpointType? type = value switch
        {
            Value.Absent => EndpointType.Gateway,
            Value.Text text => TypeOf(text.Content),
            _ => null,
        };
        if (type is { } found) return found;
        var likely = resource.Properties["SubnetIds"] is not null ? EndpointType.Interface : EndpointType.Gateway;
        var doubt = value.Doubt ?? $"'{(value as Value.Text)?.Content}' is not a known type";
        stack.Notes.Add(resource.Address, $"Its type is not known: {doubt}. "
            + $"{(likely == EndpointType.Interface ? "An interface endpoint" : "A gateway endpoint")} is assumed, based on its other "
            + "properties.");
        return likely;
    }

    private static EndpointType? TypeOf(string text)
    {
        var isRead = Enum.TryParse<EndpointType>(text, ignoreCase: true, out var known);
        return isRead && Enum.IsDefined(known) && !char.IsAsciiDigit(text[0]) ? known : null;
    }

    private static (string? Service, string? Doubt) ServiceOf(Resource resource, Stack stack, EndpointType type)
    {
        var property = type switch
        {
            EndpointType.Resource => "ResourceConfigurationArn",
            EndpointType.ServiceNetwork => "ServiceNetworkArn",
            _ => "ServiceName",
        };
        var value = stack.Property(resource, property);
        var isElsewhere = stack.Property(resource, "ServiceRegion") is not Value.Absent;
        string?[] named = [.. value.Choices.Select(choice => Named.Service(choice, isElsewhere ? null : stack.Region)).Distinct()];
        if (named is [{ } only]) return (only, null);
        // A resource of the template has a name of its own, and so has what another stack exports; a parameter's name is no service.
        if ((property != "ServiceName" || value is Value.Reference) && Named.Address(value) is { } address) return (address, null);
        var doubt = value.Doubt ?? $"it has no {property}";
        if (named.Length > 1 && !named.Contains(null)) doubt = $"it is one of {Sayable.Some([.. named.OfType<string>()])}, because {doubt}";
        stack.Notes.Add(resource.Address, $"Its service is not known: {doubt}.");
        return (null, doubt);
    }

    private static ZonesOf Zones(Resource resource, Stack stack, Place place, EndpointType type, Several subnets, Which vpc)
    {
        if (type == EndpointType.Gateway) return new ZonesOf([], 0, 0, Origin.Declared);
        if (subnets is { IsKnown: true, Certain.Count: 0 })
        {
            stack.Notes.Add(resource.Address,
                "It specifies no subnets, so the template does not show in how many Availability Zones AWS bills it.");
            return new ZonesOf([], 1, place.Most(vpc), Origin.Assumed);
        }

        var zones = place.Zones(subnets, vpc);
        if (zones.Least != zones.Most && subnets.Why is not null)
            stack.Notes.Add(resource.Address, $"Its subnets are not known: {subnets.Why}.");
        return zones;
    }

    private static (bool IsOn, Origin Origin) PrivateDns(Resource resource, Stack stack)
    {
        var value = stack.Property(resource, "PrivateDnsEnabled");
        if (value is Value.Absent) return (false, Origin.Default);
        if (Named.Truth(value) is { } truth)
            return (truth, resource.Properties["PrivateDnsEnabled"] is Literal.Scalar ? Origin.Declared : Origin.Reference);
        var doubt = value.Doubt ?? "PrivateDnsEnabled is neither true nor false";
        stack.Notes.Add(resource.Address, $"Whether private DNS is on is not known: {doubt}. It is assumed to be off.");
        return (false, Origin.Assumed);
    }

    private static bool IsForInboundResolverOnly(Resource resource, Stack stack) =>
        stack.Property(resource, "DnsOptions") is Value.Map options
        && options.Members.TryGetValue("PrivateDnsOnlyForInboundResolverEndpoint", out var only)
        && only is Value.Text { Content: "OnlyInboundResolver" or "true" };

    private static string[]? RouteTables(Resource resource, Stack stack)
    {
        var tables = Several.Of(stack.Property(resource, "RouteTableIds"));
        var addresses = tables.Certain.Select(Named.Address).OfType<string>().ToArray();
        if (tables.IsKnown && addresses.Length == tables.Certain.Count) return addresses;
        stack.Notes.Add(resource.Address,
            $"The route tables that it is associated with are not known: {tables.Why ?? "not all of them are specified by name"}.");
        return null;
    }
}
