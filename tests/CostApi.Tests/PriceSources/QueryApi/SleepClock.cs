using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace CostApi.Tests.PriceSources.QueryApi;

/// <summary>A clock that knows whether somebody sleeps by it. A time-out is no sleep: it is there to be outrun.</summary>
internal sealed class SleepClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
{
    private readonly ConcurrentDictionary<Task, bool> _sleeps = new();

    public bool AnybodySleeps => _sleeps.Keys.Any(sleep => !sleep.IsCompleted);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The timer of Task.Delay has its task for a state, that of a time-out a token's source.
        if (state is Task sleep) _sleeps[sleep] = true;
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
