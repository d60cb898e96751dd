namespace CostApi.Tests.Fakes;

/// <summary>A token bucket on the real clock.</summary>
internal sealed class Bucket(int size, double perSecond)
{
    private readonly Lock _gate = new();
    private double _held = size;
    private long _at = TimeProvider.System.GetTimestamp();

    public bool TryTake()
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetTimestamp();
            _held = Math.Min(size, _held + TimeProvider.System.GetElapsedTime(_at, now).TotalSeconds * perSecond);
            _at = now;
            if (_held < 1) return false;
            _held--;
            return true;
        }
    }
}
