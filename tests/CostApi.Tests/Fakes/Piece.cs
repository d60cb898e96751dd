namespace CostApi.Tests.Fakes;

/// <summary>Part of a file: a text, or one that comes many times over with another SKU each time, made as it is sent.</summary>
internal sealed record Piece(byte[] Text, int Times = 1)
{
    /// <summary>As long as a SKU, so that the length of a file is known before it is made.</summary>
    public const string Placeholder = "FILLER0000000000";

    private const int Digits = 10, Chunk = 1 << 16;

    public long Length => (long)Text.Length * Times;

    /// <summary>Number of the first copy.</summary>
    public int First { get; init; }

    public async Task SendAsync(Stream to, CancellationToken cancellationToken)
    {
        if (Times == 1 && First == 0)
        {
            await to.WriteAsync(Text, cancellationToken);
            return;
        }

        var places = Places();
        var each = Math.Max(1, Chunk / Text.Length);
        var buffer = new byte[each * Text.Length];
        for (var copy = 0; copy < each; copy++) Text.CopyTo(buffer, copy * Text.Length);
        for (var sent = 0; sent < Times; sent += each)
        {
            var now = Math.Min(each, Times - sent);
            for (var copy = 0; copy < now; copy++)
                foreach (var place in places) Number(buffer.AsSpan(copy * Text.Length + place, Digits), First + sent + copy);
            await to.WriteAsync(buffer.AsMemory(0, now * Text.Length), cancellationToken);
        }
    }

    private int[] Places()
    {
        var places = new List<int>();
        var sku = "FILLER"u8;
        for (var at = Text.AsSpan().IndexOf(sku); at >= 0;)
        {
            places.Add(at + sku.Length);
            var next = Text.AsSpan(at + sku.Length).IndexOf(sku);
            at = next < 0 ? -1 : at + sku.Length + next;
        }

        return [.. places];
    }

    private static void Number(Span<byte> digits, int number)
    {
        for (var index = digits.Length - 1; index >= 0; index--, number /= 10) digits[index] = (byte)('0' + number % 10);
    }
}
