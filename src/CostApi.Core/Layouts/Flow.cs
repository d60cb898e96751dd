namespace CostApi.Core.Layouts;

/// <summary>The monthly traffic between a VPC and one destination.</summary>
public sealed record Flow
{
    /// <summary>Name of the VPC that the traffic starts in. Optional if the layout has only one VPC.</summary>
    public string? From { get; init; }

    /// <summary>
    /// The destination: an endpoint service (`s3`, `ecr.dkr`, or a full service name), `internet`, or another VPC as
    /// `vpc/NAME`.
    /// </summary>
    public required string To { get; init; }

    /// <summary>The Region of the service, if it is another Region. Traffic to another Region does not use VPC endpoints.</summary>
    public string? Region { get; init; }

    /// <summary>GB (2^30 bytes) per month that the VPC sends: requests, uploads. 0 to 10^15.</summary>
    public decimal? SentGb { get; init; }

    /// <summary>GB (2^30 bytes) per month that the VPC receives: responses, downloads. 0 to 10^15.</summary>
    public decimal? ReceivedGb { get; init; }

    /// <summary>Share of each zone of the VPC in the traffic. The shares must add up to 1. Default: equal shares for all zones.</summary>
    public IReadOnlyDictionary<string, decimal>? Zones { get; init; }
}

/// <summary>The targets of a flow that are not services.</summary>
public static class FlowTargets
{
    public const string Internet = "internet";

    public const string VpcPrefix = "vpc/";
}
