using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>A change of a layout that saves money: what a finding advises, as an edit that can be made and priced.</summary>
internal sealed record Advice
{
    /// <summary>Code of the finding that advises it.</summary>
    public required string Code { get; init; }

    public required string Vpc { get; init; }

    public required string? Resource { get; init; }

    /// <summary>
    /// The endpoint that the resource is; null where it is something else. Ordinals in names of resources move when one before is removed.
    /// </summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>The endpoints that the change alters, with what they become.</summary>
    public IReadOnlyList<(Endpoint Was, Endpoint Now)> Altered { get; init; } = [];

    /// <summary>What to do, in a sentence.</summary>
    public required string Action { get; init; }

    /// <summary>
    /// Makes the change. Finds what it changes by name and by reference, so that it works after the edits of other advice; and puts the
    /// same objects in place each time, so that advice on a layout in which it is made works wherever it is made.
    /// </summary>
    public required Func<Layout, Layout> Edit { get; init; }

    /// <summary>The uses that end with the change.</summary>
    public required IReadOnlyList<Usage> Less { get; init; }

    /// <summary>The uses that begin with it.</summary>
    public IReadOnlyList<Usage> More { get; init; } = [];

    /// <summary>What a month costs less by this change alone.</summary>
    public required decimal Saving { get; init; }

    /// <summary>What the change removes or alters.</summary>
    public required IReadOnlyList<object> Changes { get; init; }

    /// <summary>What the traffic that the change moves goes through, before it and after it.</summary>
    public IReadOnlyList<object> Uses { get; init; } = [];

    /// <summary>Whether the change adds traffic to a NAT, which must then stay.</summary>
    public bool NeedsNat { get; init; }

    /// <summary>
    /// The NAT that can carry what the removed endpoint was there for, although no flow specifies it; the action says so. Where the NAT is
    /// removed as well, <see cref="ActionWithoutNat"/> holds.
    /// </summary>
    public (string Vpc, NatKind Kind)? ReliesOn { get; init; }

    /// <summary>What to do, without a word about the NAT; null where the NAT is not mentioned.</summary>
    public string? ActionWithoutNat { get; init; }

    /// <summary>The NATs of which nothing is left.</summary>
    public IReadOnlyList<(string Vpc, NatKind Kind)> RemovedNats { get; init; } = [];

    /// <summary>Other advice without which this one would leave an endpoint without a companion.</summary>
    public IReadOnlyList<Advice> Together { get; init; } = [];
}
