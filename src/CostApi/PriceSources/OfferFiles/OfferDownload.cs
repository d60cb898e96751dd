using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>GET, tried again for what passes: refused and broken connections, 408, 429, 5xx, silence, and bodies that end too early.</summary>
internal sealed partial class OfferDownload(IHttpClientFactory clients, TimeProvider time, ILogger<OfferDownload> logger)
{
    public const string ClientName = "offer-files";
    public const int Tries = 3;
    private const int BreakSeconds = 60;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, ResiliencePipeline> _pipelines = new();

    /// <summary>Reads an answer of 200, or of 304 where a tag was sent, to its end or as far as is needed: all of that is one try.</summary>
    /// <exception cref="PriceSourceException">It could not be had.</exception>
    public async Task<T> GetAsync<T>(
        Uri url, EntityTagHeaderValue? known, TimeSpan limit, Func<HttpResponseMessage, WatchedBody, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var pipeline = _pipelines.GetOrAdd(url.GetLeftPart(UriPartial.Authority), CreatePipeline);
        try
        {
            return await pipeline.ExecuteAsync(async cancelled => await TryAsync(url, known, limit, read, cancelled), cancellationToken);
        }
        catch (PassingFault fault)
        {
            throw new PriceSourceException($"{fault.Message} That was try {Tries} of {Tries}.", fault.InnerException);
        }
        catch (BrokenCircuitException fault)
        {
            throw new PriceSourceException($"{url} was not asked for: {url.Host} has failed too often in the last minutes, and is left alone for {BreakSeconds} s.", fault) { WasLeftAlone = true };
        }
    }

    private async Task<T> TryAsync<T>(
        Uri url, EntityTagHeaderValue? known, TimeSpan limit, Func<HttpResponseMessage, WatchedBody, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var patience = new Patience(limit, time, cancellationToken);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (known is not null) request.Headers.IfNoneMatch.Add(known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            Check(response, url, known);
            return await read(response, new WatchedBody(await response.Content.ReadAsStreamAsync(patience.Token), patience), patience.Token);
        }
        catch (OperationCanceledException error) when (patience.Ended is { } why && !cancellationToken.IsCancellationRequested)
        {
            throw new PassingFault($"{url}: {why}.", null, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new PassingFault($"{url}: {error.Message}", null, error);
        }
        catch (InvalidDataException error)
        {
            throw new PriceSourceException($"{url} is no such file. {error.Message}", error);
        }
    }

    private void Check(HttpResponseMessage response, Uri url, EntityTagHeaderValue? known)
    {
        var status = response.StatusCode;
        if (status == HttpStatusCode.NotModified && known is not null) return;
        if (status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500)
            throw new PassingFault($"{url}: the answer was {(int)status} ({status}).", Wait(response.Headers.RetryAfter), null);
        if (status != HttpStatusCode.OK) throw new PriceSourceException($"{url}: the answer was {(int)status} ({status}).");
        // We ask for no encoding, and a small body may unpack to any size.
        if (response.Content.Headers.ContentEncoding.FirstOrDefault(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)) is { } packed)
            throw new PriceSourceException($"{url}: the answer is encoded as {packed}, which was not asked for.");
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? retryAfter?.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }

    // A breaker each: a host that is down must not keep us from another.
    private ResiliencePipeline CreatePipeline(string host)
    {
        var passing = new PredicateBuilder().Handle<PassingFault>();
        return new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = passing,
                MaxRetryAttempts = Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(2),
                DelayGenerator = retry => ValueTask.FromResult((retry.Outcome.Exception as PassingFault)?.RetryAfter),
                OnRetry = retry =>
                {
                    LogRetry(logger, retry.AttemptNumber + 1, Tries, retry.RetryDelay, retry.Outcome.Exception!.Message);
                    return ValueTask.CompletedTask;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = passing,
                FailureRatio = 0.8,
                MinimumThroughput = 4 * Tries,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = TimeSpan.FromSeconds(BreakSeconds),
            })
            .Build();
    }

    [LoggerMessage(30, LogLevel.Debug, "Try {Attempt} of {Tries} failed, the next is in {Delay}: {Fault}")]
    private static partial void LogRetry(ILogger logger, int attempt, int tries, TimeSpan delay, string fault);

    /// <summary>May be gone at the next try.</summary>
    private sealed class PassingFault(string message, TimeSpan? retryAfter, Exception? inner) : Exception(message, inner)
    {
        public TimeSpan? RetryAfter => retryAfter;
    }
}
