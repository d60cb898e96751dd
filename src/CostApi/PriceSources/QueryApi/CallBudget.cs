namespace CostApi.PriceSources.QueryApi;

/// <summary>Spaces calls as a token bucket does, by the given clock: a burst, then so many a second.</summary>
// TokenBucketRateLimiter of the base library runs on the machine's clock alone.
public sealed class CallBudget(int burst, int perSecond, TimeProvider time)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1) / perSecond;
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _paidUntil;

    /// <summary>Waits until one more call is allowed.</summary>
    public Task TakeAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            // Each call pays for one interval; a burst may be paid for later.
            _paidUntil = (_paidUntil > now ? _paidUntil : now) + _interval;
            wait = _paidUntil - now - burst * _interval;
        }

        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, time, cancellationToken);
    }
}
