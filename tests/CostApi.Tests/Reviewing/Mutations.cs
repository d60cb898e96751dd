using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Reporting;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Json;

namespace CostApi.Tests.Reviewing;

/// <summary>Mutated documents, each made from its seed alone: read, laid out, reviewed and answered as the service does, or refused, and in no time.</summary>
internal sealed class Mutations(Dialect dialect, string variable, Func<Random, byte[]> mutated, Func<byte[], Random, ReadDocument> reader)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions Json = CostJson.Create();

    private readonly ConcurrentDictionary<int, long> _underWay = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private int _next;
    private int _read;
    private int _priced;

    /// <summary>Tries as many as usual; the environment variable asks for another number, or for some seeds alone, as in <c>4711..4712</c>.</summary>
    public async Task TryAsync(int usual)
    {
        var asked = (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : $"{usual}").Split("..").Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var (first, end) = asked is [var from, var to] ? (from, to) : (0, asked[0]);
        _next = first - 1;
        // Threads of their own: the pool's serve other tests.
        var threads = Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(() => Work(end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        while (await Task.WhenAny(threads, Task.Delay(100)) != threads && _faults.IsEmpty)
            foreach (var (seed, since) in _underWay)
                if (Stopwatch.GetElapsedTime(since) > 30 * Patience) _faults.Enqueue($"{Named(seed)} does not end.");
        Assert.True(_faults.IsEmpty, string.Join('\n', _faults));
        // If hardly any were read and priced, what reads and prices would not be tried.
        if (end - first >= 1_000) Assert.True(_read > (end - first) / 4 && _priced > (end - first) / 5, $"Of {end - first}, {_read} were read and {_priced} priced.");
    }

    private void Work(int end)
    {
        while (_faults.IsEmpty && Interlocked.Increment(ref _next) is var seed && seed < end)
        {
            _underWay[seed] = Stopwatch.GetTimestamp();
            try
            {
                // A busy machine is slow at times, a slow document each time.
                if (Enumerable.Range(0, 3).All(_ => Time(seed) > Patience)) _faults.Enqueue($"{Named(seed)} took longer than {Patience}.");
            }
            catch (Exception error)
            {
                _faults.Enqueue($"{Named(seed)} broke: {error}");
            }

            _underWay.TryRemove(seed, out var _);
        }
    }

    private TimeSpan Time(int seed)
    {
        var random = new Random(seed);
        var bytes = mutated(random);
        var since = Stopwatch.GetTimestamp();
        try
        {
            var document = reader(bytes, random);
            Interlocked.Increment(ref _read);
            if (IsPriced(document)) Interlocked.Increment(ref _priced);
        }
        catch (UnreadableDocumentException refusal) when (refusal.Message.Length > 0)
        {
            // Said to the caller.
        }

        return Stopwatch.GetElapsedTime(since);
    }

    private string Named(int seed) => $"{variable}={seed}..{seed + 1}";

    private bool IsPriced(ReadDocument document)
    {
        var regions = DocumentLayouts.Regions(document);
        // One that there is not must be told by the caller, as one that the document does not tell.
        var code = regions.FirstOrDefault(Shipped.Snapshot.Regions.ContainsKey) ?? "eu-west-1";
        var request = DocumentLayouts.Of(document, Shipped.Snapshot.Regions[code], Shipped.Snapshot.Services);
        Assert.NotEmpty(JsonSerializer.SerializeToUtf8Bytes(request, Json));
        if (request.Layouts.Count == 0) return false;
        // What a layout may not hold is said to the caller too, as of any comparison.
        if (RequestCheck.Check(request, Shipped.Snapshot.Regions, Shipped.Snapshot.Services, [], isEstimate: false).Any) return false;
        DocumentQuestion[] questions = [DocumentQuestion.Of(document, Shipped.Snapshot.Regions[code], takesUntold: true, Shipped.Snapshot.Services)];
        var problems = new Problems([]);
        var review = new Reviewer(dialect, new DocumentTerms { FailOn = Severity.Info, MaxMonthlyCost = 1 }).Review(document, questions, DocumentTraffic.Of([], questions, problems), [Shipped.Facts(code)]);
        Assert.NotEmpty(JsonSerializer.SerializeToUtf8Bytes(review, Json));
        Assert.NotEmpty(MarkdownReport.Write(ReviewReport.Of(review)));
        return true;
    }
}
