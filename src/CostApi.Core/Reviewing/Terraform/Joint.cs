namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Where an expression may lead in every instance of its block, and what in it depends on the instance.</summary>
/// <param name="All">All that it may lead to.</param>
internal sealed record Joint(Found All)
{
    /// <summary>The one reference, beside those to <c>each.value</c>, that leads anywhere; null where none or several do.</summary>
    public Found? Only { get; init; }

    /// <summary>Whether all references beside those to <c>each.value</c> could be followed to the end.</summary>
    public bool IsOnlyComplete { get; init; }

    /// <summary>References that are the same in every instance.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>References to <c>each.value</c>.</summary>
    public IReadOnlyList<string> OfEach { get; init; } = [];

    /// <summary>Whether <c>count.index</c>, <c>each.key</c> or <c>each.value</c> of a set is in it.</summary>
    public bool IsByIndex { get; init; }

    /// <summary>Whether all references that lead nowhere are variables that are true or false.</summary>
    public bool IsPlain { get; init; }

    public bool IsByInstance => IsByIndex || OfEach.Count > 0;
}
