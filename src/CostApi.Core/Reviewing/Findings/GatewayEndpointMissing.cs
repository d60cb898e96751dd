using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>
/// VPCs without the free endpoints for S3 and DynamoDB, where a NAT gateway or an interface endpoint carries that traffic
/// (rules 1.17, 1.19, 1.20).
/// </summary>
internal static class GatewayEndpointMissing
{
    private static readonly string[] Services = ["s3", "dynamodb"];

    public static IEnumerable<Finding> Find(Survey survey)
    {
        var topology = survey.Layout.Topology;
        return from vpc in topology.Vpcs
               let address = survey.Design.Imported.Vpcs.GetValueOrDefault(vpc.Name)
               where address is not null
               from name in Services
               let service = ServiceKey.Of(name, topology.Region, topology.Catalogue)
               where service.Known is not null && !vpc.EndpointsFor(name).Any(endpoint => endpoint.Endpoint.Type == EndpointType.Gateway)
               where !survey.MayHaveGateway(address, service)
               let site = vpc.EndpointsFor(name).FirstOrDefault(endpoint => endpoint.Endpoint is { Type: EndpointType.Interface })
               let found = site is null ? BehindNat(survey, vpc, address, service) : BesideEndpoint(survey, vpc, address, site)
               where found is not null
               select found;
    }

    private static Finding? BehindNat(Survey survey, VpcSite vpc, string address, ServiceKey service)
    {
        var way = Router.WayOut(new Destination.ToService(service), vpc, survey.Layout.Topology);
        if (way is not (Path.ByNat { Nat.ReachesInternet: true } or Path.BySharedNat { Nat.ReachesInternet: true })) return null;
        if (survey.PassesTrafficOn(address)) return null;
        var name = way is Path.BySharedNat by ? $"through the Transit Gateway and the NAT gateway of {by.Nat.Vpc.Name}" : "through the "
            + "NAT gateway";
        var cost = survey.CostOfGb(vpc, service, way) is { } money ? $", at {survey.Currency} {Figures.Show(money)} per GB" : "";
        return new Finding
        {
            Code = FindingCodes.FreeGatewayEndpointMissing,
            Severity = Severity.Info,
            Vpc = vpc.Name,
            Addresses = survey.AddressOf(vpc.Name) is { } declared ? [declared] : [.. survey.NatGateways[address].Select(nat => nat.Address)],
            Message = $"The document shows no gateway endpoint for {service.Name} in {vpc.Name}, so traffic to and from it goes {name}{cost}. "
                + "A gateway endpoint carries this traffic free of charge.",
            Remedy = NewGateway(survey, service, address),
            Service = service.Name,
        };
    }

    // An endpoint for inbound resolvers alone needs the gateway endpoint: that is a finding of its own.
    private static Finding? BesideEndpoint(Survey survey, VpcSite vpc, string address, EndpointSite site)
    {
        if (site.Endpoint.PrivateDnsOnlyForInboundResolver) return null;
        // What is directed to it by name or address comes from elsewhere, or needs addresses: a gateway endpoint would not do.
        if (survey.Declared(site) is { } declared && survey.IsDirectedTo(declared, site)) return null;
        var what = Words.List(survey.AddressesOf(site));
        // Private DNS is off, so it is told as unused, with its hours as the saving.
        var isUsed = site.CapturesTraffic;
        var isAlone = isUsed && !IsReachedFromOutside(survey);
        return new Finding
        {
            Code = FindingCodes.FreeGatewayEndpointMissing,
            Severity = Severity.Warning,
            Vpc = vpc.Name,
            Resource = site.Resource,
            Addresses = [.. survey.AddressesOf(site)],
            Message = $"{what} is an interface endpoint for {site.Service.Name}, with an hourly charge and a data processing charge. A gateway endpoint "
                + $"carries the traffic between {vpc.Name} and {site.Service.Name} free of charge.",
            Remedy = $"{NewGateway(survey, site.Service, address)} {Rest(survey, site, what, isAlone)}",
            MonthlySaving = isAlone ? Finding.IfPositive(survey.Layout.Saving(Metering.StandingMeter.OfEndpoint(site, survey.Layout.Hours))) : null,
            Service = site.Service.Name,
        };
    }

    private static string Rest(Survey survey, EndpointSite site, string what, bool isAlone)
    {
        if (isAlone) return $"Then remove {what}.";
        var inbound = site.Service.Name == "s3" ? $"keep {what} with {survey.Words.InboundOnly}" : $"keep {what}";
        return $"Then remove {what}, or {inbound} if clients outside the VPC need it.";
    }

    // A gateway endpoint serves its own VPC alone; others come by an attachment, a peering connection, a VPN or Direct Connect.
    private static bool IsReachedFromOutside(Survey survey) =>
        survey.Network.Attachments.Count > 0 || survey.Network.Peerings.Count > 0
        || survey.Network.NotPriced.Any(resource => Connecting.Any(word => resource.What.Contains(word, StringComparison.Ordinal)));

    private static readonly string[] Connecting = ["VPN", "Direct Connect", "Cloud WAN", "private gateway"];

    private static string NewGateway(Survey survey, ServiceKey service, string address) =>
        survey.Words.NewGatewayEndpoint(service.Known!.ServiceNameIn(survey.Layout.Topology.Region, ServiceEndpointType.Gateway) ?? service.Name, survey.TablesOut(address));
}
