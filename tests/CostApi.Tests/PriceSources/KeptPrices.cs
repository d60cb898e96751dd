using System.Text.Json.Nodes;
using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources;

/// <summary>A stand-in for AWS and a data directory, between which services come and go.</summary>
internal sealed class KeptPrices : IAsyncDisposable
{
    public const string Region = "eu-west-1", Charge = "VpcEndpoint-Hours";

    private const string Key = "a key to refresh with";

    private readonly DirectoryInfo _place = System.IO.Directory.CreateTempSubdirectory("kept-prices-");

    private readonly string _url;
    private bool _isAwsGone;

    private KeptPrices(FakeAws aws) => (Aws, _url) = (aws, aws.Url.ToString());

    public FakeAws Aws { get; }

    public string Directory => Path.Combine(_place.FullName, "data");

    public string Folder => Path.Combine(Directory, Region);

    /// <summary>The files of the Region, in the order of their names.</summary>
    public string[] Files => [.. System.IO.Directory.GetFiles(Folder).Order(StringComparer.Ordinal)];

    public static async Task<KeptPrices> StartAsync() => new(await FakeAws.StartAsync(Region));

    public Service Serve(params (string Key, string Value)[] settings) => new(null,
    [
        ("Prices:Sources", "offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", _url), ("Prices:Regions", Region),
        ("Prices:DataDirectory", Directory), ("Prices:RefreshKey", Key), .. settings,
    ]);

    /// <summary>A service that goes on at the time at which another stopped.</summary>
    public async Task<Service> ServeAfterAsync(Service stopped, params (string Key, string Value)[] settings)
    {
        await stopped.DisposeAsync();
        var service = Serve(settings);
        service.Time.AdjustTime(stopped.Time.GetUtcNow());
        return service;
    }

    public async Task StopAwsAsync()
    {
        if (_isAwsGone) return;
        _isAwsGone = true;
        await Aws.DisposeAsync();
    }

    /// <summary>Publishes a price an hour before the same time on the next day, and waits until it is read.</summary>
    public async Task PublishAsync(Service service, string price)
    {
        Aws.Catalogue.Set(Region, Charge, price);
        await PublishAsync(service);
    }

    public async Task PublishAsync(Service service)
    {
        Aws.Catalogue.Publish(service.Time.GetUtcNow().AddHours(23));
        // Then the interval is over.
        await AttemptAsync(service, () =>
        {
            service.Time.Advance(TimeSpan.FromDays(1));
            return Task.CompletedTask;
        });
    }

    /// <summary>Has the prices read, and waits until they are.</summary>
    public static Task<JsonNode> RefreshAsync(Service service) => AttemptAsync(service, async () =>
    {
        service.Time.Advance(TimeSpan.FromMinutes(1));
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/prices/refresh") { Headers = { { "X-Api-Key", Key } } };
        using var response = await client.SendAsync(request);
        Assert.Equal(202, (int)response.StatusCode);
    });

    /// <summary>The Region's state as soon as it is as expected.</summary>
    public static async Task<JsonNode> StateAsync(Service service, Func<JsonNode, bool> isExpected) =>
        Of(await service.UntilAsync("/v1/prices", state => isExpected(Of(state)), TimeSpan.FromSeconds(1)));

    public static Task<JsonNode> LiveAsync(Service service) => StateAsync(service, state => (string)state["source"]! == "offer-files");

    /// <summary>What the service says is wrong with its files.</summary>
    public static async Task<string[]> ProblemsAsync(Service service) =>
        [.. (await StateAsync(service, _ => true))["errors"]!.AsArray().Select(error => (string)error!).Where(error => !IsOfSource(error))];

    public static string[] Logged(Service service, string text) => [.. service.Log.Lines.Select(line => line.Text).Where(line => line.Contains(text, StringComparison.Ordinal))];

    public static Task<Reply> PricesAsync(Service service, string? asOf = null) => service.GetAsync($"/v1/regions/{Region}/prices{(asOf is null ? "" : $"?asOf={asOf}")}");

    /// <summary>The price of <see cref="Charge"/>.</summary>
    public static async Task<decimal> PriceAsync(Service service, string? asOf = null)
    {
        var reply = await PricesAsync(service, asOf);
        Assert.True(reply.Status == 200, reply.Text);
        return (decimal)reply.Json["rates"]!.AsArray().Single(rate => (string)rate!["charge"]! == Charge)!["tiers"]![0]!["price"]!;
    }

    /// <summary>Asks what an endpoint costs.</summary>
    /// <param name="service">The service.</param>
    /// <param name="asOf">JSON of <c>pricing.asOf</c>; null for none.</param>
    public static Task<Reply> AskAsync(Service service, string? asOf = null) => service.PostAsync("/v1/estimates", $$"""
        { "region": "{{Region}}", "pricing": { {{(asOf is null ? "" : $"\"asOf\": {asOf}")}} },
          "layout": { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "endpoints": [{ "type": "interface", "service": "kms" }] }] } }
        """);

    public static async Task<string> IdAsync(Service service, string? asOf = null)
    {
        var reply = await AskAsync(service, asOf is null ? null : $"\"{asOf}\"");
        Assert.True(reply.Status == 200, reply.Text);
        return (string)reply.Json["id"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAwsAsync();
        _place.Delete(recursive: true);
    }

    private static async Task<JsonNode> AttemptAsync(Service service, Func<Task> begin)
    {
        var before = (DateTimeOffset?)(await StateAsync(service, _ => true))["attemptedAt"];
        await begin();
        return await StateAsync(service, state => (DateTimeOffset?)state["attemptedAt"] != before && state["errors"]!.AsArray().All(error => !IsOfSource((string)error!)));
    }

    private static bool IsOfSource(string error) => error.StartsWith("offer-files", StringComparison.Ordinal);

    private static JsonNode Of(JsonNode state) => state["regions"]!.AsArray().Single(region => (string)region!["region"]! == Region)!;
}
