using System.Text.Json.Serialization;
using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing;

/// <summary>Findings of a code that the caller accepts, everywhere or at one address.</summary>
public sealed record Acceptance
{
    /// <summary>The code of the findings, as in `single-zone`.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// Address in the document of what the finding is about, or the name of its VPC; left out for all findings of the code.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>Why they are accepted. At most 1,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Who accepts them. At most 100 characters.</summary>
    public string? By { get; init; }

    /// <summary>The last day (UTC) on which they are accepted, as in `2026-12-31`; left out where there is no end.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>The part `ignore` of a form, or the file `.costapi.yml`.</summary>
public sealed record DocumentIgnorePart
{
    /// <summary>The findings that are accepted. At most 1,000 entries.</summary>
    public IReadOnlyList<Acceptance> Ignore { get; init; } = [];
}

/// <summary>A finding that the caller accepts.</summary>
public sealed record IgnoredFinding
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>How much it would matter.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The Region. Absent if the answer is about one Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>Name of the VPC; null where the finding is about the layout.</summary>
    public required string? Vpc { get; init; }

    /// <summary>The resource, named within its VPC; null where the finding is about no single one.</summary>
    public required string? Resource { get; init; }

    /// <summary>Addresses, in the document, of what is accepted. Absent if the finding has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>What the finding says.</summary>
    public required string Message { get; init; }

    /// <summary>Why it is accepted; null where the caller gives no reason.</summary>
    public required string? Reason { get; init; }

    /// <summary>Who accepts it; null where the caller does not say.</summary>
    public required string? By { get; init; }

    /// <summary>The last day on which it is accepted; null where there is no end.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>The finding itself, with the accepted addresses.</summary>
    [JsonIgnore]
    internal Finding Finding { get; init; } = null!;

    internal static IgnoredFinding Of(Finding finding, Acceptance acceptance) => new()
    {
        Code = finding.Code,
        Severity = finding.Severity,
        Region = finding.Region,
        Vpc = finding.Vpc,
        Resource = finding.Resource,
        Addresses = finding.Addresses,
        Message = finding.Message,
        Reason = acceptance.Reason,
        By = acceptance.By,
        Until = acceptance.Until,
        Finding = finding,
    };
}
