using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CostApi.PriceSources.QueryApi;

/// <summary>What stands between the service and a failing Query API. One for all Regions: AWS counts the calls of an account.</summary>
public sealed partial class CallResilience
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    public CallResilience(IOptions<QueryApiOptions> options, TimeProvider time, ILogger<CallResilience> log)
    {
        var budget = new CallBudget(options.Value.Burst, options.Value.CallsPerSecond, time);
        Query = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(TimeSpan.FromMinutes(5)).Build();
        Page = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(TimeSpan.FromMinutes(2))
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = args => ValueTask.FromResult(MayPass(args.Outcome.Exception)),
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(30),
                DelayGenerator = args => ValueTask.FromResult(RetryAfter(args.Outcome.Exception)),
                OnRetry = args =>
                {
                    LogRetry(log, args.Outcome.Exception!.Message, args.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // Throttling is a limit of ours, no illness of AWS.
                ShouldHandle = args => ValueTask.FromResult(IsIll(args.Outcome.Exception)),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
            })
            .AddStrategy(_ => new Budgeted(budget), new BudgetOptions())
            .AddTimeout(TimeSpan.FromSeconds(20))
            .Build();
    }

    /// <summary>Bounds a whole query.</summary>
    public ResiliencePipeline Query { get; }

    /// <summary>Bounds, spaces and repeats the calls for a page.</summary>
    public ResiliencePipeline Page { get; }

    private static bool MayPass(Exception? error) => IsIll(error) || error is PricingApiException { Fault: PricingFault.Throttled };

    private static bool IsIll(Exception? error) => error is TimeoutRejectedException or PricingApiException { Fault: PricingFault.Unavailable };

    private static TimeSpan? RetryAfter(Exception? error) =>
        error is PricingApiException { RetryAfter: { } wait } ? wait < LongestRetryAfter ? wait : LongestRetryAfter : null;

    [LoggerMessage(20, LogLevel.Debug, "{Failure} It is called again in {Delay}.")]
    private static partial void LogRetry(ILogger logger, string failure, TimeSpan delay);

    private sealed class BudgetOptions : ResilienceStrategyOptions;

    private sealed class Budgeted(CallBudget budget) : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            try
            {
                await budget.TakeAsync(context.CancellationToken);
            }
            catch (OperationCanceledException error)
            {
                return Outcome.FromException<TResult>(error);
            }

            return await callback(context, state);
        }
    }
}
