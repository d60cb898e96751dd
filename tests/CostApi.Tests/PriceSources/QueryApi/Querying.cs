using Amazon.Runtime;
using Amazon.Runtime.Identity;
using CostApi.PriceSources;
using CostApi.PriceSources.QueryApi;
using CostApi.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CostApi.Tests.PriceSources.QueryApi;

/// <summary>The client against the fake, on a clock of its own.</summary>
internal sealed class Querying : IAsyncDisposable
{
    /// <summary>By which time passes.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private readonly ServiceProvider _services;
    private readonly DateTimeOffset _start;

    public Querying(Uri url, AWSCredentials? credentials = null, Action<QueryApiOptions>? configure = null, Func<IServiceProvider, IPricingApi>? api = null)
    {
        _start = Time.GetUtcNow();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Time).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddQueryApi()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .Configure<QueryApiOptions>(options => options.ServiceUrl = url)
            .AddSingleton<IPricingApi>(provider => Calls = new Watched(api?.Invoke(provider) ?? ActivatorUtilities.CreateInstance<SignedPricingApi>(provider)));
        if (configure is not null) services.Configure(configure);
        if (credentials is not null) services.AddSingleton<IIdentityResolver<AWSCredentials>>(new Chain(() => credentials));
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<QueryApiClient>();
    }

    public SleepClock Time { get; } = new();

    public Lines Log { get; } = new();

    public QueryApiClient Client { get; }

    public TimeSpan Elapsed => Time.GetUtcNow() - _start;

    /// <summary>The calls of the API so far.</summary>
    public Watched Calls { get; private set; } = null!;

    public Task<QueriedList> ReadAsync(string service, string region = "eu-west-1", Func<bool>? stalls = null) =>
        ElapseAsync(Client.ReadAsync(service, Shipped.Snapshot.Regions[region], CancellationToken.None), stalls);

    public async Task<string> FailureAsync(string service, string region = "eu-west-1", Func<bool>? stalls = null) =>
        (await Assert.ThrowsAsync<PriceSourceException>(() => ReadAsync(service, region, stalls))).Message;

    /// <summary>Lets time pass until the task is done: while somebody sleeps and no call is under way, or one stalls. However slow the machine, no time-out runs out by that.</summary>
    public async Task<T> ElapseAsync<T>(Task<T> task, Func<bool>? stalls = null)
    {
        using var patience = new CancellationTokenSource(Waiting.Most);
        while (!task.IsCompleted)
        {
            await Task.Delay(2, patience.Token);
            if (Calls.UnderWay == 0 && Time.AnybodySleeps || stalls?.Invoke() == true) Time.Advance(Step);
        }

        return await task;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal sealed class Watched(IPricingApi inner) : IPricingApi
    {
        private int _underWay, _count;

        public int Count => Volatile.Read(ref _count);

        public int UnderWay => Volatile.Read(ref _underWay);

        public async Task<ProductPage> GetProductsAsync(ProductQuery query, string? nextToken, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _underWay);
            Interlocked.Increment(ref _count);
            try
            {
                return await inner.GetProductsAsync(query, nextToken, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }
    }
}
