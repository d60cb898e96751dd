namespace CostApi.Core.Recommending;

/// <summary>What is decided otherwise in another choice, in words.</summary>
internal static class Differences
{
    public static IEnumerable<string> Of(Choice one, Choice other, Problem problem)
    {
        if (one.HasHub != other.HasHub) yield return other.HasHub ? "there is a hub" : "there is no hub";
        if (one.HasHubNat != other.HasHubNat) yield return other.HasHubNat ? "the hub has a NAT gateway" : "the hub has no NAT gateway";
        for (var i = 0; i < problem.Spokes.Count; i++)
        {
            var (spoke, was, becomes) = (problem.Spokes[i], one.Spokes[i], other.Spokes[i]);
            if (was.Way != becomes.Way)
                yield return $"{spoke.Vpc.Name}: {Words(spoke.Ways[becomes.Way])} instead of {Words(spoke.Ways[was.Way])}";
            for (var cell = 0; cell < spoke.Cells.Count; cell++)
            {
                var (from, to) = (was.WayOf(cell, spoke, one.Open), becomes.WayOf(cell, spoke, other.Open));
                if (from != to) yield return $"{spoke.Vpc.Name} to {spoke.Cells[cell].Key.Name}: {Words(to)} instead of {Words(from)}";
            }
        }
    }

    private static string Words(Ways way) => way switch
    {
        Ways.Local => "an interface endpoint",
        Ways.Hub => "the hub's endpoint",
        _ => "the NAT gateway",
    };

    private static string Words(WayOut way) => way switch
    {
        { IsCentral: true } => "the hub's NAT gateway",
        { Gateway: null } => "no NAT gateway",
        { Gateway.AvailabilityZones: [var zone] } => $"a NAT gateway in zone {zone}",
        _ => "a NAT gateway in every zone",
    };
}
