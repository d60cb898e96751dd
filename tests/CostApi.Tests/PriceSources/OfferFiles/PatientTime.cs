using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace CostApi.Tests.PriceSources.OfferFiles;

/// <summary>A clock that stands still, but jumps to the end of a wait between two tries.</summary>
internal sealed class PatientTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
{
    // What is set on a try, and not waited for.
    private static readonly TimeSpan[] Limits = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15)];

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && !Limits.Contains(dueTime)) _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Sees the work through all of its waits.</summary>
    public async Task<T> ThroughAsync<T>(Task<T> work)
    {
        while (true)
        {
            using var done = new CancellationTokenSource();
            var wait = _waits.Reader.ReadAsync(done.Token).AsTask();
            if (await Task.WhenAny(work, wait) == work)
            {
                await done.CancelAsync();
                return await work;
            }

            Waits.Add(await wait);
            Advance(await wait);
        }
    }
}
