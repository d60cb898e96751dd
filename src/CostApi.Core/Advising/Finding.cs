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

/// <summary>An observation about a layout: an error, a possible saving, or information.</summary>
public sealed record Finding
{
    /// <summary>Stable code, listed in the documentation.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The VPC that it is about. Absent if it is about the whole layout.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Vpc { get; init; }

    /// <summary>The resource that it is about, with the name that line items use. Absent if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Resource { get; init; }

    /// <summary>The Region that it is about. Absent if the answer is about one Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>Addresses, in the document under review, of the affected resources. Absent if there is no document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>What was found, and what corrects it.</summary>
    public required string Message { get; init; }

    /// <summary>What to write instead, in the terms of the document under review. Absent if `message` is sufficient.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remedy { get; init; }

    /// <summary>Link to the AWS documentation of the rule. Absent if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link => FindingRules.ByCode[Code].Link;

    /// <summary>Saving per month if it is corrected, after discounts. Absent if there is none or it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MonthlySaving { get; init; }

    /// <summary>
    /// Findings of the layout whose savings overlap with the saving of this finding, so that the savings do not add up. At most 100; absent
    /// if there are none. `plan` states which changes save most together.
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
