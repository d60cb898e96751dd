using CostApi.Core.PriceLists;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>Whether a row is asked for, by its usage type.</summary>
internal delegate bool UsageTypeFilter(ReadOnlySpan<char> usageType);

/// <summary>Reads an offer file of any size in one pass, and no further than what is asked for.</summary>
internal static class OfferFileReader
{
    private const int Window = 1 << 16;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The products whose usage type is wanted, with their on-demand terms.</summary>
    /// <remarks>A SKU that stands twice gives two products, each with all terms under that SKU, so that whoever picks rows sees the conflict.</remarks>
    /// <exception cref="InvalidDataException">The file is not such JSON, ends too early, or holds more than is sane.</exception>
    public static async Task<PriceList> ReadAsync(Stream body, string serviceCode, UsageTypeFilter wants, CancellationToken cancellationToken)
    {
        var scan = new OfferFileScan(serviceCode, wants);
        var buffer = new byte[Window];
        var filled = 0;
        var least = ByteOrderMark.Length;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = await body.ReadAtLeastAsync(buffer.AsMemory(filled), least, throwOnEndOfStream: false, cancellationToken);
            if (filled == 0 && buffer.AsSpan(0, read).StartsWith(ByteOrderMark)) scan.Skip(ByteOrderMark.Length);
            filled += read;
            if (scan.Advance(buffer.AsSpan(0, filled), isLast: read < least) is { } list) return list;

            filled = Move(buffer, scan.Release(), filled);
            if (filled == OfferFileScan.LargestPiece) filled = Move(buffer, scan.ReleasePiece(), filled);
            if (filled == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
            // A token is looked at again from its start: with twice as much of it each time, however small the pieces that come.
            least = Math.Clamp(filled - scan.Position, 1, buffer.Length - filled);
        }
    }

    private static int Move(byte[] buffer, int from, int to)
    {
        buffer.AsSpan(from..to).CopyTo(buffer);
        return to - from;
    }
}
