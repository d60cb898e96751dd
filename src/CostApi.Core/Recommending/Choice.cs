namespace CostApi.Core.Recommending;

/// <summary>Every decision of a layout.</summary>
/// <param name="HasHub">Whether there is a hub.</param>
/// <param name="HasHubNat">Whether the hub has a NAT.</param>
/// <param name="Open">The services that the hub holds endpoints of, by index.</param>
/// <param name="Spokes">The decisions of each VPC.</param>
internal sealed record Choice(bool HasHub, bool HasHubNat, bool[] Open, IReadOnlyList<SpokeChoice> Spokes);

/// <summary>The decisions of a VPC.</summary>
/// <param name="IsAttached">Whether it is attached to the hub.</param>
/// <param name="Way">Index of its way out.</param>
/// <param name="Local">Whether it has an endpoint of its own, by cell.</param>
internal sealed record SpokeChoice(bool IsAttached, int Way, bool[] Local)
{
    /// <summary>The way that a cell's traffic takes; none where it has none.</summary>
    public Ways WayOf(int cell, Spoke spoke, bool[] open) =>
        Local[cell] ? Ways.Local
        : IsAttached && open[spoke.Cells[cell].Service] ? Ways.Hub
        : spoke.Ways[Way].IsNone || spoke.Cells[cell].Key.IsPrivate ? Ways.None
        : Ways.Out;
}

/// <summary>What a search found.</summary>
/// <param name="Choice">The best choice; null where there is none that works.</param>
/// <param name="Cost">What it costs a month.</param>
/// <param name="LowerBound">No layout that works costs less.</param>
/// <param name="Nodes">How many bounds were taken: how hard it was.</param>
internal sealed record Found(Choice? Choice, decimal Cost, decimal LowerBound, int Nodes);
