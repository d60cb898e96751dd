using System.Text.Json.Serialization;
using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Routing;

namespace CostApi.Core.Comparing;

/// <summary>The cost per GB through one kind of resource, for a layout whose traffic is not known.</summary>
public sealed record UsageRate
{
    /// <summary>The Region. Omitted if the answer is for only one Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>The kind of resource that the traffic goes through.</summary>
    public required CostCategory Category { get; init; }

    /// <summary>The cost of the first GB after discounts; null if the price is not known.</summary>
    public required decimal? PerGb { get; init; }

    /// <summary>The rates of everything in a layout that bills by the GB, each once.</summary>
    internal static IReadOnlyList<UsageRate> Of(PricedLayout priced) =>
    [
        .. ChargesOf(priced.Topology).Distinct().Select(charge => new UsageRate
        {
            Category = charge.Category,
            PerGb = priced.Bill.Change([], [new Usage("", "", charge, 1, "")]),
        }).Distinct(),
    ];

    /// <summary>Everything in a layout that bills by the GB.</summary>
    internal static IEnumerable<Charge> ChargesOf(Topology topology)
    {
        var nats = topology.Vpcs.SelectMany(vpc => vpc.Nats).Where(nat => nat.Kind != NatKind.Instance);
        var ofNats = nats.Select(nat => nat.Kind == NatKind.Regional ? Charges.RegionalNatGatewayBytes : Charges.NatGatewayBytes);
        var ofEndpoints = topology.Vpcs.SelectMany(vpc => vpc.Endpoints)
            .Select(endpoint => OfEndpoint(endpoint.Endpoint.Type))
            .OfType<Charge>();
        var hasTransitGateway = topology.Layout.TransitGateway is { Attachments.Count: > 0 };
        IEnumerable<Charge> ofTransitGateway = hasTransitGateway ? [Charges.TransitGatewayBytes] : [];
        return ofNats.Concat(ofEndpoints).Concat(ofTransitGateway);
    }

    private static Charge? OfEndpoint(EndpointType type) => type switch
    {
        EndpointType.Interface => Charges.InterfaceEndpointBytes,
        EndpointType.GatewayLoadBalancer => Charges.GatewayLoadBalancerEndpointBytes,
        EndpointType.Resource => Charges.ResourceEndpointBytes,
        EndpointType.ServiceNetwork => Charges.ServiceNetworkBytes,
        _ => null,
    };
}
