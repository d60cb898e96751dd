using CostApi.Core.Layouts;
using CostApi.Core.Prices;

namespace CostApi.Core.Routing;

/// <summary>The path of traffic.</summary>
public enum PathKind
{
    GatewayEndpoint,
    InterfaceEndpoint,
    SharedInterfaceEndpoint,
    NatGateway,
    NatInstance,
    SharedNatGateway,
    SharedNatInstance,
    InternetGateway,
    Peering,
    TransitGateway,
    Unreachable,
}

/// <summary>Where a flow goes to.</summary>
public abstract record Destination
{
    public sealed record ToService(ServiceKey Service) : Destination;

    /// <summary>A service in another Region.</summary>
    public sealed record ToOtherRegion(ServiceKey Service, Region Region) : Destination;

    public sealed record ToInternet : Destination;

    /// <summary>Another VPC; without one, the layout has none of that name.</summary>
    public sealed record ToVpc(string Name, VpcSite? Vpc) : Destination;
}

/// <summary>The way that traffic takes, with what it passes.</summary>
public abstract record Path(PathKind Kind)
{
    public sealed record ByGatewayEndpoint(EndpointSite Endpoint) : Path(PathKind.GatewayEndpoint);

    public sealed record ByInterfaceEndpoint(EndpointSite Endpoint) : Path(PathKind.InterfaceEndpoint);

    /// <summary>An endpoint of another VPC, over the Transit Gateway or else a peering.</summary>
    public sealed record BySharedEndpoint(EndpointSite Endpoint, bool OverTransitGateway) : Path(PathKind.SharedInterfaceEndpoint);

    public sealed record ByNat(NatSite Nat) : Path(Nat.Kind == NatKind.Instance ? PathKind.NatInstance : PathKind.NatGateway);

    /// <summary>The NAT of another VPC, over the Transit Gateway (rule 2.15).</summary>
    public sealed record BySharedNat(NatSite Nat) : Path(Nat.Kind == NatKind.Instance ? PathKind.SharedNatInstance : PathKind.SharedNatGateway);

    public sealed record ByInternetGateway : Path
    {
        public ByInternetGateway() : base(PathKind.InternetGateway)
        {
        }
    }

    public sealed record ByPeering(VpcSite To) : Path(PathKind.Peering);

    public sealed record ByTransitGateway(VpcSite To) : Path(PathKind.TransitGateway);

    public sealed record Nowhere(string Reason) : Path(PathKind.Unreachable);
}

/// <summary>A flow with the way that it takes.</summary>
public sealed record Route(Flow Flow, VpcSite From, Destination Destination, Path Path)
{
    public decimal Sent => Flow.SentGb ?? 0;

    public decimal Received => Flow.ReceivedGb ?? 0;

    public decimal Gb => Sent + Received;

    /// <summary>Whether a NAT carries the flow.</summary>
    public bool IsByNat => Path is Path.ByNat or Path.BySharedNat;
}
