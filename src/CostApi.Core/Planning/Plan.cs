using System.Text.Json.Serialization;
using CostApi.Core.Layouts;

namespace CostApi.Core.Planning;

/// <summary>
/// The set of changes that saves most together, of those that the findings advise: no two contradict each other, none raises the cost or
/// leaves traffic without a way, and after them no finding has a saving left.
/// </summary>
public sealed record Plan
{
    /// <summary>Cost per month after all steps, after discounts, before tax: what `layout` costs when it is priced on its own.</summary>
    public required decimal MonthlyCost { get; init; }

    /// <summary>Cost per month of the layout as it is, less that after all steps. More than 0; exactly the sum over the steps.</summary>
    public required decimal MonthlySaving { get; init; }

    /// <summary>The changes, in an order in which each one saves what it says when those before it are made.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>
    /// The layout after all steps, to post in place of the one asked about; it has the same name. Null where the answer is of several
    /// Regions, because a layout has one.
    /// </summary>
    public required Layout? Layout { get; init; }
}

/// <summary>A change of a plan.</summary>
public sealed record PlanStep
{
    /// <summary>Code of the finding that advises it, in the layout as it is or after the steps before.</summary>
    public required string Code { get; init; }

    /// <summary>The VPC concerned.</summary>
    public required string Vpc { get; init; }

    /// <summary>The resource concerned, named as on the lines of the layout as it is; null where the step adds one.</summary>
    public required string? Resource { get; init; }

    /// <summary>The Region that it is about. Absent if the answer is about one Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Region { get; init; }

    /// <summary>
    /// Addresses, in the document under review, of the affected resource. Absent if there is no document, and if the step adds a
    /// resource.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>What to do.</summary>
    public required string Action { get; init; }

    /// <summary>What the step saves per month, after discounts, once the steps before it are made. Not negative.</summary>
    public required decimal MonthlySaving { get; init; }
}
