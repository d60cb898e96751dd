using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CostApi.Core.Services;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>VPCs with a NAT and without the free endpoints that take traffic from it (rules 1.19, 1.20).</summary>
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
               let destination = new Destination.ToService(service)
               where Router.WayOut(destination, vpc, topology) is Path.ByNat { Nat.ReachesInternet: true } or Path.BySharedNat { Nat.ReachesInternet: true }
               where service.Known is not null && !vpc.EndpointsFor(name).Any(endpoint => endpoint.Endpoint.Type == EndpointType.Gateway)
               select Of(survey, vpc, address, service, Router.PathTo(destination, vpc, topology));
    }

    private static Finding Of(Survey survey, VpcSite vpc, string address, ServiceKey service, Path way)
    {
        var name = way switch
        {
            Path.BySharedNat by => $"over the Transit Gateway and the NAT gateway of {by.Nat.Vpc.Name}",
            Path.ByInterfaceEndpoint by => $"through {Words.List(survey.AddressesOf(by.Endpoint))}",
            _ => "through the NAT gateway",
        };
        var cost = survey.CostOfGb(vpc, service, way) is { } money ? $", {Figures.Show(money)} {survey.Currency} each" : "";
        return new Finding
        {
            Code = FindingCodes.FreeGatewayEndpointMissing,
            Severity = Severity.Info,
            Vpc = vpc.Name,
            Addresses = survey.AddressOf(vpc.Name) is { } declared ? [declared] : [.. survey.NatGateways[address].Select(nat => nat.Address)],
            Message = $"The document shows no gateway endpoint for {service.Name} in {vpc.Name}, so GB to and from it go {name}{cost}. A gateway endpoint carries them free of charge.",
            Remedy = survey.Words.NewGatewayEndpoint(service.Known!.ServiceNameIn(survey.Layout.Topology.Region, ServiceEndpointType.Gateway) ?? service.Name, survey.TablesToNat(address)),
            Service = service.Name,
        };
    }
}
