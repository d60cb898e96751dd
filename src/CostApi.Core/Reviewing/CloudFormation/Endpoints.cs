using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads VPC endpoints.</summary>
internal static class Endpoints
{
    public static DeclaredEndpoint Read(Resource resource, Stack stack, Place place)
    {
        var type = TypeOf(resource, stack);
        var subnets = Several.Of(stack.Property(resource, "SubnetIds"));
        var addresses = subnets.Certain.Select(Named.Address).OfType<string>().Distinct().ToArray();
        var vpc = stack.Address(resource, "VpcId", "Its VPC") ?? addresses.Select(address => place.Subnet(address)?.Vpc).OfType<string>().FirstOrDefault();
        return new DeclaredEndpoint(
            resource.Address, vpc, stack.Region, type, ServiceOf(resource, stack, type), Zones(resource, stack, place, type, subnets, vpc),
            type == EndpointType.Gateway ? [] : addresses, PrivateDns(resource, stack), IsForInboundResolverOnly(resource, stack),
            type == EndpointType.Gateway ? RouteTables(resource, stack) : []);
    }

    private static EndpointType TypeOf(Resource resource, Stack stack)
    {
        var value = stack.Property(resource, "VpcEndpointType");
        EndpointType? type = value switch
        {
            Value.Absent => EndpointType.Gateway,
            Value.Text text when Enum.TryParse<EndpointType>(text.Content, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(text.Content[0]) => known,
            _ => null,
        };
        if (type is { } found) return found;
        var likely = resource.Properties["SubnetIds"] is not null ? EndpointType.Interface : EndpointType.Gateway;
        stack.Notes.Add(resource.Address, $"Its type is not known: {value.Doubt ?? $"'{(value as Value.Text)?.Content}' is none"}. It is taken as {likely}, by its other properties.");
        return likely;
    }

    private static string? ServiceOf(Resource resource, Stack stack, EndpointType type)
    {
        var property = type switch { EndpointType.Resource => "ResourceConfigurationArn", EndpointType.ServiceNetwork => "ServiceNetworkArn", _ => "ServiceName" };
        var value = stack.Property(resource, property);
        var service = Named.Service(value) ?? (property != "ServiceName" || value is Value.Reference ? Named.Address(value) : null);
        if (service is null) stack.Notes.Add(resource.Address, $"Its service is not known: {value.Doubt ?? $"it has no {property}"}.");
        return service;
    }

    private static ZonesOf Zones(Resource resource, Stack stack, Place place, EndpointType type, Several subnets, string? vpc)
    {
        if (type == EndpointType.Gateway) return new ZonesOf([], 0, 0, Origin.Declared);
        if (subnets is { IsKnown: true, Certain.Count: 0 })
        {
            stack.Notes.Add(resource.Address, "It names no subnets; in how many zones AWS bills it is not known.");
            return new ZonesOf([], 0, 1, Origin.Assumed);
        }

        var zones = place.Zones(subnets, vpc);
        if (!subnets.IsKnown) stack.Notes.Add(resource.Address, $"In how many zones it is, is not known: {subnets.Why}. It is counted as {zones.Least} to {zones.Most}.");
        return zones;
    }

    private static (bool IsOn, Origin Origin) PrivateDns(Resource resource, Stack stack)
    {
        var value = stack.Property(resource, "PrivateDnsEnabled");
        if (value is Value.Absent) return (false, Origin.Default);
        if (Named.Truth(value) is { } truth) return (truth, resource.Properties["PrivateDnsEnabled"] is Literal.Scalar ? Origin.Declared : Origin.Reference);
        stack.Notes.Add(resource.Address, $"Whether private DNS is on is not known: {value.Doubt ?? "PrivateDnsEnabled is neither true nor false"}. It is taken as off.");
        return (false, Origin.Assumed);
    }

    private static bool IsForInboundResolverOnly(Resource resource, Stack stack) =>
        stack.Property(resource, "DnsOptions") is Value.Map options
        && options.Members.GetValueOrDefault("PrivateDnsOnlyForInboundResolverEndpoint") is Value.Text { Content: "OnlyInboundResolver" or "true" };

    private static string[]? RouteTables(Resource resource, Stack stack)
    {
        var tables = Several.Of(stack.Property(resource, "RouteTableIds"));
        var addresses = tables.Certain.Select(Named.Address).OfType<string>().ToArray();
        if (tables.IsKnown && addresses.Length == tables.Certain.Count) return addresses;
        stack.Notes.Add(resource.Address, $"Which route tables lead to it is not known: {tables.Why ?? "not all of them have a name"}.");
        return null;
    }
}
