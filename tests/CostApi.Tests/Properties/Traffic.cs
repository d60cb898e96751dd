using CostApi.Core.Layouts;
using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>Flows of every kind between and out of VPCs.</summary>
internal static class Traffic
{
    private static readonly string[] Regions = [.. Shipped.Snapshot.Regions.Keys.Order()];

    public static Gen<Flow> Of(string region, Vpc[] ground) =>
        from vpc in Gen.OneOf(ground)
        from named in Gen.Bool
        from target in Target(region, ground, vpc)
        from sent in Amounts.AnyGb.Nullable(0.15)
        from received in Amounts.AnyGb
        from zones in Shares(vpc)
        select new Flow
        {
            From = named || ground.Length > 1 ? vpc.Name : null,
            To = target.To,
            Region = target.Region,
            SentGb = sent,
            ReceivedGb = received,
            Zones = zones,
        };

    /// <summary>Shares of some zones, rounded as a client would, so that they add up to almost 1; null for equal ones.</summary>
    public static Gen<Dictionary<string, decimal>?> Shares(Vpc vpc)
    {
        string[] zones = [.. vpc.AvailabilityZones];
        var some =
            from chosen in Gen.Shuffle(zones, 1, zones.Length)
            from weights in Gen.Int[0, 9].Array[chosen.Length]
            where weights.Sum() > 0
            select chosen.Zip(weights).ToDictionary(pair => pair.First, pair => decimal.Round((decimal)pair.Second / weights.Sum(), 8));
        return some.Null(0.5);
    }

    private static Gen<(string To, string? Region)> Target(string region, Vpc[] ground, Vpc from)
    {
        string[] vpcs = ground.Length == 1 ? [FlowTargets.Internet] : [.. ground.Where(vpc => vpc != from).Select(vpc => $"vpc/{vpc.Name}")];
        return Gen.Frequency(
            (6, Endpoints.Services(region).Select(service => (service, (string?)null))),
            (1, Gen.Const(("s3express", (string?)null))),
            (2, Gen.Const(("internet", (string?)null))),
            (2, Gen.OneOf(vpcs).Select(vpc => (vpc, (string?)null))),
            (1, Gen.Select(Gen.OneOf("s3", "sqs"), Gen.OneOf(Regions)).Select((service, other) => (service, (string?)other))));
    }
}
