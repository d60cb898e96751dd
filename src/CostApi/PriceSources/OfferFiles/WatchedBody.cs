namespace CostApi.PriceSources.OfferFiles;

/// <summary>A body whose every piece renews our patience, and which remembers whether its end was seen.</summary>
internal sealed class WatchedBody(Stream inner, Patience patience) : Stream
{
    public bool HasEnded { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        patience.Renew();
        var read = await inner.ReadAsync(buffer, cancellationToken);
        HasEnded = read == 0 && !buffer.IsEmpty;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
