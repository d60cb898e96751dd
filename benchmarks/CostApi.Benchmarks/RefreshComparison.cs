using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CostApi.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace CostApi.Benchmarks;

/// <summary>CostApi under load at rest, and while it reads new price lists of every Region.</summary>
internal static class RefreshComparison
{
    private const string Key = "benchmark";

    public static void Run(Options options)
    {
        var (rounds, concurrency) = (options.Number("rounds", 5, 100), options.Number("concurrency", 2, 256));
        using var aws = Server.Start("aws", typeof(RefreshComparison).Assembly.Location, "aws");
        using var product = Server.Start("CostApi", Checkout.Built("src/CostApi"),
        [
            ("Prices__Sources", "offer-files,snapshot"), ("Prices__OfferFiles__BaseUrl", $"http://127.0.0.1:{aws.Port}"), ("Prices__RefreshKey", Key),
            ("Prices__Regions", string.Join(',', Shipped.Snapshot.Regions.Values.Where(region => region.Partition.Name is "aws" or "aws-us-gov").Select(region => region.Code))),
        ]);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{product.Port}") };
        aws.Connect().Dispose();
        product.Connect().Dispose();
        client.DefaultRequestHeaders.Add("X-Api-Key", Key);
        var regions = Refresh(client, aws, DateTimeOffset.MinValue);
        Load.Put(product, Requests.Contract, concurrency, TimeSpan.FromSeconds(options.Number("warm-up", 10, 60)));
        // The code that reads lists is compiled anew as it becomes hot, too.
        for (var i = 0; i < 5; i++) Refresh(client, aws, DateTimeOffset.UtcNow);

        var rows = new List<FormattableString>();
        var (rest, refreshing, seconds) = (new List<Load>(), new List<Load>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            var reading = Task.Run(() =>
            {
                var clock = Stopwatch.StartNew();
                Refresh(client, aws, DateTimeOffset.UtcNow);
                return clock.Elapsed;
            });
            refreshing.Add(Load.Put(product, Requests.Contract, concurrency, _ => !reading.IsCompleted));
            seconds.Add(reading.Result.TotalSeconds);
            rest.Add(Load.Put(product, Requests.Contract, concurrency, reading.Result));
            Console.WriteLine($"{round} {regions} Regions in {seconds[^1]:F2} s: refreshing {refreshing[^1]}, at rest {rest[^1]}");
        }

        var (calm, busy) = (Results.Median(rest.Select(load => load.P99)), Results.Median(refreshing.Select(load => load.P99)));
        rows.Add($"at rest,,{Results.Median(rest.Select(load => load.PerSecond)):F0},{Results.Median(rest.Select(load => load.P50)):F3},{calm:F3},1.000");
        rows.Add($"refreshing,{Results.Median(seconds):F2},{Results.Median(refreshing.Select(load => load.PerSecond)):F0},{Results.Median(refreshing.Select(load => load.P50)):F3},{busy:F3},{busy / calm:F3}");
        Results.Write("refresh.csv", "CostApi,seconds for every Region,requests a second,p50 ms,p99 ms,p99 of rest", rows);
    }

    /// <summary>Serves price lists until it is ended; each call of <c>/publish</c> makes them new ones.</summary>
    public static async Task PlayAwsAsync()
    {
        var url = new Uri(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!);
        await using var aws = await FakeAws.StartAsync(PriceCatalogue.Of(PriceCatalogue.AllRegions), url.Port);
        var published = DateTimeOffset.UtcNow;
        aws.Fault("/publish", context =>
        {
            aws.Catalogue.Publish(published = published.AddMinutes(1));
            return context.Response.WriteAsync("published");
        });
        await Task.Delay(Timeout.Infinite);
    }

    // Publishes new lists of all Regions, has them read, and waits until they are.
    private static int Refresh(HttpClient client, Server aws, DateTimeOffset since)
    {
        client.GetAsync(new Uri($"http://127.0.0.1:{aws.Port}/publish")).GetAwaiter().GetResult().EnsureSuccessStatusCode();
        client.PostAsync(new Uri("/v1/prices/refresh", UriKind.Relative), null).GetAwaiter().GetResult().EnsureSuccessStatusCode();
        while (true)
        {
            var state = client.GetFromJsonAsync<JsonNode>(new Uri("/v1/prices", UriKind.Relative)).GetAwaiter().GetResult()!["regions"]!.AsArray().Where(region => (bool)region!["inUse"]!).ToArray();
            if (state.All(region => region!["attemptedAt"] is { } at && (DateTimeOffset)at > since))
            {
                if (state.Any(region => region!["errors"]!.AsArray().Count > 0)) throw new InvalidOperationException(state.First(region => region!["errors"]!.AsArray().Count > 0)!.ToJsonString());
                return state.Length;
            }

            Thread.Sleep(50);
        }
    }
}
