using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CostApi.Tests;

/// <summary>The service on a port of its own, at noon of the day on which the shipped prices were taken.</summary>
public sealed class Service : WebApplicationFactory<Program>
{
    public Service()
        : this(null)
    {
    }

    /// <param name="pricingData">A folder of prices in place of the shipped one.</param>
    /// <param name="settings">Settings beside those; without any, the service keeps to the shipped prices.</param>
    internal Service(string? pricingData, params (string Key, string Value)[] settings)
        : this(pricingData, null, settings)
    {
    }

    /// <param name="pricingData">A folder of prices in place of the shipped one.</param>
    /// <param name="services">Stand-ins for what is around the service.</param>
    /// <param name="settings">Settings beside those.</param>
    internal Service(string? pricingData, Action<IServiceCollection>? services, params (string Key, string Value)[] settings)
    {
        PricingData = pricingData;
        StandIns = services;
        Settings = settings;
        UseKestrel();
        StartServer();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public MemoryLog Log { get; } = new();

    private string? PricingData { get; }

    private Action<IServiceCollection>? StandIns { get; }

    private IReadOnlyList<(string Key, string Value)> Settings { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // The factory's own way to a free port sets it while the program may be starting already.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Prices:Sources", "snapshot");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        if (PricingData is not null) builder.UseSetting("Prices:SnapshotDirectory", PricingData);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time).AddSingleton<ILoggerProvider>(Log));
        if (StandIns is not null) builder.ConfigureTestServices(StandIns);
    }

    public async Task<Reply> PostAsync(string path, string body, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var client = CreateClient();
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Reply.OfAsync(response);
    }

    /// <summary>Asks until the answer is as expected, while the service's clock runs on.</summary>
    /// <param name="path">What to ask for.</param>
    /// <param name="isExpected">Whether the answer is it.</param>
    /// <param name="step">How far the service's clock goes between two questions; retries and time-outs run on it.</param>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> isExpected, TimeSpan step = default)
    {
        var given = Stopwatch.StartNew();
        while (true)
        {
            var reply = await GetAsync(path);
            if (reply.Status == 200 && isExpected(reply.Json)) return reply.Json;
            Assert.True(given.Elapsed < Waiting.Most, $"{path} still answers {reply.Text}");
            if (step > TimeSpan.Zero) Time.Advance(step);
            await Task.Delay(5);
        }
    }

    public async Task<Reply> GetAsync(string path)
    {
        using var client = CreateClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await Reply.OfAsync(response);
    }
}

/// <summary>What came back.</summary>
public sealed record Reply(int Status, string? ContentType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The culprits that a problem document names, with what it says of each.</summary>
    public IReadOnlyDictionary<string, string> Errors =>
        Json["errors"]?.AsObject().ToDictionary(error => error.Key, error => string.Join(" ", error.Value!.AsArray().Select(message => (string)message!))) ?? [];

    public static async Task<Reply> OfAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
}
