using System.Diagnostics;

namespace CostApi.Benchmarks;

/// <summary>Time from the launch of a process to its first answer, in turns with an empty application.</summary>
internal static class StartComparison
{
    public static void Run(Options options)
    {
        var runs = options.Number("runs", 20, 200);
        var servers = new List<(string Name, string Dll)> { ("empty", Checkout.Built("benchmarks/EmptyApp")), ("CostApi", Checkout.Built("src/CostApi")) };
        if (options.Text("before") is { } before) servers.Add(("before", before));
        var times = servers.ToDictionary(server => server.Name, _ => new List<double>());
        var request = Connection.Post(Requests.Contract);
        // The first round only fills the disk cache.
        for (var run = 0; run <= runs; run++)
        {
            foreach (var (name, dll) in servers)
            {
                var clock = Stopwatch.StartNew();
                using var server = Server.Start(name, dll);
                using var connection = server.Connect();
                connection.Exchange(request);
                if (run > 0) times[name].Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        var floor = Results.Median(times["empty"]);
        Results.Write("start.csv", "server,median ms,fastest ms,slowest ms,of empty", times.Select(server => (FormattableString)
            $"{server.Key},{Results.Median(server.Value):F0},{server.Value.Min():F0},{server.Value.Max():F0},{Results.Median(server.Value) / floor:F2}"));
    }
}
