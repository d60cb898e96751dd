using System.Collections.Concurrent;
using System.Threading.Channels;
using CostApi.Core.Prices;
using CostApi.Operations;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources;

/// <summary>Keeps the prices of the Regions in use fresh, behind the answers.</summary>
internal sealed partial class PriceRefresher(
    PriceBooks books, Snapshot snapshot, SourceRound round, IOptions<PricesOptions> options, TimeProvider time, ILogger<PriceRefresher> logger) : BackgroundService
{
    // Answers go first: at most half of the processors read, so that a Region that stalls seldom holds up the others.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    // Requests go first: the one that asked for a Region is answered, and others catch up between two Regions. By the
    // processor's clock, whatever the time of day does.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1), LastRetry = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Channel<bool>> _asked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(AtOnce);
    private readonly RefreshLog _log = new(logger);

    /// <summary>Has a Region's prices read now, whatever the interval; the Region is in use from then on.</summary>
    public void Ask(string region)
    {
        AskedOf(region).Writer.TryWrite(true);
        books.Use(region);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!books.IsLive) return;
        await foreach (var region in books.AskedFor.ReadAllAsync(stoppingToken)) _ = KeepFreshAsync(snapshot.Regions[region], stoppingToken);
    }

    private async Task KeepFreshAsync(Region region, CancellationToken stopping)
    {
        var wait = options.Value.Refresh.OnStart || !books.InUseAtStart.Contains(region.Code) ? TimeSpan.Zero : Jittered(options.Value.Refresh.Interval);
        var failures = 0;
        try
        {
            while (true)
            {
                var asked = await WaitAsync(region.Code, wait, stopping);
                failures = await RefreshInTurnAsync(region, retry: failures > 0 && !asked, stopping) ? 0 : failures + 1;
                wait = failures == 0 ? Jittered(options.Value.Refresh.Interval) : RetryAfter(failures);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The service ends.
        }
    }

    private async Task<bool> RefreshInTurnAsync(Region region, bool retry, CancellationToken stopping)
    {
        await _gate.WaitAsync(stopping);
        try
        {
            await Task.Delay(Breath, stopping);
            return await RefreshAsync(region, retry, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // A fault of our own: the Region goes on with the prices at hand, and the log says why.
            LogFault(logger, fault, region.Code);
            return false;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<bool> RefreshAsync(Region region, bool retry, CancellationToken stopping)
    {
        var before = books[region.Code];
        var (readings, complete) = await round.AskAsync(region, before.Readings, before.Book, options.Value.HoldBackFactor, retry, books.Elsewhere(region.Code), stopping);
        books.Swap(region.Code, readings, time.GetUtcNow());
        _log.Tell(region.Code, before, books[region.Code]);
        return complete;
    }

    /// <summary>Waits for the time, or until somebody asks.</summary>
    /// <returns>Whether somebody asked.</returns>
    private async Task<bool> WaitAsync(string region, TimeSpan wait, CancellationToken stopping)
    {
        var asked = AskedOf(region).Reader;
        if (wait > TimeSpan.Zero)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(Task.Delay(wait, time, enough.Token), asked.WaitToReadAsync(enough.Token).AsTask());
            await enough.CancelAsync();
            stopping.ThrowIfCancellationRequested();
        }

        return asked.TryRead(out _);
    }

    private Channel<bool> AskedOf(string region) =>
        _asked.GetOrAdd(region, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));

    // Never later than the interval says, and not all Regions of all instances at one moment.
    private static TimeSpan Jittered(TimeSpan interval) => interval * (0.9 + 0.1 * Random.Shared.NextDouble());

    private TimeSpan RetryAfter(int failures)
    {
        var wait = FirstRetry * Math.Pow(2, Math.Min(failures - 1, 10));
        return Jittered(new[] { wait, LastRetry, options.Value.Refresh.Interval }.Min());
    }

    [LoggerMessage(10, LogLevel.Error, "The prices of {Region} could not be refreshed.")]
    private static partial void LogFault(ILogger logger, Exception fault, string region);
}
