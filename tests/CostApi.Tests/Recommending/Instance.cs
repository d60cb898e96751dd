using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Recommending;

namespace CostApi.Tests.Recommending;

/// <summary>Random questions, and the service's answers to them.</summary>
internal static class Instance
{
    private static readonly string[] Names = ["sqs", "kms", "sns", "logs", "sts", "ssm", "ecr.api", "ecr.dkr", "ec2", "monitoring", "secretsmanager", "events"];

    /// <param name="random">Where it comes from.</param>
    /// <param name="vpcs">How many VPCs.</param>
    /// <param name="services">How many services.</param>
    /// <param name="decades">How far apart the GB of different questions lie, as a power of ten.</param>
    public static RecommendationRequest Make(Random random, int vpcs, int services, double decades = 5)
    {
        var zones = random.Next(1, 4);
        var planned = Enumerable.Range(0, vpcs).Select(i => new PlannedVpc { Name = $"vpc{i}", AvailabilityZones = [.. "abc"[..(random.Next(4) == 0 ? random.Next(1, 4) : zones)].Select(zone => $"{zone}")] }).ToArray();
        var alike = random.Next(3) == 0;
        var scale = (decimal)Math.Pow(10, random.NextDouble() * decades);
        var flows = new List<ExpectedFlow>();
        foreach (var vpc in planned)
        {
            var share = Shares(random, vpc);
            for (var service = 0; service < services; service++)
                if (alike || random.Next(5) > 0)
                    flows.Add(new ExpectedFlow { From = vpc.Name, To = Names[service], SentGb = Gb(random, alike ? 100 : scale), ReceivedGb = Gb(random, alike ? 0 : scale), Zones = random.Next(3) == 0 ? Shares(random, vpc) : share });
            if (random.Next(4) == 0) flows.Add(new ExpectedFlow { From = vpc.Name, To = "internet", SentGb = Gb(random, scale), ReceivedGb = Gb(random, scale), Zones = share });
            if (random.Next(6) == 0) flows.Add(new ExpectedFlow { From = vpc.Name, To = "s3", SentGb = Gb(random, scale), ReceivedGb = Gb(random, scale) });
        }

        return new RecommendationRequest
        {
            Region = "us-east-1",
            Vpcs = planned,
            Traffic = flows,
            Pricing = Terms(random),
            Constraints = new RecommendationConstraints
            {
                LeastEndpointZones = random.Next(1, 4),
                Nat = (NatChoice)random.Next(4) is var nat && random.Next(2) == 0 ? NatChoice.Any : nat,
                Hub = random.Next(4) == 0 ? HubChoice.Forbidden : HubChoice.Allowed,
                TransitGateway = (TransitGatewayState)random.Next(2),
                MostInterfaceEndpointsPerVpc = random.Next(4) == 0 ? random.Next(0, services + 1) : 50,
                PrivateServices = random.Next(4) == 0 ? [Names[random.Next(services)]] : [],
            },
        };
    }

    private static PricingTerms Terms(Random random) => random.Next(2) == 0 ? new PricingTerms() : new PricingTerms
    {
        DiscountPercent = random.Next(3) == 0 ? random.Next(0, 60) : 0,
        DiscountPercentByCategory = random.Next(3) == 0 ? new Dictionary<string, decimal> { ["transitGateway"] = random.Next(0, 101), ["natGateway"] = random.Next(0, 101) } : new Dictionary<string, decimal>(),
        PrivateLinkGbAlreadyProcessed = random.Next(3) == 0 ? random.Next(0, 6_000_000) : 0,
        CrossZoneSidesBilled = random.Next(1, 3),
        UnitPrices = random.Next(3) == 0 ? new Dictionary<string, decimal> { ["TransitGateway-Bytes"] = random.Next(0, 60) / 1000m, ["NatGateway-Bytes"] = random.Next(0, 60) / 1000m } : new Dictionary<string, decimal>(),
    };

    private static GbRange Gb(Random random, decimal scale)
    {
        var gb = random.Next(6) == 0 ? 0 : random.Next(1, 101) * scale / 10;
        return new GbRange(gb, gb, gb);
    }

    private static Dictionary<string, decimal>? Shares(Random random, PlannedVpc vpc)
    {
        if (random.Next(2) == 0) return null;
        var first = vpc.AvailabilityZones.Count == 1 ? 1 : random.Next(0, 11) / 10m;
        return vpc.AvailabilityZones.Select((zone, i) => (zone, share: i == 0 ? first : i == 1 ? 1 - first : 0)).ToDictionary(pair => pair.zone, pair => pair.share);
    }

    public static (Found Found, LayoutCost? Priced) Solve(RecommendationRequest request, CancellationToken cancellation = default)
    {
        var problem = new Problem(Need.Of(request, range => range.Typical), Shipped.Facts(request.Region));
        var found = Search.Run(problem, cancellation);
        if (found.Choice is null) return (found, null);
        var layout = LayoutMaking.Of(found.Choice, problem, "recommended");
        return (found, Shipped.Compare(new ComparisonRequest { Region = request.Region, HoursPerMonth = request.HoursPerMonth, Pricing = request.Pricing, Layouts = [layout] }).Layouts[0]);
    }
}
