using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CostApi.Core.PriceLists;
using CostApi.PriceSources.OfferFiles;

namespace CostApi.Benchmarks;

/// <summary>Reading an offer file of AmazonEC2's size beside other ways to read JSON, each run in a process of its own so that its peak of memory is its own.</summary>
internal static class OfferComparison
{
    /// <summary>The same rows that our reader picks, with their on-demand terms.</summary>
    private const string Jq =
        """. as $f | [.products[] | select(.attributes.usagetype | test("(^|-)(Regional)?NatGateway-(Hours|Bytes)$")) | {sku, terms: $f.terms.OnDemand[.sku]}] | length""";

    public static void Run(Options options)
    {
        var runs = options.Number("runs", 3, 20);
        var folder = Directory.CreateTempSubdirectory("offer-files-");
        try
        {
            var (whole, end, middle) = (Path.Combine(folder.FullName, "whole.json"), Path.Combine(folder.FullName, "end.json"), Path.Combine(folder.FullName, "middle.json"));
            SampleOfferFile.Write(whole, SampleOfferFile.Last, reservedFirst: true);
            SampleOfferFile.Write(end, SampleOfferFile.Last, reservedFirst: false);
            SampleOfferFile.Write(middle, SampleOfferFile.Last / 2, reservedFirst: false);
            List<Way> ways =
            [
                new("Utf8JsonReader", "the whole file", whole, "tokens"),
                new("OfferFileReader", "the whole file: on-demand terms after the reserved and the wanted ones last", whole, "reader"),
                new("OfferFileReader", "wanted terms last of the on-demand ones", end, "reader"),
                new("OfferFileReader", "wanted terms in the middle", middle, "reader"),
                new("JsonDocument", "the whole file", whole, "document"),
            ];
            if (File.Exists("/usr/bin/jq")) ways.Add(new("jq", "the whole file", whole, null));
            var times = ways.ToDictionary(way => way, _ => new List<(double Seconds, long Bytes, double Megabytes)>());
            // The first round only fills the disk cache.
            for (var run = 0; run <= runs; run++)
                foreach (var way in ways.Where(way => run > 0 || way.Command is not null))
                    times[way].Add(Measure(way));
            foreach (var way in ways.Where(way => way.Command is not null)) times[way].RemoveAt(0);
            Write(ways, times);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a child process does: one way of reading, then a line of seconds, bytes read and megabytes above the start.</summary>
    public static async Task ReadAsync(string way, string path)
    {
        // What the process holds without reading anything: compiled once on a small input.
        var small = Path.ChangeExtension(path, ".small");
        if (!File.Exists(small)) await File.WriteAllTextAsync(small, """{ "offerCode" : "AmazonEC2", "version" : "1", "publicationDate" : "2026-01-01T00:00:00Z", "products" : { } }""");
        await OnceAsync(way, small);
        var before = PeakMegabytes();
        var clock = Stopwatch.StartNew();
        var bytes = await OnceAsync(way, path);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {bytes} {PeakMegabytes() - before}"));
    }

    private static async Task<long> OnceAsync(string way, string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        switch (way)
        {
            case "reader":
                var list = await OfferFileReader.ReadAsync(file, "AmazonEC2", usageType => UsageTypes.MayMatter("AmazonEC2", usageType.ToString()), CancellationToken.None);
                if (file.Length > 1000 && list.Products.Count(product => product.Terms.Count == 1) != 4) throw new InvalidOperationException("The four wanted rows were not read.");
                break;
            case "tokens":
                await TokensAsync(file);
                break;
            default:
                using (await JsonDocument.ParseAsync(file))
                    break;
        }

        return file.Position;
    }

    /// <summary>Every token, and nothing done with it.</summary>
    private static async Task TokensAsync(FileStream file)
    {
        var buffer = new byte[1 << 16];
        var (filled, state) = (0, default(JsonReaderState));
        for (var ended = false; !ended;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(filled));
            ended = read == 0;
            filled += read;
            filled -= Step(buffer, filled, ended, ref state);
        }

        static int Step(byte[] buffer, int filled, bool ended, ref JsonReaderState state)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(0, filled), ended, state);
            while (reader.Read())
            {
            }

            state = reader.CurrentState;
            buffer.AsSpan((int)reader.BytesConsumed..filled).CopyTo(buffer);
            return (int)reader.BytesConsumed;
        }
    }

    private static (double Seconds, long Bytes, double Megabytes) Measure(Way way)
    {
        var start = way.Command is { } command
            ? new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), "offer-read", command, way.File])
            : new ProcessStartInfo("/usr/bin/jq", [Jq, way.File]);
        start.RedirectStandardOutput = true;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        return way.Command is null ? OfJq(process, clock, way) : Parse(process.StandardOutput.ReadToEnd());
    }

    private static IEnumerable<string> Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(OfferComparison).Assembly.Location] : [];

    private static (double, long, double) Parse(string line) =>
        line.Split(' ') is [var seconds, var bytes, var megabytes]
            ? (double.Parse(seconds, CultureInfo.InvariantCulture), long.Parse(bytes, CultureInfo.InvariantCulture), double.Parse(megabytes, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(line);

    private static (double, long, double) OfJq(Process jq, Stopwatch clock, Way way)
    {
        var peak = 0L;
        while (!jq.WaitForExit(20))
        {
            jq.Refresh();
            if (!jq.HasExited) peak = Math.Max(peak, jq.PeakWorkingSet64);
        }

        return (clock.Elapsed.TotalSeconds, new FileInfo(way.File).Length, peak / 1e6);
    }

    private static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private static void Write(List<Way> ways, Dictionary<Way, List<(double Seconds, long Bytes, double Megabytes)>> times)
    {
        double Speed(Way way) => Results.Median(times[way].Select(run => run.Bytes / 1e6 / run.Seconds));
        var bare = Speed(ways[0]);
        Results.Write("offer.csv", "way,what,MB read,seconds,MB a second,of Utf8JsonReader,peak MB more", ways.Select(way => (FormattableString)
            $"{way.Name},{way.What},{times[way][0].Bytes / 1e6:F0},{Results.Median(times[way].Select(run => run.Seconds)):F2},{Speed(way):F0},{Speed(way) / bare:F2},{times[way].Max(run => run.Megabytes):F1}"));
    }

    private sealed record Way(string Name, string What, string File, string? Command);
}
