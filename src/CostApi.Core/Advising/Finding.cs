using System.Text.Json.Serialization;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Costs money or availability.</summary>
    Warning,

    /// <summary>The layout does not work, or its cost is not known.</summary>
    Error,
}

/// <summary>Something odd about a layout.</summary>
public sealed record Finding
{
    /// <summary>Stable code, listed in the documentation.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The VPC concerned; left out where it concerns the whole layout.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Vpc { get; init; }

    /// <summary>The resource concerned, named as on the lines; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Resource { get; init; }

    /// <summary>The Region concerned; left out where the answer is of one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>Addresses, in the document under review, of what is concerned; left out where there is no document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>What is odd, and what would put it right.</summary>
    public required string Message { get; init; }

    /// <summary>What to write instead, in the terms of the document under review; left out where `message` says all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remedy { get; init; }

    /// <summary>Where AWS documents the rule; left out where it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link => FindingRules.ByCode[Code].Link;

    /// <summary>What putting it right saves a month, after discounts; left out where it saves nothing or the saving is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MonthlySaving { get; init; }

    /// <summary>
    /// Findings of the layout whose savings depend on this one's: they do not add up. Left out where there are none; at most 100. `plan`
    /// says which of them save most together.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FindingReference>? Overlaps { get; init; }

    /// <summary>What it advises, where that is a change of the layout that saves money.</summary>
    internal Advice? Advice { get; init; }

    /// <summary>The service that an endpoint is to be added for; what words a remedy.</summary>
    internal string? Service { get; init; }

    /// <summary>The endpoints concerned, where there are several.</summary>
    internal IReadOnlyList<EndpointSite> Endpoints { get; init; } = [];

    /// <summary>A saving is worth naming only if it is one.</summary>
    public static decimal? IfPositive(decimal? saving) => saving > 0 ? saving : null;
}
