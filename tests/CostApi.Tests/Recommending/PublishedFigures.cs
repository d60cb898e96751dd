using CostApi.Core.Recommending;

namespace CostApi.Tests.Recommending;

/// <summary>Break-evens that are often published wrong, as the choices that they stand for.</summary>
public sealed class PublishedFigures
{
    [Theory]
    // 7.30 / 0.035: one endpoint in one zone, beside a NAT that stays.
    [InlineData("a", 1, 208.5, false)]
    [InlineData("a", 1, 208.6, true)]
    // Three zones of endpoint against a NAT in each: three times as much.
    [InlineData("abc", 3, 625.6, false)]
    [InlineData("abc", 3, 625.8, true)]
    public void An_endpoint_pays_from_its_hours_over_what_a_GB_saves(string zones, int endpointZones, double gb, bool endpoint) =>
        Assert.Equal(endpoint, Endpoints(zones, endpointZones, NatChoice.EveryZone, (decimal)gb, null) > 0);

    [Theory]
    // All of it starts in a zone other than the NAT's: 7.30 / 0.055.
    [InlineData(132.7, false)]
    [InlineData(132.8, true)]
    public void It_pays_sooner_where_the_traffic_would_cross_zones(double gb, bool endpoint) =>
        Assert.Equal(endpoint, Endpoints("ab", 1, NatChoice.SingleZone, (decimal)gb, "b") > 0);

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, null)]
    [InlineData(6, 0)]
    public void Five_endpoint_zones_cost_as_much_as_one_NAT_with_its_address(int services, int? endpoints)
    {
        string[] names = ["sqs", "kms", "sns", "logs", "sts", "ssm"];
        var request = new RecommendationRequest
        {
            Region = "us-east-1",
            Vpcs = [new PlannedVpc { Name = "app", AvailabilityZones = ["a"] }],
            Traffic = [.. names.Take(services).Select(name => new ExpectedFlow { To = name, SentGb = new GbRange(0, 0, 0) })],
            Constraints = new RecommendationConstraints { Hub = HubChoice.Forbidden },
        };
        var (found, _) = Instance.Solve(request);
        Assert.Equal(services <= 5 ? services * 7.30m : 36.50m, found.Cost);
        if (endpoints is { } count) Assert.Equal(count, found.Choice!.Spokes[0].Local.Count(isLocal => isLocal));
    }

    private static int Endpoints(string zones, int endpointZones, NatChoice nat, decimal gb, string? startsIn)
    {
        string[] all = [.. zones.Select(zone => $"{zone}")];
        var request = new RecommendationRequest
        {
            Region = "us-east-1",
            Vpcs = [new PlannedVpc { Name = "app", AvailabilityZones = all }],
            Traffic =
            [
                new ExpectedFlow { To = "sqs", SentGb = new GbRange(gb, gb, gb), Zones = startsIn is null ? null : new Dictionary<string, decimal> { [startsIn] = 1 } },
                // Keeps the NAT, and keeps it where it is.
                new ExpectedFlow { To = "internet", SentGb = new GbRange(100, 100, 100), ReceivedGb = new GbRange(10_000, 10_000, 10_000), Zones = startsIn is null ? null : new Dictionary<string, decimal> { ["a"] = 1 } },
            ],
            Constraints = new RecommendationConstraints { LeastEndpointZones = endpointZones, Nat = nat, Hub = HubChoice.Forbidden },
        };
        return Instance.Solve(request).Found.Choice!.Spokes[0].Local.Count(isLocal => isLocal);
    }
}
