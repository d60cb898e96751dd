namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads routes.</summary>
internal static class Routes
{
    private static readonly string[] Destinations = ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"];

    private static readonly (string Property, RouteTarget Target)[] Targets =
    [
        ("NatGatewayId", RouteTarget.NatGateway),
        ("TransitGatewayId", RouteTarget.TransitGateway),
        ("VpcPeeringConnectionId", RouteTarget.Peering),
        ("EgressOnlyInternetGatewayId", RouteTarget.EgressOnlyInternetGateway),
        ("VpcEndpointId", RouteTarget.VpcEndpoint),
        ("NetworkInterfaceId", RouteTarget.NetworkInterface),
        ("InstanceId", RouteTarget.NetworkInterface),
        ("GatewayId", RouteTarget.InternetGateway),
        ("CarrierGatewayId", RouteTarget.Other),
        ("LocalGatewayId", RouteTarget.Other),
        ("CoreNetworkArn", RouteTarget.Other),
    ];

    public static DeclaredRoute Read(Resource resource, Stack stack)
    {
        var destinations = Destinations.Select(name => stack.Property(resource, name)).Where(value => value is not Value.Absent).ToArray();
        var destination = destinations is [var one] ? Which.Of(one, isRequired: true).Only : null;
        // A route leads to one thing: where several properties are written, conditions leave all but one out.
        var targets = Targets.Select(target => (target.Target, Value: stack.Property(resource, target.Property)))
            .Where(target => target.Value is not Value.Absent).ToArray();
        var options = targets.SelectMany(target => target.Value.Choices, (target, choice) => (target.Target, Value: choice))
            .Where(option => option.Value is not Value.Absent).ToArray();
        if (options.Length == 0)
        {
            stack.Notes.Add(resource.Address, "The target of this route is not known: it specifies none.");
            return new DeclaredRoute(resource.Address, destination, RouteTarget.Other, null);
        }

        var leads = options.Select(option => Lead(option.Target, Named.Address(option.Value), stack)).Distinct().ToArray();
        if (leads is [var only]) return new DeclaredRoute(resource.Address, destination, only.Kind, only.To);
        string[] possible = [.. leads.Select(lead => lead.To).OfType<string>().Distinct()];
        var why = targets.Select(target => target.Value.Doubt).FirstOrDefault(doubt => doubt is not null) ?? "it has several targets";
        stack.Notes.Add(resource.Address, $"The target of this route is not known: it is one of {Sayable.Some(possible)}, because {why}.");
        var kinds = leads.Select(lead => lead.Kind).Distinct().ToArray();
        var target = kinds is [var kind] ? kind : RouteTarget.Other;
        return new DeclaredRoute(resource.Address, destination, target, null) { PossibleTargets = possible };
    }

    private static (RouteTarget Kind, string? To) Lead(RouteTarget target, string? to, Stack stack) =>
        (Refined(target, stack.TypeOf(to), to), to);

    // GatewayId takes internet gateways, virtual private gateways and Gateway Load Balancer endpoints alike.
    private static RouteTarget Refined(RouteTarget target, string? type, string? to) => (target, type) switch
    {
        (RouteTarget.InternetGateway, "AWS::EC2::VPCEndpoint") => RouteTarget.VpcEndpoint,
        (RouteTarget.InternetGateway, "AWS::EC2::VPNGateway") => RouteTarget.Other,
        (RouteTarget.InternetGateway, null) when to?.StartsWith("vgw-", StringComparison.Ordinal) == true || to == "local" =>
            RouteTarget.Other,
        (RouteTarget.InternetGateway, null) when to?.StartsWith("vpce-", StringComparison.Ordinal) == true => RouteTarget.VpcEndpoint,
        _ => target,
    };
}
