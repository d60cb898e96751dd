namespace CostApi.Benchmarks;

/// <summary>CostApi under load, in turns with a server that only reads and writes JSON.</summary>
internal static class HttpComparison
{
    public static void Run(Options options)
    {
        var (rounds, concurrency) = (options.Number("rounds", 7, 100), options.Number("concurrency", 8, 256));
        var (time, warmUp) = (TimeSpan.FromSeconds(options.Number("seconds", 3, 60)), TimeSpan.FromSeconds(options.Number("warm-up", 10, 60)));
        using var echo = Server.Start("echo", typeof(EchoServer).Assembly.Location, "echo");
        using var product = Server.Start("CostApi", Checkout.Built("src/CostApi"));
        using var before = options.Text("before") is { } dll ? Server.Start("before", dll) : null;
        Server[] servers = before is null ? [echo, product] : [echo, product, before];

        var rows = new List<FormattableString>();
        foreach (var (name, body) in options.Has("big") ? [("contract", Requests.Contract), ("big", Requests.Big)] : new[] { ("contract", Requests.Contract) })
        {
            // The runtime compiles a server's code anew as it learns what is hot; only the last of it counts.
            foreach (var server in servers.Concat(servers)) Load.Put(server, body, concurrency, warmUp);
            var loads = servers.ToDictionary(server => server, _ => new List<Load>());
            for (var round = 1; round <= rounds; round++)
            {
                foreach (var server in servers)
                {
                    loads[server].Add(Load.Put(server, body, concurrency, time));
                    Console.WriteLine($"{name} {round} {server.Name} {loads[server][^1]}");
                }
            }

            var floor = Results.Median(loads[echo].Select(load => load.PerSecond));
            foreach (var (server, own) in loads)
            {
                var perSecond = Results.Median(own.Select(load => load.PerSecond));
                rows.Add($"{name},{server.Name},{perSecond:F0},{Results.Median(own.Select(load => load.P50)):F3},{Results.Median(own.Select(load => load.P99)):F3},{perSecond / floor:F3}");
            }
        }

        Results.Write("http.csv", "request,server,requests a second,p50 ms,p99 ms,of echo", rows);
    }
}
