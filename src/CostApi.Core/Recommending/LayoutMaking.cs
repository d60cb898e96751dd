using CostApi.Core.Layouts;

namespace CostApi.Core.Recommending;

/// <summary>Makes a layout of the contract out of a choice.</summary>
internal static class LayoutMaking
{
    public static Layout Of(Choice choice, Problem problem, string name)
    {
        var vpcs = problem.Spokes.Select((spoke, i) => VpcOf(spoke, choice.Spokes[i], problem)).ToList();
        var attached = problem.Spokes.Where((_, i) => choice.Spokes[i].IsAttached).Select(spoke => spoke.Vpc.Name).ToArray();
        if (choice.HasHub) vpcs.Add(HubOf(choice, problem));
        return new Layout
        {
            Name = name,
            Vpcs = vpcs,
            TransitGateway = !choice.HasHub ? null : new TransitGateway
            {
                Attachments = [.. attached, problem.Hub.Name],
                AlreadyPaid = problem.Need.Constraints.TransitGateway == TransitGatewayState.Present ? attached : [],
            },
            Peerings = [.. Peerings(problem.Need.Traffic)],
            Traffic = problem.Need.Traffic,
        };
    }

    private static Vpc VpcOf(Spoke spoke, SpokeChoice chosen, Problem problem) => spoke.Vpc with
    {
        NatGateway = spoke.Ways[chosen.Way].Gateway,
        EgressVia = spoke.Ways[chosen.Way].IsCentral ? problem.Hub.Name : null,
        Endpoints =
        [
            .. spoke.Gateways.Select(gateway => new Endpoint { Type = EndpointType.Gateway, Service = gateway.Service.Name }),
            .. spoke.Cells.Where((_, cell) => chosen.Local[cell]).Select(cell => cell.Endpoint),
        ],
    };

    private static Vpc HubOf(Choice choice, Problem problem) => problem.Hub with
    {
        NatGateway = choice.HasHubNat ? problem.HubNat : null,
        Endpoints = [.. problem.Services.Where((_, service) => choice.Open[service]).Select(problem.SharedEndpointOf)],
    };

    private static IEnumerable<IReadOnlyList<string>> Peerings(IReadOnlyList<Flow> flows) => flows
        .Where(flow => flow.To.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal))
        .Select(flow => (From: flow.From!, To: flow.To[FlowTargets.VpcPrefix.Length..]))
        .Select(pair => string.CompareOrdinal(pair.From, pair.To) < 0 ? pair : (From: pair.To, To: pair.From))
        .Distinct()
        .Select(pair => (IReadOnlyList<string>)[pair.From, pair.To]);
}
