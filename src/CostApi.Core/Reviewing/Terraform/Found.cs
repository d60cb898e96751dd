namespace CostApi.Core.Reviewing.Terraform;

/// <summary>
/// What an expression may lead to. A plan shows the names in it and not the functions, so several are a set of possibilities.
/// </summary>
/// <param name="Resources">Instances, in the order of the references and their indexes.</param>
/// <param name="Ids">Ids of things that the document does not declare.</param>
/// <param name="IsComplete">Whether what is meant is certainly among them.</param>
/// <param name="IsAll">Whether a list has all of them: nothing in the expression could choose.</param>
internal sealed record Found(IReadOnlyList<Resource> Resources, IReadOnlyList<string> Ids, bool IsComplete, bool IsAll)
{
    /// <summary>Where it is not known at all where an expression leads.</summary>
    public static Found Unknown { get; } = new([], [], IsComplete: false, IsAll: false);

    /// <summary>Where an expression certainly leads to nothing of the kind that is wanted.</summary>
    public static Found None { get; } = new([], [], IsComplete: true, IsAll: true);

    /// <summary>The block that these are all the instances of, so that an index picks one of them.</summary>
    public Group? Block { get; init; }

    /// <summary>Whether a local is on the way, which can hold anything that its module sees.</summary>
    public bool IsThroughLocal { get; init; }

    public int Count => Resources.Count + Ids.Count;

    /// <summary>Whether there is one thing that it can be, and no other.</summary>
    public bool IsOne => Count == 1 && IsComplete;
}
