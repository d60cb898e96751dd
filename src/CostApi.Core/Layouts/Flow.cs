namespace CostApi.Core.Layouts;

/// <summary>Traffic of a month from a VPC to somewhere.</summary>
public sealed record Flow
{
    /// <summary>Name of the VPC that starts the traffic. May be left out where the layout has one VPC.</summary>
    public string? From { get; init; }

    /// <summary>An endpoint service (`s3`, `ecr.dkr`, or a full service name), `internet`, or `vpc/NAME`.</summary>
    public required string To { get; init; }

    /// <summary>Another Region that the service is in. Such traffic never uses an endpoint.</summary>
    public string? Region { get; init; }

    /// <summary>GB (2^30 bytes) a month from the VPC: requests, uploads. 0 to 10^15.</summary>
    public decimal? SentGb { get; init; }

    /// <summary>GB a month back to the VPC: responses, downloads. 0 to 10^15.</summary>
    public decimal? ReceivedGb { get; init; }

    /// <summary>Share of each zone of the VPC in the traffic; the shares add up to 1. Default: equal.</summary>
    public IReadOnlyDictionary<string, decimal>? Zones { get; init; }
}

/// <summary>The targets of a flow that are not services.</summary>
public static class FlowTargets
{
    public const string Internet = "internet";

    public const string VpcPrefix = "vpc/";
}
