using System.Diagnostics;
using System.Text.Json;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Benchmarks;

/// <summary>Reading a large Terraform plan beside other ways to read JSON, each in a process of its own so that its peak of memory is its own, in turns.</summary>
internal static class PlanComparison
{
    private const int Times = 10;

    public static void Run(Options options)
    {
        var runs = options.Number("runs", 5, 20);
        var folder = Directory.CreateTempSubdirectory("plans-");
        try
        {
            var file = Path.Combine(folder.FullName, "plan.json");
            SamplePlan.Write(file);
            string[] ways = ["TerraformReader", "DocumentLayouts", "JsonDocument", .. File.Exists("/usr/bin/jq") ? new[] { "jq" } : []];
            var taken = ways.ToDictionary(way => way, _ => new List<Reading>());
            for (var run = 0; run < runs; run++)
                foreach (var way in ways) taken[way].Add(way == "jq" ? Readings.Jq(".", file).Reading : Readings.Child("plan-read", way, file));
            Write(taken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a child process does: reads in one way, over and over, what it has in memory already, as the service has a body.</summary>
    public static void Read(string way, string path)
    {
        var bytes = File.ReadAllBytes(path);
        var read = way == "DocumentLayouts" ? TerraformReader.Read(bytes) : null;
        _ = Shipped.Snapshot;
        var before = Readings.PeakMegabytes();
        var first = Time(way, bytes, read);
        // What is left behind afterwards is collected when the runtime likes.
        var megabytes = Readings.PeakMegabytes() - before;
        for (var time = 0; time < Times; time++) Time(way, bytes, read);
        Readings.Say(new Reading(first, Results.Median(Enumerable.Range(0, Times).Select(_ => Time(way, bytes, read))), bytes.Length, megabytes));
    }

    private static double Time(string way, byte[] bytes, ReadDocument? read)
    {
        var clock = Stopwatch.StartNew();
        switch (way)
        {
            case "TerraformReader":
                if (TerraformReader.Read(bytes).After.NatGateways.Count(nat => nat.Zones.Names.Count == 1) != SamplePlan.Vpcs * SampleNetwork.NatGateways) throw new InvalidOperationException("The NAT gateways were not read.");
                break;
            case "DocumentLayouts":
                if (DocumentLayouts.Of(read!, Shipped.Snapshot.Regions["eu-west-1"], Shipped.Snapshot.Services).Layouts is not [var from, var to] || (from.Vpcs.Count, to.Vpcs.Count) != (SamplePlan.Vpcs / 2, SamplePlan.Vpcs)) throw new InvalidOperationException("The layouts were not made.");
                break;
            default:
                JsonDocument.Parse(bytes).Dispose();
                break;
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static void Write(Dictionary<string, List<Reading>> taken)
    {
        double Of(string way, string other) => taken.TryGetValue(other, out var others) ? Results.Median(taken[way].Zip(others, (mine, its) => its.Again / mine.Again)) : double.NaN;
        Results.Write("plan.csv", "way,MB read,first seconds,seconds,MB a second,of JsonDocument,times jq,peak MB more", taken.Select(way =>
        {
            var megabytes = way.Value[0].Bytes / 1e6;
            // Layouts are made of what was read, not of the bytes.
            return way.Key == "DocumentLayouts"
                ? (FormattableString)$"{way.Key},,{Results.Median(way.Value.Select(run => run.First)):F3},{Results.Median(way.Value.Select(run => run.Again)):F3},,,,{way.Value.Max(run => run.Megabytes):F1}"
                : (FormattableString)$"{way.Key},{megabytes:F1},{Results.Median(way.Value.Select(run => run.First)):F3},{Results.Median(way.Value.Select(run => run.Again)):F3},{Results.Median(way.Value.Select(run => megabytes / run.Again)):F0},{Of(way.Key, "JsonDocument"):F2},{Of(way.Key, "jq"):F1},{way.Value.Max(run => run.Megabytes):F1}";
        }));
    }
}
