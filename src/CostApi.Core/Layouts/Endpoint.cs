namespace CostApi.Core.Layouts;

/// <summary>The types of VPC endpoint.</summary>
public enum EndpointType
{
    /// <summary>Free, by route table, for S3, DynamoDB and S3 Express.</summary>
    Gateway,

    /// <summary>AWS PrivateLink: by the zone-hour and GB.</summary>
    Interface,

    /// <summary>To a Gateway Load Balancer: by the zone-hour and GB.</summary>
    GatewayLoadBalancer,

    /// <summary>To a VPC resource shared through a resource configuration.</summary>
    Resource,

    /// <summary>To a VPC Lattice service network.</summary>
    ServiceNetwork,
}

/// <summary>A VPC endpoint.</summary>
public sealed record Endpoint
{
    /// <summary>`gateway`, `interface`, `gatewayLoadBalancer`, `resource` or `serviceNetwork`.</summary>
    public required EndpointType Type { get; init; }

    /// <summary>The endpoint service, as a suffix (`ecr.dkr`) or full name, or `unknown:` and a name of your own for an interface endpoint whose service is not known; for the last three types a name of the caller's.</summary>
    public required string Service { get; init; }

    /// <summary>The zones with a network interface of the endpoint. Default: all of the VPC's. Not for gateway endpoints.</summary>
    public IReadOnlyList<string>? AvailabilityZones { get; init; }

    /// <summary>Whether the service's public name leads to the endpoint. Default true, for DynamoDB false: it has none.</summary>
    public bool? PrivateDns { get; init; }

    /// <summary>S3 interface endpoints: only on-premises clients use it, those in the VPC stay on the gateway endpoint.</summary>
    public bool PrivateDnsOnlyForInboundResolver { get; init; }

    /// <summary>The clients are configured with the endpoint's own DNS name, so they use it without private DNS.</summary>
    public bool EndpointUrl { get; init; }

    /// <summary>Interface endpoints: reachable by name from every VPC on the same Transit Gateway or peering; takes a private hosted zone.</summary>
    public bool Shared { get; init; }

    /// <summary>GB a month through an endpoint of a type that no flow is routed to. 0 to 10^15.</summary>
    public decimal GbPerMonth { get; init; }

    /// <summary>Service networks: how many resource configurations are associated, each billed by the hour. Required for them.</summary>
    public int? ResourceConfigurations { get; init; }
}
