namespace CostApi.Core.Layouts;

/// <summary>The types of VPC endpoint.</summary>
public enum EndpointType
{
    /// <summary>Gateway endpoint for S3, DynamoDB or S3 Express, used through route tables and free of charge.</summary>
    Gateway,

    /// <summary>Interface endpoint (AWS PrivateLink), billed per hour and zone and per GB.</summary>
    Interface,

    /// <summary>Gateway Load Balancer endpoint, billed per hour and zone and per GB.</summary>
    GatewayLoadBalancer,

    /// <summary>Resource endpoint, for a VPC resource that is shared through a resource configuration.</summary>
    Resource,

    /// <summary>Service network endpoint, for a VPC Lattice service network.</summary>
    ServiceNetwork,
}

/// <summary>A VPC endpoint.</summary>
public sealed record Endpoint
{
    /// <summary>`gateway`, `interface`, `gatewayLoadBalancer`, `resource` or `serviceNetwork`.</summary>
    public required EndpointType Type { get; init; }

    /// <summary>
    /// The endpoint service, as a suffix (`ecr.dkr`) or full name. For an interface endpoint whose service is not known,
    /// `unknown:` and a name that you choose. For the types `gatewayLoadBalancer`, `resource` and `serviceNetwork`, a name that
    /// you choose.
    /// </summary>
    public required string Service { get; init; }

    /// <summary>
    /// The zones in which the endpoint has a network interface. Default: all zones of the VPC. Not for gateway endpoints.
    /// </summary>
    public IReadOnlyList<string>? AvailabilityZones { get; init; }

    /// <summary>
    /// Whether private DNS is turned on, so that the public DNS name of the service resolves to the endpoint. Default: true,
    /// but false for DynamoDB, which does not support private DNS.
    /// </summary>
    public bool? PrivateDns { get; init; }

    /// <summary>
    /// S3 interface endpoints only: whether private DNS applies to the inbound Resolver endpoint only. On-premises clients then
    /// use the interface endpoint, and clients in the VPC continue to use the gateway endpoint. Default: false.
    /// </summary>
    public bool PrivateDnsOnlyForInboundResolver { get; init; }

    /// <summary>
    /// Interface endpoints only: whether the clients are configured to use the DNS name of the endpoint, which does not need
    /// private DNS. Default: false.
    /// </summary>
    public bool EndpointUrl { get; init; }

    /// <summary>
    /// Interface endpoints only: whether VPCs that are connected through the Transit Gateway or a VPC peering connection also
    /// use the endpoint. This requires a private hosted zone, which is billed. Default: false.
    /// </summary>
    public bool Shared { get; init; }

    /// <summary>
    /// GB per month through an endpoint of type `gatewayLoadBalancer`, `resource` or `serviceNetwork`. 0 to 10^15. For the
    /// other types, the GB are calculated from the traffic.
    /// </summary>
    public decimal GbPerMonth { get; init; }

    /// <summary>
    /// Service network endpoints only: number of associated resource configurations, each of which is billed per hour. Required
    /// for these endpoints.
    /// </summary>
    public int? ResourceConfigurations { get; init; }
}
