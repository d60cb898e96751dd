namespace CostApi.Tests.PriceSources.OfferFiles;

/// <summary>Bytes that come in pieces of given sizes, over and over.</summary>
internal sealed class Cut(byte[] bytes, params int[] sizes) : MemoryStream(bytes, writable: false)
{
    private int _next;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var size = sizes[_next++ % sizes.Length];
        return base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
