using CostApi.Core.Layouts;
using CostApi.Core.Routing;

namespace CostApi.Core.Recommending;

/// <summary>The ways that a VPC's traffic to a service may go.</summary>
[Flags]
internal enum Ways
{
    None = 0,

    /// <summary>An interface endpoint of the VPC's own.</summary>
    Local = 1,

    /// <summary>The hub's interface endpoint.</summary>
    Hub = 2,

    /// <summary>The VPC's NAT, or the hub's.</summary>
    Out = 4,

    All = Local | Hub | Out,
}

/// <summary>A VPC's traffic to one service, with what each way uses.</summary>
/// <param name="Service">Index of the service.</param>
/// <param name="Key">The service.</param>
/// <param name="Flows">The flows.</param>
/// <param name="Endpoint">The VPC's own endpoint, if it gets one.</param>
/// <param name="Allowed">The ways that the constraints leave.</param>
/// <param name="Local">What the VPC's own endpoint uses, hours and GB.</param>
/// <param name="Hub">What the traffic uses by way of the hub's endpoint; null without a hub.</param>
/// <param name="Out">What it uses by each of the VPC's ways out; null where there is none.</param>
internal sealed record Cell(
    int Service, ServiceKey Key, IReadOnlyList<Flow> Flows, Endpoint Endpoint, Ways Allowed, Amounts Local, Amounts? Hub, IReadOnlyList<Amounts?> Out)
{
    public decimal Gb { get; } = Flows.Sum(flow => (flow.SentGb ?? 0) + (flow.ReceivedGb ?? 0));
}

/// <summary>A way out of a VPC: none, its own NAT gateways, or the hub's.</summary>
/// <param name="Gateway">The VPC's own.</param>
/// <param name="IsCentral">The hub's.</param>
/// <param name="Uses">Hours and addresses, and what the traffic that has no other way uses; null where such traffic has no way.</param>
internal sealed record WayOut(NatGateway? Gateway, bool IsCentral, Amounts? Uses)
{
    public bool IsNone => Gateway is null && !IsCentral;
}

/// <summary>A VPC with its choices.</summary>
/// <param name="Vpc">The VPC, empty.</param>
/// <param name="Cells">Its traffic to services that have a choice.</param>
/// <param name="Gateways">Services that it reaches by free gateway endpoints, with their GB.</param>
/// <param name="Ways">Its ways out.</param>
/// <param name="Attachment">What an attachment to the Transit Gateway uses.</param>
internal sealed record Spoke(Vpc Vpc, IReadOnlyList<Cell> Cells, IReadOnlyList<(ServiceKey Service, decimal Gb)> Gateways, IReadOnlyList<WayOut> Ways, Amounts Attachment);
