namespace CostApi.PriceSources.OfferFiles;

/// <summary>How long one try may take: as a whole, and without a sign of life.</summary>
internal sealed class Patience : IDisposable
{
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _whole;
    private readonly CancellationTokenSource _idle;
    private readonly CancellationTokenSource _either;

    public Patience(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _limit = limit;
        _whole = new CancellationTokenSource(limit, time);
        _idle = new CancellationTokenSource(Idle, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_whole.Token, _idle.Token, caller);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>What took too long; null where nothing did.</summary>
    public string? Ended =>
        _whole.IsCancellationRequested ? $"it took longer than {_limit.TotalSeconds:0} s"
        : _idle.IsCancellationRequested ? $"no bytes came for {Idle.TotalSeconds:0} s"
        : null;

    public void Renew() => _idle.CancelAfter(Idle);

    public void Dispose()
    {
        _either.Dispose();
        _idle.Dispose();
        _whole.Dispose();
    }
}
