using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CostApi.Core.PriceLists;
using CostApi.PriceSources.OfferFiles;

namespace CostApi.Benchmarks;

/// <summary>Reading an offer file of AmazonEC2's size beside other ways to read JSON, each in a process of its own so that its peak of memory is its own, and in turns with a bare loop over the same bytes.</summary>
internal static class OfferComparison
{
    /// <summary>The same rows that our reader picks, with their on-demand terms.</summary>
    private const string Expression =
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
                new("OfferFileReader", "the whole file: on-demand terms after the reserved and the wanted ones last", whole, "reader"),
                new("OfferFileReader", "wanted terms last of the on-demand ones", end, "reader"),
                new("OfferFileReader", "wanted terms in the middle", middle, "reader"),
                new("JsonDocument", "the whole file", whole, "document"),
            ];
            if (File.Exists("/usr/bin/jq")) ways.Add(new("jq", "the whole file", whole, null));
            var taken = ways.ToDictionary(way => way, _ => new List<(Reading Way, Reading Bare)>());
            for (var run = 0; run < runs; run++)
            {
                foreach (var way in ways)
                {
                    var reading = way.Command is null ? Jq(way.File) : Child(way.Command, way.File, long.MaxValue);
                    taken[way].Add((reading, Child("tokens", way.File, reading.Bytes)));
                }
            }

            Write(taken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a child process does: reads in one way, twice, and prints the seconds of both, the bytes read and its growth in megabytes.</summary>
    public static async Task ReadAsync(string way, string path, long limit)
    {
        var before = Readings.PeakMegabytes();
        var (bytes, first) = await TimeAsync(way, path, limit);
        // By now the runtime has compiled everything as well as it can.
        var (_, again) = await TimeAsync(way, path, limit);
        Readings.Say(new Reading(first, again, bytes, Readings.PeakMegabytes() - before));
    }

    private static async Task<(long Bytes, double Seconds)> TimeAsync(string way, string path, long limit)
    {
        var clock = Stopwatch.StartNew();
        return (await OnceAsync(way, path, limit), clock.Elapsed.TotalSeconds);
    }

    private static async Task<long> OnceAsync(string way, string path, long limit)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        switch (way)
        {
            case "reader":
                var list = await OfferFileReader.ReadAsync(file, "AmazonEC2", usageType => UsageTypes.MayMatter("AmazonEC2", usageType), CancellationToken.None);
                if (list.Products.Count(product => product.Terms.Count == 1) != 4) throw new InvalidOperationException("The four wanted rows were not read.");
                break;
            case "tokens":
                await TokensAsync(file, limit);
                break;
            default:
                using (await JsonDocument.ParseAsync(file))
                    break;
        }

        return file.Position;
    }

    /// <summary>Every token, and nothing done with it.</summary>
    private static async Task TokensAsync(FileStream file, long limit)
    {
        var buffer = new byte[1 << 16];
        var (filled, state) = (0, default(JsonReaderState));
        for (var ended = false; !ended && file.Position < limit;)
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

    private static Reading Child(string command, string file, long limit) => Readings.Child("offer-read", command, file, limit.ToString(CultureInfo.InvariantCulture));

    private static Reading Jq(string file)
    {
        var (reading, output) = Readings.Jq(Expression, file);
        return output.Trim() == "4" ? reading : throw new InvalidOperationException("jq did not find the four wanted rows.");
    }

    private static void Write(Dictionary<Way, List<(Reading Way, Reading Bare)>> taken) =>
        Results.Write("offer.csv", "way,what,MB read,first seconds,seconds,MB a second,bare loop's MB a second,of bare loop,peak MB more", taken.Select(way =>
        {
            double Median(Func<(Reading Way, Reading Bare), double> figure) => Results.Median(way.Value.Select(figure));
            var megabytes = way.Value[0].Way.Bytes / 1e6;
            return (FormattableString)$"{way.Key.Name},{way.Key.What},{megabytes:F0},{Median(run => run.Way.First):F2},{Median(run => run.Way.Again):F2},{Median(run => megabytes / run.Way.Again):F0},{Median(run => megabytes / run.Bare.Again):F0},{Median(run => run.Bare.Again / run.Way.Again):F2},{way.Value.Max(run => run.Way.Megabytes):F1}";
        }));

    private sealed record Way(string Name, string What, string File, string? Command);
}
