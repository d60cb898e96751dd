using System.Diagnostics;
using CostApi.Core.Recommending;
using CostApi.Oracle;

namespace CostApi.Benchmarks;

/// <summary>How long the cheapest layout takes to find and prove, by size, beside a solver of mixed-integer programmes.</summary>
internal static class RecommendationScale
{
    // GB a month of a flow, in the middle: below it a hub pays for all, above it for some, far above it for none.
    private static readonly (int Vpcs, int Services, double Scale)[] Sizes = [(5, 5, 1000), (10, 10, 1000), (20, 20, 1000), (50, 40, 30), (50, 40, 1000), (50, 40, 20_000), (100, 40, 1000), (199, 50, 1000)];

    public static void Run(Options options)
    {
        var (runs, seconds) = (options.Number("runs", 5, 20), options.Number("solver-seconds", 60, 600));
        var rows = new List<FormattableString>();
        foreach (var (vpcs, services, scale) in Sizes)
        {
            var times = new List<double>();
            var found = default(Found);
            var request = Make(new Random(1), vpcs, services, scale);
            for (var run = -1; run < runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                found = Search.Run(new Problem(Need.Of(request, range => range.Typical), Shipped.Facts(request.Region)), default);
                if (run >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            var begun = Stopwatch.GetTimestamp();
            double? least = null;
            // Beyond, the solver alone takes minutes.
            if (vpcs <= 50)
            {
                using var programme = new MixedInteger(request);
                least = programme.Solve(seconds);
            }

            var (ms, solver) = (Results.Median(times), Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            var isSame = least is { } cost ? Math.Abs(cost - (double)found!.Cost) < 0.005 ? "yes" : "no" : "";
            rows.Add($"{vpcs},{services},{scale:0},{request.Traffic.Count},{found!.Cost:0.00},{(found.Cost == found.LowerBound ? "yes" : "no")},{found.Nodes},{ms:0.0},{(vpcs > 50 ? "" : least is null ? $"over {seconds * 1000}" : $"{solver:0}")},{(vpcs > 50 ? "" : $"{solver / ms:0}")},{isSame}");
            Console.WriteLine(rows[^1].ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        Results.Write("recommend.csv", "vpcs,services,scale GB,flows,cost,proven,bounds,ms,solver ms,solver of ours,same cost", rows);
    }

    private static RecommendationRequest Make(Random random, int vpcs, int services, double scale)
    {
        var names = Shipped.Snapshot.Services.Services.Where(service => service is { HasInterface: true, HasGateway: false, PrivateDns: true }).Take(services).Select(service => service.Service).ToArray();
        var flows = new List<ExpectedFlow>();
        for (var vpc = 0; vpc < vpcs; vpc++)
        {
            foreach (var name in names.Where(_ => random.Next(3) > 0)) flows.Add(Flow(vpc, name));
            if (random.Next(3) == 0) flows.Add(Flow(vpc, "internet"));
        }

        return new RecommendationRequest
        {
            Region = "us-east-1",
            Vpcs = [.. Enumerable.Range(0, vpcs).Select(vpc => new PlannedVpc { Name = $"vpc{vpc}", AvailabilityZones = ["a", "b", "c"] })],
            Traffic = flows,
        };

        ExpectedFlow Flow(int vpc, string to) => new() { From = $"vpc{vpc}", To = to, SentGb = Gb(), ReceivedGb = Gb(), Zones = Shares() };

        GbRange Gb()
        {
            var gb = Math.Round((decimal)(scale * Math.Pow(10, random.NextDouble() * 3 - 2)), 2);
            return new GbRange(gb, gb, gb);
        }

        Dictionary<string, decimal>? Shares() => random.Next(2) == 0 ? null : random.Next(101) / 100m is var first ? new() { ["a"] = first, ["b"] = 1 - first } : null;
    }
}
