using System.Diagnostics;

namespace CostApi.Benchmarks;

/// <summary>What one round of load measured.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="P50">Median time of an answer, in milliseconds.</param>
/// <param name="P99">Time within which 99 of 100 answers came, in milliseconds.</param>
internal sealed record Load(double PerSecond, double P50, double P99)
{
    /// <summary>Sends the request over some connections at once, each waiting for its answer before it sends again.</summary>
    public static Load Put(Server server, byte[] body, int concurrency, TimeSpan time) => Put(server, body, concurrency, elapsed => elapsed < time);

    /// <summary>The same for as long as something else says.</summary>
    public static Load Put(Server server, byte[] body, int concurrency, Func<TimeSpan, bool> goesOn)
    {
        var request = Connection.Post(body);
        var times = Enumerable.Range(0, concurrency).Select(_ => new List<double>(100_000)).ToArray();
        var clock = Stopwatch.StartNew();
        var senders = times.Select(own => Task.Factory.StartNew(() =>
        {
            using var connection = server.Connect();
            while (goesOn(clock.Elapsed))
            {
                var sent = Stopwatch.GetTimestamp();
                connection.Exchange(request);
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WaitAll(senders);
        var elapsed = clock.Elapsed.TotalSeconds;
        var sorted = times.SelectMany(own => own).Order().ToArray();
        return new Load(sorted.Length / elapsed, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100]);
    }
}
