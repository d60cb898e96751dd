using System.Diagnostics;

namespace CostApi.Benchmarks;

/// <summary>Time from the launch of a process to its first answer, in turns with an empty application.</summary>
internal static class StartComparison
{
    private static readonly (string Key, string Value)[] Shipped = [("Prices__Sources", "snapshot")];

    // The settings as they are by default, on a machine that reaches nothing.
    private static readonly (string Key, string Value)[] Offline =
        [("AWS_EC2_METADATA_DISABLED", "true"), ("Prices__QueryApi__ServiceUrl", "http://127.0.0.1:1"), ("Prices__OfferFiles__BaseUrl", "http://127.0.0.1:1")];

    public static void Run(Options options)
    {
        var runs = options.Number("runs", 20, 200);
        var servers = new List<(string Name, string Dll, (string, string)[] Settings)>
        {
            ("empty", Checkout.Built("benchmarks/EmptyApp"), []), ("CostApi", Checkout.Built("src/CostApi"), Shipped), ("CostApi live but offline", Checkout.Built("src/CostApi"), Offline),
        };
        if (options.Text("before") is { } before) servers.Add(("before", before, Shipped));
        var times = servers.ToDictionary(server => server.Name, _ => new List<double>());
        var request = Connection.Post(Requests.Contract);
        // The first round only fills the disk cache.
        for (var run = 0; run <= runs; run++)
        {
            foreach (var (name, dll, settings) in servers)
            {
                var clock = Stopwatch.StartNew();
                using var server = Server.Start(name, dll, settings);
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
