namespace CostApi.Core.Recommending;

/// <summary>What is decided otherwise in another choice, in words.</summary>
internal static class Differences
{
    public static IEnumerable<string> Of(Choice one, Choice other, Problem problem)
    {
        if (one.HasHub != other.HasHub) yield return other.HasHub ? "a hub" : "no hub";
        if (one.HasHubNat != other.HasHubNat) yield return other.HasHubNat ? "a NAT in the hub" : "no NAT in the hub";
        for (var i = 0; i < problem.Spokes.Count; i++)
        {
            var (spoke, was, becomes) = (problem.Spokes[i], one.Spokes[i], other.Spokes[i]);
            if (was.Way != becomes.Way) yield return $"{spoke.Vpc.Name}: {Words(spoke.Ways[was.Way])} becomes {Words(spoke.Ways[becomes.Way])}";
            for (var cell = 0; cell < spoke.Cells.Count; cell++)
            {
                var (from, to) = (was.WayOf(cell, spoke, one.Open), becomes.WayOf(cell, spoke, other.Open));
                if (from != to) yield return $"{spoke.Vpc.Name} to {spoke.Cells[cell].Key.Name}: {Words(from)} becomes {Words(to)}";
            }
        }
    }

    private static string Words(Ways way) => way switch
    {
        Ways.Local => "an interface endpoint",
        Ways.Hub => "the hub's endpoint",
        _ => "NAT",
    };

    private static string Words(WayOut way) => way switch
    {
        { IsCentral: true } => "the hub's NAT",
        { Gateway: null } => "no NAT",
        { Gateway.AvailabilityZones: [var zone] } => $"a NAT in {zone}",
        _ => "a NAT in every zone",
    };
}
